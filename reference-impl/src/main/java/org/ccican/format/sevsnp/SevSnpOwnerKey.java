package org.ccican.format.sevsnp;

import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseCurve;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.ByteWriter;
import org.ccican.wire.Bytes;

/**
 * Public keys and signatures in the firmware's form (AMD 56860 chapter 10), with the least
 * significant octet first and zeros behind.
 *
 * <pre>
 * offset size   public key, 0x404 octets        size   signature, 0x200 octets
 * 0x00   4      curve, 2 for P-384              72     R, of which 48 octets are used
 * 0x04   72     QX, of which 48 are used        72     S
 * 0x4C   72     QY                              368    reserved
 * 0x94   0x370  reserved
 * </pre>
 */
final class SevSnpOwnerKey {

  static final int SIZE = 0x404;
  static final int SIGNATURE_SIZE = 0x200;
  static final long P384 = 2;

  private static final int HALF = 72;
  private static final int USED = 48;
  private static final int CURVE = 4;

  private SevSnpOwnerKey() {}

  static Bytes write(CoseKey key) {
    return new ByteWriter()
        .u32le(P384)
        .put(SevSnpReport.reversed(key.x()).padRight(HALF))
        .put(SevSnpReport.reversed(key.y()).padRight(HALF))
        .toBytes()
        .padRight(SIZE);
  }

  static Bytes sign(SigningKey key, Bytes message) {
    Bytes signature = key.sign(message);
    return Bytes.concat(
            SevSnpReport.reversed(signature.slice(0, USED)).padRight(HALF),
            SevSnpReport.reversed(signature.slice(USED, 2 * USED)).padRight(HALF))
        .padRight(SIGNATURE_SIZE);
  }

  static long curve(Bytes key) {
    return SevSnpReport.littleEndian(key.slice(0, CURVE));
  }

  /** Whether everything above and behind the coordinates is zero. */
  static boolean isKeyPadded(Bytes key) {
    return isPadded(key.slice(CURVE, SIZE));
  }

  /** Whether everything above and behind R and S is zero; so for both coordinates of a key. */
  static boolean isPadded(Bytes pair) {
    return pair.slice(USED, HALF).isZero()
        && pair.slice(HALF + USED, 2 * HALF).isZero()
        && pair.slice(2 * HALF, pair.size()).isZero();
  }

  /**
   * The point, whatever the curve is said to be.
   *
   * @throws Rejected if it is none of P-384
   */
  static CoseKey parse(Bytes key, Crypto crypto) throws Rejected {
    CoseKey point = new CoseKey(CoseCurve.P384, number(key, CURVE), number(key, CURVE + HALF));
    try {
      return CoseKey.ofSpki(point.toSpki(), crypto);
    } catch (Rejected e) {
      throw new Rejected(Reason.INVALID_KEY, "sev-snp.launch.auth-key", e.getMessage());
    }
  }

  static boolean verify(CoseKey key, Bytes message, Bytes signature, Crypto crypto) {
    Bytes pair = Bytes.concat(number(signature, 0), number(signature, HALF));
    return key.verify(CoseAlgorithm.ES384, message, pair, crypto);
  }

  private static Bytes number(Bytes octets, int offset) {
    return SevSnpReport.reversed(octets.slice(offset, offset + USED));
  }
}
