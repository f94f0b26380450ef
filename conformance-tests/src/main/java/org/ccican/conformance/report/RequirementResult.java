package org.ccican.conformance.report;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.ccican.conformance.requirement.Level;
import org.ccican.conformance.verdict.Outcome;

/**
 * One requirement and what came of it.
 *
 * @param id permanent, for instance {@code PROV-02}
 * @param document the document that states it
 * @param section the section there, without a sign before it
 * @param roles role ids on which it is laid
 * @param text the requirement in short
 * @param scenarios ids of the scenarios that test it, run or not
 * @param since the version of the catalogue that brought it
 * @param untested why it has no scenario; empty if it has one
 */
public record RequirementResult(
    String id,
    Level level,
    String document,
    String section,
    List<String> roles,
    String text,
    Outcome outcome,
    List<String> scenarios,
    int since,
    String untested) {

  /** What matters most first: by outcome, what decides the run before what does not. */
  static final Comparator<RequirementResult> WORST_FIRST =
      Comparator.comparing(RequirementResult::outcome)
          .thenComparing(requirement -> !requirement.level().required());

  /**
   * @throws IllegalArgumentException if it has no id, or is untested and has scenarios or a verdict
   */
  public RequirementResult {
    id = Text.bounded(id);
    Objects.requireNonNull(level, "level");
    document = Text.bounded(document);
    section = Text.bounded(section);
    roles = Text.bounded(roles);
    text = Text.bounded(text);
    Objects.requireNonNull(outcome, "outcome");
    scenarios = Text.bounded(scenarios);
    untested = Text.bounded(untested);
    if (id.isEmpty()) {
      throw new IllegalArgumentException("a requirement has no id");
    }
    if (since < 1) {
      throw new IllegalArgumentException(id + " has no version of the catalogue");
    }
    if (!untested.isEmpty()
        && (!scenarios.isEmpty()
            || outcome != Outcome.NOT_RUN && outcome != Outcome.INAPPLICABLE)) {
      throw new IllegalArgumentException(
          id + " is said to be untested and has scenarios or the outcome " + outcome.id());
    }
  }
}
