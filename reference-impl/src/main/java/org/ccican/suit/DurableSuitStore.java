package org.ccican.suit;

import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ccican.cose.Crypto;
import org.ccican.wire.Bytes;

/**
 * A store that survives a loss of power at any moment. Octets are written under their SHA-256 and
 * never changed; one small file, the index, names those that count and is replaced in one step when
 * everything that it names will last:
 *
 * <ol>
 *   <li>write what is new, sync
 *   <li>write the index under another name, sync
 *   <li>rename it, sync: before that the old state holds, after it the new one
 *   <li>remove what no index names any more
 * </ol>
 */
public final class DurableSuitStore implements SuitStore {

  private static final String INDEX = "index";
  private static final String NEXT = "index.next";

  private final SuitStorage storage;
  private SuitState state;

  /**
   * Takes up what an earlier store left in the storage, in whatever moment it ended.
   *
   * @throws IllegalStateException if the storage lost what was synced
   */
  public DurableSuitStore(SuitStorage storage) {
    this.storage = Objects.requireNonNull(storage);
    this.state =
        storage
            .read(INDEX)
            .map(octets -> SuitStateCodec.decode(octets, this::octets))
            .orElse(SuitState.empty());
    sweep();
  }

  @Override
  public synchronized SuitState state() {
    return state;
  }

  @Override
  public synchronized void commit(SuitState next) {
    Set<String> there = storage.names();
    for (Bytes octets : SuitStateCodec.contents(next)) {
      String name = name(Crypto.sha256(octets));
      if (!there.contains(name)) {
        storage.write(name, octets);
      }
    }
    storage.sync();
    storage.write(NEXT, SuitStateCodec.encode(next));
    storage.sync();
    storage.rename(NEXT, INDEX);
    storage.sync();
    state = next;
    sweep();
  }

  private Bytes octets(Bytes digest) {
    Optional<Bytes> found = storage.read(name(digest));
    if (found.isEmpty() || !Crypto.sha256(found.get()).equals(digest)) {
      throw new IllegalStateException("the storage lost octets with digest " + digest);
    }
    return found.get();
  }

  /** Without a sync: what is not removed now is removed the next time. */
  private void sweep() {
    Set<String> named = new HashSet<>(Set.of(INDEX));
    SuitStateCodec.contents(state).forEach(each -> named.add(name(Crypto.sha256(each))));
    for (String name : storage.names()) {
      if (!named.contains(name)) {
        storage.remove(name);
      }
    }
  }

  private static String name(Bytes digest) {
    return digest.toHex();
  }
}
