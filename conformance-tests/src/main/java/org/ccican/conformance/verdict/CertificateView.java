package org.ccican.conformance.verdict;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import org.ccican.wire.Bytes;

/** The public key in an X.509 certificate; nothing else of it is read or trusted here. */
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
}
