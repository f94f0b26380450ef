package org.ccican.format.psa;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ccican.appraisal.Appraisal;
import org.ccican.appraisal.CheckOutcome;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckPoint;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each dial of the emulated devices against the check that claims it. */
class PsaDefectsTest {

  private record Refusal(String check, Reason reason) {}

  private static final Map<PsaDefect, Refusal> REFUSALS =
      Map.ofEntries(
          row(PsaDefect.TRUNCATED, "cbor.truncated", Reason.TRUNCATED),
          row(PsaDefect.TRAILING_OCTET, "cbor.trailing", Reason.TRAILING_OCTETS),
          row(PsaDefect.INDEFINITE_LENGTH, "cbor.definite", Reason.NOT_DETERMINISTIC),
          row(PsaDefect.DUPLICATE_CLAIM, "cbor.duplicate-key", Reason.DUPLICATE_KEY),
          row(PsaDefect.BROKEN_TEXT, "cbor.utf8", Reason.MALFORMED),
          row(PsaDefect.CWT_TAG, "arm.token.tag", Reason.WRONG_TYPE),
          row(PsaDefect.DETACHED_PAYLOAD, "arm.token.shape", Reason.WRONG_TYPE),
          row(PsaDefect.CLAIMS_ARRAY, "arm.token.claims", Reason.WRONG_TYPE),
          row(PsaDefect.HEADER_TWICE, "cose.header.once", Reason.DUPLICATE_KEY),
          row(PsaDefect.CRITICAL_HEADER, "cose.crit.understood", Reason.CRITICAL_HEADER),
          row(PsaDefect.ALGORITHM_UNPROTECTED, "cose.alg.protected", Reason.ALGORITHM_MISMATCH),
          row(PsaDefect.ALGORITHM_MISSING, "cose.alg.present", Reason.MISSING_FIELD),
          row(PsaDefect.ALGORITHM_UNKNOWN, "cose.alg.known", Reason.UNSUPPORTED_ALGORITHM),
          row(PsaDefect.ALGORITHM_REFUSED, "psa.signature.algorithm", Reason.UNSUPPORTED_ALGORITHM),
          row(PsaDefect.WRONG_KEY, "psa.signature.valid", Reason.INVALID_SIGNATURE),
          row(PsaDefect.BAD_SIGNATURE, "psa.signature.valid", Reason.INVALID_SIGNATURE),
          row(PsaDefect.ENDORSEMENT_MISSING, "arm.key.known", Reason.UNKNOWN_SIGNER),
          row(PsaDefect.CHAIN_SWAPPED, "cert.path.order", Reason.BROKEN_CHAIN),
          row(PsaDefect.AUTHORITY_MISSING, "cert.path.complete", Reason.BROKEN_CHAIN),
          row(PsaDefect.WRONG_ROOT, "cert.path.anchor", Reason.UNTRUSTED_ROOT),
          row(PsaDefect.CERTIFICATE_EXPIRED, "cert.validity.ended", Reason.CERTIFICATE_EXPIRED),
          row(
              PsaDefect.CERTIFICATE_NOT_YET_VALID,
              "cert.validity.begun",
              Reason.CERTIFICATE_NOT_YET_VALID),
          row(PsaDefect.UNKNOWN_INSTANCE, "arm.key.instance", Reason.ENDORSEMENT_MISMATCH),
          row(PsaDefect.PROFILE_MISSING, "psa.profile.present", Reason.MISSING_FIELD),
          row(PsaDefect.UNKNOWN_PROFILE, "psa.profile.known", Reason.UNKNOWN_VERSION),
          row(PsaDefect.CLAIM_TYPE, "psa.claims.types", Reason.WRONG_TYPE),
          row(PsaDefect.NONCE_MISSING, "psa.nonce.present", Reason.MISSING_FIELD),
          row(PsaDefect.TWO_NONCES, "psa.nonce.single", Reason.WRONG_TYPE),
          row(PsaDefect.NONCE_SIZE, "psa.nonce.size", Reason.MALFORMED),
          row(PsaDefect.CLIENT_ID_MISSING, "psa.client-id.present", Reason.MISSING_FIELD),
          row(PsaDefect.CLIENT_ID_ZERO, "psa.client-id.range", Reason.OUT_OF_RANGE),
          row(PsaDefect.INSTANCE_ID_MISSING, "psa.instance-id.present", Reason.MISSING_FIELD),
          row(PsaDefect.INSTANCE_ID_SIZE, "psa.instance-id.size", Reason.MALFORMED),
          row(PsaDefect.INSTANCE_ID_TYPE, "psa.instance-id.type", Reason.MALFORMED),
          row(
              PsaDefect.IMPLEMENTATION_ID_MISSING,
              "psa.implementation-id.present",
              Reason.MISSING_FIELD),
          row(PsaDefect.IMPLEMENTATION_ID_SIZE, "psa.implementation-id.size", Reason.MALFORMED),
          row(PsaDefect.LIFECYCLE_MISSING, "psa.lifecycle.present", Reason.MISSING_FIELD),
          row(PsaDefect.LIFECYCLE_UNDEFINED, "psa.lifecycle.range", Reason.OUT_OF_RANGE),
          row(PsaDefect.BOOT_SEED_SHORT, "psa.boot-seed.size", Reason.MALFORMED),
          row(PsaDefect.BOOT_SEED_LONG, "psa.boot-seed.size", Reason.MALFORMED),
          row(PsaDefect.BOOT_SEED_MISSING, "psa.boot-seed.present", Reason.MISSING_FIELD),
          row(
              PsaDefect.CERTIFICATION_REFERENCE,
              "psa.certification-reference.form",
              Reason.MALFORMED),
          row(PsaDefect.COMPONENTS_MISSING, "psa.components.present", Reason.MISSING_FIELD),
          row(PsaDefect.COMPONENTS_EMPTY, "psa.components.present", Reason.MISSING_FIELD),
          row(PsaDefect.COMPONENTS_AND_NONE, "psa.components.bare", Reason.MALFORMED),
          row(PsaDefect.MEASUREMENT_MISSING, "psa.components.measurement", Reason.MISSING_FIELD),
          row(PsaDefect.MEASUREMENT_SHORT, "psa.components.measurement-size", Reason.MALFORMED),
          row(PsaDefect.SIGNER_MISSING, "psa.components.signer", Reason.MISSING_FIELD),
          row(PsaDefect.SIGNER_SHORT, "psa.components.signer-size", Reason.MALFORMED),
          row(PsaDefect.LIFECYCLE_UNKNOWN, "psa.lifecycle.trusted", Reason.POLICY_VIOLATED),
          row(PsaDefect.LIFECYCLE_PROVISIONING, "psa.lifecycle.trusted", Reason.POLICY_VIOLATED),
          row(PsaDefect.LIFECYCLE_ROT_DEBUG, "psa.lifecycle.trusted", Reason.POLICY_VIOLATED),
          row(PsaDefect.LIFECYCLE_DECOMMISSIONED, "psa.lifecycle.trusted", Reason.POLICY_VIOLATED),
          row(PsaDefect.DEBUG, "psa.lifecycle.debug", Reason.DEBUG_ENABLED),
          row(PsaDefect.NON_SECURE_CALLER, "psa.client-id.side", Reason.POLICY_VIOLATED),
          row(PsaDefect.WRONG_MEASUREMENT, "psa.components.reference", Reason.MEASUREMENT_MISMATCH),
          row(PsaDefect.WRONG_REPORT_DATA, "psa.nonce.expected", Reason.BINDING_MISMATCH));

  private static final Set<PsaDefect> NAMELESS =
      Set.of(
          PsaDefect.UNKNOWN_INSTANCE,
          PsaDefect.INSTANCE_ID_MISSING,
          PsaDefect.INSTANCE_ID_SIZE,
          PsaDefect.INSTANCE_ID_TYPE);

  private final PsaStack stack = new PsaStack();

  @ParameterizedTest
  @EnumSource(PsaVariant.class)
  void everyVariantIsAccepted(PsaVariant variant) throws Rejected {
    Appraisal appraisal = stack.appraise(stack.input(PsaStack.options(variant)));
    assertThat(appraisal.firstFailure()).isEmpty();
    assertThat(appraisal.accepted()).isTrue();
    assertThat(appraisal.outcomes()).hasSameSizeAs(stack.appraiser.checks());
  }

  @Test
  void everyDialHasAnExpectation() {
    assertThat(REFUSALS).containsOnlyKeys(PsaDefect.values());
  }

  @ParameterizedTest
  @MethodSource("dials")
  void everyDialIsRefusedByTheCheckThatNamesItAndByNoOther(PsaOptions options) throws Rejected {
    Appraisal appraisal = stack.appraise(stack.input(options));
    CheckOutcome first = appraisal.firstFailure().orElseThrow();
    assertThat(new Refusal(first.check(), first.reason().orElseThrow()))
        .as(first.detail())
        .isEqualTo(wanted(options));
    assertThat(appraisal.outcomes())
        .filteredOn(each -> each.status() == CheckOutcome.Status.FAILED)
        .hasSize(1);
    assertThat(appraisal.accepted()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("dials")
  void noDialIsRefusedForASecondReason(PsaOptions options) throws Rejected {
    String check = wanted(options).check();
    CheckPoint point = stack.catalogue.find(check).orElseThrow();
    if (point.kind() == CheckPoint.Kind.STRUCTURAL) {
      return;
    }
    BrokenChecks broken = new BrokenChecks(point);
    Appraisal appraisal = stack.appraiser.appraise(stack.input(options), broken);
    assertThat(broken.reached()).isPositive();
    String second = appraisal.firstFailure().map(CheckOutcome::check).orElse("");
    assertThat(second).isEqualTo(second(options));
  }

  private static Refusal wanted(PsaOptions options) {
    boolean shared = options.variant().mac().isPresent();
    // The shared secret is pinned under the name of its instance.
    return shared && options.defect().filter(NAMELESS::contains).isPresent()
        ? new Refusal("arm.key.known", Reason.UNKNOWN_SIGNER)
        : REFUSALS.get(options.defect().orElseThrow());
  }

  /** What another check refuses as well, since the defect shows there too. */
  private static String second(PsaOptions options) {
    return switch (options.defect().orElseThrow()) {
      case COMPONENTS_MISSING,
          COMPONENTS_EMPTY,
          MEASUREMENT_MISSING,
          MEASUREMENT_SHORT,
          SIGNER_MISSING,
          SIGNER_SHORT ->
          "psa.components.reference";
      case CWT_TAG -> options.variant().mac().isPresent() ? "cose.alg.known" : "";
      case ALGORITHM_REFUSED -> "psa.signature.key";
      case NONCE_SIZE, NONCE_MISSING -> "psa.nonce.expected";
      case LIFECYCLE_MISSING, LIFECYCLE_UNDEFINED -> "psa.lifecycle.trusted";
      default -> "";
    };
  }

  static Stream<PsaOptions> dials() {
    return Stream.of(PsaVariant.values())
        .flatMap(
            variant ->
                Stream.of(PsaDefect.values())
                    .filter(defect -> defect.fits(variant))
                    .map(defect -> PsaStack.options(variant).with(defect)));
  }

  private static Map.Entry<PsaDefect, Refusal> row(PsaDefect defect, String check, Reason reason) {
    return entry(defect, new Refusal(check, reason));
  }

  @Test
  void knowsEachDialByItsName() {
    assertThat(PsaDefect.find("two-nonces")).contains(PsaDefect.TWO_NONCES);
    assertThat(PsaDefect.find("three-nonces")).isEqualTo(Optional.empty());
  }
}
