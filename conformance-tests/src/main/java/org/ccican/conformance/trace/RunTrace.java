package org.ccican.conformance.trace;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The whole log of a run. The order in which the lines of different scenarios stood does not
 * matter: scenarios are sorted by id, events by their sequence number.
 *
 * @param run the events of the run as a whole
 * @param scenarios by id
 * @param cutOff whether the log ended in mid-line
 */
public record RunTrace(ScenarioTrace run, Map<String, ScenarioTrace> scenarios, boolean cutOff) {

  public RunTrace {
    Objects.requireNonNull(run);
    scenarios = Collections.unmodifiableMap(new TreeMap<>(scenarios));
  }

  /** The first line of the run. */
  public Optional<TraceEvent.Run> header() {
    return run.all(TraceEvent.Run.class).stream().findFirst();
  }

  /** What kept the suite from judging, beyond single scenarios. */
  public List<TraceEvent.Problem> problems() {
    return run.problems();
  }

  /** Whether the run says of itself that it came to its end. */
  public boolean ended() {
    List<TraceEvent.RunEnd> ends = run.all(TraceEvent.RunEnd.class);
    return !cutOff && !ends.isEmpty() && ends.stream().allMatch(TraceEvent.RunEnd::complete);
  }
}
