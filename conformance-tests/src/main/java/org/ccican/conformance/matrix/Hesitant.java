package org.ccican.conformance.matrix;

import java.util.concurrent.atomic.AtomicLong;
import org.ccican.check.Checks;

/**
 * Checks that answer as others do, each a little later: so a role takes another time over every
 * decision in every run, and whatever depends on who comes first shows.
 *
 * <p>Nothing sleeps. A delay is a number of turns, 0 to a bound, in which the thread lets others go
 * first or is busy; it follows from the seed, the rule and how many were asked before.
 */
final class Hesitant implements Checks {

  private static final long MIX = 0x9E3779B97F4A7C15L;
  private static final int BUSY = 64;

  private final Checks others;
  private final long seed;
  private final int most;
  private final AtomicLong asked;

  /**
   * @param most turns of the longest delay
   */
  Hesitant(Checks others, long seed, int most) {
    this(others, seed, most, new AtomicLong());
  }

  private Hesitant(Checks others, long seed, int most, AtomicLong asked) {
    this.others = others;
    this.seed = seed;
    this.most = most;
    this.asked = asked;
  }

  @Override
  public boolean holds(String name, boolean condition) {
    hesitate(name);
    return others.holds(name, condition);
  }

  @Override
  public int code(String name, int code, int codes) {
    return others.code(name, code, codes);
  }

  @Override
  public Checks within(String part) {
    return new Hesitant(others.within(part), seed, most, asked);
  }

  @Override
  public boolean areUnbroken() {
    return others.areUnbroken();
  }

  /** Of a delay. */
  int turns(String name, long before) {
    long mixed = (seed ^ name.hashCode() ^ before * MIX) * MIX;
    return (int) Long.remainderUnsigned(mixed ^ mixed >>> 32, most + 1L);
  }

  private void hesitate(String name) {
    int turns = turns(name, asked.getAndIncrement());
    for (int turn = 0; turn < turns; turn++) {
      if (turn % 2 == 0) {
        Thread.yield();
      } else {
        for (int busy = 0; busy < BUSY; busy++) {
          Thread.onSpinWait();
        }
      }
    }
  }
}
