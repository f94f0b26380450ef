package org.ccican.conformance.verdict;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.conformance.trace.Exchange;
import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** What an Agent made of a manifest: its reason for a refusal, and what is installed. */
final class SuitAnswerJudges {

  private static final int COMPONENT_ID = 0;
  private static final int IMAGE_DIGEST = 3;

  private SuitAnswerJudges() {}

  static Map<String, Judge> table() {
    Map<String, Judge> judges = new HashMap<>();
    judges.put("agent-refuses-manifest", SuitAnswerJudges::refuses);
    judges.put("agent-refused", SuitAnswerJudges::refused);
    judges.put("component-content", SuitAnswerJudges::content);
    judges.put("manifests", (trace, expected, signatures) -> manifests(trace, expected));
    return judges;
  }

  /** What the repository packed comes with the TAM's Updates. */
  private static Verdict manifests(ScenarioTrace trace, Expectation expected) {
    String property = expected.text("property");
    List<Bytes> envelopes =
        TeepExchange.sentBy(trace, expected, "tam", TeepType.UPDATE).stream()
            .flatMap(update -> update.view().stream())
            .flatMap(view -> view.manifests().stream())
            .toList();
    return Findings.of(
        !envelopes.isEmpty()
            && envelopes.stream().allMatch(each -> ManifestProperties.holds(property, each)),
        "every manifest " + property,
        envelopes.size() + " manifests, not all so");
  }

  /**
   * As any refusal, and the report's reason is compared too.
   *
   * <p>spec| suit-report-18 §4.2: the reason says at a high level why it failed
   */
  private static Verdict refuses(ScenarioTrace trace, Expectation expected, Verifier signatures) {
    Verdict refusal = PlayedJudges.agentRefuses(trace, expected, signatures);
    if (refusal.outcome() != Outcome.PASSED) {
      return refusal;
    }
    String wanted = expected.text("reason");
    List<Long> reasons =
        Played.it(trace, expected.text("role"))
            .flatMap(exchange -> Played.answer(exchange, expected))
            .map(TeepView::suitReports)
            .orElse(List.of())
            .stream()
            .flatMap(report -> SuitReportView.read(report).view().stream())
            .flatMap(report -> report.reason().stream())
            .toList();
    if (reasons.isEmpty()) {
      return Verdict.failed(
          "no SUIT Report says why", "the reason " + wanted, "no report with a reason");
    }
    return reasons.contains(SuitReportView.reason(wanted))
        ? Verdict.passed("refused for the reason " + wanted + ", the state is as before")
        : Verdict.refusedOtherwise(
            "the reason " + wanted, "the reason " + SuitReportView.reasonName(reasons.get(0)));
  }

  /** What is given was answered with an Error. */
  private static Verdict refused(ScenarioTrace trace, Expectation expected, Verifier signatures) {
    Optional<Exchange> given = Played.given(trace, expected.text("role"));
    return Findings.of(
        given
            .flatMap(exchange -> Played.answer(exchange, expected))
            .filter(view -> view.type() == TeepType.ERROR)
            .isPresent(),
        "an Error",
        given
            .map(exchange -> Played.named(exchange) + ": " + Played.shown(exchange, expected))
            .orElse("nothing was given"));
  }

  /** The component is listed with the digest of its content. */
  private static Verdict content(ScenarioTrace trace, Expectation expected, Verifier signatures) {
    Optional<TeepView> now =
        Played.last(Played.probes(trace, expected.text("role")))
            .flatMap(probe -> Played.answer(probe, expected))
            .filter(view -> view.type() == TeepType.QUERY_RESPONSE);
    if (now.isEmpty()) {
      return Verdict.failed(
          "the Agent does not say what it has", "a QueryResponse", "no QueryResponse");
    }
    List<Bytes> id = List.of(Bytes.utf8(expected.text("component")));
    Bytes digest = expected.octets("digest");
    List<Bytes> found =
        now.get().option(TeepOption.TC_LIST).flatMap(CborView::items).orElse(List.of()).stream()
            .flatMap(item -> CborView.map(item).stream())
            .filter(
                claims ->
                    claims.find(COMPONENT_ID).flatMap(SuitView::segments).equals(Optional.of(id)))
            .flatMap(claims -> digest(claims).stream())
            .toList();
    return Findings.of(
        found.equals(List.of(digest)),
        expected.text("component") + " with the digest " + digest.toHex(),
        found.isEmpty()
            ? expected.text("component") + " is not listed with a digest"
            : "its digest is " + found.get(0).toHex());
  }

  private static Optional<Bytes> digest(Cbor.Map claims) {
    return claims
        .find(IMAGE_DIGEST)
        .flatMap(CborView::octets)
        .flatMap(octets -> CborView.read(octets).view())
        .flatMap(CborView::items)
        .filter(parts -> parts.size() >= 2)
        .flatMap(parts -> CborView.octets(parts.get(1)));
  }
}
