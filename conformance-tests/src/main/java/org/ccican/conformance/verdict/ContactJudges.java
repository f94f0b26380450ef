package org.ccican.conformance.verdict;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ccican.conformance.trace.Exchange;
import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.conformance.trace.TraceEvent.Message;
import org.ccican.wire.Bytes;

/** What an Agent gives back where it is asked something beside TEEP messages. */
final class ContactJudges {

  private ContactJudges() {}

  static Map<String, Judge> table() {
    Map<String, Judge> judges = new HashMap<>();
    judges.put("contact-uri", (trace, expected, signatures) -> uri(trace, expected));
    judges.put("contact-nothing", (trace, expected, signatures) -> nothing(trace, expected));
    judges.put("contact-message", ContactJudges::message);
    judges.put("contact-silent", (trace, expected, signatures) -> silent(trace, expected));
    return judges;
  }

  private static Optional<FieldsView> given(ScenarioTrace trace, Expectation expected) {
    return Played.it(trace, expected.text("role"))
        .flatMap(Exchange::response)
        .filter(ExchangeJudges::isSuccess)
        .map(answer -> new FieldsView(answer.body()));
  }

  private static Verdict uri(ScenarioTrace trace, Expectation expected) {
    Optional<String> uri = given(trace, expected).flatMap(fields -> fields.text("tam-uri"));
    return Findings.of(
        uri.equals(expected.findText("uri")),
        "the URI " + expected.text("uri"),
        uri.map(other -> "the URI " + other).orElse("no URI"));
  }

  private static Verdict nothing(ScenarioTrace trace, Expectation expected) {
    Optional<Message> answer =
        Played.it(trace, expected.text("role"))
            .flatMap(Exchange::response)
            .filter(ExchangeJudges::isSuccess);
    return Findings.of(
        answer.map(Message::body).filter(Bytes::isEmpty).isPresent(),
        "a successful answer without content",
        answer.map(each -> each.body().size() + " octets").orElse("no success"));
  }

  /** A QueryResponse that the Agent's key verifies. */
  private static Verdict message(ScenarioTrace trace, Expectation expected, Verifier signatures) {
    Optional<Bytes> message = given(trace, expected).flatMap(fields -> fields.octets("message"));
    boolean response =
        message
            .flatMap(octets -> TeepView.readSigned(octets, expected.revision()).view())
            .filter(view -> view.type() == TeepType.QUERY_RESPONSE)
            .filter(view -> view.broken().isEmpty())
            .isPresent();
    boolean signed =
        message
            .flatMap(octets -> CoseView.read(octets).view())
            .filter(
                view ->
                    TeepJudges.agentKeys(trace, expected).stream()
                        .anyMatch(key -> view.verifies(signatures, key)))
            .isPresent();
    return Findings.of(
        response && signed,
        "a QueryResponse, signed",
        response ? "its signature does not verify" : "no QueryResponse");
  }

  private static Verdict silent(ScenarioTrace trace, Expectation expected) {
    Optional<FieldsView> given = given(trace, expected);
    return Findings.of(
        given.flatMap(fields -> fields.text("tam-uri")).isPresent()
            && given.flatMap(fields -> fields.octets("message")).isEmpty(),
        "a URI and no message",
        given.flatMap(fields -> fields.octets("message")).isPresent() ? "a message" : "no URI");
  }
}
