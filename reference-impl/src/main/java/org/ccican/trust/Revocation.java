package org.ccican.trust;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;

/** Whether an authority on a path was revoked (RFC 5280 section 6.3.3). */
public final class Revocation {

  private Revocation() {}

  /**
   * Checks the authorities against the anchor's revocation list. Vendors do not revoke end
   * certificates there: AMD's share one serial number.
   *
   * @return whether there was a list of the anchor to check against
   */
  public static boolean check(
      CertificatePath path,
      List<VendorCrl> crls,
      Instant at,
      Set<String> allowed,
      Crypto crypto,
      Checks checks)
      throws Rejected {
    List<VendorCrl> own =
        path.anchor().stream()
            .flatMap(root -> crls.stream().filter(crl -> crl.issuer().equals(root.subject())))
            .toList();
    List<VendorCertificate> authorities =
        path.links().stream()
            .map(CertificatePath.Link::certificate)
            .filter(each -> !each.equals(path.end()) || each.authority())
            .toList();
    for (VendorCrl crl : own) {
      VendorCertificate root = path.anchor().orElseThrow();
      checkList(crl, root, authorities, at, allowed, crypto, checks);
    }
    return !own.isEmpty();
  }

  /**
   * Checks a list and that none of some certificates of its issuer is on it.
   *
   * @param allowed names as in {@link SignatureNames}
   */
  public static void checkList(
      VendorCrl crl,
      VendorCertificate issuer,
      List<VendorCertificate> issued,
      Instant at,
      Set<String> allowed,
      Crypto crypto,
      Checks checks)
      throws Rejected {
    // spec| RFC 5280 §5.1.1.2: signed with an algorithm that the vendor signs with
    Rejected.unless(
        checks,
        "cert.crl.algorithm",
        allowed.contains(crl.algorithm()),
        Reason.UNSUPPORTED_ALGORITHM,
        () -> "revocation list is signed with " + crl.algorithm());
    // spec| RFC 5280 §6.3.3 (f): the signer may sign revocation lists
    Rejected.unless(
        checks,
        "cert.crl.key-usage",
        issuer.keyUsage().map(bits -> (bits & KeyUsage.cRLSign) != 0).orElse(false),
        Reason.CERTIFICATE_UNFIT,
        () -> "key usage of " + issuer.commonName() + " is not for revocation lists");
    // spec| RFC 5280 §6.3.3 (g): the list is signed by its issuer
    Rejected.unless(
        checks,
        "cert.crl.signature",
        crl.isSignedBy(issuer, crypto),
        Reason.INVALID_SIGNATURE,
        () -> "signature on the revocation list of " + issuer.commonName() + " is wrong");
    // spec| RFC 5280 §5.2: a list with critical extensions that are not understood is not used
    Rejected.unless(
        checks,
        "cert.crl.critical",
        crl.critical().isEmpty(),
        Reason.CERTIFICATE_UNFIT,
        () -> "revocation list has critical extensions " + crl.critical());
    // spec| RFC 5280 §5.1.2.4 and §5.1.2.5: the list is the current one
    Rejected.unless(
        checks,
        "cert.crl.current",
        !at.isBefore(crl.thisUpdate())
            && crl.nextUpdate().map(next -> !at.isAfter(next)).orElse(false),
        Reason.REVOCATION_STALE,
        () -> "list is of " + crl.thisUpdate() + " to " + crl.nextUpdate() + ", asked for " + at);
    for (VendorCertificate each : issued) {
      // spec| RFC 5280 §6.3.3 (i): no certificate is on the list
      Rejected.unless(
          checks,
          "cert.crl.revoked",
          !crl.revoked().contains(each.serial()),
          Reason.CERTIFICATE_REVOKED,
          () -> each.commonName() + " 0x" + each.serial().toString(16) + " is revoked");
    }
  }
}
