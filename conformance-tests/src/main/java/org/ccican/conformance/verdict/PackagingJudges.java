package org.ccican.conformance.verdict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.conformance.trace.Direction;
import org.ccican.conformance.trace.Exchange;
import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.conformance.trace.TraceEvent.Message;
import org.ccican.wire.Bytes;

/**
 * The load sequences of usecase-for-cc-in-network-10 section 4: when which part of a package first
 * came to the TEE or the REE, and when an attestation result was given to whoever relies on it.
 */
final class PackagingJudges {

  private PackagingJudges() {}

  static Map<String, Judge> table() {
    Map<String, Judge> judges = new HashMap<>();
    judges.put("load-sequence", PackagingJudges::sequence);
    judges.put("personal-data-sealed", (trace, expected, signatures) -> sealed(trace, expected));
    judges.put("package-result", (trace, expected, signatures) -> result(trace, expected));
    return judges;
  }

  /** Each step after the one before it; a part that came earlier as well is out of order. */
  private static Verdict sequence(ScenarioTrace trace, Expectation expected, Verifier signatures) {
    String words = expected.text("sequence");
    long last = 0;
    List<String> seen = new ArrayList<>();
    for (String step : words.split(", ")) {
      Optional<Long> at =
          step.endsWith("attestation")
              ? attestation(trace, expected, signatures, step, last)
              : first(trace, expected, step);
      if (at.isEmpty()) {
        return Verdict.failed("not in order", words, seen + ", then no " + step);
      }
      if (at.get() <= last) {
        return Verdict.failed(
            "not in order", words, step + " in message " + at.get() + ", not after " + seen);
      }
      last = at.get();
      seen.add(step + " in message " + last);
    }
    return Verdict.passed(String.join(", ", seen));
  }

  /** The first accepted result after a message that the one who relies on it was given. */
  private static Optional<Long> attestation(
      ScenarioTrace trace, Expectation expected, Verifier signatures, String step, long after) {
    String relying = step.startsWith("tam") ? "tam" : "application-owner";
    return trace.exchanges(relying, "verifier").stream()
        .flatMap(exchange -> exchange.response().stream())
        .filter(answer -> answer.seq() > after)
        .filter(
            answer ->
                ResultView.read(answer.body(), expected.octets("verifier-key"), signatures)
                    .filter(ResultView::accepted)
                    .isPresent())
        .map(Message::seq)
        .findFirst();
  }

  /** The first message that brought a part to where it belongs. */
  private static Optional<Long> first(ScenarioTrace trace, Expectation expected, String step) {
    return switch (step) {
      case "user-application" -> arrived(trace, expected.octets("user-application"), "teep-broker");
      case "application" -> arrived(trace, expected.octets("application"), "teep-agent");
      case "personal-data" -> arrived(trace, expected.octets("personal-data"), "middleware");
      case "bundle" -> bundle(trace, expected);
      default -> throw new IllegalArgumentException("no step " + step + " of a load sequence");
    };
  }

  /** Application and data in one message, neither of them before it. */
  private static Optional<Long> bundle(ScenarioTrace trace, Expectation expected) {
    Optional<Long> application = arrived(trace, expected.octets("application"), "middleware");
    Optional<Long> data = arrived(trace, expected.octets("personal-data"), "middleware");
    return application.equals(data) ? data : Optional.empty();
  }

  private static Optional<Long> arrived(ScenarioTrace trace, Bytes part, String at) {
    return trace.exchanges().stream()
        .filter(exchange -> exchange.request().to().equals(at))
        .filter(exchange -> exchange.request().body().contains(part))
        .filter(exchange -> exchange.response().filter(ExchangeJudges::isSuccess).isPresent())
        .map(Exchange::request)
        .map(Message::seq)
        .findFirst();
  }

  private static Verdict sealed(ScenarioTrace trace, Expectation expected) {
    Findings findings = new Findings();
    for (Message message : trace.messages()) {
      findings.look(
          !message.body().contains(expected.octets("personal-data")),
          "personal data stand in message " + message.seq() + " to " + message.to());
    }
    return findings.verdict("no message shows the personal data");
  }

  /** The sum of the personal data, which only the application could make of them. */
  private static Verdict result(ScenarioTrace trace, Expectation expected) {
    Bytes data = expected.octets("personal-data");
    int sum = 0;
    for (int at = 0; at < data.size(); at++) {
      sum += data.at(at);
    }
    Bytes right = Bytes.of(sum >> 8, sum);
    Findings findings = new Findings();
    for (Message message : trace.messages("middleware", "application-owner")) {
      if (message.direction() == Direction.RESPONSE
          && expected.text("resource").equals(message.resource())) {
        findings.look(
            ExchangeJudges.isSuccess(message) && message.body().equals(right),
            "status " + message.status().orElse(0) + ", result " + message.body());
      }
    }
    return findings.verdict("result " + right);
  }
}
