package org.ccican.conformance.verdict;

import java.util.Collection;
import java.util.Collections;

/** How many requirements ended how; the parts add up to the total. */
public record Counts(
    int total,
    int passed,
    int failed,
    int refusedOtherwise,
    int inapplicable,
    int blocked,
    int inconclusive,
    int suiteError,
    int notRun) {

  static Counts of(Collection<Outcome> outcomes) {
    return new Counts(
        outcomes.size(),
        Collections.frequency(outcomes, Outcome.PASSED),
        Collections.frequency(outcomes, Outcome.FAILED),
        Collections.frequency(outcomes, Outcome.REFUSED_OTHERWISE),
        Collections.frequency(outcomes, Outcome.INAPPLICABLE),
        Collections.frequency(outcomes, Outcome.BLOCKED),
        Collections.frequency(outcomes, Outcome.INCONCLUSIVE),
        Collections.frequency(outcomes, Outcome.SUITE_ERROR),
        Collections.frequency(outcomes, Outcome.NOT_RUN));
  }
}
