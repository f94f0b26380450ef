package org.ccican.conformance.verdict;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.conformance.trace.TraceEvent;

/** All judges by name. */
public final class Judges {

  private final Map<String, Judge> judges;

  public Judges(Map<String, Judge> judges) {
    this.judges = Map.copyOf(judges);
  }

  public Optional<Judge> find(String name) {
    return Optional.ofNullable(judges.get(name));
  }

  /** The same with another judge of that name. */
  public Judges replacing(String name, Judge other) {
    Map<String, Judge> changed = new HashMap<>(judges);
    changed.put(name, other);
    return new Judges(changed);
  }

  public SortedSet<String> names() {
    return new TreeSet<>(judges.keySet());
  }

  /**
   * Judges an expectation of the log, on what was observed before it. Steps ask this at once, and
   * {@link RunJudgement} again at the end: both see the same.
   *
   * @param trace the expectation's scenario
   * @return a suite error if there is no such judge or the judge itself breaks
   */
  public Verdict judge(
      ScenarioTrace trace, TraceEvent.Expectation expectation, Verifier signatures) {
    Judge judge = judges.get(expectation.judge());
    if (judge == null) {
      return Verdict.suiteError("there is no judge " + expectation.judge());
    }
    ScenarioTrace seen = trace.before(expectation).observed();
    try {
      Expectation expected = Expectation.of(expectation);
      return ReadingJudges.bearing(judge.judge(seen, expected, signatures), seen, expected);
    } catch (RuntimeException e) {
      // A judge that breaks is our fault, and the other verdicts of the run stand.
      return Verdict.suiteError("judge " + expectation.judge() + " broke: " + e);
    }
  }
}
