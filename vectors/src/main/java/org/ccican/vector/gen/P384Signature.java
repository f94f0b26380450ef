package org.ccican.vector.gen;

import java.math.BigInteger;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECPoint;

/** ECDSA over P-384 as numbers; deterministic (RFC 6979), and with the smaller one of both s. */
record P384Signature(BigInteger r, BigInteger s) {

  /**
   * @param hash of the message; SHA-384 unless a recipe wants it wrong
   */
  static P384Signature sign(TestKeys keys, BigInteger privateNumber, byte[] hash) {
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA384Digest()));
    signer.init(true, new ECPrivateKeyParameters(privateNumber, keys.p384()));
    BigInteger[] numbers = signer.generateSignature(hash);
    BigInteger n = keys.p384().getN();
    return new P384Signature(numbers[0], numbers[1].min(n.subtract(numbers[1])));
  }

  /**
   * The public key under which this is the signature of the hash, for numbers chosen first: the
   * private one is known to nobody. The point of the nonce is the one with abscissa r and an even
   * ordinate.
   */
  ECPoint publicKey(TestKeys keys, byte[] hash) {
    ECDomainParameters curve = keys.p384();
    ECPoint nonce = pointAt(keys, r);
    BigInteger e = new BigInteger(1, hash);
    return nonce
        .multiply(s)
        .subtract(curve.getG().multiply(e.mod(curve.getN())))
        .multiply(r.modInverse(curve.getN()))
        .normalize();
  }

  /** The least number from the given one on that is the abscissa of a point. */
  static BigInteger abscissaFrom(TestKeys keys, BigInteger start) {
    for (BigInteger x = start; ; x = x.add(BigInteger.ONE)) {
      try {
        pointAt(keys, x);
        return x;
      } catch (IllegalArgumentException e) {
        continue; // half of all numbers are no abscissa
      }
    }
  }

  /** r and s, little-endian, 72 octets each, then zeros: 512 octets. */
  byte[] littleEndian() {
    Raw field = Raw.zero(512);
    number(field, 0, r);
    number(field, 72, s);
    return field.slice(0, 512);
  }

  /** The wrong way round: 48 octets each, big-endian, at the places of the right ones. */
  byte[] bigEndian() {
    return Raw.zero(512).put(0, big(r)).put(72, big(s)).slice(0, 512);
  }

  private static byte[] big(BigInteger number) {
    byte[] octets = new byte[48];
    for (int i = 0; i < 48; i++) {
      octets[47 - i] = number.shiftRight(8 * i).byteValue();
    }
    return octets;
  }

  private static void number(Raw field, int offset, BigInteger number) {
    for (int i = 0; i < 72; i++) {
      field.u8(offset + i, number.shiftRight(8 * i).byteValue());
    }
  }

  private static ECPoint pointAt(TestKeys keys, BigInteger x) {
    return keys.p384().getCurve().decodePoint(Der.concat(new byte[] {2}, big(x)));
  }
}
