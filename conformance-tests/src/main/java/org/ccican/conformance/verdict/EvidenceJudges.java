package org.ccican.conformance.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ccican.conformance.trace.Exchange;
import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.conformance.trace.TraceEvent.Message;
import org.ccican.wire.Bytes;

/** Evidence, as hardware gives it: measured, signed, over what was asked for. */
final class EvidenceJudges {

  private EvidenceJudges() {}

  static Map<String, Judge> table() {
    Map<String, Judge> judges = new HashMap<>();
    judges.put("launched-and-attested", (trace, expected, signatures) -> launched(trace));
    judges.put("measurements-differ", (trace, expected, signatures) -> measured(trace));
    judges.put("registers-differ", (trace, expected, signatures) -> registers(trace));
    judges.put(
        "evidence-signed", (trace, expected, signatures) -> signed(trace, expected, signatures));
    judges.put("report-data-verbatim", (trace, expected, signatures) -> verbatim(trace));
    return judges;
  }

  static List<Exchange> evidence(ScenarioTrace trace) {
    return trace.exchanges("evidence").stream()
        .filter(exchange -> exchange.request().to().equals("attesting-environment"))
        .toList();
  }

  private static Optional<? extends EvidenceView> report(Exchange exchange) {
    FieldsView answer = new FieldsView(exchange.response().map(Message::body).orElse(Bytes.EMPTY));
    return answer
        .octets("evidence")
        .flatMap(octets -> EvidenceView.of(answer.text("format").orElse(""), octets));
  }

  private static Verdict launched(ScenarioTrace trace) {
    Set<Bytes> environments = new HashSet<>();
    for (Message answer : trace.responses("launches")) {
      new FieldsView(answer.body()).octets("environment").ifPresent(environments::add);
    }
    Findings findings = new Findings();
    for (Exchange exchange : evidence(trace)) {
      Optional<Bytes> environment = new FieldsView(exchange.request().body()).octets("environment");
      findings.look(
          environment.filter(environments::contains).isPresent() && isRead(exchange),
          "evidence request " + exchange.request().seq() + " without a launch or without evidence");
    }
    return findings.verdict("evidence is given for a launched environment");
  }

  /** Whether there is evidence of a layout that the suite reads: any octets could be evidence. */
  private static boolean isRead(Exchange exchange) {
    return report(exchange).filter(view -> !(view instanceof EvidenceView.Opaque)).isPresent();
  }

  private static Verdict measured(ScenarioTrace trace) {
    Set<Bytes> measurements = new HashSet<>();
    for (Exchange exchange : evidence(trace)) {
      report(exchange).flatMap(EvidenceView::launchMeasurement).ifPresent(measurements::add);
    }
    return Findings.of(
        measurements.size() == 2,
        "two measurements",
        measurements.size()
            + " measurements of "
            + trace.responses("launches").size()
            + " launches");
  }

  /** What the registers of two environments held when they were last asked. */
  private static Verdict registers(ScenarioTrace trace) {
    Map<Bytes, Bytes> latest = new HashMap<>();
    for (Exchange exchange : evidence(trace)) {
      Optional<Bytes> environment = new FieldsView(exchange.request().body()).octets("environment");
      report(exchange)
          .flatMap(EvidenceView::registers)
          .ifPresent(held -> environment.ifPresent(id -> latest.put(id, held)));
    }
    return Findings.of(
        latest.size() == 2 && new HashSet<>(latest.values()).size() == 2,
        "two environments whose registers differ",
        new HashSet<>(latest.values()).size() + " states of " + latest.size() + " environments");
  }

  /**
   * Signed by what came along, over as many steps as the format has.
   *
   * @param expected {@code trust}: roots that the certificates have to lead to, DER in hex, spaces
   *     between them; {@code nobody}: why nothing can be said where nothing vouches for evidence
   */
  private static Verdict signed(ScenarioTrace trace, Expectation expected, Verifier signatures) {
    List<Bytes> pinned = pinned(expected);
    List<Bytes> roots =
        expected
            .findText("trust")
            .map(hex -> Arrays.stream(hex.split(" ")).map(Bytes::hex).toList())
            .orElse(List.of());
    Findings findings = new Findings();
    for (Exchange exchange : evidence(trace)) {
      FieldsView answer =
          new FieldsView(exchange.response().map(Message::body).orElse(Bytes.EMPTY));
      List<Bytes> keys = new ArrayList<>(pinned);
      answer.firstOctets("endorsements").flatMap(CertificateView::publicKey).ifPresent(keys::add);
      if (keys.isEmpty()
          && report(exchange).isPresent()
          && expected.findText("nobody").isPresent()) {
        return Verdict.inapplicable(expected.text("nobody"));
      }
      findings.look(
          report(exchange).filter(view -> view.verifies(keys, signatures)).isPresent(),
          "evidence of request " + exchange.request().seq() + " does not verify");
      findings.look(
          roots.isEmpty() || CertificateView.lead(answer.everyOctets("endorsements"), roots),
          "the certificates of request " + exchange.request().seq() + " lead to no trusted root");
    }
    return findings.verdict("evidence verifies with the key of its endorsement");
  }

  /** Keys of devices that have no certificate: SubjectPublicKeyInfo in hex, with blanks between. */
  private static List<Bytes> pinned(Expectation expected) {
    return expected
        .findText("pinned")
        .map(text -> Stream.of(text.split(" ")).map(Bytes::hex).toList())
        .orElse(List.of());
  }

  private static Verdict verbatim(ScenarioTrace trace) {
    Findings findings = new Findings();
    for (Exchange exchange : evidence(trace)) {
      Optional<Bytes> asked = new FieldsView(exchange.request().body()).octets("report-data");
      findings.look(
          asked.isPresent()
              && report(exchange).filter(view -> view.carries(asked.get())).isPresent(),
          "evidence of request " + exchange.request().seq() + " does not carry " + asked);
    }
    return findings.verdict("evidence carries the octets of its request");
  }
}
