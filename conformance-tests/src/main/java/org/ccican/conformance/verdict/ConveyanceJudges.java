package org.ccican.conformance.verdict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.ccican.conformance.trace.Exchange;
import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.conformance.trace.TraceEvent.Message;
import org.ccican.wire.Bytes;

/**
 * Evidence and results on their way through those who are not to look into them (RFC 9334 sections
 * 5 and 7.2).
 */
final class ConveyanceJudges {

  private static final String OWNER = "application-owner";
  private static final String MIDDLEWARE = "middleware";
  private static final String VERIFIER = "verifier";

  private ConveyanceJudges() {}

  static Map<String, Judge> table() {
    Map<String, Judge> judges = new HashMap<>();
    judges.put("evidence-forwarded", (trace, expected, signatures) -> forwarded(trace));
    judges.put("evidence-confined", (trace, expected, signatures) -> confined(trace));
    judges.put("passport-carried", (trace, expected, signatures) -> carried(trace, expected));
    return judges;
  }

  /** What the owner has appraised is, octet by octet, an answer to an attestation request. */
  private static Verdict forwarded(ScenarioTrace trace) {
    List<Bytes> collected =
        trace.exchanges(OWNER, MIDDLEWARE).stream()
            .filter(exchange -> exchange.request().resource().equals("attestation"))
            .flatMap(exchange -> exchange.response().stream())
            .map(Message::body)
            .toList();
    Findings findings = new Findings();
    for (Exchange exchange : appraisals(trace, OWNER)) {
      findings.look(
          new FieldsView(exchange.request().body())
              .octets("evidence")
              .filter(collected::contains)
              .isPresent(),
          "message " + exchange.request().seq() + " has evidence that nobody gave");
    }
    return findings.verdict("evidence as the middleware gave it");
  }

  /**
   * What the Attesting Environment gives the middleware goes to the owner over TLS, from there to
   * the Verifier, and to nobody else.
   */
  private static Verdict confined(ScenarioTrace trace) {
    Findings findings = new Findings();
    for (Bytes evidence : given(trace)) {
      boolean arrived = false;
      List<String> astray = new ArrayList<>();
      for (Exchange exchange : trace.exchanges()) {
        Message request = exchange.request();
        boolean asked = between(request, OWNER, MIDDLEWARE) && request.tls().isPresent();
        boolean answered = exchange.response().filter(holds(evidence)).isPresent();
        arrived |= asked && answered;
        if (answered && !asked && !between(request, MIDDLEWARE, "attesting-environment")) {
          astray.add("in the answer to message " + request.seq() + " to " + request.from());
        }
        if (holds(evidence).test(request) && !between(request, OWNER, VERIFIER)) {
          astray.add("in message " + request.seq() + " to " + request.to());
        }
      }
      findings.look(arrived && astray.isEmpty(), arrived ? astray.toString() : "never given");
    }
    return findings.verdict("evidence goes to owner and Verifier, and over TLS");
  }

  /** The Attestation Results that an Agent brings are answers of the Verifier to that Agent. */
  private static Verdict carried(ScenarioTrace trace, Expectation expected) {
    List<Bytes> results =
        appraisals(trace, "teep-agent").stream()
            .flatMap(exchange -> exchange.response().stream())
            .map(Message::body)
            .toList();
    Findings findings = new Findings();
    for (TeepExchange.Sent sent :
        TeepExchange.sentBy(trace, expected, "teep-agent", TeepType.QUERY_RESPONSE)) {
      if (sent.view().filter(ConveyanceJudges::isResult).isPresent()) {
        Optional<Bytes> payload = sent.view().flatMap(TeepView::attestationPayload);
        findings.look(
            payload.filter(results::contains).isPresent(),
            "message " + sent.event().seq() + " has a payload that no Verifier gave");
      }
    }
    return findings.verdict("results as the Verifier gave them");
  }

  /** Without media type, or with one of an EAT: any other says Evidence. */
  private static boolean isResult(TeepView response) {
    return response
        .attestationPayloadFormat()
        .orElse("application/eat")
        .startsWith("application/eat");
  }

  private static List<Exchange> appraisals(ScenarioTrace trace, String from) {
    return trace.exchanges(from, VERIFIER).stream()
        .filter(exchange -> exchange.request().resource().equals("appraisals"))
        .toList();
  }

  private static List<Bytes> given(ScenarioTrace trace) {
    return trace.exchanges(MIDDLEWARE, "attesting-environment").stream()
        .flatMap(exchange -> exchange.response().stream())
        .flatMap(answer -> new FieldsView(answer.body()).octets("evidence").stream())
        .toList();
  }

  private static boolean between(Message request, String from, String to) {
    return request.from().equals(from) && request.to().equals(to);
  }

  private static Predicate<Message> holds(Bytes octets) {
    return message -> message.body().contains(octets);
  }
}
