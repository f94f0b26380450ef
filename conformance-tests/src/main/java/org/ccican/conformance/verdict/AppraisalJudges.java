package org.ccican.conformance.verdict;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ccican.conformance.trace.Exchange;
import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.conformance.trace.TraceEvent.Message;
import org.ccican.reject.Reason;

/** What the Verifier concluded when the owner asked it. */
final class AppraisalJudges {

  /** Our words for why. */
  private static final Set<String> OURS =
      Arrays.stream(Reason.values()).map(Reason::id).collect(Collectors.toUnmodifiableSet());

  private static final Set<String> BOUND =
      Set.of(Reason.STALE_NONCE.id(), Reason.BINDING_MISMATCH.id(), Reason.DIGEST_MISMATCH.id());

  private AppraisalJudges() {}

  static Map<String, Judge> table() {
    Map<String, Judge> judges = new HashMap<>();
    judges.put("verifier-accepts", AppraisalJudges::accepts);
    judges.put("verifier-refuses", AppraisalJudges::refuses);
    return judges;
  }

  /** A result, or what was said in place of one. */
  private static Optional<ResultView> result(
      Exchange exchange, Expectation expected, Verifier signatures) {
    return SaidOutcome.of(exchange)
        .map(said -> new ResultView(said.accepted(), said.reason(), false))
        .or(
            () ->
                exchange
                    .response()
                    .filter(ExchangeJudges::isSuccess)
                    .map(Message::body)
                    .flatMap(
                        body ->
                            ResultView.read(body, expected.octets("verifier-key"), signatures)));
  }

  private static String said(Optional<ResultView> result) {
    return result
        .map(view -> view.accepted() ? "accepted" : "refused as " + view.reason().orElse("nothing"))
        .orElse("no result that the Verifier signed");
  }

  private static Verdict accepts(ScenarioTrace trace, Expectation expected, Verifier signatures) {
    Findings findings = new Findings();
    for (Exchange exchange : trace.exchanges("application-owner", "verifier")) {
      Optional<ResultView> result = result(exchange, expected, signatures);
      findings.look(result.filter(ResultView::accepted).isPresent(), said(result));
    }
    return findings.verdict("the Verifier accepts");
  }

  private static Verdict refuses(ScenarioTrace trace, Expectation expected, Verifier signatures) {
    Findings findings = new Findings();
    for (Exchange exchange : trace.exchanges("application-owner", "verifier")) {
      Optional<ResultView> result = result(exchange, expected, signatures);
      boolean said = SaidOutcome.of(exchange).isPresent();
      findings.look(
          result
              .filter(view -> !view.accepted())
              .filter(view -> fits(view, said, expected.text("reason")))
              .isPresent(),
          said(result));
    }
    return findings.verdict("the Verifier refuses as " + expected.text("reason"));
  }

  /**
   * Whether a refusal is for the reason. A result that gives none in our words, or whoever gives no
   * result, is held to the verdict alone; through the Veraison API whatever is bound by the
   * evidence's nonce is one comparison.
   */
  private static boolean fits(ResultView view, boolean said, String reason) {
    boolean foreign = said || view.json();
    if (foreign && (view.reason().isEmpty() || !OURS.contains(view.reason().get()))) {
      return true;
    }
    return view.reason().equals(Optional.of(reason))
        || view.json() && BOUND.contains(reason) && BOUND.contains(view.reason().orElse(""));
  }
}
