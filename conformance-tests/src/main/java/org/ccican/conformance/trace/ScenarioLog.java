package org.ccican.conformance.trace;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Writes the events of one scenario, which stay at hand for judging while it runs. */
public final class ScenarioLog {

  private final TraceLog log;
  private final String id;
  private final InstantSource virtual;
  private final List<TraceEvent> events = new ArrayList<>();

  ScenarioLog(TraceLog log, String id, InstantSource virtual) {
    this.log = log;
    this.id = Objects.requireNonNull(id);
    this.virtual = Objects.requireNonNull(virtual);
  }

  public String id() {
    return id;
  }

  /**
   * Writes the event that is made of the next stamp.
   *
   * @return the event as the file holds it
   * @throws java.io.UncheckedIOException if it cannot be written; the log takes nothing more then
   * @throws IllegalArgumentException if it is too long for a line
   * @throws IllegalStateException if the log is closed
   */
  public synchronized <E extends TraceEvent> E append(Function<Stamp, E> event) {
    Stamp stamp =
        new Stamp(events.size(), id, virtual.instant(), log.real().instant(), Optional.empty());
    E made = event.apply(stamp);
    if (!made.stamp().equals(stamp)) {
      throw new IllegalArgumentException("an event with another stamp than its own");
    }
    TraceEvent written = log.append(made);
    events.add(written);
    @SuppressWarnings("unchecked") // the kind decides the class, and both have the same kind
    E same = (E) written;
    return same;
  }

  /** What stands in the log so far. */
  public synchronized ScenarioTrace trace() {
    return new ScenarioTrace(id, events);
  }
}
