package org.ccican.format.cca;

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

/** Whether what two authentic, well-formed tokens say is what the relying party wants. */
final class CcaDemands {

  /** The checks made here, in order. */
  static final List<String> CHECKS =
      List.of(
          "cca.lifecycle.trusted",
          "cca.lifecycle.debug",
          "cca.implementation-id.expected",
          "cca.instance-id.expected",
          "cca.config.expected",
          "cca.components.signer-expected",
          "cca.components.version-expected",
          "cca.components.measurement-expected",
          "cca.rpv.expected",
          "cca.rim.reference",
          CcaRegisterLog.SHAPE,
          "cca.rem.replay",
          "cca.challenge.expected");

  static final String KEY_OF_ANY_INSTANCE = "key-of-any-instance";

  private static final String INSTANCE = "instance-id";
  private static final String IMPLEMENTATION = "implementation-id";
  private static final String PERSONALIZATION = "personalization-value";
  private static final String CONFIGURATION = "platform-config";
  private static final String SIGNER = "signer-id";
  private static final String COMPONENT = "software-component";
  private static final String MEASUREMENT = "component-measurement";

  static final AppraisalPolicy.Vocabulary VOCABULARY =
      new AppraisalPolicy.Vocabulary(
          Set.of(),
          Map.of(
              INSTANCE,
              CcaPlatformForm.INSTANCE_SIZE,
              IMPLEMENTATION,
              CcaPlatformForm.IMPLEMENTATION_SIZE,
              PERSONALIZATION,
              CcaRealmForm.RPV_SIZE),
          Set.of(),
          Map.of(KEY_OF_ANY_INSTANCE, false),
          Map.of(
              CONFIGURATION,
              Set.of(),
              SIGNER,
              Set.of(),
              COMPONENT,
              Set.of(),
              MEASUREMENT,
              Set.of()));

  private final CcaPlatformClaims platform;
  private final CcaRealmClaims realm;
  private final AppraisalInput input;
  private final AppraisalPolicy policy;
  private final OrderedChecks run;
  private final Checks checks;
  private final ArmDemands demands;

  CcaDemands(
      CcaPlatformClaims platform, CcaRealmClaims realm, AppraisalInput input, OrderedChecks run) {
    this.platform = platform;
    this.realm = realm;
    this.input = input;
    this.policy = input.policy();
    this.run = run;
    this.checks = run.checks();
    this.demands = new ArmDemands(input, run);
  }

  void check() {
    List<SoftwareComponent> components = platform.components().orElse(List.of());
    run.attempt(this::lifecycle);
    run.attempt(
        () ->
            demands.equal(
                "cca.implementation-id.expected", IMPLEMENTATION, platform.implementation()));
    run.attempt(() -> demands.equal("cca.instance-id.expected", INSTANCE, platform.instance()));
    run.attempt(
        () ->
            demands.oneOf(
                "cca.config.expected", CONFIGURATION, platform.configuration().map(Bytes::toHex)));
    run.attempt(
        () ->
            demands.components(
                "cca.components.signer-expected",
                SIGNER,
                components,
                each -> each.signer().map(Bytes::toHex).orElse("nobody")));
    run.attempt(
        () ->
            demands.components(
                "cca.components.version-expected",
                COMPONENT,
                components,
                SoftwareComponent::title));
    run.attempt(
        () ->
            demands.components(
                "cca.components.measurement-expected",
                MEASUREMENT,
                components,
                each -> each.measurement().map(Bytes::toHex).orElse("none")));
    run.attempt(() -> demands.equal("cca.rpv.expected", PERSONALIZATION, realm.personalization()));
    run.attempt(this::initial);
    run.attempt(this::registers);
    run.attempt(() -> demands.challenge("cca.challenge.expected", realm.challenges(), false));
  }

  private void lifecycle() throws Rejected {
    Optional<ArmLifecycle> state = platform.lifecycle().flatMap(ArmLifecycle::of);
    String found = state.map(ArmLifecycle::id).orElse("undefined");
    // spec| draft-ffm-rats-cca-token §4.5.2: only a secured platform is to be believed
    Rejected.unless(
        checks,
        "cca.lifecycle.trusted",
        state.filter(ArmLifecycle::isTrusted).isPresent(),
        Reason.POLICY_VIOLATED,
        () -> "the platform is " + found);
    // spec| draft-ffm-rats-cca-token §4.5.2: debugging outside the root of trust reaches realms too
    Rejected.unless(
        checks,
        "cca.lifecycle.debug",
        policy.allowDebug() || state.filter(ArmLifecycle::isDebug).isEmpty(),
        Reason.DEBUG_ENABLED,
        () -> "the platform is in state " + found);
  }

  private void initial() throws Rejected {
    Bytes found = realm.initial().orElse(Bytes.EMPTY);
    if (input.measurements().isEmpty()) {
      run.notEvaluated("cca.rim.reference", "no reference values; found " + found);
      return;
    }
    // spec| draft-ffm-rats-cca-token §4.8.4: the initial measurement is compared with references
    Rejected.unless(
        checks,
        "cca.rim.reference",
        input.accepts(found),
        Reason.MEASUREMENT_MISMATCH,
        () -> found + " is no reference value");
    run.passed("cca.rim.reference", found.toHex());
  }

  private void registers() throws Rejected {
    if (input.eventLog().isEmpty()) {
      run.notEvaluated(CcaRegisterLog.SHAPE, "no log of what was extended");
      run.notEvaluated("cca.rem.replay", "no log of what was extended");
      return;
    }
    CcaRegisterLog log = CcaRegisterLog.parse(input.eventLog().get(), checks);
    run.passed(CcaRegisterLog.SHAPE, log.events().size() + " events");
    CcaHash hash = realm.hash().flatMap(CcaHash::find).orElse(CcaHash.SHA_256);
    List<Bytes> replayed = log.replay(hash);
    // spec| RMM specification §A7.1.4: a register is the hash of its old value and the new one
    Rejected.unless(
        checks,
        "cca.rem.replay",
        realm.extensible().filter(replayed::equals).isPresent(),
        Reason.MEASUREMENT_MISMATCH,
        () -> replayed + " expected, found " + realm.extensible().orElse(List.of()));
  }
}
