package org.ccican.suit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that a store remembers, at one moment.
 *
 * @param components payloads in the order of first installation
 * @param manifests by the place where they are stored
 * @param references by component or dependency: the manifests that refer to it; their number is the
 *     reference count of trust-domains section 5.6.5
 * @param sequences the highest sequence number by component, also after its removal
 */
public record SuitState(
    List<InstalledComponent> components,
    Map<SuitComponentId, StoredManifest> manifests,
    Map<SuitComponentId, Set<SuitComponentId>> references,
    Map<SuitComponentId, Long> sequences) {

  public SuitState {
    components = List.copyOf(components);
    manifests = Collections.unmodifiableMap(new LinkedHashMap<>(manifests));
    Map<SuitComponentId, Set<SuitComponentId>> copies = new LinkedHashMap<>();
    references.forEach(
        (id, holders) -> copies.put(id, Collections.unmodifiableSet(new LinkedHashSet<>(holders))));
    references = Collections.unmodifiableMap(copies);
    sequences = Collections.unmodifiableMap(new LinkedHashMap<>(sequences));
  }

  /** A store where nothing was ever installed. */
  public static SuitState empty() {
    return new SuitState(List.of(), Map.of(), Map.of(), Map.of());
  }
}
