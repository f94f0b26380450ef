package org.ccican.conformance.verdict;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.conformance.trace.Exchange;
import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.conformance.trace.TraceEvent;
import org.ccican.conformance.trace.TraceEvent.Message;
import org.ccican.wire.Bytes;

/** Who asked whom for what, and what came back, on the interfaces that the draft leaves open. */
final class ExchangeJudges {

  private ExchangeJudges() {}

  static Map<String, Judge> table() {
    Map<String, Judge> judges = new HashMap<>();
    judges.put("asks", (trace, expected, signatures) -> asks(trace, expected));
    judges.put("asks-not", (trace, expected, signatures) -> asksNot(trace, expected));
    judges.put("asks-after", (trace, expected, signatures) -> asksAfter(trace, expected));
    judges.put("refuses", (trace, expected, signatures) -> refuses(trace, expected));
    judges.put("grants-after-provisioning", (trace, expected, signatures) -> grants(trace));
    judges.put("launches", (trace, expected, signatures) -> launches(trace, expected));
    judges.put("middleware-query", (trace, expected, signatures) -> query(trace, expected));
    judges.put("middleware-package", (trace, expected, signatures) -> gives(trace, expected));
    judges.put("middleware-packages-differ", (trace, expected, signatures) -> differ(trace));
    judges.put("relayed-unchanged", (trace, expected, signatures) -> relayed(trace));
    judges.put("tls13", (trace, expected, signatures) -> tls13(trace));
    judges.put("nothing-in-the-clear", (trace, expected, signatures) -> inTheClear(trace));
    return judges;
  }

  private static List<Exchange> exchanges(
      ScenarioTrace trace, String from, String to, String resource) {
    return trace.exchanges(from, to).stream()
        .filter(exchange -> exchange.request().resource().equals(resource))
        .toList();
  }

  private static Verdict asks(ScenarioTrace trace, Expectation expected) {
    String from = expected.text("from");
    String to = expected.text("to");
    String resource = expected.text("resource");
    int count = exchanges(trace, from, to, resource).size();
    return Findings.of(
        count > 0, from + " asks " + to + " for " + resource, count + " such requests");
  }

  private static Verdict asksNot(ScenarioTrace trace, Expectation expected) {
    String from = expected.text("from");
    String to = expected.text("to");
    String resource = expected.text("resource");
    int count = exchanges(trace, from, to, resource).size();
    return Findings.of(
        count == 0, from + " does not ask " + to + " for " + resource, count + " such requests");
  }

  private static Verdict asksAfter(ScenarioTrace trace, Expectation expected) {
    String from = expected.text("from");
    List<Exchange> later = exchanges(trace, from, expected.text("to"), expected.text("resource"));
    List<Exchange> earlier =
        exchanges(trace, from, expected.text("earlier-to"), expected.text("earlier-resource"));
    Findings findings = new Findings();
    for (Exchange exchange : later) {
      findings.look(
          earlier.stream()
              .flatMap(before -> before.response().stream())
              .anyMatch(answer -> isSuccess(answer) && answer.seq() < exchange.request().seq()),
          "request " + exchange.request().seq() + " follows no answer of the earlier one");
    }
    return findings.verdict(
        from
            + " asks for "
            + expected.text("resource")
            + " after it got "
            + expected.text("earlier-resource"));
  }

  private static Verdict refuses(ScenarioTrace trace, Expectation expected) {
    String role = expected.text("role");
    String resource = expected.text("resource");
    String reason = expected.text("reason");
    Findings findings = new Findings();
    for (Exchange exchange : trace.exchanges()) {
      Message request = exchange.request();
      if (request.to().equals(role) && resource.equals(request.resource())) {
        Optional<Message> answer = exchange.response();
        Optional<String> refused =
            answer.flatMap(message -> new FieldsView(message.body()).text("refused"));
        if (refused.equals(Optional.of(TraceEvent.UNSAID))) {
          return Verdict.inapplicable("the way to the " + role + " does not tell why it refuses");
        }
        findings.look(
            answer.isPresent()
                && answer.get().status().orElse(0) == 422
                && refused.equals(Optional.of(reason)),
            "status "
                + answer.flatMap(Message::status).map(String::valueOf).orElse("none")
                + ", reason "
                + refused.orElse("none"));
      }
    }
    return findings.verdict(role + " refuses " + resource + " as " + reason);
  }

  private static Verdict grants(ScenarioTrace trace) {
    List<Exchange> woken = exchanges(trace, "moc", "teep-broker", "wake-ups");
    Findings findings = new Findings();
    for (Exchange exchange : trace.exchanges("requests")) {
      Optional<Message> grant = exchange.response().filter(ExchangeJudges::isSuccess);
      findings.look(
          grant.isPresent()
              && woken.stream()
                  .flatMap(wake -> wake.response().stream())
                  .anyMatch(answer -> isSuccess(answer) && answer.seq() < grant.get().seq()),
          grant.isPresent() ? "granted before the Broker had answered" : "not granted");
    }
    return findings.verdict("M/OC grants a request once the Broker has answered");
  }

  private static Verdict launches(ScenarioTrace trace, Expectation expected) {
    Bytes image = expected.octets("image");
    Findings findings = new Findings();
    for (Exchange exchange : exchanges(trace, "platform", "attesting-environment", "launches")) {
      Optional<Bytes> launched = new FieldsView(exchange.request().body()).octets("agent-image");
      findings.look(
          launched.equals(Optional.of(image)),
          "an image of " + launched.map(Bytes::size).orElse(0) + " octets, not the Agent's");
    }
    return findings.verdict("the platform launches the TEEP Agent's image");
  }

  private static Verdict query(ScenarioTrace trace, Expectation expected) {
    Findings findings = new Findings();
    for (Exchange exchange : exchanges(trace, "tam", "middleware-repository", "middleware")) {
      findings.look(isFor(exchange.request(), expected), "asked for " + types(exchange.request()));
    }
    return findings.verdict("the TAM asks for middleware for " + types(expected));
  }

  private static Verdict gives(ScenarioTrace trace, Expectation expected) {
    Findings findings = new Findings();
    for (Message answer : trace.responses("middleware")) {
      findings.look(
          isSuccess(answer) && isFor(answer, expected),
          "status " + answer.status().orElse(0) + ", package for " + types(answer));
    }
    return findings.verdict("the repository gives a package for " + types(expected));
  }

  private static Verdict differ(ScenarioTrace trace) {
    List<Bytes> envelopes =
        trace.responses("middleware").stream()
            .flatMap(answer -> new FieldsView(answer.body()).octets("envelope").stream())
            .toList();
    return Findings.of(
        envelopes.size() == 2 && !envelopes.get(0).equals(envelopes.get(1)),
        "two packages that differ",
        envelopes.size()
            + " packages, "
            + envelopes.stream().distinct().count()
            + " of them different");
  }

  private static boolean isFor(Message message, Expectation expected) {
    FieldsView fields = new FieldsView(message.body());
    return fields.text("application-type").equals(expected.findText("application-type"))
        && fields.text("hardware-type").equals(expected.findText("hardware-type"));
  }

  private static String types(Message message) {
    FieldsView fields = new FieldsView(message.body());
    return fields.text("application-type").orElse("?")
        + " on "
        + fields.text("hardware-type").orElse("?");
  }

  private static String types(Expectation expected) {
    return expected.text("application-type") + " on " + expected.text("hardware-type");
  }

  /** What the TAM answers is what the Agent gets next, and the other way round. */
  private static Verdict relayed(ScenarioTrace trace) {
    Findings findings = new Findings();
    relayed(
        trace.exchanges("teep-broker", "tam"),
        trace.exchanges("teep-broker", "teep-agent"),
        findings);
    relayed(
        trace.exchanges("teep-broker", "teep-agent"),
        trace.exchanges("teep-broker", "tam"),
        findings);
    return findings.verdict("the Broker hands on every TEEP message unchanged");
  }

  private static void relayed(List<Exchange> from, List<Exchange> to, Findings findings) {
    for (Exchange exchange : from) {
      Optional<Message> answer =
          exchange
              .response()
              .filter(message -> message.resource().equals("teep"))
              .filter(
                  message -> message.delivered().filter(octets -> !octets.isEmpty()).isPresent());
      if (answer.isPresent()) {
        Optional<Message> next =
            to.stream()
                .map(Exchange::request)
                .filter(request -> request.seq() > answer.get().seq())
                .findFirst();
        findings.look(
            next.map(Message::body).equals(answer.get().delivered()),
            "what followed message " + answer.get().seq() + " is not the same octets");
      }
    }
  }

  private static Verdict tls13(ScenarioTrace trace) {
    Findings findings = new Findings();
    for (Exchange exchange : trace.exchanges("application-owner", "middleware")) {
      String protocol = exchange.request().tls().map(tls -> tls.protocol()).orElse("no TLS");
      findings.look(protocol.equals("TLSv1.3"), "a request over " + protocol);
    }
    return findings.verdict("owner and middleware speak TLS 1.3");
  }

  private static Verdict inTheClear(ScenarioTrace trace) {
    Findings findings = new Findings();
    for (Message answer : trace.responses("in-the-clear")) {
      boolean there =
          trace.after(answer).exchanges("application-owner", "middleware").stream()
              .flatMap(exchange -> exchange.response().stream())
              .anyMatch(ExchangeJudges::isSuccess);
      findings.look(there, "over TLS it did not answer either, so that nothing is shown");
      findings.look(
          !isSuccess(answer) && answer.body().isEmpty(),
          "status " + answer.status().orElse(0) + " with " + answer.body().size() + " octets");
    }
    return findings.verdict("middleware answers nothing in the clear");
  }

  static boolean isSuccess(Message response) {
    int status = response.status().orElse(0);
    return status >= 200 && status < 300;
  }
}
