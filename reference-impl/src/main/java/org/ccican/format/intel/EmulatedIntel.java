package org.ccican.format.intel;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.reject.Rejected;
import org.ccican.trust.CertificateTemplate;
import org.ccican.trust.EmulatedIssuer;
import org.ccican.trust.TrustAnchors;
import org.ccican.wire.Bytes;

/**
 * The emulated Intel: a root, the authority of platforms, and the signer of documents, with Intel's
 * common names (Intel SGX PCK certificate and CRL profile). Keys follow from their names and are so
 * worth nothing; names of organisation and unit say what it is.
 */
public final class EmulatedIntel {

  /** Whose keys these are. */
  public enum Key {
    ROOT,
    /** A root of the same name that nobody trusts. */
    OTHER_ROOT,
    PLATFORM_CA,
    SIGNER
  }

  static final String ROOT = "Intel SGX Root CA";
  static final String PLATFORM_CA = "Intel SGX PCK Platform CA";
  static final String PROCESSOR_CA = "Intel SGX PCK Processor CA";
  static final String SIGNER = "Intel SGX TCB Signing";
  static final String PCK = "Intel SGX PCK Certificate";

  static final BigInteger PLATFORM_CA_SERIAL = BigInteger.valueOf(0x1001);
  static final BigInteger SIGNER_SERIAL = BigInteger.valueOf(0x1002);

  private static final Instant FROM = Instant.parse("2018-05-21T10:50:10Z");
  private static final Instant UNTIL = Instant.parse("2070-01-01T00:00:00Z");
  private static final int AUTHORITY_USAGE =
      CertificateTemplate.SIGN_CERTIFICATES | CertificateTemplate.SIGN_LISTS;

  /** Digital signature and non-repudiation, as BouncyCastle numbers them. */
  private static final int SIGNER_USAGE = 0x80 | 0x40;

  private final Crypto crypto;

  public EmulatedIntel(Crypto crypto) {
    this.crypto = crypto;
  }

  public SigningKey key(Key key) {
    return key("emulated Intel " + key.name());
  }

  /** A key of a platform. */
  SigningKey key(String name) {
    return SigningKey.fromSeed(CoseAlgorithm.ES256, Bytes.utf8(name), crypto);
  }

  /** The self-signed root. */
  public Bytes root() {
    return EmulatedIssuer.issue(rootTemplate(Key.ROOT), key(Key.ROOT));
  }

  public Bytes otherRoot() {
    return EmulatedIssuer.issue(rootTemplate(Key.OTHER_ROOT), key(Key.OTHER_ROOT));
  }

  /** What a relying party pins that wants to believe emulated evidence. */
  public TrustAnchors anchors() {
    try {
      return TrustAnchors.parse(List.of(root()), Checks.unbroken());
    } catch (Rejected e) {
      throw new IllegalStateException("a root of our own is refused", e);
    }
  }

  private CertificateTemplate rootTemplate(Key key) {
    return authority(ROOT, ROOT, BigInteger.valueOf(0x1000), key, 1);
  }

  public CertificateTemplate platformCa() {
    return authority(PLATFORM_CA, ROOT, PLATFORM_CA_SERIAL, Key.PLATFORM_CA, 0);
  }

  public CertificateTemplate signer() {
    return end(SIGNER, ROOT, SIGNER_SERIAL, FROM, UNTIL, key(Key.SIGNER), Map.of());
  }

  /** The certificate of a platform's key. */
  static CertificateTemplate pck(
      BigInteger serial, Instant from, Instant until, SigningKey key, Map<String, Bytes> more) {
    return end(PCK, PLATFORM_CA, serial, from, until, key, more);
  }

  private CertificateTemplate authority(
      String subject, String issuer, BigInteger serial, Key key, int pathLength) {
    return new CertificateTemplate(
        subject,
        issuer,
        serial,
        FROM,
        UNTIL,
        key(key).publicKey().toSpki(),
        Optional.of(pathLength),
        Optional.of(AUTHORITY_USAGE),
        Map.of(),
        Map.of());
  }

  private static CertificateTemplate end(
      String subject,
      String issuer,
      BigInteger serial,
      Instant from,
      Instant until,
      SigningKey key,
      Map<String, Bytes> extensions) {
    return new CertificateTemplate(
        subject,
        issuer,
        serial,
        from,
        until,
        key.publicKey().toSpki(),
        Optional.empty(),
        Optional.of(SIGNER_USAGE),
        extensions,
        Map.of());
  }

  /** A revocation list of an authority. */
  public Bytes list(
      String issuer, Instant from, Instant until, Set<BigInteger> revoked, SigningKey key) {
    return EmulatedIssuer.revoke(issuer, from, until, revoked, Map.of(), key);
  }
}
