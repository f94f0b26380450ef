package org.ccican.conformance.verdict;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ccican.conformance.trace.Direction;
import org.ccican.conformance.trace.Exchange;
import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.conformance.trace.TraceEvent.Message;
import org.ccican.wire.Bytes;

/** Where the owner's application and data went, and when. */
final class SecretJudges {

  private static final Set<String> INSIDE = Set.of("middleware", "application-owner");

  /** Octets of data that nothing else is by chance. */
  private static final int RECOGNISABLE = 16;

  private SecretJudges() {}

  static Map<String, Judge> table() {
    Map<String, Judge> judges = new HashMap<>();
    judges.put("secrets-withheld", (trace, expected, signatures) -> withheld(trace, expected));
    judges.put("secrets-confined", (trace, expected, signatures) -> confined(trace, expected));
    judges.put("secrets-after-appraisal", SecretJudges::afterAppraisal);
    judges.put("attested-between", (trace, expected, signatures) -> between(trace, expected));
    judges.put("result", (trace, expected, signatures) -> result(trace, expected));
    return judges;
  }

  private static Verdict withheld(ScenarioTrace trace, Expectation expected) {
    Findings findings = new Findings();
    for (Message message : trace.messages()) {
      if (message.from().equals("application-owner")) {
        for (String secret : secrets(expected)) {
          Optional<String> shown = taint(secret, expected).in(message);
          findings.look(
              shown.isEmpty(),
              secret
                  + " went to "
                  + message.to()
                  + " in message "
                  + message.seq()
                  + ": "
                  + shown.orElse(""));
        }
      }
    }
    return findings.verdict("the owner sends none of " + secrets(expected));
  }

  private static Verdict confined(ScenarioTrace trace, Expectation expected) {
    Findings findings = new Findings();
    boolean sent = false;
    for (Message message : trace.messages()) {
      boolean inside = isInside(message);
      for (String secret : secrets(expected)) {
        sent |= inside && message.body().contains(expected.octets(secret));
        Optional<String> shown = inside ? Optional.empty() : taint(secret, expected).in(message);
        findings.look(
            shown.isEmpty(),
            secret
                + " stands in message "
                + message.seq()
                + " to "
                + message.to()
                + ": "
                + shown.orElse(""));
      }
    }
    findings.look(sent, "the secrets were never sent, so that nothing is shown");
    return findings.verdict("secrets pass between owner and middleware only");
  }

  /**
   * Where data that the owner gave the middleware shows to somebody else, whether or not anything
   * is expected of it; empty if nowhere.
   */
  static Optional<String> leaks(ScenarioTrace trace) {
    List<Bytes> given =
        trace.messages("application-owner", "middleware").stream()
            .filter(message -> message.resource().equals("data"))
            .filter(message -> message.direction() == Direction.REQUEST)
            .map(Message::body)
            .filter(body -> body.size() >= RECOGNISABLE)
            .distinct()
            .toList();
    if (given.isEmpty()) {
      return Optional.empty();
    }
    Taint data = Taint.of(given);
    for (Message message : trace.messages()) {
      Optional<String> shown = isInside(message) ? Optional.empty() : data.in(message);
      if (shown.isPresent()) {
        return Optional.of(
            "data of the application-owner, "
                + shown.get()
                + ", in message "
                + message.seq()
                + " to "
                + message.to()
                + " of "
                + trace.id());
      }
    }
    return Optional.empty();
  }

  private static boolean isInside(Message message) {
    return INSIDE.contains(message.from()) && INSIDE.contains(message.to());
  }

  private static Verdict afterAppraisal(
      ScenarioTrace trace, Expectation expected, Verifier signatures) {
    List<Message> appraisals =
        trace.exchanges("application-owner", "verifier").stream()
            .flatMap(exchange -> exchange.response().stream())
            .filter(
                answer ->
                    ResultView.read(answer.body(), expected.octets("verifier-key"), signatures)
                        .filter(ResultView::accepted)
                        .isPresent())
            .toList();
    Findings findings = new Findings();
    for (String secret : List.of("application", "data")) {
      Optional<Message> first = first(trace, taint(secret, expected));
      findings.look(first.isPresent(), secret + " was never sent");
      first.ifPresent(
          message -> {
            long positive =
                appraisals.stream().filter(answer -> answer.seq() < message.seq()).count();
            findings.look(
                positive >= (secret.equals("data") ? 2 : 1),
                secret + " was sent after " + positive + " positive appraisals");
            findings.look(
                message.to().equals("middleware"), secret + " was first sent to " + message.to());
          });
    }
    return findings.verdict("application after one positive appraisal, data after two");
  }

  private static Verdict between(ScenarioTrace trace, Expectation expected) {
    Optional<Message> application = first(trace, taint("application", expected));
    Optional<Message> data = first(trace, taint("data", expected));
    if (application.isEmpty() || data.isEmpty()) {
      return Verdict.failed(
          "nothing to order", "application, attestation, data", "one of them was never sent");
    }
    boolean attested =
        trace.exchanges("application-owner", "middleware").stream()
            .map(Exchange::request)
            .anyMatch(
                request ->
                    request.resource().equals("attestation")
                        && request.seq() > application.get().seq()
                        && request.seq() < data.get().seq());
    return Findings.of(
        attested,
        "an attestation between application and data",
        "none between messages " + application.get().seq() + " and " + data.get().seq());
  }

  /** What the application must give, computed here and not by the machine that ran it. */
  private static Verdict result(ScenarioTrace trace, Expectation expected) {
    Bytes data = expected.octets("data");
    int sum = 0;
    int maximum = 0;
    for (int at = 0; at < data.size(); at++) {
      sum += data.at(at);
      maximum = Math.max(maximum, data.at(at));
    }
    Bytes right =
        expected.text("application").equals("sum") ? Bytes.of(sum >> 8, sum) : Bytes.of(maximum);
    Findings findings = new Findings();
    for (Message answer : trace.responses("data")) {
      findings.look(
          ExchangeJudges.isSuccess(answer) && answer.body().equals(right),
          "status " + answer.status().orElse(0) + ", result " + answer.body());
    }
    return findings.verdict("result " + right);
  }

  private static Optional<Message> first(ScenarioTrace trace, Taint secret) {
    return trace.messages().stream()
        .filter(message -> message.direction() == Direction.REQUEST)
        .filter(message -> message.from().equals("application-owner"))
        .filter(message -> secret.in(message).isPresent())
        .findFirst();
  }

  /** The application is measured, so that whoever appraises knows its hash. */
  private static Taint taint(String secret, Expectation expected) {
    Bytes octets = expected.octets(secret);
    return secret.equals("application") ? Taint.ofMeasured(octets) : Taint.of(octets);
  }

  /** The names of the arguments that are octets of the owner's. */
  private static Set<String> secrets(Expectation expected) {
    Set<String> secrets = new TreeSet<>(expected.arguments().keySet());
    secrets.retainAll(Set.of("application", "data"));
    return secrets;
  }
}
