package org.ccican.conformance.verdict;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.ccican.wire.Bytes;

/**
 * The public key in an X.509 certificate, and whether certificates lead to a root; nothing else of
 * them is read or trusted here.
 */
final class CertificateView {

  private CertificateView() {}

  /** SubjectPublicKeyInfo, DER; empty if the octets are no certificate. */
  static Optional<Bytes> publicKey(Bytes der) {
    try {
      return Optional.of(
          Bytes.of(
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der.toArray()))
                  .getPublicKey()
                  .getEncoded()));
    } catch (CertificateException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether the first certificate was issued by one of the roots, or by another of the certificates
   * that was; names, extensions and dates are for Verifiers to look at.
   *
   * @param chain DER
   * @param roots DER
   */
  static boolean lead(List<Bytes> chain, List<Bytes> roots) {
    List<X509Certificate> others = chain.stream().flatMap(each -> read(each).stream()).toList();
    List<X509Certificate> trusted = roots.stream().flatMap(each -> read(each).stream()).toList();
    if (others.isEmpty()) {
      return false;
    }
    X509Certificate at = others.get(0);
    for (int step = 0; step < others.size(); step++) {
      X509Certificate issued = at;
      if (trusted.stream().anyMatch(root -> isIssuer(root, issued))) {
        return true;
      }
      Optional<X509Certificate> issuer =
          others.stream()
              .filter(each -> !each.equals(issued) && isIssuer(each, issued))
              .findFirst();
      if (issuer.isEmpty()) {
        return false;
      }
      at = issuer.get();
    }
    return false;
  }

  private static boolean isIssuer(X509Certificate issuer, X509Certificate certificate) {
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static Optional<X509Certificate> read(Bytes der) {
    try {
      return CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der.toArray()))
              instanceof X509Certificate certificate
          ? Optional.of(certificate)
          : Optional.empty();
    } catch (CertificateException e) {
      return Optional.empty();
    }
  }
}
