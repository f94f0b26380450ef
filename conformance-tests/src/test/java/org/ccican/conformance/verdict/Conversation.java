package org.ccican.conformance.verdict;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ccican.conformance.trace.MessageDraft;
import org.ccican.conformance.trace.ScenarioLog;
import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.conformance.trace.TraceEvent;
import org.ccican.conformance.trace.TraceLog;
import org.ccican.conformance.trace.Traces;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** A log of one scenario, message by message; every TEEP message is signed by {@link TestKey}. */
final class Conversation {

  private static final String BROKER = "teep-broker";

  private final String judged;
  private final ScenarioLog log =
      new TraceLog(new ByteArrayOutputStream(), Traces.REAL).scenario("A-1.1", Traces.REAL);
  private int exchange;

  /**
   * @param judged the role that the scenario is about
   */
  Conversation(String judged) {
    this.judged = judged;
    log.append(
        at ->
            new TraceEvent.Scenario(
                at, "X", "a.feature", 1, "A-1", List.of(judged), "must", false, "", List.of()));
  }

  /** The judged role is asked and answers. */
  Conversation asks(String purpose, Cbor question, int status, Cbor answer) {
    return exchange(judged, purpose, signed(question), status, signed(answer));
  }

  /** The judged role is asked and answers with a status alone. */
  Conversation asks(String purpose, Cbor question, int status) {
    return exchange(judged, purpose, signed(question), status, Bytes.EMPTY);
  }

  /** An empty request without media type. */
  Conversation begins(int status, Bytes answer) {
    return exchange("tam", "given", Bytes.EMPTY, status, answer);
  }

  /** As above, answered with a message. */
  Conversation begins(Cbor answer) {
    return begins(200, signed(answer));
  }

  Conversation exchange(String to, String purpose, Bytes body, int status, Bytes answer) {
    return exchange(to, Map.of(":purpose", purpose), body, status, answer);
  }

  /** A message of the suite's own that ends a session, and is called something. */
  Conversation ends(String purpose, String session, String specimen, Cbor message, Bytes answer) {
    return exchange(
        judged,
        Map.of(":purpose", purpose, ":session", session, ":specimen", specimen),
        signed(message),
        answer.isEmpty() ? 204 : 200,
        answer);
  }

  private Conversation exchange(
      String to, Map<String, String> headers, Bytes body, int status, Bytes answer) {
    exchange++;
    MessageDraft request = MessageDraft.request(BROKER, to, exchange, "teep", body);
    headers.forEach(request::header);
    log.append(request::at);
    log.append(MessageDraft.response(to, BROKER, exchange, "teep", status, answer)::at);
    return this;
  }

  static Bytes signed(Cbor message) {
    return TestKey.cose(message.encode(), true).encode();
  }

  /** What a judge says when the conversation is over. */
  Verdict judged(String judge, Map<String, String> more) {
    TraceEvent.Expectation asked = expect(judge, more);
    return StandardJudges.all().judge(trace(), asked, TestKey.SIGNATURES);
  }

  /** Writes down what is expected, as a step does. */
  TraceEvent.Expectation expect(String judge, Map<String, String> more) {
    Map<String, String> arguments = new HashMap<>(more);
    arguments.putIfAbsent("role", judged);
    arguments.put("key", TestKey.SPKI.toHex());
    return log.append(at -> new TraceEvent.Expectation(at, "A-1", judge, arguments, Traces.NOON));
  }

  ScenarioTrace trace() {
    return log.trace();
  }
}
