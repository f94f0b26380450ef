package org.ccican.conformance.matrix;

import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.ccican.check.CheckPoint;
import org.ccican.check.Checks;
import org.ccican.check.Fault;

/**
 * Checks that answer as found and keep who asked them what: a fault in a rule that a scenario never
 * asks changes nothing there, nor does one that lets through what was let through anyway.
 */
final class Reach implements Checks {

  /** By rule, the scenarios that asked it, and those of them to which it said yes or no. */
  private record Asked(Set<String> by, Set<String> held, Set<String> refused) {

    static Asked byNobody() {
      return new Asked(
          ConcurrentHashMap.newKeySet(),
          ConcurrentHashMap.newKeySet(),
          ConcurrentHashMap.newKeySet());
    }
  }

  private final ConcurrentMap<String, Asked> asked;
  private final String scenario;

  Reach() {
    this(new ConcurrentHashMap<>(), "");
  }

  private Reach(ConcurrentMap<String, Asked> asked, String scenario) {
    this.asked = asked;
    this.scenario = scenario;
  }

  @Override
  public boolean holds(String name, boolean condition) {
    Asked rule = asked.computeIfAbsent(name, any -> Asked.byNobody());
    rule.by().add(scenario);
    (condition ? rule.held() : rule.refused()).add(scenario);
    return condition;
  }

  @Override
  public Checks within(String part) {
    return new Reach(asked, part);
  }

  /** The scenarios whose course a fault can change. */
  SortedSet<String> touchedBy(Fault fault) {
    Asked rule = asked.getOrDefault(fault.point().name(), Asked.byNobody());
    boolean guard = fault.point().kind() == CheckPoint.Kind.GUARD;
    return switch (fault.manner()) {
      case WRITTEN -> new TreeSet<>(guard ? rule.refused() : rule.by());
      case WRONG_CODE -> new TreeSet<>(rule.refused());
      case ALWAYS_REFUSED -> new TreeSet<>(rule.held());
      // What was always let through is let through late as well.
      case OFF_BY_ONE -> new TreeSet<>(guard ? rule.refused() : rule.by());
      case INVERTED -> new TreeSet<>(rule.by());
    };
  }

  /** How many scenarios asked each rule. */
  Map<String, Integer> counts() {
    Map<String, Integer> counts = new java.util.TreeMap<>();
    asked.forEach((name, rule) -> counts.put(name, rule.by().size()));
    return counts;
  }
}
