package org.ccican.conformance.verdict;

import org.ccican.wire.Bytes;

/** Verifies signatures; octets and keys may be anybody's. */
@FunctionalInterface
public interface Verifier {

  /**
   * @param algorithm COSE algorithm: -7, -9, -35, -51, -8 or -19; any other is never valid
   * @param spki SubjectPublicKeyInfo (DER)
   * @param message what was signed
   * @param signature r and s, big-endian and of the curve's size, or the 64 octets of Ed25519
   * @return false for whatever is wrong; never an exception
   */
  boolean verifies(long algorithm, Bytes spki, Bytes message, Bytes signature);
}
