package org.ccican.trust;

import java.util.ArrayList;
import java.util.List;
import org.ccican.check.Checks;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.cose.VerificationKey;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * What a relying party trusts before any evidence arrives: roots, and for formats whose devices
 * have no certificate the keys of the devices themselves. Only self-issued certificates are
 * anchors; others that stand in the same file, as in the bundles that vendors publish, help to
 * build a path and are checked like those that come with the evidence.
 */
public record TrustAnchors(
    List<VendorCertificate> anchors, List<VendorCertificate> others, List<VerificationKey> keys) {

  private static final int MOST = 64;

  public TrustAnchors {
    anchors = List.copyOf(anchors);
    others = List.copyOf(others);
    keys = List.copyOf(keys);
    if (anchors.isEmpty() && keys.isEmpty()) {
      throw new IllegalArgumentException("no anchor");
    }
  }

  /**
   * Takes files in PEM, with any number of certificates each, or DER.
   *
   * @throws Rejected if one cannot be read, or none holds an anchor
   */
  public static TrustAnchors parse(List<Bytes> files, Checks checks) throws Rejected {
    Collected all = new Collected();
    for (Bytes file : files) {
      for (Bytes der : Pem.blocks(file)) {
        all.add(VendorCertificate.parse(der, checks));
      }
    }
    return all.anchors();
  }

  /**
   * As {@link #parse}, and raw keys beside certificates: SubjectPublicKeyInfo in PEM or DER, a JWK
   * or a COSE_Key, one in each file but for PEM.
   */
  public static TrustAnchors withKeys(List<Bytes> files, Crypto crypto, Checks checks)
      throws Rejected {
    Collected all = new Collected();
    for (Bytes file : files) {
      for (Bytes block : Pem.blocks(file)) {
        boolean certificate = !block.isEmpty() && block.at(0) == 0x30 && !CoseKey.isSpki(block);
        if (certificate) {
          all.add(VendorCertificate.parse(block, checks));
        } else {
          all.add(VerificationKey.parse(block, crypto, checks));
        }
      }
    }
    return all.anchors();
  }

  /** What was read so far. */
  private static final class Collected {

    private final List<VendorCertificate> anchors = new ArrayList<>();
    private final List<VendorCertificate> others = new ArrayList<>();
    private final List<VerificationKey> keys = new ArrayList<>();

    void add(VendorCertificate certificate) throws Rejected {
      (certificate.isSelfIssued() ? anchors : others).add(certificate);
      bound();
    }

    void add(VerificationKey key) throws Rejected {
      keys.add(key);
      bound();
    }

    TrustAnchors anchors() throws Rejected {
      if (anchors.isEmpty() && keys.isEmpty()) {
        throw new Rejected(
            Reason.MISSING_FIELD, "cert.anchors", "no self-issued certificate among the anchors");
      }
      return new TrustAnchors(anchors, others, keys);
    }

    private void bound() throws Rejected {
      if (anchors.size() + others.size() + keys.size() > MOST) {
        throw new Rejected(
            Reason.LIMIT_EXCEEDED, "cert.anchors", "more than " + MOST + " certificates and keys");
      }
    }
  }
}
