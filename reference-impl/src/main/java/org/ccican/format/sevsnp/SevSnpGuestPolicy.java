package org.ccican.format.sevsnp;

import org.ccican.appraisal.AppraisalPolicy;
import org.ccican.appraisal.OrderedChecks;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;

/** What the guest's owner allows, and whether firmware and platform are as that asks for. */
final class SevSnpGuestPolicy {

  private static final int ABI_BITS = 16;

  private final SevSnpReport report;
  private final AppraisalPolicy policy;
  private final OrderedChecks run;
  private final Checks checks;

  SevSnpGuestPolicy(SevSnpReport report, AppraisalPolicy policy, OrderedChecks run) {
    this.report = report;
    this.policy = policy;
    this.run = run;
    this.checks = run.checks();
  }

  void check() throws Rejected {
    guestPolicy();
    bits("sev-snp.policy.bits", SevSnpField.POLICY);
    bits("sev-snp.platform.bits", SevSnpField.PLATFORM_INFO);
    platform();
  }

  private void guestPolicy() throws Rejected {
    // spec| AMD 56860 §4.3: DEBUG lets the host read and change the guest
    Rejected.unless(
        checks,
        "sev-snp.policy.debug",
        !report.allows(SevSnpReport.PolicyBit.DEBUG) || policy.allowDebug(),
        Reason.DEBUG_ENABLED,
        () -> "bit 19 of the guest policy is one, at offset 0x8");
    // spec| AMD 56860 §4.3: MIGRATE_MA lets an agent move the guest
    Rejected.unless(
        checks,
        "sev-snp.policy.migration",
        !report.allows(SevSnpReport.PolicyBit.MIGRATE_MA) || policy.allowMigration(),
        Reason.POLICY_VIOLATED,
        () -> "bit 18 of the guest policy is one, at offset 0x8");
    long wanted = report.number(SevSnpField.POLICY) & (1L << ABI_BITS) - 1;
    long found =
        report.number(SevSnpField.CURRENT_MAJOR) << 8 | report.number(SevSnpField.CURRENT_MINOR);
    // spec| AMD 56860 §4.3: the guest launches only on firmware of at least this ABI
    Rejected.unless(
        checks,
        "sev-snp.policy.abi",
        found >= wanted,
        Reason.POLICY_VIOLATED,
        () -> "firmware " + abi(found) + ", guest policy wants " + abi(wanted));
    run.passed("sev-snp.policy.abi", "firmware " + abi(found));
  }

  private void bits(String rule, SevSnpField field) throws Rejected {
    long found = report.number(field);
    long set = policy.bitsSet().getOrDefault(field.id(), 0L);
    long clear = policy.bitsClear().getOrDefault(field.id(), 0L);
    String shown = field.id() + " 0x" + Long.toHexString(found);
    if (set == 0 && clear == 0) {
      run.notEvaluated(rule, "the policy asks for no bits; " + shown);
      return;
    }
    // spec| RFC 9334 §8.5: what the relying party asks of settings
    Rejected.unless(
        checks,
        rule,
        (found & set) == set && (found & clear) == 0,
        Reason.POLICY_VIOLATED,
        () -> shown + ", set 0x" + Long.toHexString(set) + ", clear 0x" + Long.toHexString(clear));
    run.passed(rule, shown);
  }

  private void platform() throws Rejected {
    long info = report.number(SevSnpField.PLATFORM_INFO);
    boolean multithreading = (info & 1) == 0 || report.allows(SevSnpReport.PolicyBit.SMT);
    boolean meters = (info >> 3 & 1) == 1 || !report.allows(SevSnpReport.PolicyBit.RAPL_DIS);
    boolean hiding =
        (info >> 4 & 1) == 1 || !report.allows(SevSnpReport.PolicyBit.CIPHERTEXT_HIDING_DRAM);
    // spec| AMD 56860 §4.3: a guest is launched only on a platform in the state that it asks for
    Rejected.unless(
        checks,
        "sev-snp.platform.policy",
        multithreading && meters && hiding,
        Reason.POLICY_VIOLATED,
        () ->
            "platform information 0x"
                + Long.toHexString(info)
                + " under guest policy 0x"
                + Long.toHexString(report.number(SevSnpField.POLICY)));
  }

  private static String abi(long version) {
    return (version >> 8) + "." + (version & 0xff);
  }
}
