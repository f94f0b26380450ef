package org.ccican.format.psa;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccican.appraisal.OrderedChecks;
import org.ccican.check.Checks;
import org.ccican.format.arm.ArmLifecycle;
import org.ccican.format.arm.SoftwareComponent;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/** Whether the claims of a token are there and of the form that their profile wants. */
final class PsaForm {

  /** The checks made here, in order. */
  static final List<String> CHECKS =
      List.of(
          "psa.nonce.present",
          "psa.nonce.single",
          "psa.nonce.size",
          "psa.client-id.present",
          "psa.client-id.range",
          "psa.instance-id.present",
          "psa.instance-id.size",
          "psa.instance-id.type",
          "psa.implementation-id.present",
          "psa.implementation-id.size",
          "psa.lifecycle.present",
          "psa.lifecycle.range",
          "psa.boot-seed.present",
          "psa.boot-seed.size",
          "psa.certification-reference.form",
          "psa.components.present",
          "psa.components.bare",
          "psa.components.measurement",
          "psa.components.measurement-size",
          "psa.components.signer",
          "psa.components.signer-size");

  static final int INSTANCE_SIZE = 33;
  static final int IMPLEMENTATION_SIZE = 32;

  /** Octets of SHA-256, SHA-384 and SHA-512. */
  private static final Set<Integer> HASHES = Set.of(32, 48, 64);

  private static final int SEED_SIZE = 32;
  private static final int LEAST_SEED = 8;

  private final PsaClaims claims;
  private final OrderedChecks run;
  private final Checks checks;

  PsaForm(PsaClaims claims, OrderedChecks run) {
    this.claims = claims;
    this.run = run;
    this.checks = run.checks();
  }

  /** Makes every check, whatever an earlier one found. */
  void check() {
    run.attempt(this::nonce);
    run.attempt(this::client);
    run.attempt(this::instance);
    run.attempt(this::implementation);
    run.attempt(this::lifecycle);
    run.attempt(this::seed);
    run.attempt(this::certification);
    run.attempt(this::components);
    run.attempt(this::measurements);
    run.attempt(this::signers);
  }

  private void nonce() throws Rejected {
    // spec| RFC 9783 §4.1.1: the nonce is present
    present("psa.nonce.present", claims.nonces().stream().findFirst());
    // spec| RFC 9783 §4.1.1: one nonce, never in an array
    Rejected.unless(
        checks,
        "psa.nonce.single",
        !claims.array(),
        Reason.WRONG_TYPE,
        () -> "an array of " + claims.nonces().size() + " nonces");
    for (Bytes nonce : claims.nonces()) {
      // spec| RFC 9783 §4.1.1: 32, 48 or 64 octets
      Rejected.unless(
          checks,
          "psa.nonce.size",
          HASHES.contains(nonce.size()),
          Reason.MALFORMED,
          () -> "32, 48 or 64 octets expected, found " + nonce.size());
    }
  }

  private void client() throws Rejected {
    // spec| RFC 9783 §4.1.2: the caller is named
    present("psa.client-id.present", claims.client());
    long client = claims.client().orElse(1L);
    // spec| RFC 9783 §4.1.2: a signed integer of 32 bits, and not 0
    Rejected.unless(
        checks,
        "psa.client-id.range",
        client != 0 && client == (int) client,
        Reason.OUT_OF_RANGE,
        () -> "32 bits with sign but 0 expected, found " + client);
  }

  private void instance() throws Rejected {
    // spec| RFC 9783 §4.2.1: the instance is named
    present("psa.instance-id.present", claims.instance());
    Bytes instance = claims.instance().orElse(Bytes.of(1).padRight(INSTANCE_SIZE));
    // spec| RFC 9783 §4.2.1: 33 octets
    size("psa.instance-id.size", instance, INSTANCE_SIZE);
    // spec| RFC 9783 §4.2.1: the first octet says RAND
    Rejected.unless(
        checks,
        "psa.instance-id.type",
        !instance.isEmpty() && instance.at(0) == 1,
        Reason.MALFORMED,
        () -> "1 expected in the first octet of " + instance);
  }

  private void implementation() throws Rejected {
    // spec| RFC 9783 §4.2.2: the implementation is named
    present("psa.implementation-id.present", claims.implementation());
    Bytes implementation = claims.implementation().orElse(Bytes.zero(IMPLEMENTATION_SIZE));
    // spec| RFC 9783 §4.2.2: 32 octets
    size("psa.implementation-id.size", implementation, IMPLEMENTATION_SIZE);
  }

  private void lifecycle() throws Rejected {
    // spec| RFC 9783 §4.3.1: the lifecycle state is stated
    present("psa.lifecycle.present", claims.lifecycle());
    long value = claims.lifecycle().orElse((long) ArmLifecycle.SECURED.value(0));
    // spec| RFC 9783 §4.3.1: a state that is defined, in the high octet of 16 bits
    Rejected.unless(
        checks,
        "psa.lifecycle.range",
        ArmLifecycle.of(value).isPresent(),
        Reason.OUT_OF_RANGE,
        () -> "no state is 0x" + Long.toHexString(value));
  }

  private void seed() throws Rejected {
    boolean legacy = claims.profile() == PsaProfile.LEGACY;
    // spec| RFC 9783 §4.6: optional now, in the first profile it was not
    Rejected.unless(
        checks,
        "psa.boot-seed.present",
        claims.seed().isPresent() || !legacy,
        Reason.MISSING_FIELD,
        () -> "no boot seed, which " + PsaProfile.LEGACY.claim() + " wants");
    int size = claims.seed().map(Bytes::size).orElse(SEED_SIZE);
    int least = legacy ? SEED_SIZE : LEAST_SEED;
    // spec| RFC 9783 §4.3.2: 8 to 32 octets; in the first profile 32
    Rejected.unless(
        checks,
        "psa.boot-seed.size",
        size >= least && size <= SEED_SIZE,
        Reason.MALFORMED,
        () -> least + " to " + SEED_SIZE + " octets expected, found " + size);
  }

  private void certification() throws Rejected {
    // EAN-13+5; earlier profiles had EAN-13, and their firmware has either
    String form =
        claims.profile() == PsaProfile.TFM ? "[0-9]{13}-[0-9]{5}" : "[0-9]{13}(-[0-9]{5})?";
    // spec| RFC 9783 §4.2.3: thirteen digits, a dash, five digits
    Rejected.unless(
        checks,
        "psa.certification-reference.form",
        claims.certification().map(found -> found.matches(form)).orElse(true),
        Reason.MALFORMED,
        () -> "1234567890123-12345 is the form, found " + claims.certification().orElse(""));
  }

  private void components() throws Rejected {
    boolean some = claims.components().filter(all -> !all.isEmpty()).isPresent();
    boolean bare = claims.bare().isPresent();
    // spec| RFC 9783 §4.4.1: all software that was loaded is listed
    Rejected.unless(
        checks,
        "psa.components.present",
        some || bare,
        Reason.MISSING_FIELD,
        () -> "no software component");
    // spec| RFC 9783 §4.6: the first profile says with a 1 that nothing was measured
    Rejected.unless(
        checks,
        "psa.components.bare",
        !bare || claims.bare().equals(Optional.of(1L)) && !some,
        Reason.MALFORMED,
        () -> "1 and no component expected, found " + claims.bare().orElse(0L));
  }

  private void measurements() throws Rejected {
    for (SoftwareComponent each : claims.components().orElse(List.of())) {
      // spec| RFC 9783 §4.4.1.2: every component was measured
      present("psa.components.measurement", each.measurement());
      // spec| RFC 9783 §4.4.1.2: a hash of 256 bits or more
      hash("psa.components.measurement-size", each, each.measurement());
    }
    unmentioned("psa.components.measurement", "psa.components.measurement-size");
  }

  private void signers() throws Rejected {
    for (SoftwareComponent each : claims.components().orElse(List.of())) {
      // spec| RFC 9783 §4.4.1.4: every component has its signer
      present("psa.components.signer", each.signer());
      // spec| RFC 9783 §4.4.1.4: a hash of 256 bits or more
      hash("psa.components.signer-size", each, each.signer());
    }
    unmentioned("psa.components.signer", "psa.components.signer-size");
  }

  private void unmentioned(String... rules) {
    if (claims.components().orElse(List.of()).isEmpty()) {
      for (String rule : rules) {
        run.passed(rule, "no software component");
      }
    }
  }

  private void present(String rule, Optional<?> claim) throws Rejected {
    Rejected.unless(
        checks, rule, claim.isPresent(), Reason.MISSING_FIELD, () -> "not in the token");
  }

  private void size(String rule, Bytes octets, int size) throws Rejected {
    Rejected.unless(
        checks,
        rule,
        octets.size() == size,
        Reason.MALFORMED,
        () -> size + " octets expected, found " + octets.size());
  }

  private void hash(String rule, SoftwareComponent component, Optional<Bytes> hash)
      throws Rejected {
    int size = hash.map(Bytes::size).orElse(SEED_SIZE);
    Rejected.unless(
        checks,
        rule,
        HASHES.contains(size),
        Reason.MALFORMED,
        () -> component.title() + ": 32, 48 or 64 octets expected, found " + size);
  }
}
