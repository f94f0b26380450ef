package org.ccican.conformance.verdict;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ccican.conformance.trace.Exchange;
import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.conformance.trace.TraceEvent.Message;
import org.ccican.wire.Bytes;

/** What a Broker tells its Agent, and what it does for the answer. */
final class BrokerJudges {

  private static final String BROKER = "teep-broker";
  private static final String AGENT = "teep-agent";
  private static final String ITEM = ":item";

  private BrokerJudges() {}

  static Map<String, Judge> table() {
    Map<String, Judge> judges = new HashMap<>();
    judges.put("broker-tells", (trace, expected, signatures) -> tells(trace, expected));
    judges.put("broker-tells-first", (trace, expected, signatures) -> tellsFirst(trace, expected));
    judges.put("broker-session-after", (trace, expected, signatures) -> after(trace, expected));
    judges.put("broker-where-told", (trace, expected, signatures) -> whereTold(trace, expected));
    judges.put("broker-agents-first", (trace, expected, signatures) -> agentsFirst(trace));
    judges.put("broker-one-uri", (trace, expected, signatures) -> oneUri(trace));
    judges.put("broker-right-tee", (trace, expected, signatures) -> rightTee(trace));
    judges.put("broker-tls", (trace, expected, signatures) -> overTls(trace));
    judges.put("broker-sends-nothing", (trace, expected, signatures) -> sendsNothing(trace));
    return judges;
  }

  private static Verdict overTls(ScenarioTrace trace) {
    Findings findings = new Findings();
    for (Message request : toTam(trace)) {
      findings.look(request.tls().isPresent(), "message " + request.seq() + " is in the clear");
    }
    return findings.verdict("every request to the TAM is over TLS");
  }

  /** Of a Broker that was woken and has said how it went. */
  private static Verdict sendsNothing(ScenarioTrace trace) {
    boolean woken =
        trace.exchanges("moc", BROKER).stream()
            .anyMatch(exchange -> exchange.response().isPresent());
    return woken
        ? Findings.of(
            toTam(trace).isEmpty(), "no request to the TAM", toTam(trace).size() + " requests")
        : Verdict.suiteError("the Broker was not woken");
  }

  private static List<Exchange> toAgent(ScenarioTrace trace, String resource) {
    return trace.exchanges(BROKER, AGENT).stream()
        .filter(exchange -> exchange.request().resource().equals(resource))
        .toList();
  }

  private static List<Message> toTam(ScenarioTrace trace) {
    return trace.exchanges(BROKER, "tam").stream()
        .map(Exchange::request)
        .filter(request -> request.resource().equals("teep"))
        .toList();
  }

  private static Verdict tells(ScenarioTrace trace, Expectation expected) {
    Findings findings = new Findings();
    for (Exchange exchange : toAgent(trace, expected.text("resource"))) {
      Optional<String> named = new FieldsView(exchange.request().body()).text("application-type");
      findings.look(
          named.equals(expected.findText("application-type")),
          "message " + exchange.request().seq() + " names " + named.orElse("nothing"));
    }
    return findings.verdict("the Agent is told of " + expected.text("application-type"));
  }

  private static Verdict tellsFirst(ScenarioTrace trace, Expectation expected) {
    Optional<Long> told =
        toAgent(trace, expected.text("resource")).stream()
            .flatMap(exchange -> exchange.response().stream())
            .map(Message::seq)
            .findFirst();
    Findings findings = new Findings();
    for (Message request : toTam(trace)) {
      findings.look(
          told.filter(answer -> answer < request.seq()).isPresent(),
          "message " + request.seq() + " goes to the TAM before the Agent was told");
    }
    return findings.verdict("the Agent is told before the TAM is asked");
  }

  /** An empty request to the TAM follows what the Agent answered. */
  private static Verdict after(ScenarioTrace trace, Expectation expected) {
    Optional<Message> next = told(trace, expected).flatMap(answer -> next(trace, answer));
    return Findings.of(
        next.filter(request -> request.body().isEmpty()).isPresent(),
        "an empty request to the TAM",
        next.map(request -> "a request of " + request.body().size() + " octets")
            .orElse("no request"));
  }

  /** The path of that request is the one of the URI in the Agent's answer. */
  private static Verdict whereTold(ScenarioTrace trace, Expectation expected) {
    Optional<Message> told = told(trace, expected);
    Optional<String> uri =
        told.flatMap(Message::delivered).flatMap(octets -> new FieldsView(octets).text("tam-uri"));
    Optional<String> path =
        told.flatMap(answer -> next(trace, answer))
            .map(request -> "/teep" + (item(request).isEmpty() ? "" : "/" + item(request)));
    return Findings.of(
        uri.isPresent() && path.filter(uri.get()::endsWith).isPresent(),
        "a request to " + uri.orElse("the TAM that the Agent names"),
        path.map(found -> "a request to " + found).orElse("no request"));
  }

  /** What the Agent answered first at one of its resources. */
  private static Optional<Message> told(ScenarioTrace trace, Expectation expected) {
    return toAgent(trace, expected.text("resource")).stream()
        .flatMap(exchange -> exchange.response().stream())
        .findFirst();
  }

  private static Optional<Message> next(ScenarioTrace trace, Message answer) {
    return toTam(trace).stream().filter(request -> request.seq() > answer.seq()).findFirst();
  }

  private static Verdict agentsFirst(ScenarioTrace trace) {
    Optional<Bytes> given =
        toAgent(trace, "component-requests").stream()
            .flatMap(exchange -> exchange.response().stream())
            .flatMap(answer -> answer.delivered().stream())
            .flatMap(octets -> new FieldsView(octets).octets("message").stream())
            .findFirst();
    if (given.isEmpty()) {
      return Verdict.failed(
          "nothing to look at", "an Agent with a message", "the Agent was asked for none");
    }
    Optional<Bytes> first = toTam(trace).stream().map(Message::body).findFirst();
    return Findings.of(
        first.equals(given),
        "the Agent's message first",
        first.map(octets -> octets.size() + " other octets").orElse("no request"));
  }

  private static Verdict oneUri(ScenarioTrace trace) {
    List<Message> requests = toTam(trace);
    Findings findings = new Findings();
    for (Message request : requests) {
      findings.look(
          item(request).equals(item(requests.get(0))),
          "message " + request.seq() + " goes elsewhere than the first");
    }
    return requests.size() == 1
        ? Verdict.failed("too few", "several requests", "one request")
        : findings.verdict("the requests go where the first went");
  }

  /**
   * A TEE is an environment that was told of a need. What the TAM answers to the message of one is
   * for that one, and each of them hears from the TAM.
   */
  private static Verdict rightTee(ScenarioTrace trace) {
    Set<String> told = new TreeSet<>();
    toAgent(trace, "component-requests").forEach(each -> told.add(item(each.request())));
    if (told.size() < 2) {
      return Verdict.failed("too few", "two TEEs", told.size() + " that were told of a need");
    }
    List<Exchange> brought = toAgent(trace, "teep");
    Findings findings = new Findings();
    for (Exchange exchange : trace.exchanges(BROKER, "tam")) {
      Optional<String> from = tee(brought, exchange.request());
      Optional<Bytes> answer =
          exchange.response().map(Message::body).filter(octets -> !octets.isEmpty());
      if (from.isPresent() && answer.isPresent()) {
        Optional<String> to =
            brought.stream()
                .map(Exchange::request)
                .filter(request -> request.body().equals(answer.get()))
                .map(BrokerJudges::item)
                .findFirst();
        findings.look(
            to.equals(from),
            "the answer to message "
                + exchange.request().seq()
                + " of TEE "
                + from.get()
                + " was brought to "
                + to.map(other -> "TEE " + other).orElse("nobody"));
      }
    }
    for (String tee : told) {
      findings.look(
          brought.stream().anyMatch(each -> item(each.request()).equals(tee)),
          "TEE " + tee + " hears nothing of the TAM");
    }
    return findings.verdict("each message of the TAM reaches the TEE that it answers");
  }

  /** The TEE whose message a request to the TAM carries. */
  private static Optional<String> tee(List<Exchange> brought, Message toTam) {
    return brought.stream()
        .filter(
            each ->
                !toTam.body().isEmpty()
                    && each.response().filter(own -> own.body().equals(toTam.body())).isPresent())
        .map(each -> item(each.request()))
        .findFirst();
  }

  private static String item(Message request) {
    return request.headers().getOrDefault(ITEM, "");
  }
}
