package org.ccican.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.ccican.conformance.trace.Blame;
import org.ccican.conformance.trace.MessageDraft;
import org.ccican.conformance.trace.RunTrace;
import org.ccican.conformance.trace.ScenarioLog;
import org.ccican.conformance.trace.TraceEvent;
import org.ccican.conformance.trace.TraceLog;
import org.ccican.conformance.trace.TraceReader;
import org.ccican.conformance.trace.Traces;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RunJudgementTest {

  private static final Judges JUDGES =
      new Judges(
          Map.of(
              "sent",
              (trace, expectation, signatures) ->
                  trace.messages("tam", "teep-broker").stream()
                          .anyMatch(m -> m.body().equals(expectation.octets("body")))
                      ? Verdict.passed("sent")
                      : Verdict.failed("not sent", expectation.text("body"), ""),
              "late",
              (trace, expectation, signatures) -> Verdict.inconclusive("nothing came"),
              "any-claim",
              (trace, expectation, signatures) ->
                  trace.all(TraceEvent.Claimed.class).isEmpty()
                      ? Verdict.failed("nothing is claimed", "", "")
                      : Verdict.passed("claimed")));
  private static final Verifier NONE = (algorithm, spki, message, signature) -> false;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final TraceLog log = new TraceLog(out, Traces.REAL);
  private final ScenarioLog run = log.scenario("", Traces.REAL);

  @Test
  void scenarioTakesItsWorstExpectation() {
    begin();
    scenario("A-1.1", s -> expect(s, "01", "sent"));
    scenario(
        "A-2.1",
        s -> {
          expect(s, "01", "sent");
          expect(s, "02", "sent");
          expect(s, "01", "late");
        });
    end();
    RunJudgement judged = judge("A-1.1", "A-2.1");
    assertThat(outcomes(judged)).containsExactly(Outcome.PASSED, Outcome.FAILED);
    assertThat(judged.requirements().get(1).detail()).isEqualTo("A-2.1: not sent");
    assertThat(judged.complete()).isTrue();
    assertThat(judged.counts()).isEqualTo(new Counts(2, 1, 1, 0, 0, 0, 0, 0, 0));
    assertThat(judged.exitCode(false)).isEqualTo(ExitCode.FAILED);
  }

  @ParameterizedTest
  @CsvSource({
    "SUITE, SUITE_ERROR, SUITE_ERROR",
    "TIMEOUT, INCONCLUSIVE, UNSETTLED",
    "PREREQUISITE, BLOCKED, UNSETTLED",
    "CONFIGURATION, BLOCKED, UNSETTLED"
  })
  void problemTakesTheOutcomeOfItsBlame(Blame blame, Outcome outcome, ExitCode code) {
    begin();
    scenario("A-1.1", s -> expect(s, "01", "sent"));
    scenario("A-2.1", s -> s.append(at -> new TraceEvent.Problem(at, blame, "x")));
    end();
    RunJudgement judged = judge("A-1.1", "A-2.1");
    assertThat(outcomes(judged)).containsExactly(Outcome.PASSED, outcome);
    assertThat(judged.exitCode(false)).isEqualTo(code);
  }

  @Test
  void nothingExpectedIsTheSuitesFault() {
    begin();
    scenario("A-1.1", s -> s.append(at -> new TraceEvent.Claimed(at, "tam", "fine")));
    end();
    assertThat(outcomes(judge("A-1.1"))).containsExactly(Outcome.SUITE_ERROR);
  }

  @Test
  void unknownOrBrokenJudgeIsTheSuitesFault() {
    begin();
    scenario("A-1.1", s -> expect(s, "01", "nobody"));
    scenario("A-2.1", s -> expect(s, "no hex", "sent"));
    end();
    RunJudgement judged = judge("A-1.1", "A-2.1");
    assertThat(outcomes(judged)).containsOnly(Outcome.SUITE_ERROR);
    assertThat(judged.exitCode(false)).isEqualTo(ExitCode.SUITE_ERROR);
  }

  @Test
  void scenarioWithoutItsEndIsInconclusive() {
    begin();
    ScenarioLog cut = header("A-1.1", false, "");
    expect(cut, "01", "sent");
    end();
    RunJudgement judged = judge("A-1.1");
    assertThat(outcomes(judged)).containsExactly(Outcome.INCONCLUSIVE);
    assertThat(judged.complete()).isFalse();
  }

  @Test
  void runWithoutItsEndNeverPasses() {
    begin();
    scenario("A-1.1", s -> expect(s, "01", "sent"));
    RunJudgement judged = judge("A-1.1");
    assertThat(outcomes(judged)).containsExactly(Outcome.PASSED);
    assertThat(judged.complete()).isFalse();
    assertThat(judged.exitCode(false)).isEqualTo(ExitCode.UNSETTLED);
  }

  @Test
  void scenarioThatStoppedWithoutAReasonInTheLogDoesNotPass() {
    begin();
    ScenarioLog undefined = header("A-1.1", false, "");
    expect(undefined, "01", "sent");
    undefined.append(at -> new TraceEvent.ScenarioEnd(at, "undefined"));
    end();
    assertThat(outcomes(judge("A-1.1"))).containsExactly(Outcome.SUITE_ERROR);
  }

  /** What cannot be asked of a target cannot be departed from either: nobody has to look. */
  @Test
  void negativeScenarioIsInapplicableWhereItsParentIs() {
    begin();
    scenario("A-1.1", s -> s.append(at -> new TraceEvent.Inapplicable(at, "no clock")));
    negative("B-1.1", "A-1.1", "01");
    negative("B-2.1", "A-1.1", "02");
    end();
    assertThat(outcomes(judge("A-1.1", "B-1.1", "B-2.1"))).containsOnly(Outcome.INAPPLICABLE);
  }

  /** A judge that cannot ask leaves the scenario open, whatever the others saw. */
  @Test
  void anInapplicableVerdictOutweighsAPass() {
    Judges judges =
        new Judges(
            Map.of(
                "sent",
                (trace, expectation, signatures) -> Verdict.passed("sent"),
                "shape",
                (trace, expectation, signatures) -> Verdict.inapplicable("another reading"),
                "wrong",
                (trace, expectation, signatures) -> Verdict.failed("wrong", "", "")));
    begin();
    scenario(
        "A-1.1",
        s -> {
          expect(s, "01", "sent");
          expect(s, "01", "shape");
        });
    scenario(
        "A-2.1",
        s -> {
          expect(s, "01", "shape");
          expect(s, "01", "wrong");
        });
    end();
    RunJudgement judged = RunJudgement.of(Traces.read(out), plans("A-1.1", "A-2.1"), judges, NONE);
    assertThat(outcomes(judged)).containsExactly(Outcome.INAPPLICABLE, Outcome.FAILED);
  }

  @Test
  void negativeScenarioIsBlockedUnlessItsParentPassed() {
    begin();
    scenario("A-1.1", s -> expect(s, "01", "sent"));
    scenario("A-2.1", s -> expect(s, "02", "sent"));
    negative("B-1.1", "A-1.1", "01");
    negative("B-2.1", "A-2.1", "01");
    negative("B-3.1", "A-2.1", "02");
    negative("B-4.1", "A-9.1", "01");
    negative("B-5.1", "", "01");
    negative("B-6.1", "B-1.1", "01");
    negative("B-7.1", "A-1.1", "02");
    end();
    assertThat(
            outcomes(
                judge(
                    "B-1.1", "B-2.1", "B-3.1", "B-4.1", "B-5.1", "B-6.1", "B-7.1", "A-1.1",
                    "A-2.1")))
        .startsWith(
            Outcome.PASSED,
            Outcome.BLOCKED,
            Outcome.BLOCKED,
            Outcome.BLOCKED,
            Outcome.SUITE_ERROR,
            Outcome.SUITE_ERROR,
            Outcome.FAILED);
  }

  @Test
  void everyRowOfAParentCounts() {
    begin();
    scenario("A-1.1#1", s -> expect(s, "01", "sent"));
    scenario("A-1.1#2", s -> expect(s, "02", "sent"));
    scenario("A-1.10", s -> expect(s, "02", "sent"));
    negative("B-1.1", "A-1.1", "01");
    negative("B-2.1", "A-1.1#1", "01");
    end();
    assertThat(outcomes(judge("B-1.1", "B-2.1", "A-1.1", "A-1.10")))
        .startsWith(Outcome.BLOCKED, Outcome.PASSED);
  }

  @ParameterizedTest
  @EnumSource
  void verdictThatIsNotRepeatedIsTheSuitesFault(Said said) {
    begin();
    scenario(
        "A-1.1",
        s -> {
          TraceEvent.Expectation expectation = expect(s, "02", "sent");
          long about = expectation.seq() + (said == Said.ANOTHER_EXPECTATION ? 1 : 0);
          s.append(
              at ->
                  new TraceEvent.Verdict(
                      at,
                      about,
                      said == Said.ANOTHER_OUTCOME ? "passed" : "failed",
                      said == Said.ANOTHER_DETAIL ? "x" : "not sent",
                      said == Said.ANOTHER_EXPECTED ? "x" : "02",
                      said == Said.ANOTHER_ACTUAL ? "x" : ""));
        });
    end();
    RunJudgement judged = judge("A-1.1");
    assertThat(judged.scenarios().get(0).findings().stream().map(Finding::outcome))
        .contains(Outcome.FAILED)
        .matches(all -> all.contains(Outcome.SUITE_ERROR) == (said != Said.THE_SAME));
  }

  enum Said {
    THE_SAME,
    ANOTHER_OUTCOME,
    ANOTHER_DETAIL,
    ANOTHER_EXPECTED,
    ANOTHER_ACTUAL,
    ANOTHER_EXPECTATION
  }

  @Test
  void judgesSeeOnlyWhatCameBefore() {
    begin();
    scenario(
        "A-1.1",
        s -> {
          expect(s, "07", "sent");
          s.append(
              at ->
                  MessageDraft.response("tam", "teep-broker", 2, "teep", 200, Bytes.of(7)).at(at));
        });
    end();
    assertThat(outcomes(judge("A-1.1"))).containsExactly(Outcome.FAILED);
  }

  @Test
  void requirementIsNotRunOrInapplicableWithoutAScenario() {
    begin();
    scenario("A-1.1", s -> expect(s, "01", "sent"));
    scenario("A-2.1", s -> s.append(at -> new TraceEvent.Inapplicable(at, "no tdx")));
    end();
    RunJudgement judged =
        RunJudgement.of(
            Traces.read(out),
            List.of(
                plan("A-1", "must", "tam", "A-1.1", "A-1.2"),
                plan("A-2", "must", "tam", "A-2.1"),
                plan("A-3", "must", "tam", "A-3.1"),
                plan("A-4", "must", "moc", "A-4.1"),
                new RequirementPlan(
                    "A-5", "must", List.of("tam"), List.of(), Optional.of("no hook"))),
            JUDGES,
            NONE);
    assertThat(outcomes(judged))
        .containsExactly(
            Outcome.NOT_RUN,
            Outcome.INAPPLICABLE,
            Outcome.NOT_RUN,
            Outcome.INAPPLICABLE,
            Outcome.NOT_RUN);
    assertThat(judged.requirements().get(4).detail()).isEqualTo("no hook");
    assertThat(judged.exitCode(false)).isEqualTo(ExitCode.NOTHING_MEASURED);
  }

  @Test
  void aClaimOfInapplicabilityHidesNoFailure() {
    begin();
    scenario(
        "A-1.1",
        s -> {
          expect(s, "02", "sent");
          s.append(at -> new TraceEvent.Inapplicable(at, "not mine"));
        });
    end();
    assertThat(outcomes(judge("A-1.1"))).containsExactly(Outcome.FAILED);
  }

  @Test
  void recommendationsAreCountedApartAndBindOnlyStrictly() {
    begin();
    scenario("A-1.1", s -> expect(s, "01", "sent"));
    scenario("A-2.1", s -> expect(s, "02", "sent"));
    scenario("A-3.1", s -> expect(s, "02", "sent"));
    end();
    RunTrace trace = Traces.read(out);
    List<RequirementPlan> plans =
        List.of(
            plan("A-1", "must", "tam", "A-1.1"),
            plan("A-2", "should", "tam", "A-2.1"),
            plan("A-3", "may", "tam", "A-3.1"));
    RunJudgement judged = RunJudgement.of(trace, plans, JUDGES, NONE);
    assertThat(judged.advisory()).isEqualTo(new Counts(2, 0, 2, 0, 0, 0, 0, 0, 0));
    assertThat(judged.counts().total()).isEqualTo(3);
    assertThat(judged.exitCode(false)).isEqualTo(ExitCode.PASSED);
    assertThat(judged.exitCode(true)).isEqualTo(ExitCode.FAILED);
    assertThat(
            RunJudgement.of(trace, List.of(plans.get(0), plans.get(2)), JUDGES, NONE)
                .requirements())
        .hasSize(2);
  }

  @Test
  void scenarioThatBelongsToNoRequirementIsTheSuitesFault() {
    begin();
    scenario("A-1.1", s -> expect(s, "01", "sent"));
    scenario("A-2.1", s -> expect(s, "01", "sent"));
    end();
    RunJudgement judged = judge("A-1.1");
    assertThat(judged.problems()).hasSize(1);
    assertThat(judged.exitCode(false)).isEqualTo(ExitCode.SUITE_ERROR);
  }

  @Test
  void wrongConfigurationOfTheRunComesFirst() {
    begin();
    run.append(at -> new TraceEvent.Problem(at, Blame.CONFIGURATION, "no such target"));
    scenario("A-1.1", s -> expect(s, "02", "sent"));
    end();
    assertThat(judge("A-1.1").exitCode(false)).isEqualTo(ExitCode.CONFIGURATION);
  }

  @Test
  void exitCodesPrecedeEachOtherAsDecided() {
    assertThat(Arrays.stream(ExitCode.values()).map(ExitCode::code))
        .containsExactly(64, 2, 3, 1, 4, 6, 5, 0);
    assertThat(ExitCode.first(List.of(ExitCode.UNSETTLED, ExitCode.FAILED)))
        .isEqualTo(ExitCode.FAILED);
    assertThat(ExitCode.first(List.of())).isEqualTo(ExitCode.PASSED);
  }

  @Test
  void deletingEveryClaimChangesNothing() throws Exception {
    mixedRun();
    String whole = out.toString(StandardCharsets.UTF_8);
    String without =
        whole
            .lines()
            .filter(line -> !line.contains("\"kind\":\"claimed\""))
            .reduce("", (all, line) -> all + line + "\n");
    assertThat(without.lines().count()).isEqualTo(whole.lines().count() - 4);
    RunJudgement judged = judged(whole);
    assertThat(judged(without)).isEqualTo(judged);
    // A judge that asks for claims never gets any.
    assertThat(outcomes(judged)).endsWith(Outcome.FAILED);
  }

  @Test
  void shufflingLinesChangesNothing() throws Exception {
    mixedRun();
    String whole = out.toString(StandardCharsets.UTF_8);
    RunJudgement judged = judged(whole);
    Random random = new Random(7);
    for (int round = 0; round < 50; round++) {
      List<String> lines = new ArrayList<>(whole.lines().toList());
      Collections.shuffle(lines, random);
      assertThat(judged(String.join("\n", lines) + "\n")).isEqualTo(judged);
    }
  }

  private void mixedRun() {
    begin();
    ScenarioLog a = header("A-1.1", false, "");
    ScenarioLog b = header("A-2.1", false, "");
    a.append(at -> new TraceEvent.Claimed(at, "tam", "one"));
    expect(b, "01", "sent");
    expect(a, "01", "sent");
    b.append(at -> new TraceEvent.Claimed(at, "tam", "two"));
    TraceEvent.Expectation last = expect(a, "01", "late");
    a.append(at -> new TraceEvent.Verdict(at, last.seq(), "inconclusive", "nothing came", "", ""));
    b.append(at -> new TraceEvent.ScenarioEnd(at, "passed"));
    a.append(at -> new TraceEvent.Claimed(at, "tam", "three"));
    a.append(at -> new TraceEvent.ScenarioEnd(at, "failed"));
    scenario(
        "A-3.1",
        s -> {
          s.append(at -> new TraceEvent.Claimed(at, "tam", "four"));
          expect(s, "01", "any-claim");
        });
    end();
  }

  private static RunJudgement judged(String lines) throws Exception {
    RunTrace trace =
        new TraceReader().read(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
    return RunJudgement.of(trace, plans("A-1.1", "A-2.1", "A-3.1"), JUDGES, NONE);
  }

  private RunJudgement judge(String... scenarios) {
    return RunJudgement.of(Traces.read(out), plans(scenarios), JUDGES, NONE);
  }

  private static List<RequirementPlan> plans(String... scenarios) {
    return Arrays.stream(scenarios).map(id -> plan(requirement(id), "must", "tam", id)).toList();
  }

  private static RequirementPlan plan(String id, String level, String role, String... scenarios) {
    return new RequirementPlan(id, level, List.of(role), List.of(scenarios), Optional.empty());
  }

  private static List<Outcome> outcomes(RunJudgement judged) {
    return judged.requirements().stream().map(RequirementJudgement::outcome).toList();
  }

  private static String requirement(String scenario) {
    return scenario.substring(0, scenario.indexOf('.'));
  }

  private void begin() {
    run.append(
        at ->
            new TraceEvent.Run(
                at,
                "0",
                "00",
                Traces.NOON,
                List.of("tam"),
                "target",
                "teep-26",
                List.of(),
                "1",
                "",
                "",
                "17"));
  }

  private void end() {
    run.append(at -> new TraceEvent.RunEnd(at, true));
  }

  private void scenario(String id, Consumer<ScenarioLog> body) {
    ScenarioLog scenario = header(id, false, "");
    body.accept(scenario);
    scenario.append(at -> new TraceEvent.ScenarioEnd(at, "passed"));
  }

  private void negative(String id, String parent, String body) {
    ScenarioLog scenario = header(id, true, parent);
    expect(scenario, body, "sent");
    scenario.append(at -> new TraceEvent.ScenarioEnd(at, "passed"));
  }

  private ScenarioLog header(String id, boolean negative, String parent) {
    ScenarioLog scenario = log.scenario(id, Traces.REAL);
    scenario.append(
        at ->
            new TraceEvent.Scenario(
                at,
                id,
                "a.feature",
                1,
                requirement(id),
                List.of("tam"),
                "must",
                negative,
                parent,
                List.of()));
    scenario.append(
        at -> MessageDraft.response("tam", "teep-broker", 1, "teep", 200, Bytes.of(1)).at(at));
    return scenario;
  }

  private static TraceEvent.Expectation expect(ScenarioLog scenario, String body, String judge) {
    return scenario.append(
        at -> new TraceEvent.Expectation(at, "X", judge, Map.of("body", body), Traces.NOON));
  }
}
