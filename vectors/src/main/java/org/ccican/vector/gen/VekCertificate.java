package org.ccican.vector.gen;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.ccican.vector.Octets;

/**
 * The certificate of a VCEK or VLEK on its way to being written: right when it comes from {@link
 * SevSnpProduct}, then changed in one place by a recipe.
 */
final class VekCertificate {

  private static final String AMD = "1.3.6.1.4.1.3704.1.";
  static final String STRUCT_VERSION = AMD + "1";
  static final String PRODUCT_NAME = AMD + "2";
  static final String SPL = AMD + "3.";
  static final String HWID = AMD + "4";
  static final String CSP_ID = AMD + "5";

  static final Instant NOT_BEFORE = Instant.parse("2025-06-01T00:00:00Z");

  private static final String P384 = "1.3.132.0.34";

  private String issuer;
  private RSAPrivateCrtKeyParameters issuerKey;
  private final String subject;
  private byte[] publicKey;
  private final Instant notAfter;
  private CaSignature signature = CaSignature.PSS_SHA384;
  private final Map<String, byte[]> extensions = new LinkedHashMap<>();
  private Optional<String> critical = Optional.empty();

  VekCertificate(String subject, ECPoint key, Instant notAfter) {
    this.subject = subject;
    this.publicKey = CertificateWriter.ecPublicKey(P384, key.getEncoded(false));
    this.notAfter = notAfter;
  }

  VekCertificate issuer(String commonName, RSAPrivateCrtKeyParameters key) {
    this.issuer = commonName;
    this.issuerKey = key;
    return this;
  }

  VekCertificate key(ECPoint point) {
    return publicKey(CertificateWriter.ecPublicKey(P384, point.getEncoded(false)));
  }

  VekCertificate publicKey(byte[] subjectPublicKeyInfo) {
    this.publicKey = subjectPublicKeyInfo;
    return this;
  }

  VekCertificate signature(CaSignature form) {
    this.signature = form;
    return this;
  }

  /** Puts an extension, at its place if it was there. */
  VekCertificate with(String oid, byte[] value) {
    extensions.put(oid, value);
    return this;
  }

  VekCertificate with(TcbPart part, int value) {
    return with(part.oid(), Der.integer(value));
  }

  VekCertificate without(String oid) {
    if (extensions.remove(oid) == null) {
      throw new IllegalArgumentException("no extension " + oid);
    }
    return this;
  }

  /** Adds a critical extension that nobody knows. */
  VekCertificate critical(String oid) {
    this.critical = Optional.of(oid);
    return this;
  }

  Octets write() {
    CertificateWriter writer =
        new CertificateWriter()
            .serial(0)
            .issuer(issuer, issuerKey)
            .subject(subject, publicKey)
            .valid(NOT_BEFORE, notAfter)
            .signature(signature);
    extensions.forEach((oid, value) -> writer.extension(oid, false, value));
    critical.ifPresent(oid -> writer.extension(oid, true, Der.NULL));
    return writer.write();
  }
}
