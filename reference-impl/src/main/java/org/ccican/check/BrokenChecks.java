package org.ccican.check;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Checks of which some are answered wrongly: the deliberate faults by which the suite shows that it
 * would notice.
 */
public final class BrokenChecks implements Checks {

  private final Map<String, Fault> broken;
  private final String scenario;

  /** By scenario: shared by those of all scenarios. */
  private final ConcurrentMap<String, AtomicLong> reached;

  /** What was found when a rule was asked before, in this scenario. */
  private final ConcurrentMap<String, Boolean> before = new ConcurrentHashMap<>();

  private BrokenChecks(
      Map<String, Fault> broken, String scenario, ConcurrentMap<String, AtomicLong> reached) {
    this.broken = broken;
    this.scenario = scenario;
    this.reached = reached;
  }

  /**
   * @throws IllegalArgumentException if the rule is structural and so cannot be broken
   */
  public BrokenChecks(CheckPoint broken) {
    this(List.of(broken));
  }

  /**
   * @throws IllegalArgumentException if one of the rules is structural and so cannot be broken
   */
  public BrokenChecks(Collection<CheckPoint> broken) {
    this(table(broken.stream().map(Fault::written).toList()), "", new ConcurrentHashMap<>());
  }

  /** The faults are of different rules, or the last one counts. */
  public static BrokenChecks of(Collection<Fault> faults) {
    return new BrokenChecks(table(faults), "", new ConcurrentHashMap<>());
  }

  @Override
  public boolean holds(String name, boolean condition) {
    Fault fault = broken.get(name);
    if (fault == null) {
      return condition;
    }
    if (fault.manner() != Fault.Manner.WRONG_CODE) {
      count();
    }
    boolean guard = fault.point().kind() == CheckPoint.Kind.GUARD;
    return switch (fault.manner()) {
      case WRITTEN -> guard;
      case INVERTED -> !condition;
      case ALWAYS_REFUSED -> false;
      case OFF_BY_ONE -> late(name, condition, guard);
      case WRONG_CODE -> condition;
    };
  }

  @Override
  public int code(String name, int code, int codes) {
    Fault fault = broken.get(name);
    if (fault == null || fault.manner() != Fault.Manner.WRONG_CODE) {
      return code;
    }
    count();
    return (code + 1) % codes;
  }

  @Override
  public Checks within(String part) {
    return new BrokenChecks(broken, part, reached);
  }

  /** How often a broken rule was asked: a fault that is never reached proves nothing. */
  public long reached() {
    return reached.values().stream().mapToLong(AtomicLong::get).sum();
  }

  /** The same by scenario, those alone that asked one. */
  public SortedMap<String, Long> reachedIn() {
    SortedMap<String, Long> counts = new TreeMap<>();
    reached.forEach((id, count) -> counts.put(id, count.get()));
    return counts;
  }

  private static Map<String, Fault> table(Collection<Fault> faults) {
    Map<String, Fault> broken = new HashMap<>();
    faults.forEach(fault -> broken.put(fault.point().name(), fault));
    return Map.copyOf(broken);
  }

  private boolean late(String name, boolean condition, boolean guard) {
    Boolean last = before.put(name, condition);
    return last == null ? guard : last;
  }

  private void count() {
    reached.computeIfAbsent(scenario, any -> new AtomicLong()).incrementAndGet();
  }
}
