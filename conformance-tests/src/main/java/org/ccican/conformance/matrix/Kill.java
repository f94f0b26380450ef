package org.ccican.conformance.matrix;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ccican.conformance.verdict.Outcome;
import org.ccican.conformance.verdict.ScenarioJudgement;

/** When a scenario has noticed a fault. */
final class Kill {

  /** A right refusal for a wrong reason is as much of a finding as none. */
  private static final Set<Outcome> RED = Set.of(Outcome.FAILED, Outcome.REFUSED_OTHERWISE);

  private Kill() {}

  /** A judge says so: a crash, a hang and an error of the suite's own kill nothing. */
  static boolean is(ScenarioJudgement scenario) {
    return scenario.outcome() != Outcome.SUITE_ERROR && red(scenario).findAny().isPresent();
  }

  /** The judges that found something, sorted. */
  static List<String> judges(ScenarioJudgement scenario) {
    return red(scenario).distinct().sorted().toList();
  }

  private static Stream<String> red(ScenarioJudgement scenario) {
    return scenario.expectations().stream()
        .filter(each -> RED.contains(each.verdict().outcome()))
        .map(each -> each.expectation().judge());
  }
}
