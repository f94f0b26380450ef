package org.ccican.conformance.verdict;

import org.ccican.conformance.trace.ScenarioTrace;

/**
 * A pure function of what was observed: asked twice, it says the same. It sees no words of roles
 * about themselves and nothing that came after the expectation.
 */
@FunctionalInterface
public interface Judge {

  /**
   * @param signatures the only way to verify one
   * @throws IllegalArgumentException if an argument of the expectation is missing or malformed
   */
  Verdict judge(ScenarioTrace trace, Expectation expectation, Verifier signatures);
}
