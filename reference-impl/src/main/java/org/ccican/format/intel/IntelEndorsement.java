package org.ccican.format.intel;

import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.cose.CoseCurve;
import org.ccican.cose.CoseKey;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * Whether a quote is one of a platform that Intel, or an emulated Intel with its own root, vouches
 * for (Intel QVL, steps 4.1.2.2 to 4.1.2.5.17). Each check rests on those before it.
 */
public final class IntelEndorsement {

  /**
   * What the signatures prove.
   *
   * @param documents absent if there is no collateral
   */
  public record Endorsed(PckExtension pck, Optional<Documents> documents) {}

  /** What a technology checks between the documents and the quoting enclave. */
  @FunctionalInterface
  public interface Module {
    void check(Endorsed endorsed) throws Rejected;
  }

  private final IntelScene scene;
  private final IntelTrust trust;
  private final Checks checks;

  public IntelEndorsement(IntelScene scene) {
    this.scene = scene;
    this.trust = new IntelTrust(scene);
    this.checks = scene.checks();
  }

  public Endorsed check(Module module) throws Rejected {
    Optional<IntelCollateral> collateral = IntelDocuments.bundle(scene);
    IntelPlatform platform = new IntelPlatform(scene, trust, collateral);
    IntelPlatform.Endorsed vouched = platform.check();
    Optional<Documents> documents = Optional.empty();
    if (collateral.isPresent()) {
      documents =
          Optional.of(new IntelDocuments(scene, trust, platform).check(collateral.get(), vouched));
    } else {
      withoutCollateral();
    }
    Endorsed endorsed = new Endorsed(vouched.pck(), documents);
    module.check(endorsed);
    quotingEnclave(vouched.key());
    if (documents.isPresent()) {
      identity(documents.get().qeIdentity());
    }
    quote();
    return endorsed;
  }

  private void withoutCollateral() throws Rejected {
    for (String name : IntelOrder.TRUST) {
      boolean document =
          name.startsWith("json.")
              || name.startsWith("intel.collateral.")
              || name.startsWith("intel.signer.")
              || name.startsWith("intel.tcb-info.")
              || name.startsWith("intel.qe-identity.");
      if (document) {
        scene.run().notEvaluated(name, "no collateral");
      }
    }
    for (String name : IntelOrder.SIGNATURES) {
      if (name.startsWith("intel.qe-identity.")) {
        scene.run().notEvaluated(name, "no collateral");
      }
    }
  }

  private void quotingEnclave(CoseKey pck) throws Rejected {
    QuoteSignature signature = scene.quote().signature();
    // spec| Intel QVL §4.1.2.5.13: the platform's key signed the quoting enclave's report
    trust.signature(
        pck,
        signature.qeReport().octets(),
        signature.qeReportSignature(),
        "intel.qe-report.signature",
        "the quoting enclave's report");
    Bytes wanted = signature.attestationKeyHash().padRight(64);
    Bytes found = signature.qeReport().octets(EnclaveField.REPORT_DATA);
    // spec| Intel QVL §4.1.2.5.14: the report vouches for the attestation key, then has zeros
    Rejected.unless(
        checks,
        "intel.qe-report.data",
        found.equals(wanted),
        Reason.BINDING_MISMATCH,
        () -> wanted + " expected in the quoting enclave's report data, found " + found);
  }

  private void identity(QeIdentity identity) throws Rejected {
    EnclaveReport report = scene.quote().signature().qeReport();
    Bytes misc = report.octets(EnclaveField.MISC_SELECT);
    // spec| Intel QVL §4.1.2.9.5: MISCSELECT under the mask
    Rejected.unless(
        checks,
        "intel.qe-identity.misc-select",
        masked(misc, identity.miscSelectMask()).equals(identity.miscSelect()),
        Reason.ENDORSEMENT_MISMATCH,
        () -> identity.miscSelect() + " expected, found " + misc);
    Bytes attributes =
        Bytes.concat(report.octets(EnclaveField.ATTRIBUTES), report.octets(EnclaveField.XFRM));
    // spec| Intel QVL §4.1.2.9.6: attributes under the mask
    Rejected.unless(
        checks,
        "intel.qe-identity.attributes",
        masked(attributes, identity.attributesMask()).equals(identity.attributes()),
        Reason.ENDORSEMENT_MISMATCH,
        () ->
            identity.attributes()
                + " expected under "
                + identity.attributesMask()
                + ", found "
                + attributes);
    Bytes signer = report.octets(EnclaveField.MR_SIGNER);
    // spec| Intel QVL §4.1.2.9.7: Intel signed the quoting enclave
    Rejected.unless(
        checks,
        "intel.qe-identity.signer",
        signer.equals(identity.signer()),
        Reason.ENDORSEMENT_MISMATCH,
        () -> identity.signer() + " expected, found " + signer);
    long product = report.number(EnclaveField.ISV_PROD_ID);
    // spec| Intel QVL §4.1.2.9.8: and it is that product of Intel's
    Rejected.unless(
        checks,
        "intel.qe-identity.product",
        product == identity.product(),
        Reason.ENDORSEMENT_MISMATCH,
        () -> identity.product() + " expected, found " + product);
  }

  private void quote() throws Rejected {
    QuoteSignature signature = scene.quote().signature();
    Bytes point = signature.attestationKey();
    CoseKey key = new CoseKey(CoseCurve.P256, point.slice(0, 32), point.slice(32, 64));
    try {
      key = CoseKey.ofSpki(key.toSpki(), scene.crypto());
    } catch (Rejected e) {
      throw new Rejected(
          Reason.INVALID_KEY, "intel.quote.attestation-key", "no point of P-256: " + point);
    }
    scene.run().passed("intel.quote.attestation-key", "");
    // spec| Intel QVL §4.1.2.5.17: the attestation key signed header and body
    trust.signature(
        key,
        scene.quote().signedPart(),
        signature.signature(),
        "intel.quote.signature",
        "the quote");
  }

  private static Bytes masked(Bytes value, Bytes mask) {
    int[] octets = new int[value.size()];
    for (int i = 0; i < octets.length; i++) {
      octets[i] = value.at(i) & mask.at(i);
    }
    return Bytes.of(octets);
  }
}
