package org.ccican.format.cca;

import java.util.List;
import java.util.Set;
import org.ccican.appraisal.OrderedChecks;
import org.ccican.check.Checks;
import org.ccican.format.arm.ArmLifecycle;
import org.ccican.format.arm.SoftwareComponent;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/** Whether the claims of the platform are there and of the form that the draft wants. */
final class CcaPlatformForm {

  /** The checks made here, in order. */
  static final List<String> CHECKS =
      List.of(
          "cca.profile.present",
          "cca.profile.known",
          "cca.nonce.present",
          "cca.nonce.single",
          "cca.nonce.size",
          "cca.instance-id.present",
          "cca.instance-id.size",
          "cca.instance-id.type",
          "cca.implementation-id.present",
          "cca.implementation-id.size",
          "cca.lifecycle.present",
          "cca.lifecycle.range",
          "cca.config.present",
          "cca.components.present",
          "cca.components.measurement",
          "cca.components.measurement-size",
          "cca.components.signer",
          "cca.components.signer-size",
          "cca.platform-hash.present",
          "cca.platform-hash.known");

  static final int INSTANCE_SIZE = 33;
  static final int IMPLEMENTATION_SIZE = 32;

  private static final Set<String> PROFILES =
      Set.of(CcaPlatformClaims.PROFILE_2023, CcaPlatformClaims.PROFILE_LEGACY);

  private final CcaPlatformClaims claims;
  private final OrderedChecks run;
  private final Checks checks;
  private final CcaRule rule;

  CcaPlatformForm(CcaPlatformClaims claims, OrderedChecks run) {
    this.claims = claims;
    this.run = run;
    this.checks = run.checks();
    this.rule = new CcaRule(checks);
  }

  /** Makes every check, whatever an earlier one found. */
  void check() {
    run.attempt(this::profile);
    run.attempt(this::nonce);
    run.attempt(this::instance);
    run.attempt(this::implementation);
    run.attempt(this::lifecycle);
    run.attempt(this::configuration);
    run.attempt(this::components);
    run.attempt(this::hash);
  }

  private void profile() throws Rejected {
    // spec| draft-ffm-rats-cca-token §4.5.1: the platform's profile is named
    rule.present("cca.profile.present", claims.profile());
    String named = claims.profile().orElse(CcaPlatformClaims.PROFILE_2023);
    // spec| draft-ffm-rats-cca-token §4.5.1: another profile, as of certified keys, has other rules
    Rejected.unless(
        checks,
        "cca.profile.known",
        PROFILES.contains(named),
        Reason.UNKNOWN_VERSION,
        () -> "profile " + named);
  }

  private void nonce() throws Rejected {
    // spec| draft-ffm-rats-cca-token §4.3.1: the platform's nonce is present
    rule.present("cca.nonce.present", claims.nonces().stream().findFirst());
    // spec| draft-ffm-rats-cca-token §4.3.1: one nonce, never in an array
    rule.single("cca.nonce.single", claims.array());
    for (Bytes nonce : claims.nonces()) {
      // spec| draft-ffm-rats-cca-token §4.3.1: 32, 48 or 64 octets
      rule.digest("cca.nonce.size", nonce);
    }
  }

  private void instance() throws Rejected {
    // spec| draft-ffm-rats-cca-token §4.4.1: the instance is named
    rule.present("cca.instance-id.present", claims.instance());
    Bytes instance = claims.instance().orElse(Bytes.of(1).padRight(INSTANCE_SIZE));
    // spec| draft-ffm-rats-cca-token §4.4.1: 33 octets
    rule.size("cca.instance-id.size", instance, INSTANCE_SIZE);
    // spec| draft-ffm-rats-cca-token §4.4.1: the first octet says RAND
    Rejected.unless(
        checks,
        "cca.instance-id.type",
        !instance.isEmpty() && instance.at(0) == 1,
        Reason.MALFORMED,
        () -> "1 expected in the first octet of " + instance);
  }

  private void implementation() throws Rejected {
    // spec| draft-ffm-rats-cca-token §4.4.2: the implementation is named
    rule.present("cca.implementation-id.present", claims.implementation());
    // spec| draft-ffm-rats-cca-token §4.4.2: 32 octets
    rule.size(
        "cca.implementation-id.size",
        claims.implementation().orElse(Bytes.zero(IMPLEMENTATION_SIZE)),
        IMPLEMENTATION_SIZE);
  }

  private void lifecycle() throws Rejected {
    // spec| draft-ffm-rats-cca-token §4.5.2: the lifecycle state is stated
    rule.present("cca.lifecycle.present", claims.lifecycle());
    long value = claims.lifecycle().orElse((long) ArmLifecycle.SECURED.value(0));
    // spec| draft-ffm-rats-cca-token §4.5.2: a state that is defined, in the high octet of 16 bits
    Rejected.unless(
        checks,
        "cca.lifecycle.range",
        ArmLifecycle.of(value).isPresent(),
        Reason.OUT_OF_RANGE,
        () -> "no state is 0x" + Long.toHexString(value));
  }

  private void configuration() throws Rejected {
    // spec| draft-ffm-rats-cca-token §4.5.3: the platform's configuration is there
    rule.present("cca.config.present", claims.configuration());
  }

  private void components() throws Rejected {
    List<SoftwareComponent> all = claims.components().orElse(List.of());
    // spec| draft-ffm-rats-cca-token §4.6.1: all software that was loaded is listed
    Rejected.unless(
        checks,
        "cca.components.present",
        !all.isEmpty(),
        Reason.MISSING_FIELD,
        () -> "no software component");
    for (SoftwareComponent each : all) {
      // spec| draft-ffm-rats-cca-token §4.6.1.2: every component was measured
      rule.present("cca.components.measurement", each.measurement());
      // spec| draft-ffm-rats-cca-token §4.6.1.2: a hash of 256 bits or more
      rule.digest("cca.components.measurement-size", each, each.measurement());
      // spec| draft-ffm-rats-cca-token §4.6.1.4: every component has its signer
      rule.present("cca.components.signer", each.signer());
      // spec| draft-ffm-rats-cca-token §4.6.1.4: a hash of 256 bits or more
      rule.digest("cca.components.signer-size", each, each.signer());
    }
    CHECKS.stream()
        .filter(each -> each.startsWith("cca.components."))
        .forEach(each -> run.passed(each, all.size() + " components"));
  }

  private void hash() throws Rejected {
    // spec| draft-ffm-rats-cca-token §4.7.2: the platform's hash algorithm is named
    rule.present("cca.platform-hash.present", claims.hash());
    // spec| draft-ffm-rats-cca-token §4.7.2: by a name of the registry, of 256 bits or more
    rule.known("cca.platform-hash.known", claims.hash());
  }
}
