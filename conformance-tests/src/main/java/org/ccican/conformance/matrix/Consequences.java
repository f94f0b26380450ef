package org.ccican.conformance.matrix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ccican.conformance.requirement.Requirement;
import org.ccican.conformance.requirement.Requirements;
import org.ccican.conformance.verdict.Outcome;
import org.ccican.conformance.verdict.RunJudgement;
import org.ccican.conformance.verdict.ScenarioJudgement;

/** Which requirements come out otherwise though they do not name the check that is broken. */
final class Consequences {

  private Consequences() {}

  /**
   * @param touched the scenarios that ran since the fault can touch them
   */
  static List<KillMatrix.Consequence> of(
      FaultCase tried, RunJudgement judgement, Set<String> touched, Requirements requirements) {
    Map<String, List<ScenarioJudgement>> red = new TreeMap<>();
    for (ScenarioJudgement each : judgement.scenarios()) {
      Optional<String> requirement = each.header().map(header -> header.requirement());
      if (touched.contains(each.id())
          && requirement.isPresent()
          && !tried.requirements().contains(requirement.get())
          && outcome(each) != Outcome.PASSED) {
        red.computeIfAbsent(requirement.get(), any -> new ArrayList<>()).add(each);
      }
    }
    List<KillMatrix.Consequence> all = new ArrayList<>();
    red.forEach(
        (id, scenarios) -> {
          ScenarioJudgement worst =
              scenarios.stream().min(Comparator.comparing(Consequences::outcome)).orElseThrow();
          Requirement requirement = requirements.find(id).orElseThrow();
          Outcome outcome = outcome(worst);
          boolean negative = worst.header().map(header -> header.negative()).orElse(false);
          all.add(
              new KillMatrix.Consequence(
                  id,
                  outcome.id(),
                  Why.of(tried.fault().point(), requirement, outcome, negative).id(),
                  worst.id()));
        });
    return all;
  }

  /** For itself, whatever became of its parent, which perhaps did not run. */
  private static Outcome outcome(ScenarioJudgement scenario) {
    if (scenario.outcome() != Outcome.BLOCKED) {
      return scenario.outcome();
    }
    return Outcome.worst(
        scenario.findings().stream()
            .filter(finding -> !finding.detail().startsWith("its parent "))
            .map(finding -> finding.outcome())
            .toList());
  }
}
