package org.ccican.teep;

import org.ccican.cose.CoseAlgorithm;

/**
 * The algorithms of SUIT manifests and reports, as ids of the COSE registry (suit-mti section 3;
 * teep-protocol section 8.2).
 */
public record SuitCoseProfile(long digest, long authentication, long keyExchange, long encryption) {

  public static final SuitCoseProfile ESP256_ECDH_A128CTR =
      new SuitCoseProfile(-16, -9, -29, -65534);
  public static final SuitCoseProfile ED25519_ECDH_A128CTR =
      new SuitCoseProfile(-16, -19, -29, -65534);
  public static final SuitCoseProfile ESP256_ECDH_A128GCM = new SuitCoseProfile(-16, -9, -29, 1);
  public static final SuitCoseProfile ED25519_ECDH_CHACHA_POLY =
      new SuitCoseProfile(-16, -19, -29, 24);

  /** The same profile with another algorithm for its signatures. */
  SuitCoseProfile signedWith(CoseAlgorithm algorithm) {
    return new SuitCoseProfile(digest, algorithm.id(), keyExchange, encryption);
  }
}
