package org.ccican.conformance.verdict;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccican.conformance.trace.Exchange;
import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.conformance.trace.TraceEvent.Message;
import org.ccican.wire.Bytes;

/** TEEP over HTTP: statuses and headers of single requests, and what follows from failures. */
final class HttpRuleJudges {

  private HttpRuleJudges() {}

  static Map<String, Judge> table() {
    Map<String, Judge> judges = new HashMap<>();
    judges.put("http-refused", (trace, expected, signatures) -> refused(trace, expected));
    judges.put("http-no-message", (trace, expected, signatures) -> noMessage(trace, expected));
    judges.put("http-failed", (trace, expected, signatures) -> failed(trace, expected));
    judges.put("queries-differ", (trace, expected, signatures) -> queriesDiffer(trace, expected));
    judges.put("http-no-cookie", (trace, expected, signatures) -> noCookie(trace, expected));
    judges.put("http-posts", (trace, expected, signatures) -> posts(trace));
    judges.put("http-says-empty", (trace, expected, signatures) -> saysEmpty(trace));
    judges.put("http-verbatim", (trace, expected, signatures) -> verbatim(trace, expected));
    judges.put("http-silent", (trace, expected, signatures) -> silent(trace));
    judges.put("policy-repeated", (trace, expected, signatures) -> policyRepeated(trace));
    judges.put("http-reports", (trace, expected, signatures) -> reports(trace, expected));
    return judges;
  }

  private static List<Exchange> teep(ScenarioTrace trace, String to) {
    return trace.exchanges("teep-broker", to).stream()
        .filter(exchange -> exchange.request().resource().equals("teep"))
        .toList();
  }

  private static boolean hasMessage(Exchange exchange, Expectation expected) {
    return exchange
        .response()
        .flatMap(answer -> TeepView.readSigned(answer.body(), expected.revision()).view())
        .isPresent();
  }

  private static Verdict refused(ScenarioTrace trace, Expectation expected) {
    Optional<Exchange> it = Played.it(trace, expected.text("role"));
    if (it.isEmpty()) {
      return Verdict.suiteError("the suite sent nothing");
    }
    int status = Played.status(it.get());
    boolean right =
        expected.findText("status").isPresent()
            ? status == expected.number("status")
            : status >= 400 && status < 500;
    return Findings.of(
        right && !hasMessage(it.get(), expected),
        "status " + expected.findText("status").orElse("4xx") + " and no message",
        Played.shown(it.get(), expected));
  }

  private static Verdict noMessage(ScenarioTrace trace, Expectation expected) {
    Optional<Exchange> it = Played.it(trace, expected.text("role"));
    return it.isEmpty()
        ? Verdict.suiteError("the suite sent nothing")
        : Findings.of(
            Played.answered(it.get()) && !hasMessage(it.get(), expected),
            "an answer without TEEP message",
            Played.shown(it.get(), expected));
  }

  private static Verdict failed(ScenarioTrace trace, Expectation expected) {
    Optional<Exchange> it = Played.it(trace, expected.text("role"));
    return it.isEmpty()
        ? Verdict.suiteError("the suite sent nothing")
        : Findings.of(
            Played.status(it.get()) / 100 == 5 && !hasMessage(it.get(), expected),
            "status 5xx",
            Played.shown(it.get(), expected));
  }

  /** What tells answers to one apart from answers to another: the challenge or the token. */
  private static Verdict queriesDiffer(ScenarioTrace trace, Expectation expected) {
    Set<Bytes> seen = new HashSet<>();
    Findings findings = new Findings();
    for (TeepExchange.Sent query :
        TeepExchange.sentBy(trace, expected, "tam", TeepType.QUERY_REQUEST)) {
      Optional<Bytes> mark = query.view().flatMap(view -> view.challenge().or(view::token));
      findings.look(
          mark.isPresent() && seen.add(mark.get()),
          "QueryRequest " + query.event().seq() + " is marked as an earlier one, or not at all");
    }
    return seen.size() < 2 && findings.verdict("").outcome() == Outcome.PASSED
        ? Verdict.failed("too few", "two QueryRequests", seen.size() + " QueryRequests")
        : findings.verdict("each QueryRequest has a challenge or token of its own");
  }

  private static Verdict noCookie(ScenarioTrace trace, Expectation expected) {
    boolean requests = expected.text("direction").equals("request");
    Findings findings = new Findings();
    for (Exchange exchange : teep(trace, "tam")) {
      Optional<Message> side = requests ? Optional.of(exchange.request()) : exchange.response();
      side.ifPresent(
          message ->
              findings.look(
                  !message.headers().containsKey(requests ? "cookie" : "set-cookie"),
                  "message " + message.seq() + " has a cookie"));
    }
    return findings.verdict("no " + expected.text("direction") + " has a cookie");
  }

  private static Verdict posts(ScenarioTrace trace) {
    Findings findings = new Findings();
    for (Exchange exchange : teep(trace, "tam")) {
      String method = exchange.request().headers().getOrDefault(":method", "");
      findings.look(method.equals("POST"), "method " + method);
    }
    return findings.verdict("the Broker posts");
  }

  private static Verdict saysEmpty(ScenarioTrace trace) {
    Optional<Message> first = teep(trace, "tam").stream().findFirst().map(Exchange::request);
    return Findings.of(
        first
            .filter(request -> request.body().isEmpty())
            .filter(request -> "0".equals(request.headers().get("content-length")))
            .isPresent(),
        "content length 0",
        first
            .map(request -> "content length " + request.headers().get("content-length"))
            .orElse("no request"));
  }

  /** What one side answers is what the other is asked next. */
  private static Verdict verbatim(ScenarioTrace trace, Expectation expected) {
    Findings findings = new Findings();
    for (Exchange exchange : teep(trace, expected.text("from"))) {
      Optional<Bytes> given =
          exchange.response().flatMap(Message::delivered).filter(octets -> !octets.isEmpty());
      if (given.isPresent()) {
        Optional<Bytes> next =
            teep(trace, expected.text("to")).stream()
                .map(Exchange::request)
                .filter(request -> request.seq() > exchange.response().orElseThrow().seq())
                .findFirst()
                .map(Message::body);
        findings.look(
            next.equals(given),
            "what followed message " + exchange.request().seq() + " is not the same octets");
      }
    }
    return findings.verdict(
        "each message of the " + expected.text("from") + " comes to the " + expected.text("to"));
  }

  /** After the response that somebody altered, or that never came, the TAM is asked no more. */
  private static Verdict silent(ScenarioTrace trace) {
    Optional<Long> failure =
        trace.exchanges().stream()
            .filter(exchange -> exchange.request().resource().equals("teep"))
            .flatMap(exchange -> exchange.response().stream())
            .filter(response -> !response.tampering().isEmpty())
            .map(Message::seq)
            .findFirst();
    if (failure.isEmpty()) {
      return Verdict.suiteError("nothing was altered");
    }
    long more =
        teep(trace, "tam").stream()
            .filter(exchange -> exchange.request().seq() > failure.get())
            .count();
    return Findings.of(more == 0, "no request", more + " requests");
  }

  /** RequestPolicyCheck: once for each TAM, and once more, which brings nothing. */
  private static Verdict policyRepeated(ScenarioTrace trace) {
    List<Exchange> checks =
        trace.exchanges("teep-broker", "teep-agent").stream()
            .filter(exchange -> exchange.request().resource().equals("policy-checks"))
            .toList();
    boolean ended =
        !checks.isEmpty()
            && checks
                .get(checks.size() - 1)
                .response()
                .filter(answer -> answer.body().isEmpty())
                .isPresent();
    return Findings.of(
        checks.size() > 1 && ended,
        "policy checks until the Agent has nothing",
        checks.size() + " checks, the last " + (ended ? "without" : "with") + " answer");
  }

  private static Verdict reports(ScenarioTrace trace, Expectation expected) {
    boolean success = Boolean.parseBoolean(expected.text("success"));
    Findings findings = new Findings();
    for (Exchange exchange : trace.exchanges("moc", "teep-broker")) {
      int status = exchange.response().flatMap(Message::status).orElse(0);
      findings.look(
          success ? status / 100 == 2 : status / 100 == 4 || status / 100 == 5, "status " + status);
    }
    return findings.verdict(success ? "the Broker reports success" : "the Broker reports failure");
  }
}
