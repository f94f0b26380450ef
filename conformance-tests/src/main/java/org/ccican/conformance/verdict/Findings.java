package org.ccican.conformance.verdict;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, one line each, and makes a verdict of it. */
final class Findings {

  private final List<String> wrong = new ArrayList<>();
  private int seen;

  /** One thing was looked at. */
  void look(boolean right, String otherwise) {
    seen++;
    if (!right) {
      wrong.add(otherwise);
    }
  }

  /**
   * Passed if something was looked at and nothing was wrong.
   *
   * @param expected what was to be seen, in words
   */
  Verdict verdict(String expected) {
    if (seen == 0) {
      return Verdict.unseen(expected, "nothing of the kind was seen");
    }
    return wrong.isEmpty()
        ? Verdict.passed(seen + " looked at: " + expected)
        : Verdict.failed(
            "wrong: " + wrong.size() + " of " + seen + " looked at", expected, wrong.get(0));
  }

  static Verdict of(boolean right, String expected, String actual) {
    return right ? Verdict.passed(expected) : Verdict.failed("not so", expected, actual);
  }
}
