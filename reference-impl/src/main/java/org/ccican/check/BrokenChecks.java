package org.ccican.check;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Checks of which some are answered wrongly: the deliberate faults by which the suite shows that it
 * would notice. A broken guard lets everything through; a broken duty is never done.
 */
public final class BrokenChecks implements Checks {

  private final Map<String, CheckPoint> broken = new HashMap<>();
  private final AtomicLong reached = new AtomicLong();

  public BrokenChecks(CheckPoint broken) {
    this(List.of(broken));
  }

  /**
   * @throws IllegalArgumentException if one of the rules is structural and so cannot be broken
   */
  public BrokenChecks(Collection<CheckPoint> broken) {
    for (CheckPoint point : broken) {
      if (point.kind() == CheckPoint.Kind.STRUCTURAL) {
        throw new IllegalArgumentException(point.name() + " is structural and cannot be broken");
      }
      this.broken.put(point.name(), point);
    }
  }

  @Override
  public boolean holds(String name, boolean condition) {
    CheckPoint point = broken.get(name);
    if (point == null) {
      return condition;
    }
    reached.incrementAndGet();
    return point.kind() == CheckPoint.Kind.GUARD;
  }

  /** How often a broken rule was asked: a fault that is never reached proves nothing. */
  public long reached() {
    return reached.get();
  }
}
