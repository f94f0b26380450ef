package org.ccican.vector.gen;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.ccican.vector.Octets;

/**
 * Writes one X.509 v3 certificate in the form of AMD's key distribution service (RFC 5280, DER).
 * Nothing is checked, so that wrong ones can be written as well.
 */
final class CertificateWriter {

  private static final int KEY_CERT_SIGN = 5;
  private static final int CRL_SIGN = 6;

  private BigInteger serial = BigInteger.ZERO;
  private String issuer = "";
  private String subject = "";
  private Instant notBefore = Instant.EPOCH;
  private Instant notAfter = Instant.EPOCH;
  private byte[] publicKey = {};
  private CaSignature signature = CaSignature.PSS_SHA384;
  private RSAPrivateCrtKeyParameters issuerKey;
  private final List<byte[]> extensions = new ArrayList<>();

  CertificateWriter serial(long serial) {
    this.serial = BigInteger.valueOf(serial);
    return this;
  }

  /** Common name of the issuer and, for a signature that verifies, its key. */
  CertificateWriter issuer(String commonName, RSAPrivateCrtKeyParameters key) {
    this.issuer = commonName;
    this.issuerKey = key;
    return this;
  }

  /** Common name of the owner and a whole SubjectPublicKeyInfo. */
  CertificateWriter subject(String commonName, byte[] subjectPublicKeyInfo) {
    this.subject = commonName;
    this.publicKey = subjectPublicKeyInfo;
    return this;
  }

  CertificateWriter valid(Instant from, Instant until) {
    this.notBefore = from;
    this.notAfter = until;
    return this;
  }

  CertificateWriter signature(CaSignature form) {
    this.signature = form;
    return this;
  }

  CertificateWriter extension(String oid, boolean critical, byte[] value) {
    extensions.add(
        critical
            ? Der.sequence(Der.oid(oid), Der.bool(true), Der.octetString(value))
            : Der.sequence(Der.oid(oid), Der.octetString(value)));
    return this;
  }

  /** Critical key usage: signing certificates and, for a root, revocation lists. */
  CertificateWriter keyUsage(boolean certificates, boolean revocationLists) {
    int[] bits =
        certificates && revocationLists
            ? new int[] {KEY_CERT_SIGN, CRL_SIGN}
            : new int[] {certificates ? KEY_CERT_SIGN : CRL_SIGN};
    return extension("2.5.29.15", true, Der.namedBits(bits));
  }

  /** Critical basic constraints; a path length below zero is left out. */
  CertificateWriter basicConstraints(boolean ca, int pathLength) {
    byte[] flag = ca ? Der.bool(true) : new byte[0];
    byte[] length = pathLength < 0 ? new byte[0] : Der.integer(pathLength);
    return extension("2.5.29.19", true, Der.sequence(flag, length));
  }

  CertificateWriter subjectKeyIdentifier(RSAPrivateCrtKeyParameters key) {
    return extension("2.5.29.14", false, Der.octetString(keyIdentifier(key)));
  }

  CertificateWriter authorityKeyIdentifier(RSAPrivateCrtKeyParameters key) {
    return extension("2.5.29.35", false, Der.sequence(Der.implicit(0, keyIdentifier(key))));
  }

  Octets write() {
    byte[] body =
        Der.sequence(
            Der.explicit(0, Der.integer(2)),
            Der.integer(serial),
            signature.algorithm(),
            name(issuer),
            Der.sequence(Der.time(notBefore), Der.time(notAfter)),
            name(subject),
            publicKey,
            Der.explicit(3, Der.sequence(extensions.toArray(new byte[0][]))));
    return signed(body, signature, issuerKey);
  }

  /** The outer SEQUENCE of a certificate or of a revocation list. */
  static Octets signed(byte[] body, CaSignature form, RSAPrivateCrtKeyParameters key) {
    return Octets.of(Der.sequence(body, form.algorithm(), Der.bitString(form.sign(key, body))));
  }

  /** AMD's names differ in the common name only. */
  static byte[] name(String commonName) {
    return Der.sequence(
        attribute("2.5.4.11", Der.utf8("Engineering")),
        attribute("2.5.4.6", Der.printable("US")),
        attribute("2.5.4.7", Der.utf8("Santa Clara")),
        attribute("2.5.4.8", Der.utf8("CA")),
        attribute("2.5.4.10", Der.utf8("Advanced Micro Devices")),
        attribute("2.5.4.3", Der.utf8(commonName)));
  }

  static byte[] rsaPublicKey(RSAPrivateCrtKeyParameters key) {
    return Der.sequence(
        Der.sequence(Der.oid("1.2.840.113549.1.1.1"), Der.NULL), Der.bitString(rsaNumbers(key)));
  }

  /** The first 20 octets of the SHA-256 of the key's numbers (RFC 7093 section 2). */
  static byte[] keyIdentifier(RSAPrivateCrtKeyParameters key) {
    return Arrays.copyOf(TestKeys.digest("SHA-256", rsaNumbers(key)), 20);
  }

  /**
   * @param point uncompressed: 4, x, y
   */
  static byte[] ecPublicKey(String curveOid, byte[] point) {
    return Der.sequence(
        Der.sequence(Der.oid("1.2.840.10045.2.1"), Der.oid(curveOid)), Der.bitString(point));
  }

  private static byte[] rsaNumbers(RSAPrivateCrtKeyParameters key) {
    return Der.sequence(Der.integer(key.getModulus()), Der.integer(key.getPublicExponent()));
  }

  private static byte[] attribute(String oid, byte[] text) {
    return Der.set(Der.sequence(Der.oid(oid), text));
  }
}
