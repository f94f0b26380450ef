package org.ccican.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import org.ccican.conformance.trace.RunTrace;
import org.ccican.conformance.trace.ScenarioLog;
import org.ccican.conformance.trace.TraceEvent;
import org.ccican.conformance.trace.TraceLog;
import org.ccican.conformance.trace.Traces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where roles of one target met, a failure is put down to the end that shows it elsewhere too. */
class EndsTest {

  private static final String DEVICE = "teep-agent and teep-broker";

  private static final Judges JUDGES =
      new Judges(Map.of("bad", (trace, expectation, signatures) -> Verdict.failed("no", "a", "b")));

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final TraceLog log = new TraceLog(out, Traces.REAL);
  private final ScenarioLog run = log.scenario("", Traces.REAL);

  @ParameterizedTest
  @CsvSource({
    "A-1.1 failed tam,       tam",
    "A-1.1 passed tam,       teep-agent and teep-broker",
    "A-1.1 inapplicable tam, tam",
  })
  void asksTheJudgedRoleBesideTheReference(String alone, String role) {
    together();
    scenario("A-1.1", "A-1", "tam");
    claim(Attributions.ALONE, alone);

    assertThat(role("A-1.1")).isEqualTo(role);
  }

  @Test
  void namesTheRoleThatBreaksARuleBetweenThem() {
    together();
    scenario("A-1.1", "A-1", "tam");
    scenario("B-1.recorded-teep-agent.1", "B-1", "teep-agent");
    claim(Attributions.ALONE, "A-1.1 passed tam");

    assertThat(role("A-1.1")).isEqualTo("teep-agent");
    assertThat(role("B-1.recorded-teep-agent.1")).isEqualTo("teep-agent");
    assertThat(attribution("A-1.1").evidence())
        .contains("beside the reference the tam passes it")
        .contains("in what passed between them the teep-agent breaks B-1");
  }

  @Test
  void acquitsWhoKeepsTheRuleBesideTheReference() {
    together();
    scenario("A-1.recorded-tam.1", "A-1", "tam");
    scenario("B-1.recorded-teep-agent.1", "B-1", "teep-agent");
    claim(Attributions.ALONE, "A-1.1 passed tam");

    assertThat(role("A-1.recorded-tam.1")).isEqualTo("teep-agent");
  }

  @Test
  void believesWhatOnlySeveralScenariosShow() {
    together();
    scenario("A-1.1", "A-1", "tam");
    scenario("A-1.recorded-tam.1", "A-1", "tam");
    claim(Attributions.ALONE, "A-1.1 passed tam");
    claim(Attributions.ALONE, "A-1.2 failed tam");

    assertThat(role("A-1.1")).isEqualTo("tam");
  }

  @Test
  void namesNobodyWhereThereIsOneEnd() {
    scenario("A-1.1", "A-1", "tam");
    claim(Attributions.ALONE, "A-1.1 passed tam");

    assertThat(role("A-1.1")).isEmpty();
  }

  private void together() {
    claim(Attributions.TOGETHER, "tam");
    claim(Attributions.TOGETHER, DEVICE);
  }

  private void claim(String who, String text) {
    run.append(stamp -> new TraceEvent.Claimed(stamp, who, text));
  }

  private void scenario(String id, String requirement, String role) {
    ScenarioLog scenario = log.scenario(id, Traces.REAL);
    scenario.append(
        stamp ->
            new TraceEvent.Scenario(
                stamp, "x", "f", 1, requirement, List.of(role), "must", false, "", List.of()));
    scenario.append(
        stamp -> new TraceEvent.Expectation(stamp, requirement, "bad", Map.of(), stamp.virtual()));
    scenario.append(stamp -> new TraceEvent.ScenarioEnd(stamp, "failed"));
  }

  private String role(String id) {
    return attribution(id).role();
  }

  private Attribution attribution(String id) {
    RunTrace trace = Traces.read(out);
    RunJudgement judgement =
        RunJudgement.of(trace, List.of(), JUDGES, (algorithm, key, message, signature) -> false);
    return Attributions.of(trace, judgement).get(id);
  }
}
