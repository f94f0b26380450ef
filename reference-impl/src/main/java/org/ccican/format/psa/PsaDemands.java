package org.ccican.format.psa;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccican.appraisal.AppraisalInput;
import org.ccican.appraisal.AppraisalPolicy;
import org.ccican.appraisal.OrderedChecks;
import org.ccican.check.Checks;
import org.ccican.format.arm.ArmDemands;
import org.ccican.format.arm.ArmLifecycle;
import org.ccican.format.arm.SoftwareComponent;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/** Whether what an authentic, well-formed token says is what the relying party wants. */
final class PsaDemands {

  /** The checks made here, in order. */
  static final List<String> CHECKS =
      List.of(
          "psa.lifecycle.trusted",
          "psa.lifecycle.debug",
          "psa.client-id.side",
          "psa.client-id.expected",
          "psa.implementation-id.expected",
          "psa.instance-id.expected",
          "psa.certification-reference.expected",
          "psa.components.signer-expected",
          "psa.components.reference",
          "psa.nonce.expected");

  static final String NON_SECURE_CALLER = "non-secure-caller";
  static final String KEY_OF_ANY_INSTANCE = "key-of-any-instance";

  private static final String PROFILE = "profile";
  private static final String CLIENT = "client-id";
  private static final String CERTIFICATION = "certification-reference";
  private static final String SIGNER = "signer-id";
  private static final String INSTANCE = "instance-id";
  private static final String IMPLEMENTATION = "implementation-id";

  static final AppraisalPolicy.Vocabulary VOCABULARY =
      new AppraisalPolicy.Vocabulary(
          Set.of(),
          Map.of(INSTANCE, PsaForm.INSTANCE_SIZE, IMPLEMENTATION, PsaForm.IMPLEMENTATION_SIZE),
          Set.of(),
          Map.of(NON_SECURE_CALLER, false, KEY_OF_ANY_INSTANCE, false),
          Map.of(
              PROFILE,
              Set.of(PsaProfile.TFM.id(), PsaProfile.ARM_2_0_0.id(), PsaProfile.LEGACY.id()),
              CLIENT,
              Set.of(),
              CERTIFICATION,
              Set.of(),
              SIGNER,
              Set.of()));

  private final PsaClaims claims;
  private final AppraisalInput input;
  private final AppraisalPolicy policy;
  private final OrderedChecks run;
  private final Checks checks;
  private final ArmDemands demands;

  PsaDemands(PsaClaims claims, AppraisalInput input, OrderedChecks run) {
    this.claims = claims;
    this.input = input;
    this.policy = input.policy();
    this.run = run;
    this.checks = run.checks();
    this.demands = new ArmDemands(input, run);
  }

  /** Which profiles are taken; all, unless the policy names some. */
  static boolean takes(PsaProfile profile, AppraisalPolicy policy) {
    return !policy.oneOf().containsKey(PROFILE)
        || policy.oneOf().get(PROFILE).contains(profile.id());
  }

  void check() throws Rejected {
    lifecycle();
    client();
    demands.equal("psa.implementation-id.expected", IMPLEMENTATION, claims.implementation());
    demands.equal("psa.instance-id.expected", INSTANCE, claims.instance());
    demands.oneOf("psa.certification-reference.expected", CERTIFICATION, claims.certification());
    demands.components(
        "psa.components.signer-expected",
        SIGNER,
        claims.components().orElse(List.of()),
        each -> each.signer().map(Bytes::toHex).orElse("nobody"));
    reference();
    demands.challenge("psa.nonce.expected", claims.nonces(), true);
  }

  private void lifecycle() throws Rejected {
    Optional<ArmLifecycle> state = claims.lifecycle().flatMap(ArmLifecycle::of);
    String shown = state.map(ArmLifecycle::id).orElse("none");
    // spec| RFC 9783 §4.3.1: only a secured root of trust, or one debugged outside, is believed
    Rejected.unless(
        checks,
        "psa.lifecycle.trusted",
        state.filter(ArmLifecycle::isTrusted).isPresent(),
        Reason.POLICY_VIOLATED,
        () -> "state " + shown);
    run.passed("psa.lifecycle.trusted", shown);
    // spec| RFC 9783 §8.1: debugging exposes what would be protected
    Rejected.unless(
        checks,
        "psa.lifecycle.debug",
        policy.allowDebug() || state.filter(ArmLifecycle.NON_ROT_DEBUG::equals).isEmpty(),
        Reason.DEBUG_ENABLED,
        () -> "state " + shown);
  }

  private void client() throws Rejected {
    long client = claims.client().orElse(0L);
    // spec| RFC 9783 §4.1.2: one security domain does not speak for another
    Rejected.unless(
        checks,
        "psa.client-id.side",
        client >= 0 || policy.allows(NON_SECURE_CALLER, VOCABULARY),
        Reason.POLICY_VIOLATED,
        () -> "caller " + client + " is from the non-secure side");
    run.passed("psa.client-id.side", "caller " + client);
    demands.oneOf("psa.client-id.expected", CLIENT, claims.client().map(String::valueOf));
  }

  private void reference() throws Rejected {
    List<SoftwareComponent> all = claims.components().orElse(List.of());
    Bytes digest = PsaClaims.digest(all);
    if (input.measurements().isEmpty()) {
      run.notEvaluated("psa.components.reference", "no reference values; all together " + digest);
      return;
    }
    List<String> unknown =
        all.stream()
            .filter(each -> each.measurement().filter(input::accepts).isEmpty())
            .map(SoftwareComponent::title)
            .toList();
    boolean each = !all.isEmpty() && unknown.isEmpty();
    // spec| RFC 9783 §4.4.1: components are compared with reference values
    Rejected.unless(
        checks,
        "psa.components.reference",
        input.accepts(digest) || each,
        Reason.MEASUREMENT_MISMATCH,
        () -> "no reference value for " + unknown + ", nor for all together, " + digest);
    run.passed("psa.components.reference", all.size() + " components, all together " + digest);
  }
}
