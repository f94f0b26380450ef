package org.ccican.format.intel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.cose.CoseKey;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.trust.CertificatePath;
import org.ccican.trust.VendorCertificate;
import org.ccican.trust.VendorCrl;
import org.ccican.wire.Bytes;

/**
 * Whether TCB info and QE identity are Intel's, of now, and about this platform (Intel QVL, steps
 * 4.1.2.3, 4.1.2.4 and 4.1.2.5.10 and 11). Signatures are checked over the octets that came, before
 * anything in them is looked at.
 */
final class IntelDocuments {

  private static final String SIGNER = "SGX TCB Signing";

  private final IntelScene scene;
  private final IntelTrust trust;
  private final IntelPlatform platform;
  private final Checks checks;

  IntelDocuments(IntelScene scene, IntelTrust trust, IntelPlatform platform) {
    this.scene = scene;
    this.trust = trust;
    this.platform = platform;
    this.checks = scene.checks();
  }

  Documents check(IntelCollateral collateral, IntelPlatform.Endorsed endorsed) throws Rejected {
    IntelCollateral.Signed first = collateral.tcbInfo();
    IntelCollateral.Signed second = collateral.qeIdentity();
    VendorCrl crl = VendorCrl.parse(collateral.rootCrl(), scene.crypto().remembered());
    CoseKey key = signer(first.chain(), crl);
    // spec| Intel PCS §TCB info: signed are the octets as they came
    trust.document(key, first.text(), first.signature(), "intel.tcb-info.signature", "TCB info");
    TcbInfo info = read(TcbInfo.class, first.text(), TcbInfo::parse);
    json();
    scene.run().passed(TcbInfo.RULE, "evaluation " + info.evaluation());
    current("intel.tcb-info.current", "TCB info", info.issued(), info.nextUpdate());
    about(info, endorsed.pck());
    CoseKey other = second.chain().equals(first.chain()) ? key : signer(second.chain(), crl);
    // spec| Intel PCS §QE identity: signed are the octets as they came
    trust.document(
        other, second.text(), second.signature(), "intel.qe-identity.signature", "the QE identity");
    QeIdentity identity = read(QeIdentity.class, second.text(), QeIdentity::parse);
    scene.run().passed(QeIdentity.RULE, "evaluation " + identity.evaluation());
    current(
        "intel.qe-identity.current", "the QE identity", identity.issued(), identity.nextUpdate());
    String wanted = tdx() ? "TD_QE" : "QE";
    // spec| Intel PCS §QE identity: each technology has a quoting enclave of its own
    Rejected.unless(
        checks,
        "intel.qe-identity.tee",
        identity.id().equals(wanted),
        Reason.ENDORSEMENT_MISMATCH,
        () -> wanted + " expected, found " + identity.id());
    return new Documents(info, identity);
  }

  /** A document's parser. */
  @FunctionalInterface
  private interface Parser<T> {
    T parse(Bytes octets, Checks checks) throws Rejected;
  }

  private <T> T read(Class<T> kind, Bytes text, Parser<T> parser) throws Rejected {
    return read(scene, kind, text, parser);
  }

  private static <T> T read(IntelScene scene, Class<T> kind, Bytes text, Parser<T> parser)
      throws Rejected {
    return scene
        .run()
        .read(scene.crypto().remembered(), kind, text, checks -> parser.parse(text, checks));
  }

  private void json() {
    scene.run().passed("json.syntax", "");
    scene.run().passed("json.limit.values", "");
  }

  private CoseKey signer(List<Bytes> chain, VendorCrl crl) throws Rejected {
    List<VendorCertificate> supplied = trust.certificates(chain);
    CertificatePath path = trust.path(IntelTrust.end(supplied), supplied);
    String name = path.end().commonName();
    // spec| Intel PCS §signing chain: the name says what the key is for
    Rejected.unless(
        checks,
        "intel.signer.name",
        name.contains(SIGNER),
        Reason.CERTIFICATE_UNFIT,
        () -> SIGNER + " expected, found " + name);
    // spec| Intel PCS §signing chain: the root itself issues the signer
    Rejected.unless(
        checks,
        "intel.signer.issuer",
        path.issuer().map(VendorCertificate::isSelfIssued).orElse(false),
        Reason.CERTIFICATE_UNFIT,
        () -> name + " is issued by " + path.end().issuerName());
    trust.check(path);
    VendorCertificate issuer = path.top();
    platform.list(crl, issuer, List.of(path.end()));
    return trust.key(path.end(), "intel.signer.key");
  }

  private void current(String rule, String what, Instant issued, Instant next) throws Rejected {
    Instant at = scene.input().at();
    // spec| Intel PCS §nextUpdate: a document is used from its issue to its next update
    Rejected.unless(
        checks,
        rule,
        !at.isBefore(issued) && !at.isAfter(next),
        Reason.EXPIRED,
        () -> what + " is of " + issued + " to " + next + ", asked for " + at);
  }

  private void about(TcbInfo info, PckExtension pck) throws Rejected {
    String wanted = tdx() ? "TDX" : "SGX";
    // spec| Intel QVL §4.1.2.5.10: the levels are those of this technology
    Rejected.unless(
        checks,
        "intel.tcb-info.tee",
        info.tee().equals(wanted),
        Reason.ENDORSEMENT_MISMATCH,
        () -> wanted + " expected, found " + info.tee() + " in version " + info.version());
    // spec| Intel PCS §TCB info: type 0 is compared component by component
    Rejected.unless(
        checks,
        "intel.tcb-info.type",
        info.tcbType() == 0,
        Reason.UNKNOWN_FORMAT,
        () -> "type 0 expected, found " + info.tcbType());
    // spec| Intel QVL §4.1.2.5.11: the document is about the platform's family
    Rejected.unless(
        checks,
        "intel.tcb-info.fmspc",
        info.fmspc().equals(pck.fmspc()),
        Reason.ENDORSEMENT_MISMATCH,
        () -> "platform of family " + pck.fmspc() + ", TCB info of " + info.fmspc());
    Rejected.unless(
        checks,
        "intel.tcb-info.pce-id",
        info.pceId().equals(pck.pceId()),
        Reason.ENDORSEMENT_MISMATCH,
        () -> "platform with enclave " + pck.pceId() + ", TCB info of " + info.pceId());
  }

  private boolean tdx() {
    return scene.quote().type().teeType() == QuoteLayout.TDX;
  }

  /** The one bundle among the endorsements, if there is any. */
  static Optional<IntelCollateral> bundle(IntelScene scene) throws Rejected {
    List<Bytes> bundles =
        scene.input().endorsements().stream().filter(IntelCollateral::isBundle).toList();
    if (bundles.isEmpty()) {
      return Optional.empty();
    }
    // spec| RFC 9334 §8.4: of two bundles nobody says which one counts
    Rejected.unless(
        scene.checks(),
        "intel.collateral.single",
        bundles.size() == 1,
        Reason.MALFORMED,
        () -> bundles.size() + " bundles of collateral");
    IntelCollateral collateral =
        read(scene, IntelCollateral.class, bundles.get(0), IntelCollateral::parse);
    scene.run().passed(IntelCollateral.RULE, "");
    return Optional.of(collateral);
  }
}
