package org.ccican.teep;

import java.util.List;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseSign1;

/** The operations that protect a message, in their order (teep-protocol section 8.1). */
public record TeepCipherSuite(List<Operation> operations) {

  public static final TeepCipherSuite SIGN1_ESP256 = sign1(CoseAlgorithm.ESP256);
  public static final TeepCipherSuite SIGN1_ED25519 = sign1(CoseAlgorithm.ED25519);

  /**
   * One operation.
   *
   * @param coseType the tag of the COSE message
   * @param algorithm an id of the COSE registry
   */
  public record Operation(long coseType, long algorithm) {}

  public TeepCipherSuite {
    operations = List.copyOf(operations);
  }

  /** One signature with the algorithm. */
  public static TeepCipherSuite sign1(CoseAlgorithm algorithm) {
    return new TeepCipherSuite(List.of(new Operation(CoseSign1.TAG, algorithm.id())));
  }
}
