package org.ccican.cose;

import java.math.BigInteger;
import org.bouncycastle.crypto.agreement.ECDHBasicAgreement;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.ccican.wire.Bytes;
import org.ccican.wire.Lazy;

/** A private key on P-256 that agrees on secrets and signs nothing (RFC 9053 section 6.3). */
public final class AgreementKey {

  private final Bytes secret;
  private final Lazy<CoseKey> publicKey;
  private final Lazy<Bytes> kid;

  private AgreementKey(Bytes secret, Lazy<CoseKey> publicKey, Lazy<Bytes> kid) {
    this.secret = secret;
    this.publicKey = publicKey;
    this.kid = kid;
  }

  /**
   * A key that depends on the seed alone.
   *
   * @param seed any number of octets
   */
  public static AgreementKey fromSeed(Bytes seed) {
    BigInteger most = CoseCurve.P256.domain().getN().subtract(BigInteger.ONE);
    Bytes wide = Crypto.sha512(Bytes.concat(Bytes.utf8("ccican agreement key"), seed));
    BigInteger scalar = new BigInteger(1, wide.toArray()).mod(most).add(BigInteger.ONE);
    return ofPrivate(SigningKey.unsigned(scalar, CoseCurve.P256.size()));
  }

  /**
   * A given key.
   *
   * @param secret the scalar, 32 octets, big-endian
   * @throws IllegalArgumentException if it is of another size or out of range
   */
  public static AgreementKey ofPrivate(Bytes secret) {
    SigningKey.scalar(CoseCurve.P256, secret);
    Lazy<CoseKey> point = new Lazy<>(() -> SigningKey.point(CoseCurve.P256, secret));
    return new AgreementKey(secret, point, new Lazy<>(() -> point.get().thumbprint()));
  }

  /** The same key under another name than its thumbprint. */
  public AgreementKey named(Bytes name) {
    return new AgreementKey(secret, publicKey, new Lazy<>(() -> name));
  }

  /** 32 octets, big-endian: for a judge who reads what was encrypted to a published key. */
  public Bytes scalar() {
    return secret;
  }

  /** The name by which senders mean this key. */
  Bytes kid() {
    return kid.get();
  }

  public CoseKey publicKey() {
    return publicKey.get();
  }

  /**
   * The x-coordinate of the shared point, 32 octets.
   *
   * @param peer a key on P-256 that was checked to be on its curve
   */
  Bytes agree(CoseKey peer) {
    ECDHBasicAgreement agreement = new ECDHBasicAgreement();
    agreement.init(
        new ECPrivateKeyParameters(new BigInteger(1, secret.toArray()), CoseCurve.P256.domain()));
    byte[] point = Bytes.concat(Bytes.of(4), peer.x(), peer.y()).toArray();
    ECPublicKeyParameters other =
        new ECPublicKeyParameters(
            CoseCurve.P256.domain().getCurve().decodePoint(point), CoseCurve.P256.domain());
    return SigningKey.unsigned(agreement.calculateAgreement(other), CoseCurve.P256.size());
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "agreement key " + publicKey().thumbprint();
  }
}
