package org.ccican.conformance.trace;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Where and when an event stands.
 *
 * @param seq counts the events of one scenario from 0; gaps are allowed, doubles are not
 * @param scenario the scenario's id; empty for events of the run as a whole
 * @param virtual the time that the scenario's roles are told
 * @param real the suite's own clock
 * @param chain reserved for a hash over the lines before; never written yet
 */
public record Stamp(
    long seq, String scenario, Instant virtual, Instant real, Optional<String> chain) {

  public Stamp {
    Objects.requireNonNull(scenario);
    Objects.requireNonNull(virtual);
    Objects.requireNonNull(real);
    Objects.requireNonNull(chain);
    if (seq < 0) {
      throw new IllegalArgumentException("seq is negative: " + seq);
    }
  }
}
