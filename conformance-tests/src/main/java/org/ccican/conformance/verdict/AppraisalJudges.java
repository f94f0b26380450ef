package org.ccican.conformance.verdict;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ccican.conformance.trace.Exchange;
import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.conformance.trace.TraceEvent.Message;

/** What the Verifier concluded when the owner asked it. */
final class AppraisalJudges {

  private AppraisalJudges() {}

  static Map<String, Judge> table() {
    Map<String, Judge> judges = new HashMap<>();
    judges.put("verifier-accepts", AppraisalJudges::accepts);
    judges.put("verifier-refuses", AppraisalJudges::refuses);
    return judges;
  }

  private static Optional<ResultView> result(
      Exchange exchange, Expectation expected, Verifier signatures) {
    return exchange
        .response()
        .filter(ExchangeJudges::isSuccess)
        .map(Message::body)
        .flatMap(body -> ResultView.read(body, expected.octets("verifier-key"), signatures));
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
      findings.look(
          result
              .filter(view -> !view.accepted())
              .filter(view -> view.reason().equals(expected.findText("reason")))
              .isPresent(),
          said(result));
    }
    return findings.verdict("the Verifier refuses as " + expected.text("reason"));
  }
}
