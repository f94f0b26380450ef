package org.ccican.conformance.verdict;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.conformance.trace.Exchange;
import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.conformance.trace.TraceEvent.Message;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** Evidence on its way to the Verifier, and the Attestation Results that come back to the TAM. */
final class ResultJudges {

  private ResultJudges() {}

  static Map<String, Judge> table() {
    Map<String, Judge> judges = new HashMap<>();
    judges.put("result-claims", ResultJudges::claims);
    judges.put("evidence-untouched", (trace, expected, signatures) -> untouched(trace, expected));
    return judges;
  }

  private static List<Exchange> appraisals(ScenarioTrace trace) {
    return trace.exchanges("tam", "verifier").stream()
        .filter(exchange -> exchange.request().resource().equals("appraisals"))
        .toList();
  }

  /** Each result is signed by the Verifier and has these claims, by their labels. */
  private static Verdict claims(ScenarioTrace trace, Expectation expected, Verifier signatures) {
    List<Long> labels =
        Arrays.stream(expected.text("claims").split(" ")).map(Long::parseLong).toList();
    Findings findings = new Findings();
    for (Exchange exchange : appraisals(trace)) {
      Optional<Cbor.Map> claims =
          exchange
              .response()
              .filter(ExchangeJudges::isSuccess)
              .flatMap(answer -> CoseView.read(answer.body()).view())
              .filter(signed -> signed.verifies(signatures, expected.octets("verifier-key")))
              .flatMap(CoseView::payload)
              .flatMap(payload -> CborView.read(payload).view())
              .flatMap(CborView::map);
      findings.look(
          claims.isPresent()
              && labels.stream().allMatch(label -> claims.get().find(label).isPresent()),
          claims.isPresent() ? "a claim is missing" : "no result that the Verifier signed");
    }
    return findings.verdict("the claims " + expected.text("claims") + " in each result");
  }

  /**
   * The Verifier gets the octets that an Agent sent, or that the suite sent in its place: a CMW as
   * it is, anything else in a record of the media type that the message gave it.
   */
  private static Verdict untouched(ScenarioTrace trace, Expectation expected) {
    List<Sent> sent =
        trace.exchanges().stream()
            .map(Exchange::request)
            .filter(request -> request.to().equals("tam"))
            .map(Message::body)
            .flatMap(body -> TeepView.readSigned(body, expected.revision()).view().stream())
            .flatMap(view -> Sent.of(view).stream())
            .toList();
    Findings findings = new Findings();
    for (Exchange exchange : appraisals(trace)) {
      Optional<Bytes> evidence = new FieldsView(exchange.request().body()).octets("evidence");
      findings.look(
          evidence.filter(octets -> sent.stream().anyMatch(each -> each.isIn(octets))).isPresent(),
          "octets that no Agent has sent, or of another media type");
    }
    return findings.verdict("the Evidence as it was sent, under its media type");
  }

  /** What a message brought for its attestation payload. */
  private record Sent(Bytes payload, Optional<String> mediaType) {

    private static Optional<Sent> of(TeepView view) {
      return view.attestationPayload()
          .map(payload -> new Sent(payload, view.attestationPayloadFormat()));
    }

    private boolean isIn(Bytes evidence) {
      if (mediaType.equals(Optional.of("application/cmw+cbor"))) {
        return evidence.equals(payload);
      }
      return CmwView.readRecord(evidence)
          .view()
          .filter(item -> item.value().equals(payload))
          .filter(item -> mediaType.equals(Optional.of(item.mediaType())))
          .isPresent();
    }
  }
}
