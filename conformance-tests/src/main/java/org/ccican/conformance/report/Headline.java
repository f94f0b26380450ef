package org.ccican.conformance.report;

import java.util.Locale;

/**
 * The verdict on a run in one line. An incomplete run never looks good, whatever was measured.
 *
 * @param mood which of three ways to look
 * @param verdict without the numbers, which are the summary's claim line
 */
record Headline(Mood mood, String verdict) {

  enum Mood {
    GOOD,
    BAD,
    OPEN;

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Headline of(RunReport report) {
    Headline measured = measured(report);
    if (report.complete()) {
      return measured;
    }
    return measured.mood() == Mood.GOOD
        ? new Headline(Mood.OPEN, "Incomplete run: nothing failed so far")
        : new Headline(measured.mood(), "Incomplete run: " + lowerFirst(measured.verdict()));
  }

  private static Headline measured(RunReport report) {
    Summary summary = report.summary();
    return switch (report.exitCode()) {
      case 0 -> new Headline(Mood.GOOD, good(summary));
      case 1 -> new Headline(Mood.BAD, bad(summary));
      case 2 -> new Headline(Mood.OPEN, "The configuration is wrong");
      case 3 -> new Headline(Mood.OPEN, "The suite itself went wrong" + alsoFailed(summary));
      case 4 -> new Headline(Mood.OPEN, "The list of known failures is out of date");
      case 5 -> new Headline(Mood.OPEN, "Nothing was measured");
      case 6 -> new Headline(Mood.OPEN, "Nothing failed, but not everything could be judged");
      default -> new Headline(Mood.OPEN, "The run ended with exit code " + report.exitCode());
    };
  }

  private static String good(Summary summary) {
    if (summary.failed() > 0) {
      return "What is required passed; "
          + (summary.failed() == 1
              ? "1 recommendation is not followed"
              : summary.failed() + " recommendations are not followed");
    }
    return summary.passed() == summary.testable()
        ? "All " + summary.scope() + " requirements passed"
        : "Every requirement that was run passed, but not all were run";
  }

  private static String bad(Summary summary) {
    String failed = requirements(summary.failed()) + " failed";
    String otherwise = summary.refusedOtherwise() + " refused for another reason";
    if (summary.refusedOtherwise() == 0) {
      return failed;
    }
    return summary.failed() == 0
        ? requirements(summary.refusedOtherwise()) + " refused for another reason"
        : failed + ", " + otherwise;
  }

  private static String alsoFailed(Summary summary) {
    return summary.failed() == 0 ? "" : ", and " + requirements(summary.failed()) + " failed";
  }

  private static String requirements(int count) {
    return count == 1 ? "1 requirement" : count + " requirements";
  }

  private static String lowerFirst(String text) {
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
