package org.ccican.conformance.sut;

import org.ccican.conformance.trace.ScenarioLog;
import org.ccican.conformance.trace.TraceEvent;
import org.ccican.transport.HttpReply;

/** What a way cannot say to a target: the scenario that needs it is inapplicable. */
final class Unsayable {

  private Unsayable() {}

  /** Writes the reason into the scenario's log, and answers the suite. */
  static HttpReply because(ScenarioLog log, String reason) {
    log.append(stamp -> new TraceEvent.Inapplicable(stamp, reason));
    return HttpReply.empty(501);
  }
}
