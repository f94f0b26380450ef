package org.ccican.conformance.verdict;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * How a requirement came out: as its worst scenario.
 *
 * @param detail why, in words of the scenario that decided
 * @param scenarios ids of those that ran, sorted
 */
public record RequirementJudgement(
    RequirementPlan plan, Outcome outcome, String detail, List<String> scenarios) {

  public RequirementJudgement {
    Objects.requireNonNull(plan);
    Objects.requireNonNull(outcome);
    Objects.requireNonNull(detail);
    scenarios = List.copyOf(scenarios);
  }

  /**
   * @param all every scenario of the log
   * @param targetRoles the roles that the target plays; if empty, that is not known
   */
  static RequirementJudgement of(
      RequirementPlan plan, Map<String, ScenarioJudgement> all, Set<String> targetRoles) {
    boolean claimed =
        plan.excluded().isEmpty()
            && (targetRoles.isEmpty()
                || plan.roles().isEmpty()
                || !Collections.disjoint(plan.roles(), targetRoles));
    Map<String, ScenarioJudgement> ran = new TreeMap<>();
    List<Finding> findings = new ArrayList<>();
    for (String planned : plan.scenarios()) {
      List<ScenarioJudgement> rows = Parents.family(all, planned);
      rows.forEach(row -> ran.put(row.id(), row));
      if (rows.isEmpty() && claimed) {
        findings.add(new Finding(Outcome.NOT_RUN, "scenario " + planned + " did not run"));
      }
    }
    all.values().stream()
        .filter(each -> each.header().map(h -> h.requirement().equals(plan.id())).orElse(false))
        .forEach(each -> ran.put(each.id(), each));
    ran.values().forEach(each -> findings.add(new Finding(each.outcome(), why(each))));
    if (findings.isEmpty()) {
      findings.add(
          claimed
              ? new Finding(Outcome.NOT_RUN, plan.untested().orElse("no scenario tests it"))
              : new Finding(
                  Outcome.INAPPLICABLE,
                  plan.excluded().orElse("the target plays none of " + plan.roles())));
    }
    Finding worst = findings.stream().min((a, b) -> a.outcome().compareTo(b.outcome())).get();
    return new RequirementJudgement(
        plan, worst.outcome(), worst.detail(), List.copyOf(ran.keySet()));
  }

  private static String why(ScenarioJudgement scenario) {
    return scenario.id()
        + ": "
        + scenario.findings().stream()
            .filter(finding -> finding.outcome() == scenario.outcome())
            .map(Finding::detail)
            .findFirst()
            .orElse(scenario.outcome().id());
  }
}
