package org.ccican.conformance.suite;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.conformance.report.Blamed;
import org.ccican.conformance.report.MessageLine;
import org.ccican.conformance.report.ScenarioResult;
import org.ccican.conformance.trace.Direction;
import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.conformance.trace.TraceEvent;
import org.ccican.conformance.verdict.Attribution;
import org.ccican.conformance.verdict.Finding;
import org.ccican.conformance.verdict.ScenarioJudgement;

/** What a report says of one scenario: its verdict, and the exchange that led to it. */
final class ScenarioResults {

  private ScenarioResults() {}

  private static Blamed blamed(Optional<Attribution> blame) {
    return blame
        .map(each -> new Blamed(each.culprit().id(), each.evidence(), each.role()))
        .orElseGet(Blamed::nobody);
  }

  /**
   * @param blame whose fault it is, where it did not pass
   */
  static ScenarioResult of(
      ScenarioJudgement judged, ScenarioTrace trace, Optional<Attribution> blame) {
    TraceEvent.Scenario header = judged.header().orElseThrow();
    Optional<ScenarioJudgement.Judged> worst =
        judged.expectations().stream()
            .filter(each -> each.verdict().outcome() == judged.outcome())
            .findFirst();
    String detail =
        judged.findings().stream()
            .filter(finding -> finding.outcome() == judged.outcome())
            .map(Finding::detail)
            .findFirst()
            .orElse("");
    List<ScenarioResult.Expectation> expectations = new ArrayList<>();
    for (ScenarioJudgement.Judged each : judged.expectations()) {
      expectations.add(
          new ScenarioResult.Expectation(
              each.expectation().judge(),
              each.verdict().outcome(),
              each.verdict().expected(),
              each.verdict().actual(),
              each.verdict().detail()));
    }
    return new ScenarioResult(
        judged.id(),
        header.name(),
        header.feature(),
        header.requirement(),
        header.negative(),
        header.parent(),
        judged.outcome(),
        detail,
        worst.map(each -> each.verdict().expected()).orElse(""),
        worst.map(each -> each.verdict().actual()).orElse(""),
        blamed(blame),
        millis(header, trace),
        expectations,
        trace.messages().stream().map(ScenarioResults::message).toList());
  }

  private static long millis(TraceEvent.Scenario header, ScenarioTrace trace) {
    Instant end = trace.end().map(each -> each.stamp().real()).orElse(header.stamp().real());
    return Math.max(0, Duration.between(header.stamp().real(), end).toMillis());
  }

  private static MessageLine message(TraceEvent.Message message) {
    return MessageLine.of(
        (int) message.seq(),
        message.from(),
        message.to(),
        message.direction() == Direction.REQUEST
            ? MessageLine.Direction.REQUEST
            : MessageLine.Direction.RESPONSE,
        message.resource(),
        message.status().orElse(0),
        message.mediaType(),
        message.tampering(),
        message.origin().id(),
        message.body(),
        message.delivered());
  }
}
