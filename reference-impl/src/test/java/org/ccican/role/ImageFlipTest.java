package org.ccican.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccican.role.Peers.AGENT;
import static org.ccican.role.Peers.CHECKS;
import static org.ccican.role.Peers.CRYPTO;
import static org.ccican.role.Peers.TAM;
import static org.ccican.role.Peers.VENDOR;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccican.app.ReferenceImages;
import org.ccican.evidence.AttestingEnvironment;
import org.ccican.evidence.LaunchedEnvironment;
import org.ccican.format.Formats;
import org.ccican.message.AttestationMessage.Deployed;
import org.ccican.program.Programs;
import org.ccican.reject.Rejected;
import org.ccican.suit.MemorySuitStore;
import org.ccican.teep.TeepMessage;
import org.ccican.teep.WireRevision;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;

/** What is executed is what is measured: no bit of an image flips unnoticed. */
class ImageFlipTest {

  private static final Bytes DATA = Bytes.hex("0a141eff0041c3");
  private static final Bytes TOKEN = Bytes.hex("a5".repeat(16));
  private static final MiddlewareImage MIDDLEWARE =
      ReferenceImages.middleware("analytics", "sev-snp");

  private static final Bytes UPDATE =
      Peers.signed(
          TeepMessages.update(
              TOKEN,
              ReferenceImages.manifest(ReferenceImages.packed(MIDDLEWARE.encode())).build(VENDOR)),
          TAM);

  @Test
  void everyBitOfTheMiddlewareChangesWhatItDoesAndTheLog() throws Rejected {
    Bytes octets = MIDDLEWARE.encode();
    String usual = middleware(octets);
    Set<Bytes> logs = new HashSet<>();
    logs.add(logged(octets));
    assertThat(usual).contains(MIDDLEWARE.title());

    for (int bit = 0; bit < octets.size() * 8; bit++) {
      Bytes flipped = octets.flip(bit / 8, bit % 8);
      assertThat(middleware(flipped))
          .as("bit %d of octet %d", bit % 8, bit / 8)
          .isNotEqualTo(usual);
      assertThat(logs.add(logged(flipped))).isTrue();
    }
  }

  @Test
  void everyBitOfTheAgentChangesWhatItDoes() throws Rejected {
    Bytes octets = ReferenceImages.agent(TAM.publicKey(), VENDOR.publicKey(), CRYPTO).encode();
    String usual = agent(octets);
    assertThat(usual).contains("Success").contains("ccican reference TEEP Agent");

    for (int bit = 0; bit < octets.size() * 8; bit++) {
      assertThat(agent(octets.flip(bit / 8, bit % 8)))
          .as("bit %d of octet %d", bit % 8, bit / 8)
          .isNotEqualTo(usual);
    }
  }

  @Test
  void everyOctetOfTheAgentChangesTheLaunchMeasurement() throws Rejected {
    Bytes octets = ReferenceImages.agent(TAM.publicKey(), VENDOR.publicKey(), CRYPTO).encode();
    AttestingEnvironment hardware =
        new Formats(CRYPTO)
            .emulator(
                "sev-snp",
                new Formats.Machine(
                    Bytes.utf8("a machine"), Peers.NOW, Optional.empty(), Optional.empty()))
            .orElseThrow();
    Set<Bytes> measured = new HashSet<>();
    measured.add(hardware.launch(octets).measurement());

    for (int at = 0; at < octets.size(); at++) {
      Bytes flipped = octets.flip(at, at % 8);
      LaunchedEnvironment launched = hardware.launch(flipped);
      assertThat(launched.agentImage()).isEqualTo(flipped);
      assertThat(measured.add(launched.measurement())).as("octet %d", at).isTrue();
    }
  }

  /** What middleware from these octets says and computes, or why it does not. */
  private static String middleware(Bytes octets) {
    TargetingEnvironment environment = Peers.environment();
    Middleware running = new Middleware(environment, CHECKS);
    try {
      environment.install(MiddlewareImage.parse(octets, CHECKS), octets, Bytes.zero(32));
      Bytes deployed =
          Peers.reply(
                  running.receive(
                      new Message("application", "", Message.OCTETS, Programs.sum().code())))
              .body();
      Bytes computed =
          Peers.reply(running.receive(new Message("data", "", Message.OCTETS, DATA))).body();
      return Deployed.parse(deployed, CHECKS).middleware() + " computes " + computed;
    } catch (Rejected rejected) {
      return rejected.getMessage();
    }
  }

  /** Report data for the environment with these octets installed: it binds the log. */
  private static Bytes logged(Bytes octets) throws Rejected {
    TargetingEnvironment environment = Peers.environment();
    environment.install(MIDDLEWARE, octets, Bytes.zero(32));
    Turn.Ask asked =
        Peers.ask(
            environment.attest(Bytes.zero(32), collection -> Turn.nothing()),
            RoleId.ATTESTING_ENVIRONMENT,
            "evidence");
    return asked.message().body();
  }

  /** What an Agent from these octets answers to an Update and installs, or why it does not. */
  private static String agent(Bytes octets) {
    try {
      TargetingEnvironment environment =
          new TargetingEnvironment(
              Peers.REQUEST,
              AgentImage.parse(octets, CRYPTO, CHECKS),
              AGENT,
              Peers.CHANNEL_KEY,
              CHECKS);
      TeepAgent agent =
          new TeepAgent(
              environment,
              WireRevision.TEEP_26,
              new MemorySuitStore(),
              CRYPTO,
              Peers.inside(),
              CHECKS);
      Turn answered = agent.receive(Peers.teep(UPDATE));
      TeepMessage message = Peers.opened(TeepMessage.class, answered, AGENT);
      // What an Update does not show is in the options and rights that other messages meet.
      return List.of(
              message,
              environment.middleware(),
              environment.agent().options(),
              environment.agent().device())
          .toString();
    } catch (Rejected rejected) {
      return rejected.getMessage();
    }
  }
}
