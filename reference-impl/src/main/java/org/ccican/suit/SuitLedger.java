package org.ccican.suit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;

/**
 * The state of a store while manifests are processed: changes are made here and reach the store all
 * together at the end.
 */
final class SuitLedger {

  private final Checks checks;
  private final Map<SuitComponentId, InstalledComponent> components = new LinkedHashMap<>();
  private final Map<SuitComponentId, StoredManifest> manifests = new LinkedHashMap<>();
  private final Map<SuitComponentId, Set<SuitComponentId>> references = new LinkedHashMap<>();
  private final Map<SuitComponentId, Long> sequences = new LinkedHashMap<>();
  private final List<SuitComponentId> removed = new ArrayList<>();

  SuitLedger(SuitState state, Checks checks) {
    this.checks = checks;
    state.components().forEach(each -> components.put(each.id(), each));
    manifests.putAll(state.manifests());
    state.references().forEach((id, holders) -> references.put(id, new LinkedHashSet<>(holders)));
    sequences.putAll(state.sequences());
  }

  SuitState state() {
    return new SuitState(List.copyOf(components.values()), manifests, references, sequences);
  }

  Optional<InstalledComponent> component(SuitComponentId id) {
    return Optional.ofNullable(components.get(id));
  }

  List<InstalledComponent> components() {
    return List.copyOf(components.values());
  }

  Optional<StoredManifest> manifest(SuitComponentId id) {
    return Optional.ofNullable(manifests.get(id));
  }

  List<StoredManifest> manifests() {
    return List.copyOf(manifests.values());
  }

  Optional<Long> highestSequence(SuitComponentId id) {
    return Optional.ofNullable(sequences.get(id));
  }

  /** Everything that is gone since the beginning and did not come back. */
  List<SuitComponentId> removed() {
    return removed.stream().filter(id -> !components.containsKey(id)).distinct().toList();
  }

  void put(InstalledComponent component) {
    components.put(component.id(), component);
  }

  void put(StoredManifest manifest) {
    manifests.put(manifest.id(), manifest);
  }

  void remember(SuitComponentId id, long sequenceNumber) {
    sequences.merge(id, sequenceNumber, Math::max);
  }

  void hold(SuitComponentId target, SuitComponentId holder) {
    references.computeIfAbsent(target, id -> new LinkedHashSet<>()).add(holder);
  }

  /** Whether a manifest other than this one refers to the target. */
  boolean isHeldByOthers(SuitComponentId target, Optional<SuitComponentId> holder) {
    return references.getOrDefault(target, Set.of()).stream()
        .anyMatch(each -> !holder.equals(Optional.of(each)));
  }

  /** What a manifest refers to. */
  List<SuitComponentId> heldBy(SuitComponentId holder) {
    List<SuitComponentId> held = new ArrayList<>();
    references.forEach(
        (target, holders) -> {
          if (holders.contains(holder)) {
            held.add(target);
          }
        });
    return held;
  }

  /**
   * Takes back one reference.
   *
   * @return whether it was the last
   */
  boolean release(SuitComponentId target, SuitComponentId holder) {
    Set<SuitComponentId> holders = references.getOrDefault(target, new LinkedHashSet<>());
    if (holders.isEmpty()) {
      return true;
    }
    boolean held = holders.remove(holder);
    // spec| trust-domains §5.6.5: a manifest takes its reference back once
    if (!held && !checks.keeps("suit.reference.once")) {
      holders.stream().findFirst().ifPresent(holders::remove);
      held = true;
    }
    // spec| trust-domains §5.3: what several manifests share is counted
    if (held && !checks.keeps("suit.reference.counted")) {
      holders.clear();
    }
    if (holders.isEmpty()) {
      references.remove(target);
    }
    return held && holders.isEmpty();
  }

  void remove(SuitComponentId id) {
    if (components.remove(id) != null) {
      removed.add(id);
    }
    manifests.remove(id);
    references.remove(id);
  }
}
