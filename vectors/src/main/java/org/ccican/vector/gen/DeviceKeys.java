package org.ccican.vector.gen;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;

/** Attestation keys of made-up devices, by the name of their owner; all of them are published. */
final class DeviceKeys {

  /** A curve of COSE with the algorithm that usually goes with it. */
  enum Curve {
    P256("P-256", 1, -7, 32),
    P384("P-384", 2, -35, 48),
    P521("P-521", 3, -36, 66);

    final String name;
    final long id;
    final long algorithm;
    final int size;

    Curve(String name, long id, long algorithm, int size) {
      this.name = name;
      this.id = id;
      this.algorithm = algorithm;
      this.size = size;
    }

    ECDomainParameters domain() {
      X9ECParameters curve = CustomNamedCurves.getByName(name);
      return new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
    }

    Digest digest() {
      return switch (this) {
        case P256 -> new SHA256Digest();
        case P384 -> new SHA384Digest();
        case P521 -> new SHA512Digest();
      };
    }
  }

  private DeviceKeys() {}

  /** The private number: SHA-512 of the name, reduced. */
  static BigInteger number(Curve curve, String owner) {
    BigInteger number = new BigInteger(1, TestKeys.digest("SHA-512", name(owner)));
    return number.mod(curve.domain().getN().subtract(BigInteger.ONE)).add(BigInteger.ONE);
  }

  /** Uncompressed: 4, x, y. */
  static byte[] point(Curve curve, String owner) {
    return curve.domain().getG().multiply(number(curve, owner)).normalize().getEncoded(false);
  }

  /** r and s side by side, deterministic (RFC 6979), with the smaller one of both s. */
  static byte[] sign(Curve curve, String owner, byte[] message) {
    BigInteger[] numbers = numbers(curve, owner, message);
    return Der.concat(big(numbers[0], curve.size), big(numbers[1], curve.size));
  }

  static BigInteger[] numbers(Curve curve, String owner, byte[] message) {
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(curve.digest()));
    signer.init(true, new ECPrivateKeyParameters(number(curve, owner), curve.domain()));
    Digest digest = curve.digest();
    byte[] hash = new byte[digest.getDigestSize()];
    digest.update(message, 0, message.length);
    digest.doFinal(hash, 0);
    BigInteger[] numbers = signer.generateSignature(hash);
    BigInteger n = curve.domain().getN();
    return new BigInteger[] {numbers[0], numbers[1].min(n.subtract(numbers[1]))};
  }

  /** The whole tag. */
  static byte[] mac(Curve strength, String owner, byte[] message) {
    HMac mac = new HMac(strength.digest());
    mac.init(new KeyParameter(secret(owner)));
    mac.update(message, 0, message.length);
    byte[] tag = new byte[mac.getMacSize()];
    mac.doFinal(tag, 0);
    return tag;
  }

  /** 64 octets. */
  static byte[] secret(String owner) {
    return TestKeys.digest("SHA-512", name(owner));
  }

  /** A COSE_Key that names the instance that it is of. */
  static byte[] coseKey(Curve curve, String owner, byte[] instance) {
    return PlainCbor.map(members(curve, owner, instance));
  }

  /** The same with the private number. */
  static byte[] privateKey(Curve curve, String owner, byte[] instance) {
    Map<Long, byte[]> key = members(curve, owner, instance);
    key.put(-4L, PlainCbor.octets(big(number(curve, owner), curve.size)));
    return PlainCbor.map(key);
  }

  private static Map<Long, byte[]> members(Curve curve, String owner, byte[] instance) {
    byte[] point = point(curve, owner);
    Map<Long, byte[]> key = new LinkedHashMap<>();
    key.put(1L, PlainCbor.integer(2));
    key.put(2L, PlainCbor.octets(instance));
    key.put(-1L, PlainCbor.integer(curve.id));
    key.put(-2L, PlainCbor.octets(Arrays.copyOfRange(point, 1, 1 + curve.size)));
    key.put(-3L, PlainCbor.octets(Arrays.copyOfRange(point, 1 + curve.size, point.length)));
    return key;
  }

  /** The COSE_Key of a shared secret. */
  static byte[] sharedKey(String owner, byte[] instance) {
    Map<Long, byte[]> key = new LinkedHashMap<>();
    key.put(1L, PlainCbor.integer(4));
    key.put(2L, PlainCbor.octets(instance));
    key.put(-1L, PlainCbor.octets(secret(owner)));
    return PlainCbor.map(key);
  }

  /** A SubjectPublicKeyInfo of Ed25519 (RFC 8410). */
  static byte[] edwards(String owner) {
    byte[] seed = TestKeys.digest("SHA-256", name(owner));
    byte[] point = new Ed25519PrivateKeyParameters(seed).generatePublicKey().getEncoded();
    return Der.sequence(Der.sequence(Der.oid("1.3.101.112")), Der.bitString(point));
  }

  static byte[] big(BigInteger number, int size) {
    byte[] octets = new byte[size];
    for (int i = 0; i < size; i++) {
      octets[size - 1 - i] = number.shiftRight(8 * i).byteValue();
    }
    return octets;
  }

  private static byte[] name(String owner) {
    return ("ccican test vectors, device " + owner).getBytes(StandardCharsets.UTF_8);
  }
}
