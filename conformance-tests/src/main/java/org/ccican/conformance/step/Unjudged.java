package org.ccican.conformance.step;

import java.util.Objects;
import org.ccican.conformance.verdict.Outcome;

/** Ends a scenario of which nothing can be judged; why stands in the log. */
public final class Unjudged extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final Outcome outcome;

  Unjudged(Outcome outcome, String reason) {
    super(reason);
    this.outcome = Objects.requireNonNull(outcome);
  }

  public Outcome outcome() {
    return outcome;
  }
}
