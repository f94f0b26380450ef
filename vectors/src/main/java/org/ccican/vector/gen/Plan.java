package org.ccican.vector.gen;

import java.time.Instant;
import java.util.List;
import org.ccican.vector.TestVector;

/** An appraisal that can still be changed; what it consists of is written when it is asked for. */
interface Plan {

  TestVector.Input input();

  Instant time();

  TestVector.Expected expected();

  /** A name in the file's table of policies. */
  String policy();

  /**
   * How many of the evidence's octets its own signature covers.
   *
   * @param size of the evidence
   */
  int signedOctets(int size);

  /**
   * Where the evidence's own signatures are, in the order of its octets.
   *
   * @param size of the evidence
   */
  default List<TestVector.Stretch> signatures(int size) {
    return List.of(new TestVector.Stretch(signedOctets(size), size - signedOctets(size)));
  }
}
