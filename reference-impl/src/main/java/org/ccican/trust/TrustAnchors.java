package org.ccican.trust;

import java.util.ArrayList;
import java.util.List;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * Roots that a relying party has before any evidence arrives. Only self-issued certificates are
 * anchors; others that stand in the same file, as in the bundles that vendors publish, help to
 * build a path and are checked like those that come with the evidence.
 */
public record TrustAnchors(List<VendorCertificate> anchors, List<VendorCertificate> others) {

  private static final int MOST = 64;

  public TrustAnchors {
    anchors = List.copyOf(anchors);
    others = List.copyOf(others);
    if (anchors.isEmpty()) {
      throw new IllegalArgumentException("no anchor");
    }
  }

  /**
   * Takes files in PEM, with any number of certificates each, or DER.
   *
   * @throws Rejected if one cannot be read, or none holds an anchor
   */
  public static TrustAnchors parse(List<Bytes> files, Checks checks) throws Rejected {
    List<VendorCertificate> anchors = new ArrayList<>();
    List<VendorCertificate> others = new ArrayList<>();
    for (Bytes file : files) {
      for (Bytes der : Pem.blocks(file)) {
        VendorCertificate certificate = VendorCertificate.parse(der, checks);
        (certificate.isSelfIssued() ? anchors : others).add(certificate);
      }
      if (anchors.size() + others.size() > MOST) {
        throw new Rejected(
            Reason.LIMIT_EXCEEDED, "cert.anchors", "more than " + MOST + " certificates");
      }
    }
    if (anchors.isEmpty()) {
      throw new Rejected(
          Reason.MISSING_FIELD, "cert.anchors", "no self-issued certificate among the anchors");
    }
    return new TrustAnchors(anchors, others);
  }
}
