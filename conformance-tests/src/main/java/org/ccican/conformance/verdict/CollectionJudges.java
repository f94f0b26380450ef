package org.ccican.conformance.verdict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccican.conformance.trace.Exchange;
import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.conformance.trace.TraceEvent.Message;
import org.ccican.conformance.trace.TraceEvent.Tls;
import org.ccican.wire.Bytes;

/** Evidence, as middleware hands it on: collected, fresh, and what it binds. */
final class CollectionJudges {

  private CollectionJudges() {}

  static Map<String, Judge> table() {
    Map<String, Judge> judges = new HashMap<>();
    judges.put(
        "log-names-middleware", (trace, expected, signatures) -> logsMiddleware(trace, expected));
    judges.put(
        "log-names-application",
        (trace, expected, signatures) -> logsApplication(trace, expected.octets("application")));
    judges.put("attestation-answers", (trace, expected, signatures) -> collections(trace));
    judges.put("evidence-handed-on", (trace, expected, signatures) -> handedOn(trace));
    judges.put("evidence-each-time", (trace, expected, signatures) -> eachTime(trace));
    judges.put("evidence-request-bound", (trace, expected, signatures) -> requested(trace));
    judges.put("nonce-answered", (trace, expected, signatures) -> nonce(trace));
    judges.put("claims-bound", (trace, expected, signatures) -> bound(trace));
    judges.put("channel-key-attested", (trace, expected, signatures) -> channelKey(trace));
    judges.put("nonces-fresh", (trace, expected, signatures) -> fresh(trace));
    return judges;
  }

  private static List<Exchange> attestations(ScenarioTrace trace) {
    return trace.exchanges("application-owner", "middleware").stream()
        .filter(exchange -> exchange.request().resource().equals("attestation"))
        .toList();
  }

  private static Optional<CollectionView> collection(Exchange exchange) {
    return exchange
        .response()
        .filter(ExchangeJudges::isSuccess)
        .flatMap(answer -> CollectionView.read(answer.body()).view());
  }

  /** The manifest that the attested log names is one that an Update brought. */
  private static Verdict logsMiddleware(ScenarioTrace trace, Expectation expected) {
    Set<Bytes> manifests = new HashSet<>();
    for (TeepExchange.Sent update : TeepExchange.sentBy(trace, expected, "tam", TeepType.UPDATE)) {
      for (Bytes envelope : update.view().map(TeepView::manifests).orElse(List.of())) {
        SuitView.read(envelope).view().map(view -> view.digest().value()).ifPresent(manifests::add);
      }
    }
    Findings findings = new Findings();
    for (Exchange exchange : attestations(trace)) {
      List<CollectionView.Event> events =
          collection(exchange).map(CollectionView::events).orElse(List.of());
      findings.look(
          events.stream()
              .anyMatch(
                  event ->
                      event.component().equals("middleware")
                          && manifests.contains(event.manifestDigest())),
          "attested events: " + events);
    }
    return findings.verdict("the attested event log names the Update's middleware");
  }

  private static Verdict logsApplication(ScenarioTrace trace, Bytes application) {
    Bytes digest = Digests.sha256(application);
    List<CollectionView.Event> events = new ArrayList<>();
    for (Exchange exchange : attestations(trace)) {
      events.addAll(collection(exchange).map(CollectionView::events).orElse(List.of()));
    }
    return Findings.of(
        events.stream()
            .anyMatch(
                event -> event.component().equals("application") && event.digest().equals(digest)),
        "the attested event log names application " + digest,
        "attested events: " + events);
  }

  private static Verdict collections(ScenarioTrace trace) {
    Findings findings = new Findings();
    for (Exchange exchange : attestations(trace)) {
      Optional<CollectionView> collection = collection(exchange);
      findings.look(
          collection
              .filter(found -> found.report().isPresent() && found.claims().isPresent())
              .isPresent(),
          "status "
              + exchange.response().flatMap(Message::status).orElse(0)
              + " and no collection of evidence");
    }
    return findings.verdict("an attestation request is answered with evidence");
  }

  private static Verdict handedOn(ScenarioTrace trace) {
    Set<Bytes> given = new HashSet<>();
    for (Exchange exchange : EvidenceJudges.evidence(trace)) {
      exchange
          .response()
          .flatMap(answer -> new FieldsView(answer.body()).octets("evidence"))
          .ifPresent(given::add);
    }
    Findings findings = new Findings();
    for (Exchange exchange : attestations(trace)) {
      findings.look(
          collection(exchange)
              .flatMap(CollectionView::evidence)
              .filter(given::contains)
              .isPresent(),
          "evidence that the attesting environment never gave");
    }
    return findings.verdict("middleware returns the attesting environment's evidence");
  }

  private static Verdict eachTime(ScenarioTrace trace) {
    Findings findings = new Findings();
    for (Exchange exchange : attestations(trace)) {
      long from = exchange.request().seq();
      long to = exchange.response().map(Message::seq).orElse(Long.MAX_VALUE);
      findings.look(
          EvidenceJudges.evidence(trace).stream()
              .map(Exchange::request)
              .anyMatch(
                  request ->
                      request.from().equals("middleware")
                          && request.seq() > from
                          && request.seq() < to),
          "attestation request " + from + " without an evidence request");
    }
    return findings.verdict("each attestation request has evidence collected");
  }

  private static Verdict requested(ScenarioTrace trace) {
    Set<Bytes> digests = new HashSet<>();
    for (Exchange exchange : attestations(trace)) {
      collection(exchange)
          .flatMap(CollectionView::claims)
          .map(Digests::sha512)
          .ifPresent(digests::add);
    }
    Findings findings = new Findings();
    for (Exchange exchange : EvidenceJudges.evidence(trace)) {
      if (exchange.request().from().equals("middleware")) {
        Optional<Bytes> asked = new FieldsView(exchange.request().body()).octets("report-data");
        findings.look(
            asked.filter(digests::contains).isPresent(), "report data " + asked + " of no claims");
      }
    }
    return findings.verdict("each evidence request carries the SHA-512 of the claims");
  }

  private static Verdict nonce(ScenarioTrace trace) {
    Findings findings = new Findings();
    for (Exchange exchange : attestations(trace)) {
      Optional<Bytes> asked = new FieldsView(exchange.request().body()).octets("nonce");
      Optional<Bytes> answered = collection(exchange).flatMap(CollectionView::nonce);
      findings.look(
          asked.isPresent() && answered.equals(asked), "nonce " + answered + " for " + asked);
    }
    return findings.verdict("evidence holds the nonce of its request");
  }

  private static Verdict bound(ScenarioTrace trace) {
    Findings findings = new Findings();
    for (Exchange exchange : attestations(trace)) {
      findings.look(
          collection(exchange).filter(CollectionView::bindsItsClaims).isPresent(),
          "claims whose SHA-512 is not in the evidence");
    }
    return findings.verdict("evidence binds its claims");
  }

  private static Verdict channelKey(ScenarioTrace trace) {
    Findings findings = new Findings();
    for (Exchange exchange : attestations(trace)) {
      Optional<Bytes> shown = exchange.request().tls().map(Tls::peerKey);
      Optional<Bytes> attested = collection(exchange).flatMap(CollectionView::channelKey);
      findings.look(
          shown.isPresent() && attested.equals(shown), "key " + shown + ", attested " + attested);
    }
    return findings.verdict("the evidence names the key of the connection");
  }

  private static Verdict fresh(ScenarioTrace trace) {
    Set<Bytes> seen = new HashSet<>();
    Findings findings = new Findings();
    for (Exchange exchange : attestations(trace)) {
      Optional<Bytes> nonce = new FieldsView(exchange.request().body()).octets("nonce");
      findings.look(
          nonce
              .filter(value -> value.size() >= 8 && value.size() <= 64 && seen.add(value))
              .isPresent(),
          "nonce " + nonce.map(Bytes::toHex).orElse("missing") + " again or of the wrong size");
    }
    return attestations(trace).size() == 1
        ? Verdict.failed("one nonce only", "two nonces that differ", "one attestation request")
        : findings.verdict("nonces of 8 to 64 octets, none twice");
  }
}
