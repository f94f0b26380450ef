package org.ccican.format.arm;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.reject.Rejected;
import org.ccican.trust.CertificateTemplate;
import org.ccican.trust.EmulatedIssuer;
import org.ccican.trust.TrustAnchors;
import org.ccican.wire.Bytes;

/**
 * An emulated maker of devices: a root, and an authority that certifies attestation keys (RFC 9783
 * section 7). Keys follow from their names and are so worth nothing; names of organisation and unit
 * say what it is.
 */
public final class EmulatedManufacturer {

  private static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2070-01-01T00:00:00Z");
  private static final int AUTHORITY_USAGE =
      CertificateTemplate.SIGN_CERTIFICATES | CertificateTemplate.SIGN_LISTS;

  /** Digital signature, as BouncyCastle numbers it. */
  private static final int SIGNER_USAGE = 0x80;

  private final String product;
  private final Crypto crypto;

  /**
   * @param product stands in every name, for instance {@code PSA}
   */
  public EmulatedManufacturer(String product, Crypto crypto) {
    this.product = product;
    this.crypto = crypto;
  }

  public Bytes root() {
    return EmulatedIssuer.issue(rootTemplate("root"), key("root"));
  }

  /** The certificate of the authority, signed by the root. */
  public Bytes authority() {
    return EmulatedIssuer.issue(authorityTemplate(), key("root"));
  }

  /** The same authority, certified by a root of the same name that nobody trusts. */
  public Bytes authorityOfOtherRoot() {
    return EmulatedIssuer.issue(authorityTemplate(), key("other root"));
  }

  /** A device's certificate, signed by the authority. */
  public Bytes device(CoseKey key, BigInteger serial, Instant from, Instant until) {
    return EmulatedIssuer.issue(
        new CertificateTemplate(
            product + " attestation key",
            product + " device CA",
            serial,
            from,
            until,
            key.toSpki(),
            Optional.empty(),
            Optional.of(SIGNER_USAGE),
            Map.of(),
            Map.of()),
        key("authority"));
  }

  /** The authority's revocation list. */
  public Bytes list(Instant from, Instant until, Set<BigInteger> revoked) {
    return EmulatedIssuer.revoke(
        product + " device CA", from, until, revoked, Map.of(), key("authority"));
  }

  /** The root's revocation list. */
  public Bytes rootList(Instant from, Instant until, Set<BigInteger> revoked) {
    return EmulatedIssuer.revoke(product + " root CA", from, until, revoked, Map.of(), key("root"));
  }

  /**
   * What a relying party pins that wants to believe emulated evidence.
   *
   * @param keys raw keys beside the root
   */
  public TrustAnchors anchors(List<Bytes> keys) {
    try {
      List<Bytes> files = new java.util.ArrayList<>(keys);
      files.add(root());
      return TrustAnchors.withKeys(files, crypto, Checks.unbroken());
    } catch (Rejected e) {
      throw new IllegalStateException("a root of our own is refused", e);
    }
  }

  private SigningKey key(String name) {
    return SigningKey.fromSeed(
        CoseAlgorithm.ES256, Bytes.utf8("emulated " + product + " " + name), crypto);
  }

  private CertificateTemplate rootTemplate(String key) {
    return template(product + " root CA", product + " root CA", 0x1000, key, 1);
  }

  private CertificateTemplate authorityTemplate() {
    return template(product + " device CA", product + " root CA", 0x1001, "authority", 0);
  }

  private CertificateTemplate template(
      String subject, String issuer, int serial, String key, int pathLength) {
    return new CertificateTemplate(
        subject,
        issuer,
        BigInteger.valueOf(serial),
        FROM,
        UNTIL,
        key(key).publicKey().toSpki(),
        Optional.of(pathLength),
        Optional.of(AUTHORITY_USAGE),
        Map.of(),
        Map.of());
  }
}
