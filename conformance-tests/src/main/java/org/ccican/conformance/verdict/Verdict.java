package org.ccican.conformance.verdict;

import java.util.Objects;

/**
 * What a judge found.
 *
 * @param detail one sentence
 * @param expected what should have been observed; empty if that says nothing more
 * @param actual what was observed; empty if that says nothing more
 */
public record Verdict(Outcome outcome, String detail, String expected, String actual) {

  private static final String UNSEEN = "nothing to look at";

  public Verdict {
    Objects.requireNonNull(outcome);
    Objects.requireNonNull(detail);
    Objects.requireNonNull(expected);
    Objects.requireNonNull(actual);
  }

  public static Verdict passed(String detail) {
    return new Verdict(Outcome.PASSED, detail, "", "");
  }

  public static Verdict failed(String detail, String expected, String actual) {
    return new Verdict(Outcome.FAILED, detail, expected, actual);
  }

  /** What should have been looked at was never there, where a scenario has it come about. */
  public static Verdict unseen(String expected, String actual) {
    return failed(UNSEEN, expected, actual);
  }

  /** Whether this is a failure for want of something to look at. */
  public boolean isUnseen() {
    return outcome == Outcome.FAILED && detail.equals(UNSEEN);
  }

  /** Refused, as it has to be, but the reason that was given is another. */
  public static Verdict refusedOtherwise(String expected, String actual) {
    return new Verdict(Outcome.REFUSED_OTHERWISE, "refused for another reason", expected, actual);
  }

  /** What should have been observed did not come in time. */
  public static Verdict inconclusive(String detail) {
    return new Verdict(Outcome.INCONCLUSIVE, detail, "", "");
  }

  public static Verdict blocked(String detail) {
    return new Verdict(Outcome.BLOCKED, detail, "", "");
  }

  /** It cannot be asked of what the target does instead, which is no fault. */
  public static Verdict inapplicable(String detail) {
    return new Verdict(Outcome.INAPPLICABLE, detail, "", "");
  }

  public static Verdict suiteError(String detail) {
    return new Verdict(Outcome.SUITE_ERROR, detail, "", "");
  }
}
