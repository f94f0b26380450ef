package org.ccican.suit;

import java.util.List;
import java.util.Optional;

/** Where components live, and what is remembered of them against rollback. */
public interface SuitStore {

  Optional<InstalledComponent> find(SuitComponentId id);

  /** Everything that is installed, in the order of first installation. */
  List<InstalledComponent> components();

  /** The highest sequence number ever committed for a component, also after its removal. */
  Optional<Long> highestSequence(SuitComponentId id);

  /** Stores all of them or, by throwing, none. */
  void commit(List<InstalledComponent> components);

  void remove(List<SuitComponentId> ids);
}
