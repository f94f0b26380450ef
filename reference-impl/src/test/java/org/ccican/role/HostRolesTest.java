package org.ccican.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.ccican.role.Peers.CHECKS;
import static org.ccican.role.Peers.REQUEST;
import static org.ccican.role.Peers.answer;
import static org.ccican.role.Peers.ask;
import static org.ccican.role.Peers.reply;
import static org.ccican.role.Peers.status;

import java.util.ArrayList;
import java.util.List;
import org.ccican.evidence.AttestingEnvironment;
import org.ccican.evidence.EvidenceFormat;
import org.ccican.evidence.LaunchedEnvironment;
import org.ccican.evidence.Registers;
import org.ccican.message.AttestationMessage.EvidenceAnswer;
import org.ccican.message.AttestationMessage.EvidenceRequest;
import org.ccican.message.ProvisioningMessage.CreateEnvironment;
import org.ccican.message.ProvisioningMessage.EnvironmentCreated;
import org.ccican.message.ProvisioningMessage.LaunchRequest;
import org.ccican.message.ProvisioningMessage.MiddlewarePackage;
import org.ccican.message.ProvisioningMessage.MiddlewareQuery;
import org.ccican.message.ProvisioningMessage.Placement;
import org.ccican.message.ProvisioningMessage.PlacementRequest;
import org.ccican.message.ProvisioningMessage.Provisioned;
import org.ccican.message.ProvisioningMessage.ResourceGrant;
import org.ccican.message.ProvisioningMessage.ResourceRequest;
import org.ccican.message.ProvisioningMessage.WakeUp;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** M/OC, middleware repository, platform and attesting environment. */
class HostRolesTest {

  private static final Bytes AGENT_IMAGE = Bytes.utf8("an Agent");

  @Test
  void mocHasTheTamChooseBeforeItWakesTheBroker() throws Rejected {
    Turn.Ask placing = placing();
    assertThat(PlacementRequest.parse(placing.message().body(), CHECKS))
        .isEqualTo(new PlacementRequest(REQUEST, "imaging", "sev-snp"));

    Turn.Ask waking = waking(placing);
    assertThat(WakeUp.parse(waking.message().body(), CHECKS))
        .isEqualTo(new WakeUp(REQUEST, "http://tam/1", "imaging", "sev-snp"));

    Turn grant = waking.next().then(answer(new Provisioned(REQUEST, "https://m").encode()));
    assertThat(ResourceGrant.parse(reply(grant).body(), CHECKS))
        .isEqualTo(new ResourceGrant(REQUEST, "https://m"));
  }

  @Test
  void mocGrantsNothingThatIsNotPlacedAndProvisioned() throws Rejected {
    Turn.Ask placing = placing();
    Turn.Ask waking = waking(placing);
    Bytes foreign = new Provisioned(Bytes.of(1), "https://m").encode();

    assertThat(refused(placing, Peers.refusal(Reason.NOT_AVAILABLE)).reason())
        .isEqualTo(Reason.NOT_AVAILABLE);
    assertThat(refused(placing, status(500)).check()).isEqualTo("evidence.answer.refused");
    assertThat(refused(placing, answer(Bytes.of(0xa0))).check())
        .isEqualTo("evidence.message.shape");
    assertThat(refused(waking, status(0)).check()).isEqualTo("evidence.answer.refused");
    assertThat(refused(waking, answer(foreign)).check()).isEqualTo("moc.grant.request");
  }

  @ParameterizedTest
  @CsvSource({
    "imaging, sev-snp, imaging on sev-snp",
    "analytics, sev-snp, analytics on sev-snp",
    "imaging, tdx, imaging on tdx",
    "analytics, tdx, ''",
    "Imaging, sev-snp, ''"
  })
  void repositoryAnswersForBothTypesTogether(String application, String hardware, String found)
      throws Rejected {
    MiddlewareRepository repository =
        new MiddlewareRepository(
            List.of(
                named("imaging", "sev-snp"),
                named("analytics", "sev-snp"),
                named("imaging", "tdx")),
            CHECKS);
    Message query = Message.of("middleware", new MiddlewareQuery(application, hardware).encode());

    if (found.isEmpty()) {
      assertThat(catchThrowableOfType(Rejected.class, () -> repository.receive(query)).check())
          .isEqualTo("repository.no-match");
    } else {
      Bytes body = reply(repository.receive(query)).body();
      assertThat(MiddlewarePackage.parse(body, CHECKS).name()).isEqualTo(found);
    }
  }

  @Test
  void platformLaunchesItsAgentOnTheHardwareItHas() throws Rejected {
    Platform platform = new Platform("sev-snp", AGENT_IMAGE, CHECKS);
    EnvironmentCreated created = new EnvironmentCreated(Bytes.of(1), "http://a", "https://m");

    Turn.Ask launch =
        ask(
            platform.receive(Message.of("environments", new CreateEnvironment("sev-snp").encode())),
            RoleId.ATTESTING_ENVIRONMENT,
            "launches");
    assertThat(LaunchRequest.parse(launch.message().body(), CHECKS).agentImage())
        .isEqualTo(AGENT_IMAGE);
    assertThat(reply(launch.next().then(answer(created.encode()))).body())
        .isEqualTo(created.encode());
    assertThat(refused(launch, Peers.refusal(Reason.LIMIT_EXCEEDED)).reason())
        .isEqualTo(Reason.LIMIT_EXCEEDED);

    Message other = Message.of("environments", new CreateEnvironment("tdx").encode());
    assertThat(catchThrowableOfType(Rejected.class, () -> platform.receive(other)).check())
        .isEqualTo("platform.hardware.offered");
  }

  @Test
  void processorStartsWhatItHasReadBackFromMeasuredMemory() throws Rejected {
    Hardware hardware = new Hardware();
    SecureProcessor processor = new SecureProcessor(hardware, hardware, Peers.counting(), CHECKS);

    EnvironmentCreated created = launch(processor);
    assertThat(hardware.started).containsExactly(Bytes.concat(AGENT_IMAGE, Bytes.utf8(" loaded")));
    assertThat(created.agent()).isEqualTo("http://a");

    Bytes data = Bytes.hex("07".repeat(64));
    EvidenceAnswer evidence = EvidenceAnswer.parse(evidence(processor, created, data), CHECKS);
    assertThat(evidence)
        .isEqualTo(new EvidenceAnswer("a/fake", data, List.of(Bytes.utf8("endorsement"))));
  }

  @Test
  void processorVouchesForNothingItHasNotLaunched() throws Rejected {
    Hardware hardware = new Hardware();
    SecureProcessor processor = new SecureProcessor(hardware, hardware, Peers.counting(), CHECKS);
    launch(processor);
    EnvironmentCreated never = new EnvironmentCreated(REQUEST, "", "");

    Rejected refusal =
        catchThrowableOfType(Rejected.class, () -> evidence(processor, never, Bytes.zero(64)));
    assertThat(refusal.check()).isEqualTo("attester.environment.launched");
  }

  @Test
  void processorEndsTheOldestOfTooManyEnvironments() throws Rejected {
    Hardware hardware = new Hardware();
    SecureProcessor processor = new SecureProcessor(hardware, hardware, Peers.counting(), CHECKS);
    EnvironmentCreated oldest = launch(processor);
    for (int further = 1; further < SecureProcessor.ROOM; further++) {
      launch(processor);
    }
    assertThat(hardware.stopped).isEmpty();
    EnvironmentCreated latest = launch(processor);

    assertThat(hardware.stopped).containsExactly(oldest.environment());
    assertThat(evidence(processor, latest, Bytes.zero(64))).isNotNull();
    assertThat(
            catchThrowableOfType(Rejected.class, () -> evidence(processor, oldest, Bytes.zero(64))))
        .isNotNull();
  }

  private static EnvironmentCreated launch(SecureProcessor processor) throws Rejected {
    Message launch = Message.of("launches", new LaunchRequest(AGENT_IMAGE).encode());
    return EnvironmentCreated.parse(reply(processor.receive(launch)).body(), CHECKS);
  }

  private static Bytes evidence(SecureProcessor processor, EnvironmentCreated of, Bytes data)
      throws Rejected {
    Bytes request = new EvidenceRequest(of.environment(), data).encode();
    return reply(processor.receive(Message.of("evidence", request))).body();
  }

  private static Turn.Ask placing() throws Rejected {
    Bytes request = new ResourceRequest(REQUEST, "imaging", "sev-snp").encode();
    return ask(new Moc(CHECKS).receive(Message.of("requests", request)), RoleId.TAM, "placements");
  }

  private static Turn.Ask waking(Turn.Ask placing) throws Rejected {
    Bytes placement = new Placement(REQUEST, "http://tam/1", "some").encode();
    return ask(placing.next().then(answer(placement)), RoleId.TEEP_BROKER, "wake-ups");
  }

  private static Rejected refused(Turn.Ask ask, Answer answer) {
    return catchThrowableOfType(Rejected.class, () -> ask.next().then(answer));
  }

  private static MiddlewarePackage named(String application, String hardware) {
    return new MiddlewarePackage(
        application + " on " + hardware, application, hardware, Bytes.EMPTY);
  }

  /** Hardware that vouches for anything, and the machine under it. */
  private static final class Hardware implements AttestingEnvironment, EnvironmentHost {

    private final List<Bytes> started = new ArrayList<>();
    private final List<Bytes> stopped = new ArrayList<>();

    @Override
    public EvidenceFormat format() {
      return new EvidenceFormat("fake", "a/fake");
    }

    @Override
    public Addresses start(Bytes environment, Bytes agentImage, Registers registers) {
      started.add(agentImage);
      return new Addresses("http://a", "https://m");
    }

    @Override
    public void stop(Bytes environment) {
      stopped.add(environment);
    }

    @Override
    public LaunchedEnvironment launch(Bytes agentImage) {
      return new LaunchedEnvironment() {
        @Override
        public Bytes measurement() {
          return agentImage;
        }

        @Override
        public Bytes agentImage() {
          return Bytes.concat(agentImage, Bytes.utf8(" loaded"));
        }

        @Override
        public Bytes evidence(Bytes reportData) {
          return reportData;
        }

        @Override
        public List<Bytes> endorsements() {
          return List.of(Bytes.utf8("endorsement"));
        }
      };
    }
  }
}
