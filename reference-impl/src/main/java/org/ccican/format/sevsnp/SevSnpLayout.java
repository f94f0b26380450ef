package org.ccican.format.sevsnp;

import java.util.List;
import java.util.Set;
import org.ccican.appraisal.AppraisalPolicy;
import org.ccican.appraisal.OrderedChecks;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * Whether a report has the shape of its version. None of these checks rests on another or on any
 * trust, so that all are made whatever the first ones find.
 */
final class SevSnpLayout {

  /** Reports that are known octet by octet; version 4 was never seen. */
  private static final Set<Long> VERSIONS = Set.of(2L, 3L, 5L);

  private static final long POLICY_RESERVED = -1L << 26;
  private static final long KEY_INFO_RESERVED = 0xffff_ffffL << 5 & 0xffff_ffffL;
  private static final List<SevSnpField> SIGNATURE_PADDING =
      List.of(SevSnpField.RESERVED_2D0, SevSnpField.RESERVED_318, SevSnpField.RESERVED_330);

  private final SevSnpReport report;
  private final AppraisalPolicy policy;
  private final OrderedChecks run;
  private final Checks checks;

  SevSnpLayout(SevSnpReport report, AppraisalPolicy policy, OrderedChecks run) {
    this.report = report;
    this.policy = policy;
    this.run = run;
    this.checks = run.checks();
  }

  void check() {
    run.attempt(this::version);
    run.attempt(this::reserved);
    run.attempt(this::guestPolicy);
    run.attempt(this::guestPolicyReserved);
    run.attempt(this::keyInfo);
    run.attempt(this::authorKey);
    run.attempt(this::idBlock);
    run.attempt(this::algorithm);
    run.attempt(this::padding);
    run.attempt(this::signingKey);
  }

  private void version() throws Rejected {
    long version = report.version();
    // spec| AMD 56860 §7.3: the layout depends on the version
    Rejected.unless(
        checks,
        "sev-snp.report.version",
        VERSIONS.contains(version) || policy.allowUnknownVersions(),
        Reason.UNKNOWN_VERSION,
        () -> "version 2, 3 or 5 expected, found " + version);
    run.passed("sev-snp.report.version", "version " + version);
  }

  private void reserved() throws Rejected {
    for (SevSnpField field : SevSnpField.values()) {
      if (field.isSigned() && field.isReserved(report.version())) {
        // spec| AMD 56860 §7.3: reserved fields are zero
        Rejected.unless(
            checks,
            "sev-snp.report.reserved",
            report.octets(field).isZero(),
            Reason.RESERVED_NOT_ZERO,
            () -> field + " is reserved in version " + report.version() + " and not zero");
      }
    }
  }

  private void guestPolicy() throws Rejected {
    // spec| AMD 56860 §4.3: bit 17 is one
    Rejected.unless(
        checks,
        "sev-snp.policy.must-be-one",
        report.allows(SevSnpReport.PolicyBit.MUST_BE_ONE),
        Reason.MALFORMED,
        () -> "bit 17 of " + hex(SevSnpField.POLICY) + " is zero, at offset 0x8");
  }

  private void guestPolicyReserved() throws Rejected {
    // spec| AMD 56860 §4.3: bits 26 to 63 are zero
    Rejected.unless(
        checks,
        "sev-snp.policy.reserved",
        (report.number(SevSnpField.POLICY) & POLICY_RESERVED) == 0,
        Reason.RESERVED_NOT_ZERO,
        () -> "bits 26 to 63 of " + hex(SevSnpField.POLICY) + " are not zero, at offset 0x8");
  }

  private void keyInfo() throws Rejected {
    // spec| AMD 56860 §7.3: bits 5 to 31 are zero
    Rejected.unless(
        checks,
        "sev-snp.key-info.reserved",
        (report.number(SevSnpField.KEY_INFO) & KEY_INFO_RESERVED) == 0,
        Reason.RESERVED_NOT_ZERO,
        () -> "bits 5 to 31 of " + hex(SevSnpField.KEY_INFO) + " are not zero, at offset 0x48");
  }

  private void authorKey() throws Rejected {
    // spec| AMD 56860 §7.3: the digest is zero unless AUTHOR_KEY_EN is one
    Rejected.unless(
        checks,
        "sev-snp.author-key.absent",
        report.hasAuthorKey() || report.octets(SevSnpField.AUTHOR_KEY_DIGEST).isZero(),
        Reason.RESERVED_NOT_ZERO,
        () -> SevSnpField.AUTHOR_KEY_DIGEST + " is not zero and AUTHOR_KEY_EN is");
  }

  private void idBlock() throws Rejected {
    boolean signed = !report.octets(SevSnpField.ID_KEY_DIGEST).isZero();
    // spec| AMD 56860 §8.18: family, image, version and author come with an ID block alone
    Rejected.unless(
        checks,
        "sev-snp.id-block.absent",
        signed
            || !report.hasAuthorKey()
                && report.octets(SevSnpField.FAMILY_ID).isZero()
                && report.octets(SevSnpField.IMAGE_ID).isZero()
                && report.octets(SevSnpField.GUEST_SVN).isZero(),
        Reason.RESERVED_NOT_ZERO,
        () -> "no key signed an ID block, and family, image, version or author are there");
  }

  private void algorithm() throws Rejected {
    long algorithm = report.number(SevSnpField.SIGNATURE_ALGO);
    // spec| AMD 56860 §10.2: 1 is ECDSA P-384 with SHA-384
    Rejected.unless(
        checks,
        "sev-snp.signature.algorithm",
        algorithm == 1,
        Reason.UNSUPPORTED_ALGORITHM,
        () -> "algorithm 1 expected, found " + algorithm + ", at offset 0x34");
  }

  private void padding() throws Rejected {
    for (SevSnpField field : SIGNATURE_PADDING) {
      Bytes octets = report.octets(field);
      // spec| AMD 56860 §10.2: R and S are zero-extended to 72 octets
      Rejected.unless(
          checks,
          "sev-snp.signature.padding",
          octets.isZero(),
          Reason.RESERVED_NOT_ZERO,
          () -> field + " is padding and not zero");
    }
  }

  private void signingKey() throws Rejected {
    // spec| AMD 56860 §7.3: 0 is VCEK, 1 is VLEK, 7 is none
    Rejected.unless(
        checks,
        "sev-snp.signature.key",
        report.signingKey() < SevSnpReport.SigningKeyKind.values().length,
        Reason.UNKNOWN_SIGNER,
        () -> "signing key 0 or 1 expected, found " + report.signingKey() + ", at offset 0x48");
  }

  private String hex(SevSnpField field) {
    return field.name() + " 0x" + Long.toHexString(report.number(field));
  }
}
