package org.ccican.suit;

import java.util.List;
import java.util.Optional;

/**
 * Where components and manifests live, and what is remembered of them against rollback. All of it
 * changes at once or not at all.
 */
public interface SuitStore {

  SuitState state();

  /** Whether there is room for everything; there may be at another time. */
  default boolean hasRoom(SuitState next) {
    return true;
  }

  /** Replaces everything or, by throwing, nothing. */
  void commit(SuitState next);

  default Optional<InstalledComponent> find(SuitComponentId id) {
    return state().components().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** Everything that is installed, in the order of first installation. */
  default List<InstalledComponent> components() {
    return state().components();
  }

  /** The highest sequence number ever committed for a component, also after its removal. */
  default Optional<Long> highestSequence(SuitComponentId id) {
    return Optional.ofNullable(state().sequences().get(id));
  }
}
