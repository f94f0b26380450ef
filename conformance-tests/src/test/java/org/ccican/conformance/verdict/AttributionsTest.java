package org.ccican.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ccican.conformance.trace.Blame;
import org.ccican.conformance.trace.RunTrace;
import org.ccican.conformance.trace.ScenarioLog;
import org.ccican.conformance.trace.Stamp;
import org.ccican.conformance.trace.TraceEvent;
import org.ccican.conformance.trace.TraceLog;
import org.ccican.conformance.trace.Traces;
import org.ccican.conformance.verdict.Attribution.Culprit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody is blamed without evidence, and nobody for what the reference cannot do either. */
class AttributionsTest {

  private static final Judges JUDGES =
      new Judges(
          Map.of(
              "good", (trace, expectation, signatures) -> Verdict.passed("so"),
              "bad", (trace, expectation, signatures) -> Verdict.failed("not so", "a", "b")));

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final TraceLog log = new TraceLog(out, Traces.REAL);
  private final ScenarioLog run = log.scenario("", Traces.REAL);

  @Test
  void blamesNobodyForWhatPassed() {
    scenario("A-1.1", s -> expect(s, "good", Map.of()));

    assertThat(attributions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "passed, TARGET, the reference passes the same case; tam.key: verifies",
    "failed, SUITE, 'the reference does not pass the same case either, it is failed'",
  })
  void asksHowTheReferenceCameOut(String control, Culprit culprit, String evidence) {
    claim(Attributions.PREFLIGHT, "tam.key: verifies");
    scenario("A-1.1", s -> expect(s, "bad", Map.of()));
    claim(Attributions.CONTROL, "A-1.1 " + control);

    Attribution found = attributions().get("A-1.1");

    assertThat(found.culprit()).isEqualTo(culprit);
    assertThat(found.evidence()).contains(evidence);
  }

  @Test
  void doesNotSayThatTheReferencePassesWhatItWasNotAsked() {
    scenario("A-1.1", s -> expect(s, "bad", Map.of()));

    assertThat(attributions().get("A-1.1"))
        .isEqualTo(new Attribution(Culprit.TARGET, "seen at the suite's own connections"));
  }

  @Test
  void saysThatATextCouldHaveBeenReadInTwoWays() {
    scenario("A-1.1", s -> expect(s, "bad", Map.of(ReadingJudges.AMBIGUITY, "A12")));
    claim(Attributions.CONTROL, "A-1.1 passed");

    Attribution found = attributions().get("A-1.1");

    assertThat(found.culprit()).isEqualTo(Culprit.TARGET);
    assertThat(found.evidence()).contains("neither reading", "A12", "the reference passes");
  }

  @Test
  void blamesTheTargetForASilenceOnlyIfItAnsweredElsewhere() {
    scenario("A-1.1", s -> problem(s, Blame.TIMEOUT, "no answer"));
    assertThat(attributions().get("A-1.1").culprit()).isEqualTo(Culprit.ENVIRONMENT);
  }

  @Test
  void blamesTheTargetForASilenceAmongAnswers() {
    scenario("A-1.1", s -> problem(s, Blame.TIMEOUT, "no answer"));
    scenario("A-2.1", s -> expect(s, "good", Map.of()));

    Attribution found = attributions().get("A-1.1");

    assertThat(found.culprit()).isEqualTo(Culprit.TARGET);
    assertThat(found.evidence()).contains("did in 1 other scenario");
  }

  @Test
  void blamesWhoeverEndedTheRun() {
    ScenarioLog cut = log.scenario("A-1.1", Traces.REAL);
    cut.append(AttributionsTest::header);
    expect(cut, "good", Map.of());

    assertThat(attributions().get("A-1.1").culprit()).isEqualTo(Culprit.ENVIRONMENT);
  }

  @ParameterizedTest
  @CsvSource({
    "CONFIGURATION, tam.clock: no answer, CONFIGURATION",
    "PREREQUISITE, what is given did not come about, TARGET",
    "SUITE, a step is broken, SUITE",
  })
  void followsWhatTheLogSaysOfAProblem(Blame blame, String detail, Culprit culprit) {
    scenario("A-1.1", s -> problem(s, blame, detail));
    claim(Attributions.CONTROL, "A-1.1 passed");

    assertThat(attributions().get("A-1.1").culprit()).isEqualTo(culprit);
  }

  private void scenario(String id, Consumer<ScenarioLog> content) {
    ScenarioLog scenario = log.scenario(id, Traces.REAL);
    scenario.append(AttributionsTest::header);
    content.accept(scenario);
    scenario.append(at -> new TraceEvent.ScenarioEnd(at, "passed"));
  }

  private static TraceEvent.Scenario header(Stamp stamp) {
    String requirement = stamp.scenario().substring(0, stamp.scenario().indexOf('.'));
    return new TraceEvent.Scenario(
        stamp, "name", "x.feature", 1, requirement, List.of("tam"), "must", false, "", List.of());
  }

  private static void expect(ScenarioLog scenario, String judge, Map<String, String> arguments) {
    scenario.append(at -> new TraceEvent.Expectation(at, "A-1", judge, arguments, Instant.EPOCH));
  }

  private static void problem(ScenarioLog scenario, Blame blame, String detail) {
    scenario.append(at -> new TraceEvent.Problem(at, blame, detail));
  }

  private void claim(String who, String text) {
    run.append(at -> new TraceEvent.Claimed(at, who, text));
  }

  private Map<String, Attribution> attributions() {
    run.append(at -> new TraceEvent.RunEnd(at, true));
    RunTrace trace = Traces.read(out);
    RunJudgement judgement =
        RunJudgement.of(trace, List.of(), JUDGES, (algorithm, spki, message, signature) -> false);
    return Attributions.of(trace, judgement);
  }
}
