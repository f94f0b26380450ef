package org.ccican.suit;

import java.util.Objects;

/** A store that lasts as long as its owner. */
public final class MemorySuitStore implements SuitStore {

  private SuitState state = SuitState.empty();

  @Override
  public synchronized SuitState state() {
    return state;
  }

  @Override
  public synchronized void commit(SuitState next) {
    state = Objects.requireNonNull(next);
  }
}
