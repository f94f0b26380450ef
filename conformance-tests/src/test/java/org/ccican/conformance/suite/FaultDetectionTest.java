package org.ccican.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.conformance.requirement.ScenarioRef;
import org.ccican.conformance.verdict.Outcome;
import org.ccican.conformance.verdict.ScenarioJudgement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every scenario can fail: with the check broken that the catalogue names for it, it does, because
 * a judge says so and not because something breaks.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultDetectionTest {

  private Equipment equipment;
  private CheckCatalogue checks;

  @BeforeAll
  void load() {
    equipment = Equipment.load();
    checks = CheckCatalogue.load();
  }

  /** The scenarios that each fault must turn red. */
  Stream<Map.Entry<String, List<String>>> faults() {
    return equipment.requirements().all().stream()
        .flatMap(requirement -> requirement.scenarios().stream())
        .collect(
            Collectors.groupingBy(
                ScenarioRef::brokenBy,
                TreeMap::new,
                Collectors.mapping(ScenarioRef::id, Collectors.toList())))
        .entrySet()
        .stream();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void faultTurnsItsScenariosRed(Map.Entry<String, List<String>> fault, @TempDir Path folder)
      throws IOException {
    BrokenChecks broken = new BrokenChecks(checks.find(fault.getKey()).orElseThrow());

    SuiteRun.Result result =
        Runs.run(equipment, Runs.scenarios(fault.getValue()), broken, 2, folder);

    assertThat(broken.reached()).as("the fault was reached").isPositive();
    Map<String, ScenarioJudgement> judged =
        result.judgement().scenarios().stream()
            .collect(Collectors.toMap(ScenarioJudgement::id, each -> each));
    assertThat(fault.getValue())
        .allSatisfy(
            id ->
                assertThat(judged.get(id).expectations())
                    .as("verdicts of " + id + " with " + fault.getKey() + " broken")
                    .anyMatch(each -> each.verdict().outcome() == Outcome.FAILED));
    assertThat(result.judgement().scenarios())
        .as("no scenario breaks instead of failing")
        .noneMatch(each -> each.outcome() == Outcome.SUITE_ERROR);
  }
}
