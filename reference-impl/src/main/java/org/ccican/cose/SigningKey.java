package org.ccican.cose;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Objects;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.spec.ECPrivateKeySpec;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.ccican.wire.Bytes;
import org.ccican.wire.Lazy;

/**
 * A private key and the one algorithm it signs with. Signatures are deterministic, so that a run
 * can be repeated octet by octet: ECDSA after RFC 6979, EdDSA by its nature.
 */
public final class SigningKey {

  private static final Bytes DOMAIN = Bytes.utf8("ccican signing key");

  /** Everything of a PKCS #8 key that stands before the secret (RFC 8410 section 7). */
  private static final Bytes ED25519_PKCS8_HEAD = Bytes.hex("302e020100300506032b657004220420");

  private final CoseAlgorithm algorithm;
  private final CoseCurve curve;
  private final Bytes secret;
  private final Lazy<CoseKey> publicKey;
  private final Crypto crypto;

  private SigningKey(
      CoseAlgorithm algorithm,
      CoseCurve curve,
      Bytes secret,
      Lazy<CoseKey> publicKey,
      Crypto crypto) {
    this.algorithm = algorithm;
    this.curve = curve;
    this.secret = secret;
    this.publicKey = publicKey;
    this.crypto = crypto;
  }

  /**
   * A key that depends on algorithm and seed alone; ES256, ES384 and ES512 take P-256, P-384 and
   * P-521.
   *
   * @param seed any number of octets
   */
  public static SigningKey fromSeed(CoseAlgorithm algorithm, Bytes seed, Crypto crypto) {
    CoseCurve curve = algorithm.usualCurve();
    Bytes wide =
        Crypto.sha512(Bytes.concat(DOMAIN, Bytes.of((int) curve.id()), Crypto.sha512(seed)));
    if (!curve.isWeierstrass()) {
      return ofPrivate(algorithm, wide.slice(0, curve.size()), crypto);
    }
    BigInteger most = curve.domain().getN().subtract(BigInteger.ONE);
    BigInteger scalar = new BigInteger(1, wide.toArray()).mod(most).add(BigInteger.ONE);
    return ofPrivate(algorithm, unsigned(scalar, curve.size()), crypto);
  }

  /**
   * A given key.
   *
   * @param secret the scalar, big-endian and as long as a coordinate, or the 32 octets of Ed25519
   * @throws IllegalArgumentException if the secret is of another size or out of range
   */
  public static SigningKey ofPrivate(CoseAlgorithm algorithm, Bytes secret, Crypto crypto) {
    Objects.requireNonNull(crypto);
    CoseCurve curve = algorithm.usualCurve();
    if (curve.isWeierstrass()) {
      scalar(curve, secret);
    } else if (secret.size() != curve.size()) {
      throw new IllegalArgumentException(curve.size() + " octets expected for " + curve);
    }
    Lazy<CoseKey> point =
        new Lazy<>(
            () ->
                crypto
                    .remembered()
                    .of(
                        SigningKey.class,
                        CoseKey.class,
                        Bytes.utf8(curve.standardName()),
                        secret,
                        () -> point(curve, secret)));
    return new SigningKey(algorithm, curve, secret, point, crypto);
  }

  /**
   * The same key for another algorithm of its curve.
   *
   * @throws IllegalArgumentException if the algorithm is of another curve
   */
  public SigningKey with(CoseAlgorithm other) {
    if (!other.fits(curve)) {
      throw new IllegalArgumentException(other + " with a key on " + curve);
    }
    return new SigningKey(other, curve, secret, publicKey, crypto);
  }

  public CoseKey publicKey() {
    return publicKey.get();
  }

  public CoseAlgorithm algorithm() {
    return algorithm;
  }

  /** r and s side by side, each as long as a coordinate; 64 octets for Ed25519. */
  public Bytes sign(Bytes message) {
    if (!curve.isWeierstrass()) {
      Ed25519Signer signer = new Ed25519Signer();
      signer.init(true, new Ed25519PrivateKeyParameters(secret.toArray()));
      signer.update(message.toArray(), 0, message.size());
      return Bytes.of(signer.generateSignature());
    }
    Digest digest =
        switch (curve) {
          case P256 -> new SHA256Digest();
          case P384 -> new SHA384Digest();
          case P521, ED25519 -> new SHA512Digest();
        };
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(digest));
    signer.init(
        true, new ECPrivateKeyParameters(new BigInteger(1, secret.toArray()), curve.domain()));
    BigInteger[] parts = signer.generateSignature(algorithm.digest(message).toArray());
    return Bytes.concat(unsigned(parts[0], curve.size()), unsigned(parts[1], curve.size()));
  }

  /** The key for the platform's own interfaces. */
  public KeyPair toKeyPair() {
    return new KeyPair(publicKey().toPublicKey(crypto), privateKey());
  }

  /**
   * The public key of a private one.
   *
   * @throws IllegalArgumentException if the secret is of another size or out of range
   */
  static CoseKey point(CoseCurve curve, Bytes secret) {
    if (!curve.isWeierstrass()) {
      Bytes point =
          Bytes.of(
              new Ed25519PrivateKeyParameters(secret.toArray()).generatePublicKey().getEncoded());
      return new CoseKey(curve, point, Bytes.EMPTY);
    }
    int size = curve.size();
    Bytes point =
        Bytes.of(
            new FixedPointCombMultiplier()
                .multiply(curve.domain().getG(), scalar(curve, secret))
                .normalize()
                .getEncoded(false));
    return new CoseKey(curve, point.slice(1, 1 + size), point.slice(1 + size, 1 + 2 * size));
  }

  /**
   * A private scalar.
   *
   * @throws IllegalArgumentException if it is of another size or out of range
   */
  static BigInteger scalar(CoseCurve curve, Bytes secret) {
    if (secret.size() != curve.size()) {
      throw new IllegalArgumentException(curve.size() + " octets expected for " + curve);
    }
    return curve.domain().validatePrivateScalar(new BigInteger(1, secret.toArray()));
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return algorithm + " " + publicKey().thumbprint();
  }

  private PrivateKey privateKey() {
    try {
      if (!curve.isWeierstrass()) {
        Bytes pkcs8 = Bytes.concat(ED25519_PKCS8_HEAD, secret);
        return KeyFactory.getInstance("Ed25519", crypto.provider())
            .generatePrivate(new PKCS8EncodedKeySpec(pkcs8.toArray()));
      }
      return KeyFactory.getInstance("EC", crypto.provider())
          .generatePrivate(
              new ECPrivateKeySpec(
                  new BigInteger(1, secret.toArray()),
                  ECNamedCurveTable.getParameterSpec(curve.standardName())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key of our own is refused", e);
    }
  }

  static Bytes unsigned(BigInteger value, int size) {
    Bytes octets = Bytes.of(value.toByteArray());
    return octets.size() > size
        ? octets.slice(octets.size() - size, octets.size())
        : Bytes.concat(Bytes.zero(size - octets.size()), octets);
  }
}
