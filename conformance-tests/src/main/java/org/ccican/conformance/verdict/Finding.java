package org.ccican.conformance.verdict;

import java.util.Objects;

/** One thing that a scenario, or the run as a whole, is judged by. */
public record Finding(Outcome outcome, String detail) {

  public Finding {
    Objects.requireNonNull(outcome);
    Objects.requireNonNull(detail);
  }
}
