package org.ccican.trust;

import java.math.BigInteger;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ccican.wire.Bytes;

/**
 * What an emulated vendor puts into a certificate; may break every rule of a path.
 *
 * @param subject common name
 * @param issuer common name
 * @param spki the DER SubjectPublicKeyInfo that is certified
 * @param authority basic constraints, where there are any: a path length, or -1 for none
 * @param keyUsage bits as in {@link VendorCertificate}, where there are any
 * @param extensions contents of further extensions, none critical, in order
 * @param critical contents of further extensions, all critical
 */
public record CertificateTemplate(
    String subject,
    String issuer,
    BigInteger serial,
    Instant notBefore,
    Instant notAfter,
    Bytes spki,
    Optional<Integer> authority,
    Optional<Integer> keyUsage,
    Map<String, Bytes> extensions,
    Map<String, Bytes> critical) {

  /** Bits of KeyUsage. */
  public static final int SIGN_CERTIFICATES = 4;

  public static final int SIGN_LISTS = 2;

  public CertificateTemplate {
    Objects.requireNonNull(subject);
    Objects.requireNonNull(issuer);
    Objects.requireNonNull(serial);
    Objects.requireNonNull(notBefore);
    Objects.requireNonNull(notAfter);
    Objects.requireNonNull(spki);
    extensions = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
    critical = Map.copyOf(critical);
  }

  public CertificateTemplate withSubject(String other) {
    return new CertificateTemplate(
        other,
        issuer,
        serial,
        notBefore,
        notAfter,
        spki,
        authority,
        keyUsage,
        extensions,
        critical);
  }

  public CertificateTemplate withIssuer(String other) {
    return new CertificateTemplate(
        subject,
        other,
        serial,
        notBefore,
        notAfter,
        spki,
        authority,
        keyUsage,
        extensions,
        critical);
  }

  public CertificateTemplate withKey(Bytes other) {
    return new CertificateTemplate(
        subject,
        issuer,
        serial,
        notBefore,
        notAfter,
        other,
        authority,
        keyUsage,
        extensions,
        critical);
  }

  public CertificateTemplate withAuthority(Optional<Integer> other) {
    return new CertificateTemplate(
        subject, issuer, serial, notBefore, notAfter, spki, other, keyUsage, extensions, critical);
  }

  public CertificateTemplate withKeyUsage(Optional<Integer> other) {
    return new CertificateTemplate(
        subject, issuer, serial, notBefore, notAfter, spki, authority, other, extensions, critical);
  }

  public CertificateTemplate withExtensions(Map<String, Bytes> other) {
    return new CertificateTemplate(
        subject, issuer, serial, notBefore, notAfter, spki, authority, keyUsage, other, critical);
  }

  public CertificateTemplate withCritical(Map<String, Bytes> other) {
    return new CertificateTemplate(
        subject, issuer, serial, notBefore, notAfter, spki, authority, keyUsage, extensions, other);
  }
}
