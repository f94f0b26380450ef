package org.ccican.role;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A map with room for so many, for what strangers can make a role remember: what came first makes
 * room for what comes last.
 */
final class Bounded<K, V> {

  private final int room;
  private final Map<K, V> entries = new LinkedHashMap<>();

  Bounded(int room) {
    this.room = room;
  }

  Optional<V> find(K key) {
    return Optional.ofNullable(entries.get(key));
  }

  /** Remembers; gives back the key that had to go, if one had to. */
  Optional<K> put(K key, V value) {
    entries.put(key, value);
    if (entries.size() <= room) {
      return Optional.empty();
    }
    K oldest = entries.keySet().iterator().next();
    entries.remove(oldest);
    return Optional.of(oldest);
  }
}
