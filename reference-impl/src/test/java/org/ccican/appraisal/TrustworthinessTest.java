package org.ccican.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.ear.TrustCategory;
import org.ccican.ear.TrustTier;
import org.ccican.ear.TrustworthinessVector;
import org.ccican.reject.Reason;
import org.ccican.reject.SpecRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustworthinessTest {

  private final Trustworthiness trustworthiness = Trustworthiness.load();

  @Test
  void affirmsWhatPassedAndSaysNothingOfTheRest() {
    TrustworthinessVector vector =
        vector(
            passed("sev-snp.product.root"), passed("sev-snp.measurement"), open("sev-snp.vmpl.x"));

    assertThat(vector.claims())
        .isEqualTo(Map.of(TrustCategory.HARDWARE, 2, TrustCategory.EXECUTABLES, 2));
  }

  @Test
  void affirmsNoCategoryThatWasNotLookedAtToTheEnd() {
    TrustworthinessVector vector =
        vector(
            passed("sev-snp.product.root"),
            failed("sev-snp.policy.debug", Reason.DEBUG_ENABLED),
            unreached("sev-snp.tcb.reported"));

    assertThat(vector.claims()).isEqualTo(Map.of(TrustCategory.RUNTIME_OPAQUE, 96));
  }

  @ParameterizedTest
  @CsvSource({
    "sev-snp.measurement, MEASUREMENT_MISMATCH, EXECUTABLES, 33",
    "sev-snp.tcb.minimum, TCB_OUTDATED, HARDWARE, 32",
    "sev-snp.tcb.below-endorsement, ENDORSEMENT_MISMATCH, HARDWARE, 96",
    "intel.tcb.status, TCB_OUTDATED, HARDWARE, 32",
    "cert.crl.revoked, CERTIFICATE_REVOKED, HARDWARE, 96",
    "cert.path.anchor, UNTRUSTED_ROOT, HARDWARE, 97",
    "tdx.attributes.debug, DEBUG_ENABLED, RUNTIME_OPAQUE, 96",
    "other.rule, POLICY_VIOLATED, CONFIGURATION, 96",
    "other.rule, UNKNOWN_SIGNER, HARDWARE, 97"
  })
  void findsTheCategoryOfACheck(String check, Reason reason, TrustCategory category, int claim) {
    TrustworthinessVector vector = vector(passed("sgx.attributes.init"), failed(check, reason));

    assertThat(vector.claim(category)).isEqualTo(claim);
    assertThat(vector.worst()).isEqualTo(TrustTier.of(claim));
  }

  @ParameterizedTest
  @CsvSource({
    "sev-snp.signature.valid, INVALID_SIGNATURE",
    "sev-snp.report-data, BINDING_MISMATCH",
    "other.signature, INVALID_SIGNATURE",
    "verifier.nonce, STALE_NONCE"
  })
  void saysInEveryCategoryThatEvidenceIsNotWhatWasSigned(String check, Reason reason) {
    assertThat(vector(passed("sev-snp.product.root"), failed(check, reason)))
        .isEqualTo(TrustworthinessVector.all(99));
  }

  @Test
  void keepsTheWorstOfSeveralClaims() {
    assertThat(
            vector(
                    failed("sev-snp.tcb.minimum", Reason.TCB_OUTDATED),
                    failed("cert.crl.revoked", Reason.CERTIFICATE_REVOKED),
                    failed("sev-snp.tcb.committed", Reason.ROLLED_BACK))
                .claim(TrustCategory.HARDWARE))
        .isEqualTo(96);
  }

  @Test
  void claimsUnknownElementsWhereNothingCouldBeRead() {
    TrustworthinessVector vector =
        trustworthiness.vector(
            List.of(),
            Optional.of(
                new Trustworthiness.Refusal("verifier.format.known", Reason.UNKNOWN_FORMAT)));

    assertThat(vector).isEqualTo(TrustworthinessVector.all(1));
    assertThat(vector.worst()).isEqualTo(TrustTier.NONE);
  }

  @Test
  void coversTheChecksOfTheFormats() {
    for (String check : List.of("sev-snp.report.version", "intel.quote.version", "cert.der")) {
      assertThat(trustworthiness.covers(check)).as(check).isTrue();
    }
  }

  private TrustworthinessVector vector(CheckOutcome... outcomes) {
    return trustworthiness.vector(List.of(outcomes), Optional.empty());
  }

  private static CheckOutcome passed(String check) {
    return outcome(check, CheckOutcome.Status.PASSED, Optional.empty());
  }

  private static CheckOutcome open(String check) {
    return outcome(check, CheckOutcome.Status.NOT_EVALUATED, Optional.empty());
  }

  private static CheckOutcome unreached(String check) {
    return outcome(check, CheckOutcome.Status.NOT_REACHED, Optional.empty());
  }

  private static CheckOutcome failed(String check, Reason reason) {
    return outcome(check, CheckOutcome.Status.FAILED, Optional.of(reason));
  }

  private static CheckOutcome outcome(
      String check, CheckOutcome.Status status, Optional<Reason> reason) {
    return new CheckOutcome(check, status, reason, "", new SpecRef("a", ""));
  }
}
