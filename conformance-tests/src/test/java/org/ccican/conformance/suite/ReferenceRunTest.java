package org.ccican.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.tagexpressions.TagExpressionParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.ccican.check.Checks;
import org.ccican.conformance.report.ReadingResult;
import org.ccican.conformance.requirement.Ambiguities;
import org.ccican.conformance.trace.MalformedTrace;
import org.ccican.conformance.trace.TraceReader;
import org.ccican.conformance.verdict.ExitCode;
import org.ccican.conformance.verdict.Outcome;
import org.ccican.conformance.verdict.RunJudgement;
import org.ccican.conformance.verdict.ScenarioJudgement;
import org.ccican.teep.WireRevision;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The reference passes every scenario, and the log alone says so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferenceRunTest {

  @TempDir static Path folder;

  private Equipment equipment;
  private SuiteRun.Result result;

  @BeforeAll
  void run() throws IOException {
    equipment = Equipment.load();
    result = Runs.run(equipment, SuiteRun.everything(), Checks.unbroken(), 2, folder);
  }

  @Test
  void referencePassesEveryScenario() {
    assertThat(result.judgement().scenarios()).hasSameSizeAs(equipment.features().all());
    assertThat(notPassed(result.judgement())).isEmpty();
    assertThat(result.judgement().complete()).isTrue();
    assertThat(result.judgement().exitCode(true)).isEqualTo(ExitCode.PASSED);
  }

  @Test
  void referencePassesEveryScenarioOfTeepInItsOlderEditionToo(@TempDir Path legacy)
      throws IOException {
    SuiteRun.Result older =
        Runs.run(
            equipment,
            WireRevision.TEEP_LEGACY,
            TagExpressionParser.parse("@teep"),
            Checks.unbroken(),
            2,
            legacy);

    assertThat(older.judgement().scenarios()).isNotEmpty();
    assertThat(notPassed(older.judgement())).isEmpty();
    assertThat(older.report().target().revision()).isEqualTo("teep-legacy");
  }

  @Test
  void everyRequirementPassesOrSaysWhyItIsNotTested() {
    assertThat(result.judgement().requirements())
        .allSatisfy(
            judged ->
                assertThat(judged.outcome())
                    .as(judged.plan().id())
                    .isEqualTo(
                        judged.plan().untested().isPresent() ? Outcome.NOT_RUN : Outcome.PASSED));
  }

  /** Nothing on the wire shows which section is meant (A13). */
  @Test
  void theReadingsOfTheReferenceAreThoseOfTheRegister() {
    for (ReadingResult reading : result.report().readings()) {
      String expected =
          reading.ambiguity().equals("A13")
              ? ""
              : Ambiguities.load().find(reading.ambiguity()).orElseThrow().reference();
      assertThat(reading.reading()).as(reading.ambiguity()).isEqualTo(expected);
    }
  }

  @Test
  void atLeastThirtyScenariosAndAThirdOfThemNegative() {
    long negative = equipment.features().all().stream().filter(each -> each.negative()).count();
    assertThat(equipment.features().all()).hasSizeGreaterThanOrEqualTo(30);
    assertThat(negative * 3).isGreaterThanOrEqualTo(equipment.features().all().size());
  }

  @Test
  void deletingWhatRolesClaimChangesNoVerdict() throws Exception {
    List<String> kept =
        lines().stream().filter(line -> !line.contains("\"kind\":\"claimed\"")).toList();
    assertThat(kept).as("claims were there to be deleted").hasSizeLessThan(lines().size());
    assertThat(outcomes(judged(kept))).isEqualTo(outcomes(result.judgement()));
  }

  @Test
  void orderOfTheLinesChangesNoVerdict() throws Exception {
    List<String> shuffled = lines();
    Collections.shuffle(shuffled, new Random(7));
    assertThat(outcomes(judged(shuffled))).isEqualTo(outcomes(result.judgement()));
  }

  @Test
  void aMessageTakenOutOfTheLogIsNoticed() throws Exception {
    List<String> without =
        lines().stream()
            .filter(
                line ->
                    !(line.contains("\"scenario\":\"ATT-01.1\"")
                        && line.contains("\"resource\":\"appraisals\"")))
            .toList();
    assertThat(outcomes(judged(without)).get("ATT-01.1")).isNotEqualTo(Outcome.PASSED);
  }

  @Test
  void sequenceAndParallelismChangeNoVerdict(@TempDir Path other) throws IOException {
    SuiteRun.Result alone = Runs.run(equipment, SuiteRun.everything(), Checks.unbroken(), 1, other);
    assertThat(outcomes(alone.judgement())).isEqualTo(outcomes(result.judgement()));
    assertThat(nonces(other)).isEqualTo(nonces(folder)).isNotEmpty();
  }

  /** The nonces of each scenario: they follow from the run's seed and nothing else. */
  private static Map<String, List<String>> nonces(Path folder) throws IOException {
    return Files.readAllLines(folder.resolve(SuiteRun.LOG)).stream()
        .filter(line -> line.contains("\"resource\":\"attestation\""))
        .filter(line -> line.contains("\"direction\":\"request\""))
        .collect(
            Collectors.groupingBy(
                line -> line.replaceAll(".*\"scenario\":\"([^\"]*)\".*", "$1"),
                Collectors.mapping(
                    line -> line.replaceAll(".*\"body\":\"([^\"]*)\".*", "$1"),
                    Collectors.toList())));
  }

  /** Those that did not pass, with the reason: a list of all others would hide it. */
  private static List<String> notPassed(RunJudgement judgement) {
    return judgement.scenarios().stream()
        .filter(scenario -> scenario.outcome() != Outcome.PASSED)
        .map(scenario -> scenario.id() + " " + scenario.findings())
        .toList();
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(folder.resolve(SuiteRun.LOG)).stream()
        .collect(Collectors.toCollection(java.util.ArrayList::new));
  }

  private RunJudgement judged(List<String> lines) throws IOException, MalformedTrace {
    Path log = folder.resolve("other.jsonl");
    Files.write(log, lines);
    return equipment.reportMaker().judge(new TraceReader().read(log));
  }

  private static Map<String, Outcome> outcomes(RunJudgement judgement) {
    return judgement.scenarios().stream()
        .collect(Collectors.toMap(ScenarioJudgement::id, ScenarioJudgement::outcome));
  }
}
