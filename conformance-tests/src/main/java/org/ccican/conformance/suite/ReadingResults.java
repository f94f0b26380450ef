package org.ccican.conformance.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ccican.conformance.report.ReadingResult;
import org.ccican.conformance.requirement.Ambiguities;
import org.ccican.conformance.requirement.Ambiguity;
import org.ccican.conformance.trace.RunTrace;
import org.ccican.conformance.verdict.OtherReadings;
import org.ccican.conformance.verdict.ReadingJudges;
import org.ccican.conformance.verdict.RunJudgement;
import org.ccican.conformance.verdict.ScenarioJudgement;

/** Which readings of unclear texts a target follows: what every report says, passed or failed. */
final class ReadingResults {

  private ReadingResults() {}

  /** Those that were asked for, and those that show in any message of the target. */
  static List<ReadingResult> of(Ambiguities ambiguities, RunTrace trace, RunJudgement judgement) {
    Map<String, SortedSet<String>> shown = new TreeMap<>();
    trace.scenarios().forEach((id, each) -> shown.put(id, OtherReadings.shown(each)));
    return ambiguities.all().stream().map(each -> reading(each, judgement, shown)).toList();
  }

  private static ReadingResult reading(
      Ambiguity ambiguity, RunJudgement judgement, Map<String, SortedSet<String>> shown) {
    Set<String> seen = new TreeSet<>();
    List<String> scenarios = new ArrayList<>();
    for (ScenarioJudgement scenario : judgement.scenarios()) {
      for (ScenarioJudgement.Judged judged : scenario.expectations()) {
        Optional<String> found = ReadingJudges.found(judged.expectation(), judged.verdict());
        if (found.isPresent()
            && judged
                .expectation()
                .findText(ReadingJudges.AMBIGUITY)
                .equals(Optional.of(ambiguity.id()))) {
          seen.add(found.get());
          scenarios.add(scenario.id());
        }
      }
      if (shown.get(scenario.id()).contains(ambiguity.id())) {
        seen.add("b");
        scenarios.add(scenario.id());
      }
    }
    return new ReadingResult(
        ambiguity.id(),
        ambiguity.document(),
        ambiguity.section(),
        ambiguity.unclear(),
        ambiguity.issue().orElse(""),
        seen.size() > 1 ? "both" : String.join("", seen),
        seen.stream()
            .map(name -> ambiguity.reading(name).reading())
            .collect(Collectors.joining(" / ")),
        scenarios.stream().distinct().toList());
  }
}
