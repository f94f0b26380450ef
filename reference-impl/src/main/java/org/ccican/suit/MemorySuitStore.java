package org.ccican.suit;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store that lasts as long as its owner. */
public final class MemorySuitStore implements SuitStore {

  private final Map<SuitComponentId, InstalledComponent> components = new LinkedHashMap<>();
  private final Map<SuitComponentId, Long> sequences = new HashMap<>();

  @Override
  public synchronized Optional<InstalledComponent> find(SuitComponentId id) {
    return Optional.ofNullable(components.get(id));
  }

  @Override
  public synchronized List<InstalledComponent> components() {
    return List.copyOf(components.values());
  }

  @Override
  public synchronized Optional<Long> highestSequence(SuitComponentId id) {
    return Optional.ofNullable(sequences.get(id));
  }

  @Override
  public synchronized void commit(List<InstalledComponent> installed) {
    for (InstalledComponent each : List.copyOf(installed)) {
      components.put(each.id(), each);
      sequences.merge(each.id(), each.sequenceNumber(), Math::max);
    }
  }

  @Override
  public synchronized void remove(List<SuitComponentId> ids) {
    ids.forEach(components::remove);
  }
}
