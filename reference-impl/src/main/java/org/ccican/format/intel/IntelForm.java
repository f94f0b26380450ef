package org.ccican.format.intel;

import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * Whether a quote has the form that its version prescribes. None of these checks rests on another
 * or on any trust, so that all are made whatever the first ones find.
 */
public final class IntelForm {

  private final QuoteLayout quote;
  private final IntelScene scene;
  private final Checks checks;

  public IntelForm(IntelScene scene) {
    this.scene = scene;
    this.quote = scene.quote();
    this.checks = scene.checks();
  }

  public void check() {
    scene.run().passed(QuoteSignature.TRUNCATED, scene.input().evidence().size() + " octets");
    scene.run().passed("intel.quote.version", "version " + quote.header().version());
    scene.run().passed("intel.quote.body-type", quote.type().toString());
    scene.run().passed("intel.quote.body-size", quote.body().size() + " octets");
    scene.run().passed("intel.quote.certification-outer", "");
    scene.run().attempt(this::keyType);
    scene.run().attempt(this::vendor);
    scene.run().attempt(this::reserved);
    scene.run().attempt(this::certification);
    scene.run().attempt(this::trailing);
    scene.run().attempt(this::quotingEnclave);
  }

  private void keyType() throws Rejected {
    long type = quote.header().number(QuoteField.ATT_KEY_TYPE);
    // spec| DCAP quote §A.4: 2 is ECDSA over P-256 with SHA-256
    Rejected.unless(
        checks,
        "intel.quote.key-type",
        type == QuoteHeader.ECDSA_P256,
        Reason.UNSUPPORTED_ALGORITHM,
        () -> "type 2 expected, found " + type + ", at offset 2");
  }

  private void vendor() throws Rejected {
    Bytes vendor = quote.header().octets(QuoteField.QE_VENDOR_ID);
    // spec| DCAP quote §A.4: the quoting enclave is Intel's
    Rejected.unless(
        checks,
        "intel.quote.vendor",
        vendor.equals(QuoteHeader.INTEL),
        Reason.UNKNOWN_FORMAT,
        () -> "quoting enclave of " + vendor + ", at offset 12");
  }

  private void reserved() throws Rejected {
    boolean zero =
        quote.header().octets(QuoteField.QE_SVN).isZero()
            && quote.header().octets(QuoteField.PCE_SVN).isZero();
    // spec| DCAP quote §A.4: octets 8 to 11 are reserved from version 4 on
    Rejected.unless(
        checks,
        "intel.quote.reserved",
        quote.header().version() < 4 || zero,
        Reason.RESERVED_NOT_ZERO,
        () -> "octets 8 to 11 of the header are not zero");
  }

  private void certification() throws Rejected {
    int type = quote.signature().certification().type();
    // spec| DCAP quote §A.3: types 1 to 5 lead to a PCK certificate
    Rejected.unless(
        checks,
        "intel.quote.certification-type",
        type >= CertificationData.PPID && type <= CertificationData.PCK_CHAIN,
        Reason.UNKNOWN_FORMAT,
        () -> "certification data of type 1 to 5 expected, found " + type);
  }

  private void trailing() throws Rejected {
    Bytes trailing = quote.trailing();
    // spec| RFC 9334 §8.5: octets behind the quote are signed by nobody; the policy may forbid them
    Rejected.unless(
        checks,
        "intel.quote.trailing",
        trailing.isEmpty() || scene.allows(IntelPolicy.TRAILING_OCTETS),
        Reason.TRAILING_OCTETS,
        () -> trailing.size() + " octets after the quote");
    scene
        .run()
        .passed(
            "intel.quote.trailing",
            trailing.isEmpty()
                ? "nothing follows"
                : trailing.size()
                    + (trailing.isZero() ? " zeros" : " octets")
                    + " after the quote, not looked at");
  }

  private void quotingEnclave() throws Rejected {
    Optional<EnclaveField> wrong = quote.signature().qeReport().reservedAndSet();
    // spec| Intel SDM §REPORT: reserved fields are zero
    Rejected.unless(
        checks,
        "intel.qe-report.reserved",
        wrong.isEmpty(),
        Reason.RESERVED_NOT_ZERO,
        () -> wrong.map(EnclaveField::toString).orElse("") + " of the quoting enclave is not zero");
  }
}
