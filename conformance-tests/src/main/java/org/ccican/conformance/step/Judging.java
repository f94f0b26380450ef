package org.ccican.conformance.step;

import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.conformance.trace.TraceEvent;
import org.ccican.conformance.verdict.Judges;
import org.ccican.conformance.verdict.Verdict;
import org.ccican.conformance.verdict.Verifier;

/** The judges of a run and what they verify signatures with. */
public record Judging(Judges judges, Verifier signatures) {

  Verdict judge(ScenarioTrace trace, TraceEvent.Expectation expectation) {
    return judges.judge(trace, expectation, signatures);
  }
}
