package org.ccican.conformance.step;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.ccican.conformance.specimen.Specimen;
import org.ccican.conformance.sut.SutFacts;
import org.ccican.conformance.sut.SutRole;
import org.ccican.conformance.tamper.Tampering;
import org.ccican.conformance.trace.Direction;
import org.ccican.role.AgentOptions;
import org.ccican.role.RoleId;

/**
 * What a scenario needs of a device that only a device of the suite's own has: without it the
 * scenario is inapplicable, and that is said before anything is sent.
 */
final class DeviceNeeds {

  /** Judges of what passes between the parts of a device, or of what no trigger has a word for. */
  private static final Set<String> INSIDE =
      Set.of(
          "broker-agents-first",
          "broker-right-tee",
          "broker-session-after",
          "broker-tells",
          "broker-tells-first",
          "broker-tls",
          "broker-where-told",
          "evidence-confined",
          "evidence-each-time",
          "evidence-handed-on",
          "evidence-request-bound",
          "evidence-signed",
          "http-verbatim",
          "launched-and-attested",
          "launches",
          "load-sequence",
          "measurements-differ",
          "policy-repeated",
          "registers-differ",
          "relayed-unchanged",
          "report-data-verbatim");

  /** Judges of what is only so if nobody has deployed anything before. */
  private static final Set<String> AFRESH =
      Set.of("log-names-application", "package-result", "result");

  private final World world;

  DeviceNeeds(World world) {
    this.world = world;
  }

  /** Somebody misbehaves where the suite stands, and not inside a device of the target's. */
  void needsSight(Tampering tampering) {
    Tampering.Point point = tampering.point();
    RoleId asked = RoleId.find(point.to()).orElseThrow();
    // Where the TAM is the target's too, the Agent is given what the TAM answers to the Broker.
    boolean given = world.plays(RoleId.TAM) && point.direction() == Direction.REQUEST;
    boolean turned =
        (world.judged() == RoleId.TEEP_AGENT || given)
            && asked == RoleId.TEEP_AGENT
            && point.resource().equals("teep");
    boolean outside = asked == RoleId.TEEP_BROKER || asked == RoleId.MIDDLEWARE;
    if (world.inside(asked, RoleId.TEEP_AGENT) && !outside && !turned) {
      world.inapplicable("nobody stands before the " + asked.id() + " inside the target's device");
    }
    if (asked == RoleId.MIDDLEWARE) {
      world.owner().needsChannel();
    }
    if (!tampering.voice().isEmpty()
        && world.speaks(RoleId.find(tampering.voice()).orElseThrow())) {
      world.inapplicable("the suite has no key of the target's " + tampering.voice());
    }
    if (asked == RoleId.MIDDLEWARE_REPOSITORY) {
      world.sight().needs(RoleId.TAM, asked);
    }
    if (asked == RoleId.VERIFIER && world.judged() != RoleId.APPLICATION_OWNER) {
      world.sight().needsVerifier();
    }
  }

  /** The scenario's hardware, or who stands before it, is made to do something unusual. */
  void needsEmulation() {
    if (world.plays(RoleId.TEEP_AGENT)) {
      world.inapplicable("the hardware of the target's device does nothing wrong on request");
    }
  }

  /** The Agents' image says something else than usual. */
  void agents(UnaryOperator<AgentOptions> change) {
    if (world.plays(RoleId.TEEP_AGENT)) {
      world.inapplicable("what the Agent of the target's device is built to do cannot be chosen");
    }
    world.act(scene -> scene.agents(change));
  }

  /** Somebody else than its Broker asks the Agent for something, or it is started once more. */
  void needsHoldOfAgent(String what) {
    if (world.plays(RoleId.TEEP_AGENT)) {
      world.inapplicable("only its Broker asks the Agent of the target's device for " + what);
    }
  }

  /** An environment that the suite has launched itself, in the place of the Broker. */
  void needsLaunch() {
    if (world.plays(RoleId.PLATFORM) && world.judged() != RoleId.PLATFORM) {
      world.inapplicable(
          "the platform is inside the target's device, where only its Broker asks it");
    }
  }

  /** Sessions of one Agent: with a TAM of the target's, a trigger has the same Agent again. */
  void needsSessionsOfOneAgent() {
    if (!world.plays(RoleId.TAM)) {
      needsLaunch();
    }
  }

  /** What is sent is for the device of the Agent that gets it. */
  void needs(Specimen specimen) {
    if (world.plays(RoleId.TEEP_AGENT)) {
      needs(specimen.needs());
    }
  }

  /** The reference's TAM sends packages for the device. */
  void needsPackages() {
    boolean broker = Set.of(RoleId.TEEP_BROKER, RoleId.PLATFORM).contains(world.judged());
    // Middleware at a URL, or that a program installs, was had of a TAM of the target's own.
    boolean triggered =
        world.foreign(RoleId.MIDDLEWARE).filter(each -> !each.way().equals("trigger")).isEmpty();
    boolean ours = world.foreign(RoleId.TAM).isEmpty() && triggered;
    if (world.plays(RoleId.TEEP_AGENT) && !broker && ours) {
      needs(EnumSet.of(Specimen.Need.VENDOR_ID, Specimen.Need.CLASS_ID));
    }
  }

  private boolean installed() {
    return world.foreign(RoleId.MIDDLEWARE).filter(each -> each.way().equals("url")).isPresent();
  }

  private void needs(Set<Specimen.Need> needs) {
    Optional<SutRole> device = world.run().target().device();
    Optional<SutFacts> facts = device.map(SutRole::facts);
    for (Specimen.Need need : needs) {
      Optional<?> known =
          switch (need) {
            case PAYLOADS -> Optional.empty();
            case VENDOR_ID -> facts.flatMap(SutFacts::vendorId);
            case CLASS_ID -> facts.flatMap(SutFacts::classId);
            case DEVICE_ID -> facts.flatMap(SutFacts::deviceId);
            case ENCRYPTION_KEY -> device.flatMap(SutRole::encryption);
          };
      if (known.isEmpty()) {
        world.inapplicable(
            need == Specimen.Need.PAYLOADS
                ? "what the target's device may fetch, and from where, is its own policy"
                : "the recipe names no "
                    + device.map(each -> each.role().id()).orElse(RoleId.TEEP_AGENT.id())
                    + "."
                    + need.name().toLowerCase(Locale.ROOT).replace('_', '-')
                    + ", which manifests for the target's device have in them");
      }
    }
  }

  /** What a judge looks at has to pass the suite. */
  void needsSight(String judge) {
    if (INSIDE.contains(judge) && world.plays(RoleId.TEEP_AGENT)) {
      world.inapplicable("what is to be seen stays inside the target's device");
    }
    if (installed() && AFRESH.contains(judge)) {
      world.inapplicable(
          "middleware at a url keeps what it was given in other scenarios; middleware.trigger makes"
              + " it begin afresh");
    }
  }
}
