package org.ccican.format.sevsnp;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccican.appraisal.AppraisalInput;
import org.ccican.appraisal.AppraisalPolicy;
import org.ccican.appraisal.OrderedChecks;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/** Whether what an authentic report says is what the relying party wants. */
final class SevSnpClaims {

  static final List<SevSnpField> TCBS =
      List.of(
          SevSnpField.REPORTED_TCB,
          SevSnpField.COMMITTED_TCB,
          SevSnpField.LAUNCH_TCB,
          SevSnpField.CURRENT_TCB);

  private static final List<SevSnpField> IDENTITY =
      List.of(
          SevSnpField.FAMILY_ID,
          SevSnpField.IMAGE_ID,
          SevSnpField.ID_KEY_DIGEST,
          SevSnpField.AUTHOR_KEY_DIGEST);

  /** Octets that a policy may demand. */
  static final List<SevSnpField> DEMANDABLE =
      List.of(
          SevSnpField.HOST_DATA,
          SevSnpField.FAMILY_ID,
          SevSnpField.IMAGE_ID,
          SevSnpField.ID_KEY_DIGEST,
          SevSnpField.AUTHOR_KEY_DIGEST);

  private final SevSnpReport report;
  private final SevSnpTrust.Endorsed endorsed;
  private final AppraisalInput input;
  private final AppraisalPolicy policy;
  private final OrderedChecks run;
  private final Checks checks;

  SevSnpClaims(
      SevSnpReport report, SevSnpTrust.Endorsed endorsed, AppraisalInput input, OrderedChecks run) {
    this.report = report;
    this.endorsed = endorsed;
    this.input = input;
    this.policy = input.policy();
    this.run = run;
    this.checks = run.checks();
  }

  void check() throws Rejected {
    notNewer("sev-snp.tcb.reported", SevSnpField.REPORTED_TCB);
    notNewer("sev-snp.tcb.committed", SevSnpField.COMMITTED_TCB);
    notNewer("sev-snp.tcb.launch", SevSnpField.LAUNCH_TCB);
    provisional();
    minimum();
    new SevSnpGuestPolicy(report, policy, run).check();
    level();
    measurement();
    guestVersion();
    equal("sev-snp.host-data", List.of(SevSnpField.HOST_DATA));
    equal("sev-snp.identity", IDENTITY);
    reportData();
  }

  private void notNewer(String rule, SevSnpField field) throws Rejected {
    SevSnpTcb current = tcb(SevSnpField.CURRENT_TCB);
    SevSnpTcb other = tcb(field);
    // spec| AMD 56860 §2.2: firmware never runs below what it committed to, reports or launched
    // with
    Rejected.unless(
        checks,
        rule,
        current.olderThan(other).isEmpty(),
        Reason.ROLLED_BACK,
        () -> "current " + current + "; " + field.id() + " " + other);
  }

  private void provisional() throws Rejected {
    SevSnpTcb current = tcb(SevSnpField.CURRENT_TCB);
    SevSnpTcb committed = tcb(SevSnpField.COMMITTED_TCB);
    boolean provisional = !current.equals(committed);
    // spec| AMD 56860 §2.2: what is not committed to can be rolled back by the host
    Rejected.unless(
        checks,
        "sev-snp.tcb.provisional",
        !provisional || policy.allowProvisionalFirmware(),
        Reason.TCB_OUTDATED,
        () -> "provisional: current " + current + "; committed " + committed);
    run.passed(
        "sev-snp.tcb.provisional",
        provisional
            ? "provisional, which the policy allows: current "
                + current
                + "; committed "
                + committed
            : "committed");
  }

  private void minimum() throws Rejected {
    boolean wanted = false;
    for (SevSnpTcb.Part part : SevSnpTcb.Part.values()) {
      Long least = policy.minimum().get(part.id());
      if (least == null) {
        continue;
      }
      wanted = true;
      for (SevSnpField field : TCBS) {
        Optional<Integer> version = tcb(field).version(part);
        // spec| RFC 9334 §8.5: a minimum holds for all four, and fails where a line lacks the part
        Rejected.unless(
            checks,
            "sev-snp.tcb.minimum",
            version.map(found -> found >= least).orElse(false),
            Reason.TCB_OUTDATED,
            () ->
                part.id()
                    + " of "
                    + field.id()
                    + ": at least "
                    + least
                    + " expected, found "
                    + version.map(String::valueOf).orElse("none"));
      }
    }
    if (!wanted) {
      run.notEvaluated("sev-snp.tcb.minimum", "the policy states no minimum");
    }
  }

  private void level() throws Rejected {
    long level = report.number(SevSnpField.VMPL);
    // spec| AMD 56860 §7.3: all ones if the host asked
    Rejected.unless(
        checks,
        "sev-snp.vmpl.guest",
        level != SevSnpReport.HOST_REQUESTED,
        Reason.POLICY_VIOLATED,
        () -> "the host asked for this report");
    boolean byHost = level == SevSnpReport.HOST_REQUESTED;
    // spec| RFC 9334 §8.5: the level is one that the policy accepts
    Rejected.unless(
        checks,
        "sev-snp.vmpl.expected",
        byHost || policy.privilegeLevels().contains(level),
        Reason.POLICY_VIOLATED,
        () -> "one of " + policy.privilegeLevels() + " expected, found " + level);
    run.passed("sev-snp.vmpl.expected", "level " + level);
  }

  private void measurement() throws Rejected {
    Bytes found = report.octets(SevSnpField.MEASUREMENT);
    Optional<Set<Bytes>> references = input.measurements();
    if (references.isEmpty()) {
      run.notEvaluated("sev-snp.measurement", "no reference values; found " + found);
      return;
    }
    // spec| RFC 9334 §8.3: the measurement is a reference value
    Rejected.unless(
        checks,
        "sev-snp.measurement",
        input.accepts(found),
        Reason.MEASUREMENT_MISMATCH,
        () -> "none of " + references.get().size() + " reference values is " + found);
    run.passed("sev-snp.measurement", found.toHex());
  }

  private void guestVersion() throws Rejected {
    Long least = policy.minimum().get(SevSnpField.GUEST_SVN.id());
    long found = report.number(SevSnpField.GUEST_SVN);
    if (least == null) {
      run.notEvaluated("sev-snp.guest-svn", "the policy states no minimum; found " + found);
      return;
    }
    // spec| RFC 9334 §8.5: the guest is recent enough
    Rejected.unless(
        checks,
        "sev-snp.guest-svn",
        found >= least,
        Reason.POLICY_VIOLATED,
        () -> "at least " + least + " expected, found " + found);
  }

  private void equal(String rule, List<SevSnpField> fields) throws Rejected {
    Map<String, Bytes> wanted = policy.equal();
    if (fields.stream().noneMatch(field -> wanted.containsKey(field.id()))) {
      run.notEvaluated(rule, "the policy wants nothing of it");
      return;
    }
    for (SevSnpField field : fields) {
      Bytes found = report.octets(field);
      Bytes expected = wanted.getOrDefault(field.id(), found);
      // spec| RFC 9334 §8.5: all octets are compared
      Rejected.unless(
          checks,
          rule,
          expected.equals(found),
          Reason.POLICY_VIOLATED,
          () -> field.id() + ": " + expected + " expected, found " + found);
    }
  }

  private void reportData() throws Rejected {
    Bytes found = report.octets(SevSnpField.REPORT_DATA);
    if (input.reportData().isEmpty()) {
      run.notEvaluated("sev-snp.report-data", "no nonce; found " + found);
      return;
    }
    Bytes expected = input.reportData().get();
    // spec| RFC 9334 §10: fresh and bound to what it is used for, the zeros at the end too
    Rejected.unless(
        checks,
        "sev-snp.report-data",
        expected.equalsConstantTime(found),
        Reason.BINDING_MISMATCH,
        () -> expected + " expected, found " + found);
  }

  private SevSnpTcb tcb(SevSnpField field) {
    return new SevSnpTcb(endorsed.product().layout(), report.octets(field));
  }
}
