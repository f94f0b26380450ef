package org.ccican.suit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.ccican.wire.Bytes;

/**
 * Storage as bad as it may be: when the power goes, each thing that was not synced is done, half
 * done or not done, in no order. The power goes before the n-th change or sync.
 */
final class LossySuitStorage implements SuitStorage {

  /** The power is gone. */
  static final class PowerLost extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private interface Change {
    void apply(Map<String, Bytes> files);
  }

  private final Map<String, Bytes> lasting;
  private final List<Change> unsynced = new ArrayList<>();
  private final Random random;
  private final int life;
  private int steps;

  LossySuitStorage(Map<String, Bytes> lasting, int life, long seed) {
    this.lasting = new HashMap<>(lasting);
    this.life = life;
    this.random = new Random(seed);
  }

  /** What is there when the power is back. */
  Map<String, Bytes> afterPowerLoss() {
    Map<String, Bytes> files = new HashMap<>(lasting);
    for (Change change : unsynced) {
      if (random.nextBoolean()) {
        change.apply(files);
      }
    }
    return files;
  }

  int steps() {
    return steps;
  }

  @Override
  public Set<String> names() {
    return Set.copyOf(now().keySet());
  }

  @Override
  public Optional<Bytes> read(String name) {
    return Optional.ofNullable(now().get(name));
  }

  @Override
  public void write(String name, Bytes octets) {
    step();
    int most = random.nextBoolean() ? octets.size() : random.nextInt(octets.size() + 1);
    unsynced.add(files -> files.put(name, octets.slice(0, most)));
    complete.add(files -> files.put(name, octets));
  }

  @Override
  public void rename(String from, String to) {
    step();
    Change change =
        files -> {
          if (files.containsKey(from)) {
            files.put(to, files.remove(from));
          }
        };
    unsynced.add(change);
    complete.add(change);
  }

  @Override
  public void remove(String name) {
    step();
    unsynced.add(files -> files.remove(name));
    complete.add(files -> files.remove(name));
  }

  @Override
  public void sync() {
    step();
    complete.forEach(change -> change.apply(lasting));
    complete.clear();
    unsynced.clear();
  }

  /** The same changes as they look while there is power. */
  private final List<Change> complete = new ArrayList<>();

  private Map<String, Bytes> now() {
    Map<String, Bytes> files = new HashMap<>(lasting);
    complete.forEach(change -> change.apply(files));
    return files;
  }

  private void step() {
    if (steps++ >= life) {
      throw new PowerLost();
    }
  }
}
