package org.ccican.format.intel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.cose.CoseKey;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.trust.CertificatePath;
import org.ccican.trust.Pem;
import org.ccican.trust.Revocation;
import org.ccican.trust.VendorCertificate;
import org.ccican.trust.VendorCrl;
import org.ccican.wire.Bytes;

/**
 * Whether Intel vouches for the platform: the way from the PCK certificate to the root, and what
 * the certificate says (Intel QVL, steps 4.1.2.2 and 4.1.2.5.5 to 8).
 */
final class IntelPlatform {

  private static final String PRESENT = "intel.pck.present";
  private static final String PCK = "SGX PCK Certificate";
  private static final String PLATFORM = "SGX PCK Platform CA";
  private static final String PROCESSOR = "SGX PCK Processor CA";
  private static final String ROOT = "SGX Root CA";

  /** CPUSVN, PCESVN and PCEID at the end of certification data that holds no certificate. */
  private static final int CERTIFIED = 16 + 2 + 2;

  /**
   * A platform that Intel vouches for.
   *
   * @param root who issued Intel's signers as well
   */
  record Endorsed(PckExtension pck, CoseKey key, VendorCertificate root) {}

  private final IntelScene scene;
  private final IntelTrust trust;
  private final Optional<IntelCollateral> collateral;
  private final Checks checks;

  IntelPlatform(IntelScene scene, IntelTrust trust, Optional<IntelCollateral> collateral) {
    this.scene = scene;
    this.trust = trust;
    this.collateral = collateral;
    this.checks = scene.checks();
  }

  Endorsed check() throws Rejected {
    List<VendorCertificate> own = trust.certificates(own());
    scene.run().passed("cert.malformed", "");
    List<VendorCertificate> supplied = new ArrayList<>(own);
    if (collateral.isPresent()) {
      supplied.addAll(trust.certificates(collateral.get().crlIssuers()));
    }
    CertificatePath path = trust.path(IntelTrust.end(own), supplied);
    scene.run().passed("cert.path.complete", "");
    names(path);
    trust.check(path);
    PckExtension pck =
        scene
            .crypto()
            .remembered()
            .of(PckExtension.class, path.end().der(), () -> PckExtension.parse(path.end()));
    scene.run().passed(PckExtension.RULE, "FMSPC " + pck.fmspc());
    kind(path, pck);
    certified(pck);
    CoseKey key = trust.key(path.end(), "intel.pck.key");
    revocation(path);
    return new Endorsed(pck, key, path.top());
  }

  /** The certificates of the quote; where it has none, those that came otherwise. */
  private List<Bytes> own() throws Rejected {
    CertificationData data = scene.quote().signature().certification();
    List<Bytes> own =
        !data.namesPlatform()
            ? blocks(data.data())
            : scene.input().endorsements().stream()
                .filter(each -> !IntelCollateral.isBundle(each))
                .toList();
    if (own.isEmpty()) {
      throw new Rejected(
          Reason.ENDORSEMENT_MISSING,
          PRESENT,
          "certification data of type "
              + data.type()
              + " names a platform, and no PCK certificate"
              + " came with it");
    }
    scene.run().passed(PRESENT, own.size() + " certificates");
    scene.run().passed("cert.pem", "");
    return own;
  }

  /** Blocks of PEM, which come again with each quote of the platform. */
  private record Blocks(List<Bytes> ders) {}

  private List<Bytes> blocks(Bytes pem) throws Rejected {
    return scene
        .crypto()
        .remembered()
        .of(Blocks.class, pem, () -> new Blocks(Pem.blocks(pem)))
        .ders();
  }

  private void names(CertificatePath path) throws Rejected {
    String end = path.end().commonName();
    // spec| PCK profile §1.3: the name says that it is a PCK certificate
    Rejected.unless(
        checks,
        "intel.pck.name",
        end.contains(PCK),
        Reason.CERTIFICATE_UNFIT,
        () -> PCK + " expected, found " + end);
    String authority = path.end().issuerName();
    // spec| PCK profile §1.2: platforms and processors have an authority each
    Rejected.unless(
        checks,
        "intel.pck.authority",
        authority.contains(PLATFORM) || authority.contains(PROCESSOR),
        Reason.CERTIFICATE_UNFIT,
        () -> PLATFORM + " or " + PROCESSOR + " expected, found " + authority);
    // spec| PCK profile §1.1: the root is the one of SGX
    Rejected.unless(
        checks,
        "intel.pck.root",
        path.rootName().contains(ROOT),
        Reason.CERTIFICATE_UNFIT,
        () -> ROOT + " expected, found " + path.rootName());
  }

  private void kind(CertificatePath path, PckExtension pck) throws Rejected {
    boolean platform = !path.end().issuerName().contains(PROCESSOR);
    // spec| PCK profile §1.3.5: the platform authority names instance and configuration
    Rejected.unless(
        checks,
        "intel.pck.platform",
        platform == pck.instance().isPresent(),
        Reason.ENDORSEMENT_MISMATCH,
        () ->
            (platform ? "no platform instance" : "a platform instance")
                + " in a certificate of "
                + path.end().issuerName());
  }

  /** Where the quote names a platform in the place of a certificate, it is that platform. */
  private void certified(PckExtension pck) throws Rejected {
    CertificationData data = scene.quote().signature().certification();
    if (!data.namesPlatform()) {
      scene.run().notEvaluated("intel.pck.certified", "the quote holds the certificate itself");
      return;
    }
    Bytes wanted =
        Bytes.concat(pck.cpuSvn(), Bytes.of(pck.pceSvn() & 0xff, pck.pceSvn() >> 8), pck.pceId());
    int from = Math.max(0, data.data().size() - CERTIFIED);
    // spec| DCAP quote §A.3: CPUSVN, PCESVN and PCEID are those of the certificate
    Rejected.unless(
        checks,
        "intel.pck.certified",
        data.data().slice(from, data.data().size()).equals(wanted),
        Reason.ENDORSEMENT_MISMATCH,
        () ->
            "certificate of "
                + wanted
                + ", quote names "
                + data.data().slice(from, data.data().size()));
  }

  private void revocation(CertificatePath path) throws Rejected {
    if (collateral.isEmpty()) {
      for (String name : IntelOrder.TRUST) {
        if (name.startsWith("cert.crl.") || name.equals("intel.crl.issuer")) {
          scene.run().notEvaluated(name, "no collateral, hence no revocation list");
        }
      }
      return;
    }
    VendorCrl root = VendorCrl.parse(collateral.get().rootCrl(), scene.crypto().remembered());
    VendorCrl pck = VendorCrl.parse(collateral.get().pckCrl(), scene.crypto().remembered());
    scene.run().passed("cert.crl.malformed", "");
    VendorCertificate issuer = path.issuer().orElse(path.end());
    VendorCertificate anchor = path.top();
    list(
        root,
        anchor,
        path.links().stream().skip(1).map(CertificatePath.Link::certificate).toList());
    list(pck, issuer, List.of(path.end()));
  }

  /** Checks one list and that none of some certificates is on it. */
  void list(VendorCrl crl, VendorCertificate issuer, List<VendorCertificate> issued)
      throws Rejected {
    // spec| PCK profile §2: each authority publishes a list of its own
    Rejected.unless(
        checks,
        "intel.crl.issuer",
        crl.issuer().equals(issuer.subject()),
        Reason.ENDORSEMENT_MISMATCH,
        () -> "the revocation list is not of " + issuer.commonName());
    Revocation.checkList(
        crl, issuer, issued, scene.input().at(), IntelTrust.ALGORITHMS, scene.crypto(), checks);
  }
}
