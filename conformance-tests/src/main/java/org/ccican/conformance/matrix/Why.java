package org.ccican.conformance.matrix;

import java.util.List;
import java.util.Locale;
import org.ccican.check.CheckPoint;
import org.ccican.conformance.requirement.Requirement;
import org.ccican.conformance.verdict.Outcome;

/** Why a requirement that does not name a check comes out otherwise when the check is broken. */
enum Why {
  /** What its scenario departs from, or needs first, no longer passes. */
  PREREQUISITE("a scenario that has to pass first does not"),
  /** Both state the rule of one section. */
  SAME_RULE("it states the same section's rule"),
  /** The message on which it is judged is not sent, or not so that it can be read. */
  MISSING_MESSAGE("what it is judged on is no longer done"),
  /** Its scenario sends what the check refuses, and it is about what follows from the refusal. */
  SAME_REFUSAL("its scenario sends what the check refuses"),
  /** The role goes on behind what it should have refused, and more goes wrong on the way. */
  FOLLOWING("the role goes on where it should have stopped"),
  /** The scenario could not be brought to its end. */
  UNFINISHED("its scenario cannot come to its end");

  private final String words;

  Why(String words) {
    this.words = words;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String words() {
    return words;
  }

  static Why of(CheckPoint point, Requirement requirement, Outcome outcome, boolean negative) {
    if (outcome == Outcome.BLOCKED) {
      return PREREQUISITE;
    }
    if (outcome == Outcome.INCONCLUSIVE || outcome == Outcome.SUITE_ERROR) {
      return UNFINISHED;
    }
    if (List.of(point.spec().split("[ ,]+"))
        .contains("§" + requirement.section().replace("§", ""))) {
      return SAME_RULE;
    }
    if (point.kind() == CheckPoint.Kind.DUTY) {
      return MISSING_MESSAGE;
    }
    return negative ? SAME_REFUSAL : FOLLOWING;
  }
}
