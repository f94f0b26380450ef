package org.ccican.conformance.sut;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ccican.conformance.trace.Blame;
import org.ccican.conformance.trace.ScenarioLog;
import org.ccican.conformance.trace.TraceEvent;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Bytes;

/** What programs of the target say by exit codes and words, as answers of the role. */
public final class Outcomes {

  /** The header in which a way tells the recorder what was said; none of a target's gets there. */
  public static final String OUTCOME = "ccican-outcome";

  /** As above, why. */
  public static final String REASON = "ccican-reason";

  private Outcomes() {}

  /** Accepted, or refused, without a message. */
  static HttpReply said(boolean accepted, Optional<String> reason) {
    Map<String, String> headers = new HashMap<>();
    headers.put(OUTCOME, accepted ? "accepted" : "refused");
    reason.ifPresent(words -> headers.put(REASON, words));
    return new HttpReply(200, headers, Bytes.EMPTY);
  }

  /** Neither: the problem is written down, and the suite answered. */
  static HttpReply failed(ScenarioLog log, ChildFailed failure) {
    return problem(log, blame(failure.kind()), failure.getMessage());
  }

  static HttpReply problem(ScenarioLog log, Blame blame, String detail) {
    log.append(stamp -> new TraceEvent.Problem(stamp, blame, detail));
    return HttpReply.empty(0);
  }

  private static Blame blame(ChildFailed.Kind kind) {
    return switch (kind) {
      case NOT_STARTED -> Blame.CONFIGURATION;
      case SILENT -> Blame.TIMEOUT;
      case DIED, GARBLED -> Blame.TARGET;
    };
  }
}
