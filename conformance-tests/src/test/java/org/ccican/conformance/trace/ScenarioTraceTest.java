package org.ccican.conformance.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;

class ScenarioTraceTest {

  private final TraceEvent.Message ask =
      MessageDraft.request("teep-broker", "tam", 1, "teep", Bytes.EMPTY).at(at(1));
  private final TraceEvent.Message other =
      MessageDraft.request("moc", "tam", 2, "order", Bytes.EMPTY).at(at(2));
  private final TraceEvent.Message answer =
      MessageDraft.response("tam", "teep-broker", 1, "teep", 200, Bytes.of(1)).at(at(3));
  private final TraceEvent.Claimed claimed = new TraceEvent.Claimed(at(4), "tam", "done");
  private final TraceEvent.Expectation expectation =
      new TraceEvent.Expectation(at(5), "PROV-01", "echo", Map.of(), Traces.NOON);
  private final ScenarioTrace trace =
      new ScenarioTrace("A.1", List.of(expectation, answer, claimed, other, ask));

  @Test
  void sortsBySequence() {
    assertThat(trace.events()).containsExactly(ask, other, answer, claimed, expectation);
  }

  @Test
  void findsMessagesByEndsAndResource() {
    assertThat(trace.messages("tam", "teep-broker")).containsExactly(answer);
    assertThat(trace.messages("teep-broker", "tam")).containsExactly(ask);
    assertThat(trace.requests("teep")).containsExactly(ask);
    assertThat(trace.responses("teep")).containsExactly(answer);
    assertThat(trace.responses("order")).isEmpty();
  }

  @Test
  void pairsARequestWithItsResponseOnly() {
    assertThat(trace.exchanges()).hasSize(2);
    assertThat(trace.exchanges("teep").get(0).response()).contains(answer);
    assertThat(trace.exchanges("moc", "tam").get(0).response()).isEmpty();
  }

  @Test
  void neverPairsAcrossExchangesOrEnds() {
    for (TraceEvent.Message strange :
        List.of(
            MessageDraft.response("tam", "teep-broker", 9, "teep", 200, Bytes.EMPTY).at(at(3)),
            MessageDraft.response("tam", "moc", 1, "teep", 200, Bytes.EMPTY).at(at(3)),
            MessageDraft.response("moc", "teep-broker", 1, "teep", 200, Bytes.EMPTY).at(at(3)),
            MessageDraft.response("tam", "teep-broker", 1, "x", 200, Bytes.EMPTY).at(at(3)),
            MessageDraft.response("tam", "teep-broker", 1, "teep", 200, Bytes.EMPTY).at(at(0)))) {
      assertThat(new ScenarioTrace("A.1", List.of(ask, strange)).exchanges().get(0).response())
          .isEmpty();
    }
  }

  @Test
  void splitsAroundAnEvent() {
    assertThat(trace.before(answer).events()).containsExactly(ask, other);
    assertThat(trace.after(answer).events()).containsExactly(claimed, expectation);
  }

  @Test
  void leavesOutWhatRolesSayOfThemselves() {
    assertThat(trace.observed().events()).containsExactly(ask, other, answer, expectation);
  }

  @Test
  void refusesEventsOfAnotherScenario() {
    assertThatThrownBy(() -> new ScenarioTrace("B.1", List.of(ask)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Stamp at(long seq) {
    return Traces.stamp(seq, "A.1");
  }
}
