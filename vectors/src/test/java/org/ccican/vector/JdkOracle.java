package org.ccican.vector;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the JDK alone says of a vector's signatures: neither the generator's code nor the library it
 * signs with has a part in it.
 */
final class JdkOracle {

  private static final int SIGNED = 0x2a0;
  private static final int R = 0x2a0;
  private static final int S = 0x2e8;
  private static final int NUMBER = 48;

  private JdkOracle() {}

  /** Whether a PKIX path leads from the first certificate to an anchor at the vector's time. */
  static boolean pathHolds(TestVector vector) {
    try {
      List<X509Certificate> certificates = new ArrayList<>();
      for (NamedOctets each : vector.input().endorsements()) {
        certificates.add(certificate(each));
      }
      if (certificates.isEmpty()) {
        return false;
      }
      Set<TrustAnchor> anchors = new HashSet<>();
      for (NamedOctets each : vector.input().anchors()) {
        anchors.add(new TrustAnchor(certificate(each), null));
      }
      X509CertSelector end = new X509CertSelector();
      end.setCertificate(certificates.get(0));
      PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, end);
      parameters.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(certificates)));
      parameters.setDate(Date.from(vector.time()));
      parameters.setRevocationEnabled(false);
      CertPathBuilder.getInstance("PKIX").build(parameters);
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /**
   * Whether the report's signature, read as AMD writes it, is right under the first certificate.
   */
  static boolean signatureHolds(TestVector vector) throws GeneralSecurityException {
    PublicKey key = certificate(vector.input().endorsements().get(0)).getPublicKey();
    byte[] report = vector.input().report().toArray();
    byte[] numbers = new byte[2 * NUMBER];
    for (int i = 0; i < NUMBER; i++) {
      numbers[NUMBER - 1 - i] = report[R + i];
      numbers[2 * NUMBER - 1 - i] = report[S + i];
    }
    if (!inRange(key, numbers)) {
      return false;
    }
    Signature verifier = Signature.getInstance("SHA384withECDSAinP1363Format");
    verifier.initVerify(key);
    verifier.update(report, 0, SIGNED);
    return verifier.verify(numbers);
  }

  /** Whether the first revocation list is signed by the first anchor. */
  static boolean crlHolds(TestVector vector) throws GeneralSecurityException {
    X509CRL crl =
        (X509CRL)
            CertificateFactory.getInstance("X.509")
                .generateCRL(stream(vector.input().crls().get(0)));
    try {
      crl.verify(certificate(vector.input().anchors().get(0)).getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  static X509Certificate certificate(NamedOctets octets) throws CertificateException {
    ByteArrayInputStream in = stream(octets);
    X509Certificate certificate =
        (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    if (in.available() > 0) {
      throw new CertificateException("octets after the certificate");
    }
    return certificate;
  }

  private static boolean inRange(PublicKey key, byte[] numbers) {
    BigInteger n = ((ECPublicKey) key).getParams().getOrder();
    BigInteger r = new BigInteger(1, numbers, 0, NUMBER);
    BigInteger s = new BigInteger(1, numbers, NUMBER, NUMBER);
    return r.signum() > 0 && s.signum() > 0 && r.compareTo(n) < 0 && s.compareTo(n) < 0;
  }

  private static ByteArrayInputStream stream(NamedOctets octets) {
    return new ByteArrayInputStream(octets.octets().toArray());
  }
}
