package org.ccican.vector.gen;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;

/** Keys and signatures of P-256; deterministic (RFC 6979), and with the smaller one of both s. */
final class P256 {

  static final int NUMBER = 32;

  private final ECDomainParameters curve;

  P256() {
    X9ECParameters parameters = CustomNamedCurves.getByName("P-256");
    this.curve =
        new ECDomainParameters(
            parameters.getCurve(), parameters.getG(), parameters.getN(), parameters.getH());
  }

  BigInteger order() {
    return curve.getN();
  }

  /** The private number of an owner's key: SHA-256 of the name, reduced. */
  BigInteger key(String owner) {
    byte[] name = ("ccican test vectors, " + owner).getBytes(StandardCharsets.UTF_8);
    BigInteger number = new BigInteger(1, TestKeys.digest("SHA-256", name));
    return number.mod(curve.getN().subtract(BigInteger.ONE)).add(BigInteger.ONE);
  }

  /** Uncompressed: 4, x, y. */
  byte[] point(BigInteger key) {
    return curve.getG().multiply(key).normalize().getEncoded(false);
  }

  /** x and y, 64 octets. */
  byte[] coordinates(BigInteger key) {
    byte[] point = point(key);
    return java.util.Arrays.copyOfRange(point, 1, point.length);
  }

  BigInteger[] numbers(BigInteger key, byte[] hash) {
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, new ECPrivateKeyParameters(key, curve));
    BigInteger[] numbers = signer.generateSignature(hash);
    return new BigInteger[] {numbers[0], numbers[1].min(curve.getN().subtract(numbers[1]))};
  }

  /** r and s over SHA-256 of a message, big-endian, 64 octets. */
  byte[] sign(BigInteger key, byte[]... message) {
    BigInteger[] numbers = numbers(key, TestKeys.digest("SHA-256", message));
    return Der.concat(big(numbers[0]), big(numbers[1]));
  }

  /** r and s in a SEQUENCE, as certificates have them. */
  byte[] signDer(BigInteger key, String digest, byte[] message) {
    BigInteger[] numbers = numbers(key, TestKeys.digest(digest, message));
    return Der.sequence(Der.integer(numbers[0]), Der.integer(numbers[1]));
  }

  static byte[] big(BigInteger number) {
    byte[] octets = new byte[NUMBER];
    for (int i = 0; i < NUMBER; i++) {
      octets[NUMBER - 1 - i] = number.shiftRight(8 * i).byteValue();
    }
    return octets;
  }
}
