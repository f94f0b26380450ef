package org.ccican.conformance.verdict;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lets a negative scenario count only if the valid scenario that it departs from passed in the same
 * run: a target that refuses everything refuses nothing for the reason asked for.
 */
final class Parents {

  private Parents() {}

  /** The final judgement of every scenario, by id. */
  static Map<String, ScenarioJudgement> resolve(Map<String, ScenarioJudgement> alone) {
    Map<String, ScenarioJudgement> resolved = new TreeMap<>();
    alone.forEach((id, own) -> resolved.put(id, own.negative() ? afterParent(own, alone) : own));
    return resolved;
  }

  /**
   * The scenarios of an id: itself, or the rows of an outline, which have {@code #} and a number
   * behind it.
   */
  static <T> List<T> family(Map<String, T> all, String id) {
    String row = id + "#";
    return all.entrySet().stream()
        .filter(entry -> entry.getKey().equals(id) || entry.getKey().startsWith(row))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static ScenarioJudgement afterParent(
      ScenarioJudgement own, Map<String, ScenarioJudgement> alone) {
    String parent = own.header().orElseThrow().parent();
    if (parent.isEmpty()) {
      return own.with(Outcome.SUITE_ERROR, "a negative scenario without a parent");
    }
    List<ScenarioJudgement> parents = family(alone, parent);
    if (parents.stream().anyMatch(ScenarioJudgement::negative)) {
      return own.with(Outcome.SUITE_ERROR, "its parent " + parent + " is negative too");
    }
    Outcome outcome = Outcome.worst(parents.stream().map(ScenarioJudgement::outcome).toList());
    if (outcome == Outcome.PASSED) {
      return own;
    }
    // What it found has no meaning without its parent, be it good or bad; our own faults stay.
    Outcome instead = outcome == Outcome.INAPPLICABLE ? outcome : Outcome.BLOCKED;
    return switch (own.outcome()) {
      case PASSED, FAILED, REFUSED_OTHERWISE, INCONCLUSIVE ->
          own.with(instead, "its parent " + parent + " is " + outcome.id());
      case SUITE_ERROR, BLOCKED, NOT_RUN, INAPPLICABLE -> own;
    };
  }
}
