package org.ccican.conformance.verdict;

import java.util.Locale;
import java.util.Objects;

/**
 * Whose fault it is that a scenario did not pass.
 *
 * @param evidence what says so, in a sentence
 * @param role which roles of a target whose roles meet each other; empty if there is one end only
 */
public record Attribution(Culprit culprit, String evidence, String role) {

  /** Whom a failure can be put down to. */
  public enum Culprit {
    /** The recipe, or the command line. */
    CONFIGURATION,
    TARGET,
    SUITE,
    /** The machine, the network, or whoever ended the run. */
    ENVIRONMENT,
    /** The text of the rule, which can be read in more than one way. */
    SPECIFICATION;

    /** The spelling of the report. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Attribution {
    Objects.requireNonNull(culprit);
    Objects.requireNonNull(evidence);
    Objects.requireNonNull(role);
  }

  /** Of whom there is one only. */
  public Attribution(Culprit culprit, String evidence) {
    this(culprit, evidence, "");
  }
}
