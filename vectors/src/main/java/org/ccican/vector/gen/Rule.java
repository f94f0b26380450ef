package org.ccican.vector.gen;

import java.util.List;
import org.ccican.vector.TestVector;

/**
 * A rule that vectors put to the test.
 *
 * @param check the named check of the reference
 * @param why the reason that a refusal under this rule has
 * @param requirements identifiers in the registry of requirements
 */
record Rule(String check, Why why, TestVector.Spec spec, List<String> requirements) {

  static Rule of(String check, Why why, String document, String section, String... requirements) {
    return new Rule(check, why, new TestVector.Spec(document, section), List.of(requirements));
  }

  /** The same rule broken in another way. */
  Rule because(Why other) {
    return new Rule(check, other, spec, requirements);
  }
}
