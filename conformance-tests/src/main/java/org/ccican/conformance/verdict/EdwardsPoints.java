package org.ccican.conformance.verdict;

import java.math.BigInteger;
import org.ccican.wire.Bytes;

/** Public keys of Ed25519 (RFC 8032 section 5.1.3): -x^2 + y^2 = 1 + d x^2 y^2 mod 2^255 - 19. */
final class EdwardsPoints {

  private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
  private static final BigInteger D =
      BigInteger.valueOf(-121665).multiply(BigInteger.valueOf(121666).modInverse(P)).mod(P);

  private EdwardsPoints() {}

  /**
   * Whether the octets are a point of the curve whose order is not small: under a key of small
   * order, one signature fits many messages.
   *
   * @param key 32 octets, y in little-endian, the sign of x in the highest bit
   */
  static boolean isUsable(Bytes key) {
    byte[] reversed = new byte[32];
    for (int i = 0; i < 32; i++) {
      reversed[i] = (byte) key.at(31 - i);
    }
    reversed[0] &= 0x7f;
    BigInteger y = new BigInteger(1, reversed);
    if (y.compareTo(P) >= 0) {
      return false;
    }
    // x^2 = (y^2 - 1) / (d y^2 + 1); the divisor is never 0, since -1/d is no square.
    BigInteger yy = y.multiply(y).mod(P);
    BigInteger xx =
        yy.subtract(BigInteger.ONE)
            .multiply(D.multiply(yy).add(BigInteger.ONE).modInverse(P))
            .mod(P);
    BigInteger half = P.subtract(BigInteger.ONE).shiftRight(1);
    // A square by Euler's criterion; 0 belongs to y = 1 and y = -1, which are small anyway.
    return xx.modPow(half, P).equals(BigInteger.ONE) && !isSmall(xx, yy);
  }

  /**
   * Order 1, 2, 4 or 8: x = 0 (order 1 or 2), y = 0 (order 4), or x^2 + y^2 = 0, which is the y of
   * the doubled point (order 8).
   */
  private static boolean isSmall(BigInteger xx, BigInteger yy) {
    return xx.signum() == 0 || yy.signum() == 0 || xx.add(yy).mod(P).signum() == 0;
  }
}
