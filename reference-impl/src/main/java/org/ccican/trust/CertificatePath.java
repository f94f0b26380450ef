package org.ccican.trust;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;

/**
 * The way from an end certificate to an anchor (RFC 5280 section 6.1), as separate checks that an
 * appraiser makes in its own order.
 *
 * @param links end certificate first; the anchor itself is no link
 * @param anchor absent if none signed the last link
 */
public record CertificatePath(List<Link> links, Optional<VendorCertificate> anchor) {

  /** More certificates than any vendor's path has. */
  private static final int MOST = 8;

  private static final Set<String> UNDERSTOOD =
      Set.of(Extension.basicConstraints.getId(), Extension.keyUsage.getId());

  /**
   * @param signed whether the certificate's signature is right under the next one's key
   */
  public record Link(VendorCertificate certificate, boolean signed) {}

  public CertificatePath {
    links = List.copyOf(links);
  }

  public VendorCertificate end() {
    return links.get(0).certificate();
  }

  /** The certificate that signed the end certificate, where there is one below the anchor. */
  public Optional<VendorCertificate> issuer() {
    return links.size() > 1 ? Optional.of(links.get(1).certificate()) : anchor;
  }

  /** The anchor; without one, the highest certificate that was found. */
  public VendorCertificate top() {
    return anchor.orElseGet(() -> links.get(links.size() - 1).certificate());
  }

  /** The common name of the root that the path leads to, whether or not it is an anchor. */
  public String rootName() {
    return links.get(links.size() - 1).certificate().issuerName();
  }

  /**
   * Finds the path of the first certificate supplied. Where several could have issued a
   * certificate, one whose key fits the signature is taken.
   *
   * @param supplied what came with the evidence
   * @throws Rejected if the first is no end certificate, or its issuer is missing
   */
  public static CertificatePath find(
      List<VendorCertificate> supplied, TrustAnchors trust, Crypto crypto, Checks checks)
      throws Rejected {
    if (supplied.isEmpty() || supplied.size() > MOST) {
      throw new Rejected(
          Reason.BROKEN_CHAIN, "cert.path.complete", supplied.size() + " certificates supplied");
    }
    // spec| RFC 8446 §4.4.2: the end certificate comes first
    Rejected.unless(
        checks,
        "cert.path.order",
        isEnd(supplied.get(0), supplied),
        Reason.BROKEN_CHAIN,
        () -> supplied.get(0).commonName() + " comes first and issued another that came with it");
    VendorCertificate end =
        supplied.stream().filter(each -> isEnd(each, supplied)).findFirst().orElse(supplied.get(0));
    return of(end, supplied, trust, crypto);
  }

  /**
   * Finds the path of a given certificate; in which order the others stand makes no difference.
   *
   * @param supplied what came with the evidence, at most 8
   * @throws Rejected if the certificate's issuer is missing
   */
  public static CertificatePath of(
      VendorCertificate end, List<VendorCertificate> supplied, TrustAnchors trust, Crypto crypto)
      throws Rejected {
    if (supplied.size() > MOST) {
      throw new Rejected(
          Reason.BROKEN_CHAIN, "cert.path.complete", supplied.size() + " certificates supplied");
    }
    VendorCertificate current = end;
    List<Link> links = new ArrayList<>();
    while (true) {
      VendorCertificate child = current;
      Optional<VendorCertificate> anchor =
          issuers(child, trust.anchors().stream())
              .filter(each -> child.isSignedBy(each, crypto))
              .findFirst();
      List<VendorCertificate> issuers =
          issuers(child, Stream.concat(supplied.stream(), trust.others().stream()))
              .limit(MOST)
              .toList();
      if (anchor.isPresent() || issuers.isEmpty() || links.size() == MOST) {
        links.add(new Link(child, anchor.isPresent()));
        return complete(new CertificatePath(links, anchor), trust);
      }
      Optional<VendorCertificate> signer =
          issuers.stream().filter(each -> child.isSignedBy(each, crypto)).findFirst();
      links.add(new Link(child, signer.isPresent()));
      current = signer.orElse(issuers.get(0));
    }
  }

  private static CertificatePath complete(CertificatePath path, TrustAnchors trust)
      throws Rejected {
    VendorCertificate top = path.links.get(path.links.size() - 1).certificate();
    boolean rootKnown = issuers(top, trust.anchors().stream()).findAny().isPresent();
    if (path.anchor.isEmpty() && path.links.size() == 1 && !rootKnown) {
      throw new Rejected(
          Reason.BROKEN_CHAIN,
          "cert.path.complete",
          "the certificate of " + top.issuerName() + " is missing");
    }
    return path;
  }

  /** Checks that the path ends where trust begins. */
  public void checkAnchor(Checks checks) throws Rejected {
    // spec| RFC 5280 §6.1.1 (d): trust begins at an anchor that was there before the evidence
    Rejected.unless(
        checks,
        "cert.path.anchor",
        anchor.isPresent(),
        Reason.UNTRUSTED_ROOT,
        () -> "no anchor signed " + links.get(links.size() - 1).certificate().commonName());
  }

  /**
   * Checks every signature and its algorithm; the anchor's own signature means nothing.
   *
   * @param allowed names as in {@link SignatureNames}
   */
  public void checkSignatures(Set<String> allowed, Checks checks) throws Rejected {
    for (Link link : links) {
      VendorCertificate certificate = link.certificate();
      // spec| RFC 5280 §4.1.1.2: signed with an algorithm that the vendor signs with
      Rejected.unless(
          checks,
          "cert.path.algorithm",
          allowed.contains(certificate.algorithm()),
          Reason.UNSUPPORTED_ALGORITHM,
          () -> certificate.commonName() + " is signed with " + certificate.algorithm());
    }
    for (Link link : links) {
      // The top link is judged by whether there is an anchor.
      boolean top = link == links.get(links.size() - 1);
      // spec| RFC 5280 §6.1.3 (a) (1): each signature is right under its issuer's key
      Rejected.unless(
          checks,
          "cert.path.signature",
          link.signed() || top,
          Reason.INVALID_SIGNATURE,
          () -> "signature on " + link.certificate().commonName() + " is wrong");
    }
  }

  /** Checks that whoever signed was entitled to, and that nothing critical was overlooked. */
  public void checkAuthority(Set<String> understood, Checks checks) throws Rejected {
    List<VendorCertificate> all = all();
    for (int i = 1; i < all.size(); i++) {
      VendorCertificate issuer = all.get(i);
      int below = i - 1;
      // spec| RFC 5280 §6.1.4 (k): issuers are authorities
      Rejected.unless(
          checks,
          "cert.path.authority",
          issuer.authority(),
          Reason.CERTIFICATE_UNFIT,
          () -> issuer.commonName() + " issued a certificate and is no authority");
      // spec| RFC 5280 §6.1.4 (m): the path below an authority is no longer than it allows
      Rejected.unless(
          checks,
          "cert.path.length",
          issuer
              .pathLength()
              .map(most -> most.compareTo(BigInteger.valueOf(below)) >= 0)
              .orElse(true),
          Reason.CERTIFICATE_UNFIT,
          () -> issuer.commonName() + " has " + below + " authorities below it");
      // spec| RFC 5280 §6.1.4 (n): issuers may sign certificates
      Rejected.unless(
          checks,
          "cert.path.key-usage",
          issuer.keyUsage().map(bits -> (bits & KeyUsage.keyCertSign) != 0).orElse(false),
          Reason.CERTIFICATE_UNFIT,
          () -> "key usage of " + issuer.commonName() + " is not for certificates");
    }
    for (VendorCertificate each : all) {
      // spec| RFC 5280 §4.2: what is critical is understood or refused
      Rejected.unless(
          checks,
          "cert.path.critical",
          each.critical().stream()
              .allMatch(id -> UNDERSTOOD.contains(id) || understood.contains(id)),
          Reason.CERTIFICATE_UNFIT,
          () -> each.commonName() + " has critical extensions " + each.critical());
    }
  }

  /** Checks that every certificate, the anchor too, is valid at the instant; both ends count. */
  public void checkValidity(Instant at, Checks checks) throws Rejected {
    for (VendorCertificate each : all()) {
      // spec| RFC 5280 §6.1.3 (a) (2): valid at the instant of the verdict
      Rejected.unless(
          checks,
          "cert.validity.begun",
          !at.isBefore(each.notBefore()),
          Reason.CERTIFICATE_NOT_YET_VALID,
          () -> each.commonName() + " is valid from " + each.notBefore() + ", asked for " + at);
      Rejected.unless(
          checks,
          "cert.validity.ended",
          !at.isAfter(each.notAfter()),
          Reason.CERTIFICATE_EXPIRED,
          () -> each.commonName() + " is valid until " + each.notAfter() + ", asked for " + at);
    }
  }

  private List<VendorCertificate> all() {
    List<VendorCertificate> all = new ArrayList<>();
    links.forEach(link -> all.add(link.certificate()));
    anchor.ifPresent(all::add);
    return all;
  }

  private static boolean isEnd(VendorCertificate certificate, List<VendorCertificate> among) {
    return among.stream()
        .noneMatch(
            each -> !each.equals(certificate) && each.issuer().equals(certificate.subject()));
  }

  /** Those that could have issued it; nothing issued itself as far as a path is concerned. */
  private static Stream<VendorCertificate> issuers(
      VendorCertificate certificate, Stream<VendorCertificate> among) {
    return among.filter(
        each -> each.subject().equals(certificate.issuer()) && !each.equals(certificate));
  }
}
