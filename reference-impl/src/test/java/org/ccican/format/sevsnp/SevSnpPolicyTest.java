package org.ccican.format.sevsnp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ccican.appraisal.Appraisal;
import org.ccican.appraisal.AppraisalInput;
import org.ccican.appraisal.AppraisalPolicy;
import org.ccican.appraisal.AppraisalPolicy.NotEvaluated;
import org.ccican.appraisal.CheckOutcome;
import org.ccican.format.sevsnp.SevSnpDials.Defect;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;

class SevSnpPolicyTest {

  private final EmulatedStack stack = new EmulatedStack();

  @Test
  void refusesWhatWasNotEvaluatedWhereThePolicyForbidsIt() throws Rejected {
    AppraisalInput input = stack.input(EmulatedStack.standard()).withCrls(List.of());
    Appraisal appraisal =
        stack.appraise(
            input.withPolicy(policy(new NotEvaluated(false, Set.of("cert.crl.revoked")))));
    CheckOutcome first = appraisal.firstFailure().orElseThrow();
    assertThat(first.check()).isEqualTo("cert.crl.revoked");
    assertThat(first.reason()).contains(Reason.NOT_APPRAISED);
    assertThat(
            stack.appraise(input.withPolicy(policy(new NotEvaluated(true, Set.of())))).accepted())
        .isFalse();
  }

  @Test
  void holdsMinimaAgainstEveryTcb() throws Rejected {
    AppraisalInput input = stack.input(EmulatedStack.standard());
    assertThat(stack.appraise(input.withPolicy(minimum("microcode", 0xdb))).accepted()).isTrue();
    refused(input, minimum("microcode", 0xdc), "sev-snp.tcb.minimum", Reason.TCB_OUTDATED);
    refused(input, minimum("fmc", 0), "sev-snp.tcb.minimum", Reason.TCB_OUTDATED);
    refused(input, minimum("guest-svn", 1), "sev-snp.guest-svn", Reason.POLICY_VIOLATED);
  }

  @Test
  void holdsBitsAndOctetsAgainstThePolicy() throws Rejected {
    AppraisalInput input = stack.input(EmulatedStack.standard());
    assertThat(stack.appraise(input.withPolicy(bits("platform-info", 0x20, 0x02))).accepted())
        .isTrue();
    refused(input, bits("platform-info", 0, 0x20), "sev-snp.platform.bits", Reason.POLICY_VIOLATED);
    refused(input, bits("policy", 1L << 20, 0), "sev-snp.policy.bits", Reason.POLICY_VIOLATED);
    assertThat(stack.appraise(input.withPolicy(equal("host-data", Bytes.zero(32)))).accepted())
        .isTrue();
    refused(
        input,
        equal("host-data", Bytes.zero(32).flip(31, 0)),
        "sev-snp.host-data",
        Reason.POLICY_VIOLATED);
    refused(
        input,
        equal("id-key-digest", Bytes.zero(48).flip(0, 0)),
        "sev-snp.identity",
        Reason.POLICY_VIOLATED);
  }

  @Test
  void lenientPolicyAcceptsWhatTheStandardOneRefuses() throws Rejected {
    AppraisalPolicy standard = AppraisalPolicy.standard();
    AppraisalPolicy lenient =
        new AppraisalPolicy(
            true,
            true,
            true,
            true,
            Set.of(0L, 1L),
            standard.minimum(),
            standard.equal(),
            standard.bitsSet(),
            standard.bitsClear(),
            standard.notEvaluated());
    for (Defect defect :
        List.of(
            Defect.DEBUG_POLICY,
            Defect.MIGRATION_POLICY,
            Defect.UNKNOWN_VERSION,
            Defect.WRONG_VMPL)) {
      AppraisalInput input = stack.input(defect);
      assertThat(stack.appraise(input.withPolicy(lenient)).accepted()).as(defect.id()).isTrue();
    }
    assertThat(stack.appraise(stack.input(Defect.HOST_REQUESTED).withPolicy(lenient)).accepted())
        .isFalse();
  }

  private void refused(AppraisalInput input, AppraisalPolicy policy, String check, Reason reason) {
    CheckOutcome first = stack.appraise(input.withPolicy(policy)).firstFailure().orElseThrow();
    assertThat(first.check()).isEqualTo(check);
    assertThat(first.reason()).contains(reason);
  }

  static AppraisalPolicy policy(NotEvaluated notEvaluated) {
    return policy(Map.of(), Map.of(), Map.of(), Map.of(), notEvaluated);
  }

  private static AppraisalPolicy minimum(String field, long least) {
    return policy(Map.of(field, least), Map.of(), Map.of(), Map.of(), NotEvaluated.TOLERATED);
  }

  private static AppraisalPolicy equal(String field, Bytes octets) {
    return policy(Map.of(), Map.of(field, octets), Map.of(), Map.of(), NotEvaluated.TOLERATED);
  }

  private static AppraisalPolicy bits(String field, long set, long clear) {
    return policy(
        Map.of(), Map.of(), Map.of(field, set), Map.of(field, clear), NotEvaluated.TOLERATED);
  }

  private static AppraisalPolicy policy(
      Map<String, Long> minimum,
      Map<String, Bytes> equal,
      Map<String, Long> set,
      Map<String, Long> clear,
      NotEvaluated notEvaluated) {
    return new AppraisalPolicy(
        false, false, false, true, Set.of(0L), minimum, equal, set, clear, notEvaluated);
  }
}
