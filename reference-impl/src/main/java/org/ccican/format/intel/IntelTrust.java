package org.ccican.format.intel;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseCurve;
import org.ccican.cose.CoseKey;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.trust.CertificatePath;
import org.ccican.trust.SignatureNames;
import org.ccican.trust.VendorCertificate;
import org.ccican.wire.Bytes;

/** What certificate paths and signatures of Intel have in common. */
final class IntelTrust {

  static final Set<String> ALGORITHMS = Set.of(SignatureNames.ECDSA_SHA256);

  /** The order of P-256's base point (SEC 2 section 2.4.2). */
  private static final BigInteger ORDER =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

  private final IntelScene scene;
  private final Checks checks;

  IntelTrust(IntelScene scene) {
    this.scene = scene;
    this.checks = scene.checks();
  }

  List<VendorCertificate> certificates(List<Bytes> ders) throws Rejected {
    List<VendorCertificate> certificates = new ArrayList<>();
    for (Bytes der : ders) {
      certificates.add(VendorCertificate.parse(der, scene.crypto().remembered(), checks));
    }
    return certificates;
  }

  /** The one among certificates that issued no other, whichever place it has. */
  static VendorCertificate end(List<VendorCertificate> among) throws Rejected {
    Optional<VendorCertificate> end =
        among.stream()
            .filter(each -> !each.isSelfIssued())
            .filter(
                each -> among.stream().noneMatch(other -> other.issuer().equals(each.subject())))
            .findFirst();
    if (end.isEmpty()) {
      throw new Rejected(
          Reason.BROKEN_CHAIN,
          "cert.path.complete",
          "no end among " + among.size() + " certificates");
    }
    return end.get();
  }

  /** The path of a certificate to what is trusted; not checked yet beyond that. */
  CertificatePath path(VendorCertificate end, List<VendorCertificate> supplied) throws Rejected {
    CertificatePath path =
        CertificatePath.of(end, supplied, scene.input().anchors(), scene.crypto());
    path.checkAnchor(checks);
    scene.run().passed("cert.path.anchor", path.rootName());
    return path;
  }

  void check(CertificatePath path) throws Rejected {
    path.checkSignatures(ALGORITHMS, checks);
    path.checkAuthority(Set.of(), checks);
    path.checkValidity(scene.input().at(), checks);
  }

  /**
   * The P-256 key of a certificate.
   *
   * @param rule the structural check to name
   */
  CoseKey key(VendorCertificate certificate, String rule) throws Rejected {
    try {
      CoseKey key = CoseKey.ofSpki(certificate.spki(), scene.crypto());
      if (key.curve() == CoseCurve.P256) {
        scene.run().passed(rule, "");
        return key;
      }
      throw new Rejected(Reason.INVALID_KEY, rule, "P-256 expected, found " + key.curve());
    } catch (Rejected e) {
      throw new Rejected(Reason.INVALID_KEY, rule, e.getMessage());
    }
  }

  /**
   * Checks a signature with SHA-256.
   *
   * @param signature r and s, big-endian, 32 octets each
   * @param rule the guard that the signature is right
   */
  void signature(CoseKey key, Bytes message, Bytes signature, String rule, String what)
      throws Rejected {
    signature(
        signature, key.verify(CoseAlgorithm.ES256, message, signature, scene.crypto()), rule, what);
  }

  /** The same of a document, which comes again with each quote of the platform. */
  void document(CoseKey key, Bytes message, Bytes signature, String rule, String what)
      throws Rejected {
    boolean right =
        scene
            .crypto()
            .remembered()
            .of(
                IntelTrust.class,
                Boolean.class,
                Bytes.concat(key.toSpki(), signature),
                message,
                () -> key.verify(CoseAlgorithm.ES256, message, signature, scene.crypto()));
    signature(signature, right, rule, what);
  }

  private void signature(Bytes signature, boolean right, String rule, String what) throws Rejected {
    // spec| FIPS 186-5 §6.4.2 (1): both are from 1 to n-1; a high s is as good as a low one
    Rejected.unless(
        checks,
        "intel.signature.range",
        inRange(signature.slice(0, 32)) && inRange(signature.slice(32, 64)),
        Reason.INVALID_SIGNATURE,
        () -> "r or s of the signature of " + what + " is zero or not below the curve's order");
    Rejected.unless(
        checks,
        rule,
        right,
        Reason.INVALID_SIGNATURE,
        () -> "the signature of " + what + " is wrong");
  }

  private static boolean inRange(Bytes value) {
    BigInteger number = new BigInteger(1, value.toArray());
    return number.signum() > 0 && number.compareTo(ORDER) < 0;
  }
}
