package org.ccican.vector.gen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.math.ec.ECPoint;

/**
 * The keys behind the vectors. All of them are published and so worth nothing: RSA keys stand in
 * {@code keys/}, P-384 keys are computed from the name of their owner.
 */
final class TestKeys {

  private final ECDomainParameters p384;

  TestKeys() {
    X9ECParameters curve = CustomNamedCurves.getByName("P-384");
    this.p384 = new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
  }

  /**
   * An RSA-4096 key.
   *
   * @param name the file in {@code keys/} without its ending
   */
  RSAPrivateCrtKeyParameters rsa(String name) {
    String file = "/org/ccican/vectors/keys/" + name + ".pem";
    try (InputStream in = TestKeys.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("no key " + file);
      }
      String pem = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      String base64 =
          pem.substring(pem.indexOf("KEY-----") + 8, pem.indexOf("-----END")).replace("\n", "");
      return (RSAPrivateCrtKeyParameters)
          PrivateKeyFactory.createKey(Base64.getDecoder().decode(base64));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The private number of the P-384 key of the owner named: SHA-384 of the name, reduced. */
  BigInteger p384(String owner) {
    BigInteger number = new BigInteger(1, sha384(owner.getBytes(StandardCharsets.UTF_8)));
    return number.mod(p384.getN().subtract(BigInteger.ONE)).add(BigInteger.ONE);
  }

  ECPoint publicPoint(BigInteger privateNumber) {
    return p384.getG().multiply(privateNumber).normalize();
  }

  ECDomainParameters p384() {
    return p384;
  }

  static byte[] sha384(byte[]... parts) {
    return digest("SHA-384", parts);
  }

  static byte[] digest(String algorithm, byte[]... parts) {
    try {
      return MessageDigest.getInstance(algorithm).digest(Der.concat(parts));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
