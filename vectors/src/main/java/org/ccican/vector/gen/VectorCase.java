package org.ccican.vector.gen;

import java.time.Instant;
import java.util.List;
import org.ccican.vector.TestVector;

/** One appraisal with everything that decides it. */
interface VectorCase {

  TestVector.Input input();

  Instant time();

  TestVector.Expected expected();

  /** A name in the file's table of policies. */
  String policy();

  /** How many of the evidence's octets, from the first one on, its own signature covers. */
  int signedOctets();

  /** Where the evidence's own signatures are, in the order of its octets. */
  default List<TestVector.Stretch> signatures() {
    int size = input().report().size();
    return List.of(new TestVector.Stretch(signedOctets(), size - signedOctets()));
  }
}
