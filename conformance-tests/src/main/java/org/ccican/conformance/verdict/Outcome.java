package org.ccican.conformance.verdict;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** How something ended, worst first. */
public enum Outcome {
  /** The target broke the rule. */
  FAILED("failed"),
  /** The target refused what it had to refuse, and named another reason than the rule's. */
  REFUSED_OTHERWISE("refused otherwise"),
  /** Our own fault, never the target's. */
  SUITE_ERROR("suite error"),
  /** Time ran out, or the log ends before the scenario does. */
  INCONCLUSIVE("inconclusive"),
  /** A prerequisite failed. */
  BLOCKED("blocked"),
  /** Nothing was tried. */
  NOT_RUN("not run"),
  PASSED("passed"),
  /** The target does not claim it. */
  INAPPLICABLE("not applicable");

  private final String words;

  Outcome(String words) {
    this.words = words;
  }

  /** The spelling of the log and the report: {@code suite-error}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The outcome as a reader is told of it. */
  public String words() {
    return words;
  }

  /** Whether a reader has to look: something failed or could not be judged. */
  public boolean needsAttention() {
    return compareTo(NOT_RUN) < 0;
  }

  public static Optional<Outcome> find(String id) {
    for (Outcome outcome : values()) {
      if (outcome.id().equals(id)) {
        return Optional.of(outcome);
      }
    }
    return Optional.empty();
  }

  /** The worst of them; {@link #NOT_RUN} of none. */
  public static Outcome worst(Collection<Outcome> outcomes) {
    return outcomes.stream().min(Outcome::compareTo).orElse(NOT_RUN);
  }
}
