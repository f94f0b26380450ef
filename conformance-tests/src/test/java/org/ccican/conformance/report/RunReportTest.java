package org.ccican.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.ccican.conformance.requirement.Level;
import org.ccican.conformance.verdict.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunReportTest {

  @Test
  void countsRequirementsByOutcome() {
    Summary summary = SampleRuns.failed().summary();
    assertThat(summary)
        .isEqualTo(
            new Summary(
                11,
                3,
                2,
                0,
                1,
                1,
                1,
                1,
                2,
                1,
                1,
                1,
                11,
                "3 of 9 applicable and testable requirements passed; 2 failed (1 should or may);"
                    + " 1 suite error; 1 inconclusive; 1 blocked; 1 not run; 1 not applicable;"
                    + " 1 more without a scenario, with its reason"));
    for (Outcome outcome : Outcome.values()) {
      assertThat(summary.count(outcome))
          .isEqualTo(
              (int)
                  SampleRuns.failed().requirements().stream()
                      .filter(each -> each.outcome() == outcome)
                      .count());
    }
  }

  @Test
  void claimsWithADenominatorEvenWhenThereIsNothing() {
    assertThat(SampleRuns.passed().summary().claimLine())
        .isEqualTo("4 of 4 testable requirements passed");
    assertThat(SampleRuns.empty().summary().claimLine())
        .isEqualTo("0 of 0 testable requirements passed");
  }

  @Test
  void keepsWhatCannotBeTestedOutOfTheDenominator() {
    RunReport whole =
        SampleRuns.run(
            "",
            0,
            "",
            List.of(
                SampleRuns.requirement("X", Level.MUST, "d", "1", "tam", Outcome.PASSED, 1),
                SampleRuns.untested("Y", "it needs the vendor's tools"),
                SampleRuns.untested("Z", "it leaves no trace")),
            List.of(SampleRuns.scenario("X.1", "X", Outcome.PASSED)));
    assertThat(whole.summary().claimLine())
        .isEqualTo(
            "1 of 1 testable requirement passed; 2 more without a scenario, each with"
                + " its reason");
    assertThat(whole.summary().notRun()).isEqualTo(2);
    assertThat(Headline.of(whole).verdict()).isEqualTo("All testable requirements passed");
  }

  @Test
  void saysHowManyTestableOnesASelectionLeftOut() {
    RunReport partial =
        SampleRuns.run(
            "",
            0,
            "@req-X",
            List.of(
                SampleRuns.requirement("X", Level.MUST, "d", "1", "tam", Outcome.PASSED, 1),
                SampleRuns.requirement("W", Level.MUST, "d", "1", "tam", Outcome.NOT_RUN, 1),
                SampleRuns.untested("Y", "it needs the vendor's tools")),
            List.of(SampleRuns.scenario("X.1", "X", Outcome.PASSED)));
    assertThat(partial.summary().claimLine())
        .isEqualTo(
            "1 of 2 testable requirements passed; 1 not run; 1 more without a scenario,"
                + " with its reason");
  }

  @Test
  void refusesARequirementThatIsBetterThanItsWorstScenario() {
    assertThatThrownBy(() -> oneRequirement(Outcome.PASSED, Outcome.PASSED, Outcome.BLOCKED))
        .hasMessageContaining("X-01 is better than its worst scenario: blocked");
    assertThat(oneRequirement(Outcome.BLOCKED, Outcome.PASSED, Outcome.BLOCKED).summary().blocked())
        .isEqualTo(1);
    assertThat(oneRequirement(Outcome.SUITE_ERROR, Outcome.PASSED).summary().suiteError())
        .isEqualTo(1);
  }

  @Test
  void refusesAVerdictWithoutAScenario() {
    assertThatThrownBy(() -> oneRequirement(Outcome.PASSED))
        .hasMessageContaining("X-01 passed without a scenario");
    assertThatThrownBy(
            () ->
                new RequirementResult(
                    "X-02",
                    Level.MUST,
                    "d",
                    "1",
                    List.of(),
                    "t",
                    Outcome.PASSED,
                    List.of(),
                    1,
                    "cannot be seen"))
        .hasMessageContaining("X-02 is said to be untested");
  }

  @Test
  void refusesIdsThatStandTwice() {
    RequirementResult requirement =
        SampleRuns.requirement("X-01", Level.MUST, "d", "1", "tam", Outcome.FAILED, 1);
    ScenarioResult scenario = SampleRuns.scenario("X-01.1", "X-01", Outcome.FAILED);
    assertThatThrownBy(
            () -> SampleRuns.run("", 1, "", List.of(requirement, requirement), List.of()))
        .hasMessageContaining("requirement X-01 stands twice");
    assertThatThrownBy(
            () -> SampleRuns.run("", 1, "", List.of(requirement), List.of(scenario, scenario)))
        .hasMessageContaining("scenario X-01.1 stands twice");
  }

  @Test
  void refusesAScenarioThatNoRequirementLists() {
    ScenarioResult lost = SampleRuns.scenario("X-09.1", "X-09", Outcome.FAILED);
    assertThatThrownBy(() -> SampleRuns.run("", 1, "", List.of(), List.of(lost)))
        .hasMessageContaining("scenario X-09.1 is not listed by X-09");
  }

  @Test
  void tellsHowToRepeatTheRunAndEachRequirement() {
    RunReport.Reproduction some =
        new RunReport.Reproduction("./ccican run --seed 1", "@a and not @b's", "");
    assertThat(some.whole()).isEqualTo("./ccican run --seed 1 --tags '@a and not @b'\\''s'");
    assertThat(some.only("PROV-02")).isEqualTo("./ccican run --seed 1 --tags @req-PROV-02");
    assertThat(new RunReport.Reproduction("./ccican run", "", "").whole())
        .isEqualTo("./ccican run");
  }

  @ParameterizedTest
  @CsvSource({
    "0, GOOD, All testable requirements passed",
    "1, BAD, 0 requirements failed",
    "2, OPEN, The configuration is wrong",
    "3, OPEN, The suite itself went wrong",
    "4, OPEN, The list of known failures is out of date",
    "5, OPEN, Nothing was measured",
    "6, OPEN, 'Nothing failed, but not everything could be judged'",
    "64, OPEN, The run ended with exit code 64",
  })
  void hasAHeadlineForEachExitCode(int exitCode, Headline.Mood mood, String verdict) {
    RunReport passed = SampleRuns.passed();
    assertThat(
            Headline.of(
                SampleRuns.run("", exitCode, "", passed.requirements(), passed.scenarios())))
        .isEqualTo(new Headline(mood, verdict));
  }

  @Test
  void saysWhenNotEverythingWasRunOrARecommendationIsNotFollowed() {
    RunReport partial = SampleRuns.incomplete();
    assertThat(
            Headline.of(SampleRuns.run("", 0, "", partial.requirements(), partial.scenarios()))
                .verdict())
        .isEqualTo("Every requirement that was run passed, but not all were run");
    RunReport advised =
        SampleRuns.run(
            "",
            0,
            "",
            List.of(SampleRuns.requirement("X", Level.SHOULD, "d", "1", "tam", Outcome.FAILED, 1)),
            List.of(SampleRuns.scenario("X.1", "X", Outcome.FAILED)));
    assertThat(Headline.of(advised).verdict())
        .isEqualTo("What is required passed; 1 recommendation is not followed");
  }

  private static RunReport oneRequirement(Outcome outcome, Outcome... scenarios) {
    List<ScenarioResult> results = new ArrayList<>();
    for (Outcome each : scenarios) {
      results.add(SampleRuns.scenario("X-01." + (results.size() + 1), "X-01", each));
    }
    return SampleRuns.run(
        "",
        0,
        "",
        List.of(
            SampleRuns.requirement("X-01", Level.MUST, "d", "1", "tam", outcome, scenarios.length)),
        results);
  }
}
