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
      case 0 -> new Headline(Mood.GOOD, good(summary, report.gate()) + known(report.gate()));
      case 1 -> new Headline(Mood.BAD, bad(summary));
      case 2 -> new Headline(Mood.OPEN, "The configuration is wrong");
      case 3 -> new Headline(Mood.OPEN, "The suite itself went wrong" + alsoFailed(summary));
      case 4 -> new Headline(Mood.OPEN, "The list of known failures is out of date");
      case 5 ->
          new Headline(
              Mood.OPEN,
              report.gate().checks() >= report.gate().minChecks()
                  ? "Nothing was measured"
                  : "Too little was measured: "
                      + report.gate().checks()
                      + " of at least "
                      + report.gate().minChecks()
                      + " checks");
      case 6 -> new Headline(Mood.OPEN, "Nothing failed, but not everything could be judged");
      default -> new Headline(Mood.OPEN, "The run ended with exit code " + report.exitCode());
    };
  }

  /** What the run is not held to, which must not be missed. */
  private static String known(GateResult gate) {
    int known = gate.count(GateNote.Kind.KNOWN) + gate.count(GateNote.Kind.FOLLOWS);
    int disputed = gate.count(GateNote.Kind.QUARANTINED);
    if (known + disputed == 0) {
      return "";
    }
    return (known == 0 ? "" : "; " + cases(known) + " failed as known")
        + (disputed == 0 ? "" : "; " + cases(disputed) + " in quarantine");
  }

  private static String cases(int count) {
    return count == 1 ? "1 case" : count + " cases";
  }

  private static String good(Summary summary, GateResult gate) {
    if (!gate.excused().isEmpty()) {
      return "Nothing failed that is held against the target";
    }
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
