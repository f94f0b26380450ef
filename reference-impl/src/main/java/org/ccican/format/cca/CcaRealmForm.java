package org.ccican.format.cca;

import java.util.List;
import java.util.Set;
import org.ccican.appraisal.OrderedChecks;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/** Whether the claims of the realm are there and of the form that the draft wants. */
final class CcaRealmForm {

  /** The checks made here, in order. */
  static final List<String> CHECKS =
      List.of(
          "cca.challenge.present",
          "cca.challenge.single",
          "cca.challenge.size",
          "cca.rpv.present",
          "cca.rpv.size",
          "cca.realm-hash.present",
          "cca.realm-hash.known",
          "cca.rim.present",
          "cca.rim.size",
          "cca.rem.present",
          "cca.rem.four",
          "cca.rem.size",
          "cca.mec-policy.known");

  static final int CHALLENGE_SIZE = 64;
  static final int RPV_SIZE = 64;
  static final int REGISTERS = 4;

  private static final Set<String> ENCRYPTION = Set.of("shared", "private");

  private final CcaRealmClaims claims;
  private final OrderedChecks run;
  private final Checks checks;
  private final CcaRule rule;

  CcaRealmForm(CcaRealmClaims claims, OrderedChecks run) {
    this.claims = claims;
    this.run = run;
    this.checks = run.checks();
    this.rule = new CcaRule(checks);
  }

  /** Makes every check, whatever an earlier one found. */
  void check() {
    run.attempt(this::challenge);
    run.attempt(this::personalization);
    run.attempt(this::measurements);
    run.attempt(this::encryption);
  }

  /**
   * What is judged before the rest, since it says how the key is spelt.
   *
   * @throws Rejected if the profile is another one
   */
  void profile() throws Rejected {
    String named = claims.profile().orElse(CcaRealmClaims.PROFILE_2023);
    // spec| draft-ffm-rats-cca-token §4.8.2: the realm's profile, if it is named, is this one
    Rejected.unless(
        checks,
        "cca.realm-profile.known",
        named.equals(CcaRealmClaims.PROFILE_2023),
        Reason.UNKNOWN_VERSION,
        () -> "profile " + named);
  }

  private void challenge() throws Rejected {
    // spec| draft-ffm-rats-cca-token §4.8.1: the realm's challenge is present
    rule.present("cca.challenge.present", claims.challenges().stream().findFirst());
    // spec| draft-ffm-rats-cca-token §4.8.1: one challenge, never in an array
    rule.single("cca.challenge.single", claims.array());
    for (Bytes challenge : claims.challenges()) {
      // spec| draft-ffm-rats-cca-token §4.8.1: 64 octets
      rule.size("cca.challenge.size", challenge, CHALLENGE_SIZE);
    }
  }

  private void personalization() throws Rejected {
    // spec| draft-ffm-rats-cca-token §4.8.3: the personalization value is there
    rule.present("cca.rpv.present", claims.personalization());
    // spec| draft-ffm-rats-cca-token §4.8.3: 64 octets
    rule.size("cca.rpv.size", claims.personalization().orElse(Bytes.zero(RPV_SIZE)), RPV_SIZE);
  }

  private void measurements() throws Rejected {
    // spec| draft-ffm-rats-cca-token §4.8.6: the algorithm of measurements is named
    rule.present("cca.realm-hash.present", claims.hash());
    // spec| draft-ffm-rats-cca-token §4.8.6: by a name of the registry
    rule.known("cca.realm-hash.known", claims.hash());
    // spec| draft-ffm-rats-cca-token §4.8.4: the initial measurement is there
    rule.present("cca.rim.present", claims.initial());
    // reading: other verifiers' tokens have 64 octets beside sha-256, so the lengths are not
    // compared
    // spec| draft-ffm-rats-cca-token §4.8.4: 32, 48 or 64 octets
    rule.digest("cca.rim.size", claims.initial().orElse(Bytes.zero(CHALLENGE_SIZE)));
    // spec| draft-ffm-rats-cca-token §4.8.5: the extensible measurements are there
    rule.present("cca.rem.present", claims.extensible());
    List<Bytes> registers = claims.extensible().orElse(List.of());
    // spec| draft-ffm-rats-cca-token §4.8.5: exactly four
    Rejected.unless(
        checks,
        "cca.rem.four",
        registers.size() == REGISTERS || claims.extensible().isEmpty(),
        Reason.MALFORMED,
        () -> REGISTERS + " measurements expected, found " + registers.size());
    for (Bytes each : registers) {
      // spec| draft-ffm-rats-cca-token §4.8.5: 32, 48 or 64 octets
      rule.digest("cca.rem.size", each);
    }
    run.passed("cca.rem.size", "");
  }

  private void encryption() throws Rejected {
    String named = claims.encryption().orElse("shared");
    // spec| draft-ffm-rats-cca-token §4.8: memory encryption contexts are shared or private
    Rejected.unless(
        checks,
        "cca.mec-policy.known",
        ENCRYPTION.contains(named),
        Reason.OUT_OF_RANGE,
        () -> "shared or private expected, found " + named);
  }
}
