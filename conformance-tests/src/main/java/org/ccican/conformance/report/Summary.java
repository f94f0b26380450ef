package org.ccican.conformance.report;

import java.util.ArrayList;
import java.util.List;
import org.ccican.conformance.verdict.Outcome;

/**
 * The run in numbers: requirements by outcome, so that {@code total} is the sum of the eight that
 * follow it.
 *
 * @param mustFailed failed requirements of a level that decides the run
 * @param shouldFailed the other failed requirements
 * @param untested of those not run, how many have no scenario
 * @param scenarios scenarios that were recorded
 * @param claimLine the one sentence that may be quoted; it names the denominator
 */
public record Summary(
    int total,
    int passed,
    int failed,
    int refusedOtherwise,
    int inapplicable,
    int blocked,
    int inconclusive,
    int suiteError,
    int notRun,
    int mustFailed,
    int shouldFailed,
    int untested,
    int scenarios,
    String claimLine) {

  /** Counts. */
  public static Summary of(List<RequirementResult> requirements, int scenarios) {
    int[] by = new int[Outcome.values().length];
    int mustFailed = 0;
    int untested = 0;
    for (RequirementResult requirement : requirements) {
      by[requirement.outcome().ordinal()]++;
      if (requirement.outcome() == Outcome.FAILED && requirement.level().required()) {
        mustFailed++;
      }
      if (requirement.outcome() == Outcome.NOT_RUN && !requirement.untested().isEmpty()) {
        untested++;
      }
    }
    int failed = by[Outcome.FAILED.ordinal()];
    return new Summary(
        requirements.size(),
        by[Outcome.PASSED.ordinal()],
        failed,
        by[Outcome.REFUSED_OTHERWISE.ordinal()],
        by[Outcome.INAPPLICABLE.ordinal()],
        by[Outcome.BLOCKED.ordinal()],
        by[Outcome.INCONCLUSIVE.ordinal()],
        by[Outcome.SUITE_ERROR.ordinal()],
        by[Outcome.NOT_RUN.ordinal()],
        mustFailed,
        failed - mustFailed,
        untested,
        scenarios,
        claimLine(by, requirements.size(), failed - mustFailed, untested));
  }

  /** Requirements that the target claims and that have a scenario: the denominator. */
  public int testable() {
    return total - inapplicable - untested;
  }

  /** What the denominator counts, in words. */
  String scope() {
    return scope(inapplicable);
  }

  /** How many requirements have an outcome. */
  public int count(Outcome outcome) {
    return switch (outcome) {
      case FAILED -> failed;
      case REFUSED_OTHERWISE -> refusedOtherwise;
      case SUITE_ERROR -> suiteError;
      case INCONCLUSIVE -> inconclusive;
      case BLOCKED -> blocked;
      case NOT_RUN -> notRun;
      case PASSED -> passed;
      case INAPPLICABLE -> inapplicable;
    };
  }

  private static String scope(int inapplicable) {
    return inapplicable == 0 ? "testable" : "applicable and testable";
  }

  private static String claimLine(int[] by, int total, int shouldFailed, int untested) {
    int inapplicable = by[Outcome.INAPPLICABLE.ordinal()];
    int testable = total - inapplicable - untested;
    List<String> parts = new ArrayList<>();
    parts.add(
        by[Outcome.PASSED.ordinal()]
            + " of "
            + testable
            + " "
            + scope(inapplicable)
            + (testable == 1 ? " requirement passed" : " requirements passed"));
    for (Outcome outcome : Outcome.values()) {
      int count = by[outcome.ordinal()] - (outcome == Outcome.NOT_RUN ? untested : 0);
      if (count > 0 && outcome != Outcome.PASSED) {
        parts.add(count + " " + outcome.words() + advisory(outcome, shouldFailed, count));
      }
    }
    if (untested > 0) {
      parts.add(
          untested
              + " more without a scenario, "
              + (untested == 1 ? "with its reason" : "each with its reason"));
    }
    return String.join("; ", parts);
  }

  private static String advisory(Outcome outcome, int shouldFailed, int failed) {
    if (outcome != Outcome.FAILED || shouldFailed == 0) {
      return "";
    }
    return shouldFailed == failed ? " (should or may)" : " (" + shouldFailed + " should or may)";
  }
}
