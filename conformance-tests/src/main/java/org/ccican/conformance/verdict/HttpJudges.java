package org.ccican.conformance.verdict;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.conformance.trace.Exchange;
import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.conformance.trace.TraceEvent.Message;

/** TEEP over HTTP between Broker and TAM. */
final class HttpJudges {

  private HttpJudges() {}

  static Map<String, Judge> table() {
    Map<String, Judge> judges = new HashMap<>();
    judges.put("http-begins", (trace, expected, signatures) -> begins(trace, expected));
    judges.put("http-first-request", (trace, expected, signatures) -> firstRequest(trace));
    judges.put("http-posted-media-type", (trace, expected, signatures) -> posted(trace));
    judges.put("http-session-end", (trace, expected, signatures) -> sessionEnd(trace));
    judges.put("http-status", (trace, expected, signatures) -> status(trace, expected));
    judges.put("http-content-headers", (trace, expected, signatures) -> headers(trace));
    judges.put(
        "http-method-refused", (trace, expected, signatures) -> methodRefused(trace, expected));
    return judges;
  }

  private static List<Exchange> session(ScenarioTrace trace) {
    return trace.exchanges("teep-broker", "tam").stream()
        .filter(exchange -> exchange.request().resource().equals("teep"))
        .toList();
  }

  private static Verdict begins(ScenarioTrace trace, Expectation expected) {
    Findings findings = new Findings();
    for (Exchange exchange : session(trace)) {
      if (exchange.request().body().isEmpty()) {
        findings.look(
            exchange
                .response()
                .filter(ExchangeJudges::isSuccess)
                .flatMap(answer -> TeepView.readSigned(answer.body(), expected.revision()).view())
                .filter(view -> view.type() == TeepType.QUERY_REQUEST)
                .isPresent(),
            "status "
                + exchange.response().flatMap(Message::status).orElse(0)
                + " and no QueryRequest");
      }
    }
    return findings.verdict("an empty POST is answered with a QueryRequest");
  }

  private static Verdict firstRequest(ScenarioTrace trace) {
    Optional<Message> first = session(trace).stream().findFirst().map(Exchange::request);
    return Findings.of(
        first
            .filter(request -> request.body().isEmpty())
            .filter(request -> new HttpView(request).accepts(HttpView.TEEP))
            .isPresent(),
        "an empty request that accepts " + HttpView.TEEP,
        first
            .map(
                request ->
                    request.body().size() + " octets, accept " + request.headers().get("accept"))
            .orElse("no request"));
  }

  private static Verdict posted(ScenarioTrace trace) {
    Findings findings = new Findings();
    for (Exchange exchange : session(trace)) {
      HttpView request = new HttpView(exchange.request());
      if (!request.body().isEmpty()) {
        findings.look(
            request.isType(HttpView.TEEP) && request.accepts(HttpView.TEEP),
            "content type " + exchange.request().mediaType());
      }
    }
    return findings.verdict("each message is posted as " + HttpView.TEEP);
  }

  /** Every body of the TAM goes to the Agent; after the first empty one nothing is asked. */
  private static Verdict sessionEnd(ScenarioTrace trace) {
    List<Exchange> session = session(trace);
    Findings findings = new Findings();
    for (int at = 0; at < session.size(); at++) {
      Optional<Message> answer = session.get(at).response();
      boolean empty = answer.filter(message -> message.body().isEmpty()).isPresent();
      boolean last = at == session.size() - 1;
      findings.look(
          answer.isPresent() && empty == last,
          empty
              ? "the session goes on after an empty response"
              : "the session ends at a response with a body");
    }
    return findings.verdict("a session ends with the first response without body");
  }

  private static Verdict status(ScenarioTrace trace, Expectation expected) {
    String to = expected.text("to");
    Findings findings = new Findings();
    for (TeepExchange.Turn turn : TeepExchange.turns(trace, expected, "tam")) {
      boolean chosen =
          to.equals("altered")
              ? turn.altered()
              : turn.question().filter(view -> view.type() == TeepType.SUCCESS).isPresent();
      if (chosen) {
        int status = turn.response().flatMap(Message::status).orElse(0);
        findings.look(status == expected.number("status"), "status " + status);
      }
    }
    return findings.verdict("status " + expected.text("status"));
  }

  private static Verdict headers(ScenarioTrace trace) {
    Findings findings = new Findings();
    for (Exchange exchange : session(trace)) {
      Optional<Message> answer = exchange.response().filter(message -> !message.body().isEmpty());
      if (answer.isPresent()) {
        HttpView view = new HttpView(answer.get());
        findings.look(
            view.isType(HttpView.TEEP)
                && view.header("x-content-type-options").equals(Optional.of("nosniff")),
            "content type "
                + answer.get().mediaType()
                + ", x-content-type-options "
                + view.header("x-content-type-options").orElse("absent"));
      }
    }
    return findings.verdict("content is " + HttpView.TEEP + " with nosniff");
  }

  private static Verdict methodRefused(ScenarioTrace trace, Expectation expected) {
    Findings findings = new Findings();
    for (Exchange exchange : session(trace)) {
      if (!"POST".equals(exchange.request().headers().get(":method"))) {
        int status = exchange.response().flatMap(Message::status).orElse(0);
        findings.look(
            status >= 400
                && status < 600
                && exchange
                    .response()
                    .flatMap(
                        answer -> TeepView.readSigned(answer.body(), expected.revision()).view())
                    .isEmpty(),
            "status " + status);
      }
    }
    return findings.verdict(
        "a method other than POST is answered with an error and no QueryRequest");
  }
}
