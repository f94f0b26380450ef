package org.ccican.vector.gen;

import static org.ccican.vector.gen.PsaRecipe.flipped;
import static org.ccican.vector.gen.PsaRecipe.resized;

import java.util.List;
import java.util.function.Consumer;

/** What a relying party wants of authentic, well-formed tokens. */
final class CcaDemandRecipes extends CcaRecipe {

  private static final String SHAPE = "cca.event-log.shape";

  CcaDemandRecipes(VectorFile<PlannedCase<CcaPlan>> file) {
    super(file);
  }

  @Override
  void add() {
    lifecycle();
    demands();
    measurements();
    log();
    replay();
    challenge();
  }

  private void lifecycle() {
    lifecycle(BASE, "unknown", 0x00ff, "The state that must not occur.");
    lifecycle(BASE, "assembly", 0x1000, "Still in assembly and test.");
    lifecycle(BASE, "provisioning", 0x2000, "The root of trust is being provisioned.");
    lifecycle(
        "base.debug-allowed",
        "root-debug",
        0x5000,
        "The root of trust itself is debugged, which no policy allows.");
    lifecycle(BASE, "decommissioned", 0x6000, "Taken out of service.");
    refused(
        "lifecycle.debug",
        "cca.lifecycle.debug",
        Why.DEBUG_ENABLED,
        "Something outside the root of trust is debugged.",
        platformClaim(CcaPlan.LIFECYCLE, PlainCbor.integer(0x4000)));
  }

  private void lifecycle(String parent, String id, int value, String comment) {
    refusedFrom(
        parent,
        "lifecycle." + id,
        "cca.lifecycle.trusted",
        Why.POLICY_VIOLATED,
        comment,
        platformClaim(CcaPlan.LIFECYCLE, PlainCbor.integer(value)));
  }

  private void demands() {
    demanded(
        "implementation",
        "cca.implementation-id.expected",
        "Another implementation.",
        platformClaim(CcaPlan.IMPLEMENTATION, octets(32)));
    demanded(
        "instance",
        "cca.instance-id.expected",
        "A pinned platform that is not the one wanted.",
        plan -> plan.policy = "demanding-other-instance");
    demanded(
        "configuration",
        "cca.config.expected",
        "Another configuration.",
        platformClaim(CcaPlan.CONFIGURATION, octets(4)));
    demanded(
        "empty-configuration",
        "cca.config.expected",
        "The configuration is empty.",
        platformClaim(CcaPlan.CONFIGURATION, octets(0)));
    demanded(
        "signer",
        "cca.components.signer-expected",
        "The last component is signed by somebody else.",
        member(5, octets(32)));
    demanded(
        "version",
        "cca.components.version-expected",
        "The last component has an older version.",
        member(4, PlainCbor.text("2.11.0")));
    demanded(
        "measurement",
        "cca.components.measurement-expected",
        "The last component has another measurement.",
        member(2, octets(32)));
    demanded(
        "personalization",
        "cca.rpv.expected",
        "Another personalization value.",
        realmClaim(CcaPlan.PERSONALIZATION, octets(64)));
  }

  private void demanded(String id, String check, String comment, Consumer<CcaPlan> change) {
    refusedFrom(
        "base.demanding", "demand." + id, check, Why.POLICY_VIOLATED, comment, change, "demand");
  }

  private void measurements() {
    refused(
        "initial.other",
        "cca.rim.reference",
        Why.MEASUREMENT_MISMATCH,
        "One bit of the initial measurement is another.",
        realmClaim(CcaPlan.INITIAL, PlainCbor.octets(flipped(PsaPlan.pattern("initial", 32), 31))));
    refused(
        "initial.expected",
        "cca.rim.reference",
        Why.MEASUREMENT_MISMATCH,
        "The realm is not the one that is expected.",
        plan -> plan.expectedInitial = "another realm");
    refusedFrom(
        "base.realm-sha512",
        "initial.prefix",
        "cca.rim.reference",
        Why.MEASUREMENT_MISMATCH,
        "The first 48 octets of the right measurement.",
        realmClaim(CcaPlan.INITIAL, PlainCbor.octets(PsaPlan.pattern("initial", 48))));
  }

  private void log() {
    log("no-array", Why.WRONG_TYPE, "The log is a map.", octets -> new byte[] {(byte) 0xa0});
    log("cut", Why.TRUNCATED, "The log lacks its end.", octets -> resized(octets, -1));
    log(
        "three-parts",
        Why.WRONG_TYPE,
        "An event has three parts.",
        octets ->
            PlainCbor.array(
                PlainCbor.array(PlainCbor.integer(0), octets(4), PlainCbor.integer(0))));
    log(
        "register-four",
        Why.OUT_OF_RANGE,
        "An event in register 4, which does not exist.",
        octets -> PlainCbor.array(PlainCbor.array(PlainCbor.integer(4), octets(4))));
    log(
        "nothing",
        Why.MALFORMED,
        "An event of no octets.",
        octets -> PlainCbor.array(PlainCbor.array(PlainCbor.integer(3), octets(0))));
  }

  private void log(
      String id, Why why, String comment, java.util.function.UnaryOperator<byte[]> change) {
    refused(
        "log." + id,
        SHAPE,
        why,
        comment,
        plan -> {
          plan.log = change;
          plan.logName = "log." + id;
        },
        "event-log");
  }

  private void replay() {
    replayed("empty", "Nothing was extended, says the log.", List.of());
    replayed("one-event", "The second event is missing.", CcaPlan.events().subList(0, 1));
    CcaPlan.Event late = CcaPlan.events().get(1);
    replayed(
        "other-register",
        "The second event is said to be in another register.",
        List.of(CcaPlan.events().get(0), new CcaPlan.Event(2, late.data())));
    replayed(
        "other-event",
        "One bit of the second event is another.",
        List.of(CcaPlan.events().get(0), new CcaPlan.Event(3, flipped(late.data(), 0))));
    refused(
        "registers.other",
        "cca.rem.replay",
        Why.MEASUREMENT_MISMATCH,
        "One bit of the last register is another.",
        plan ->
            plan.registers =
                all -> List.of(all.get(0), all.get(1), all.get(2), flipped(all.get(3), 0)),
        "event-log");
  }

  private void replayed(String id, String comment, List<CcaPlan.Event> events) {
    refused(
        "replay." + id,
        "cca.rem.replay",
        Why.MEASUREMENT_MISMATCH,
        comment,
        plan -> {
          plan.logged = events;
          plan.logName = "log." + id;
        },
        "event-log");
  }

  private void challenge() {
    refused(
        "challenge.other",
        "cca.challenge.expected",
        Why.BINDING_MISMATCH,
        "One bit of the challenge is another.",
        realmClaim(CcaPlan.NONCE, PlainCbor.octets(flipped(CcaPlan.CHALLENGE, 63))));
    refused(
        "challenge.expected",
        "cca.challenge.expected",
        Why.BINDING_MISMATCH,
        "The challenge is of another session.",
        plan -> plan.expectedChallenge = PsaPlan.pattern("another challenge", 64));
  }
}
