package org.ccican.conformance.verdict;

import java.util.List;
import java.util.Optional;
import org.ccican.conformance.trace.Exchange;
import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.conformance.trace.TraceEvent.Message;
import org.ccican.wire.Bytes;

/** The exchanges that the suite began itself in the place of a peer of the judged role. */
final class Played {

  static final String SPECIMEN = ":specimen";
  private static final String PURPOSE = ":purpose";

  private Played() {}

  /** What the scenario is about: the latest message of the suite's own that is no probe. */
  static Optional<Exchange> it(ScenarioTrace trace, String role) {
    return last(purpose(trace, role, "when"));
  }

  static List<Exchange> probes(ScenarioTrace trace, String role) {
    return purpose(trace, role, "probe");
  }

  /** The probe that came next after a message; those after it look at something else. */
  static Optional<Exchange> probe(ScenarioTrace trace, String role, Exchange after) {
    return probes(trace, role).stream()
        .filter(probe -> probe.request().seq() > after.request().seq())
        .findFirst();
  }

  static Optional<Exchange> given(ScenarioTrace trace, String role) {
    return last(purpose(trace, role, "given"));
  }

  static Optional<Exchange> last(List<Exchange> exchanges) {
    return exchanges.isEmpty()
        ? Optional.empty()
        : Optional.of(exchanges.get(exchanges.size() - 1));
  }

  private static List<Exchange> purpose(ScenarioTrace trace, String role, String purpose) {
    return trace.exchanges().stream()
        .filter(exchange -> exchange.request().to().equals(role))
        .filter(exchange -> purpose.equals(exchange.request().headers().get(PURPOSE)))
        .toList();
  }

  /** 0 if there was no answer. */
  static int status(Exchange exchange) {
    return exchange.response().flatMap(Message::status).orElse(0);
  }

  /** A crash, a hang and a closed connection are no answers. */
  static boolean answered(Exchange exchange) {
    int status = status(exchange);
    return status >= 100 && status < 500;
  }

  /** The TEEP message that came back, if one did. */
  static Optional<TeepView> answer(Exchange exchange, Expectation expected) {
    return exchange
        .response()
        .map(Message::body)
        .filter(body -> !body.isEmpty())
        .flatMap(body -> TeepView.readSigned(body, expected.revision()).view());
  }

  /** The TEEP message that was sent; empty if it cannot be read. */
  static Optional<TeepView> request(Exchange exchange, Expectation expected) {
    return TeepView.readSigned(exchange.request().body(), expected.revision()).view();
  }

  /** What came back, in a few words. */
  static String shown(Exchange exchange, Expectation expected) {
    int status = status(exchange);
    if (status == 0) {
      return "no answer";
    }
    Bytes body = exchange.response().map(Message::body).orElse(Bytes.EMPTY);
    if (body.isEmpty()) {
      return "status " + status + " without content";
    }
    return "status "
        + status
        + " and "
        + answer(exchange, expected)
            .map(view -> TeepJudges.name(view.type()) + code(view, expected))
            .orElse("octets that are no TEEP message");
  }

  private static String code(TeepView view, Expectation expected) {
    return view.errorCode().map(code -> " " + expected.revision().errorName(code)).orElse("");
  }

  /** Where a message stands in the log, and what the suite called it. */
  static String named(Exchange exchange) {
    return "message "
        + exchange.request().seq()
        + ", "
        + exchange.request().headers().getOrDefault(SPECIMEN, "nothing");
  }
}
