package org.ccican.format.intel;

import org.ccican.appraisal.AppraisalInput;
import org.ccican.appraisal.AppraisalPolicy;
import org.ccican.appraisal.OrderedChecks;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;

/**
 * One appraisal of a quote: what every stage of it needs.
 *
 * @param vocabulary of the quote's format
 */
public record IntelScene(
    QuoteLayout quote,
    AppraisalInput input,
    AppraisalPolicy.Vocabulary vocabulary,
    OrderedChecks run,
    Crypto crypto) {

  public Checks checks() {
    return run.checks();
  }

  public AppraisalPolicy policy() {
    return input.policy();
  }

  /** Whether the policy allows something that quotes have a switch for. */
  public boolean allows(String name) {
    return policy().allows(name, vocabulary);
  }
}
