package org.ccican.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.conformance.requirement.ScenarioRef;
import org.ccican.conformance.verdict.Outcome;
import org.ccican.conformance.verdict.RunJudgement;
import org.ccican.conformance.verdict.ScenarioJudgement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every scenario can fail: with the check broken that the catalogue names for it, it does, because
 * a judge says so and not because something breaks.
 *
 * <p>With {@code -Dccican.requirements=TEEP-33,SUIT-15} only those of the requirements named.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultDetectionTest {

  private static final String CHOICE = "ccican.requirements";
  private static final Set<String> EVERY = Set.of("");

  @TempDir static Path folder;

  private final ExecutorService executor =
      Executors.newFixedThreadPool(2 * Runtime.getRuntime().availableProcessors());
  private final Map<String, Future<Run>> runs = new TreeMap<>();

  /** What came of the scenarios that a fault must turn red. */
  private record Run(BrokenChecks broken, RunJudgement judgement) {}

  /** All faults are tried side by side; each test waits for its own. */
  @BeforeAll
  void begin() {
    Equipment equipment = Equipment.load();
    CheckCatalogue checks = CheckCatalogue.load();
    faults(equipment)
        .forEach(
            (fault, scenarios) ->
                runs.put(fault, executor.submit(() -> run(equipment, checks, fault, scenarios))));
  }

  @AfterAll
  void end() {
    executor.shutdownNow();
  }

  private static Run run(
      Equipment equipment, CheckCatalogue checks, String fault, List<String> scenarios)
      throws IOException {
    BrokenChecks broken = new BrokenChecks(checks.find(fault).orElseThrow());
    return new Run(
        broken, Runs.judged(equipment, Runs.scenarios(scenarios), broken, folder.resolve(fault)));
  }

  Stream<Map.Entry<String, List<String>>> faults() {
    return faults(Equipment.load()).entrySet().stream();
  }

  /** The scenarios that each fault must turn red. */
  private static Map<String, List<String>> faults(Equipment equipment) {
    Set<String> chosen = Set.of(System.getProperty(CHOICE, "").split(","));
    return equipment.requirements().all().stream()
        .filter(each -> chosen.equals(EVERY) || chosen.contains(each.id()))
        .flatMap(requirement -> requirement.scenarios().stream())
        .collect(
            Collectors.groupingBy(
                ScenarioRef::brokenBy,
                TreeMap::new,
                Collectors.mapping(ScenarioRef::id, Collectors.toList())));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void faultTurnsItsScenariosRed(Map.Entry<String, List<String>> fault) throws Exception {
    Run run = runs.get(fault.getKey()).get();

    assertThat(run.broken().reached()).as("the fault was reached").isPositive();
    Map<String, ScenarioJudgement> judged =
        run.judgement().scenarios().stream()
            .collect(Collectors.toMap(ScenarioJudgement::id, each -> each));
    assertThat(fault.getValue())
        .allSatisfy(
            id ->
                assertThat(judged.get(id).expectations())
                    .as("verdicts of " + id + " with " + fault.getKey() + " broken")
                    .anyMatch(each -> RED.contains(each.verdict().outcome())));
    assertThat(run.judgement().scenarios())
        .as("no scenario breaks instead of failing")
        .noneMatch(each -> each.outcome() == Outcome.SUITE_ERROR);
  }

  /** A right refusal for a wrong reason is as much of a finding as none. */
  private static final Set<Outcome> RED = Set.of(Outcome.FAILED, Outcome.REFUSED_OTHERWISE);
}
