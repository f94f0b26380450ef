package org.ccican.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.ccican.conformance.requirement.Level;
import org.ccican.conformance.verdict.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConsoleSummaryTest {

  private static final Path FOLDER = Path.of("ccican-report");

  static List<RunReport> runs() {
    return ReportFilesTest.runs();
  }

  @ParameterizedTest
  @MethodSource("runs")
  void alwaysPrintsTheDenominatorOnPlainLines(RunReport run) {
    List<String> lines = ConsoleSummary.lines(run, FOLDER);
    assertThat(lines).anyMatch(line -> line.matches("result: +[0-9]+ of [0-9]+ .*testable .*"));
    assertThat(lines)
        .allSatisfy(
            line -> {
              assertThat(line).hasSizeLessThan(600);
              assertThat(line.codePoints().noneMatch(Character::isISOControl)).isTrue();
            });
  }

  @Test
  void tellsWhatDidNotPassWorstFirst() {
    assertThat(String.join("\n", ConsoleSummary.lines(SampleRuns.failed(), FOLDER)))
        .containsSubsequence(
            "FAILED  PROV-02 (step)  The tam",
            "PROV-02.2  TAM refuses",
            "expected: no Update follows the response",
            "actual:   an Update was sent, at message 14",
            "FAILED  TEEP-02 (should)",
            "SUITE ERROR  SEC-01",
            "INCONCLUSIVE  ATT-01",
            "BLOCKED  PROV-03",
            "evidence: emulated",
            "verdict:  The suite itself went wrong, and 2 requirements failed",
            "result:   3 of 9 applicable and testable requirements passed",
            "1 not applicable; 1 more without a scenario, with its reason (11 requirements, 11 scenarios)",
            "repeat:   ./ccican run --seed 5eed0001");
  }

  @Test
  void tellsWhatDecidesTheRunBeforeWhatDoesNot() {
    RunReport run =
        SampleRuns.run(
            "",
            1,
            "",
            List.of(
                SampleRuns.requirement("A", Level.MAY, "d", "1", "tam", Outcome.FAILED, 0),
                SampleRuns.requirement("B", Level.MUST, "d", "1", "tam", Outcome.BLOCKED, 0),
                SampleRuns.requirement("C", Level.MUST, "d", "1", "tam", Outcome.FAILED, 0)),
            List.of());
    assertThat(String.join("\n", ConsoleSummary.lines(run, FOLDER)))
        .containsSubsequence("FAILED  C (must)", "FAILED  A (may)", "BLOCKED  B (must)");
  }

  @Test
  void saysThatARunIsIncompleteAndHowItIsRepeated() {
    assertThat(ConsoleSummary.lines(SampleRuns.incomplete(), FOLDER))
        .contains(
            "INCOMPLETE: the TAM at the other end closed its port after 2 of 11 scenarios",
            "repeat:   ./ccican run --seed 5eed0001 --tags '@role-tam'");
  }

  @Test
  void endsALongListWithHowMuchIsMissing() {
    List<String> lines = ConsoleSummary.lines(SampleRuns.large(25, Outcome.FAILED), FOLDER);
    assertThat(lines).contains("and 5 more that did not pass: see the report");
    assertThat(lines).filteredOn(line -> line.startsWith("FAILED")).hasSize(20);
  }
}
