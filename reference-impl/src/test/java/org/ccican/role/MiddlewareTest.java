package org.ccican.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.ccican.role.Peers.CHECKS;
import static org.ccican.role.Peers.answer;
import static org.ccican.role.Peers.ask;
import static org.ccican.role.Peers.reply;

import java.util.List;
import java.util.Optional;
import org.ccican.app.ReferenceImages;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.evidence.BoundClaims;
import org.ccican.evidence.CmwCollection;
import org.ccican.evidence.EventLog;
import org.ccican.message.AttestationMessage.AttestationRequest;
import org.ccican.message.AttestationMessage.Deployed;
import org.ccican.message.AttestationMessage.EvidenceAnswer;
import org.ccican.message.AttestationMessage.EvidenceRequest;
import org.ccican.program.Programs;
import org.ccican.reject.Rejected;
import org.ccican.suit.InstalledComponent;
import org.ccican.suit.SuitComponentId;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MiddlewareTest {

  private static final Bytes NONCE = Bytes.hex("11".repeat(32));

  private final Middleware middleware = new Middleware(Peers.provisioned(), CHECKS);

  @Test
  void handsOnEvidenceThatBindsTheNonceAndTheChannel() throws Rejected {
    Turn.Ask asked = attesting(NONCE);
    CmwCollection collection = collected(asked);
    BoundClaims claims = BoundClaims.parse(collection.item("claims").value(), CHECKS);

    assertThat(claims.nonce()).isEqualTo(NONCE);
    assertThat(claims.channelKey()).isEqualTo(Peers.CHANNEL_KEY);
    assertThat(claims.eventLog()).isEqualTo(log(collection).digest());
    assertThat(EvidenceRequest.parse(asked.message().body(), CHECKS).reportData())
        .isEqualTo(claims.reportData());
    assertThat(collection.item("evidence").value()).isEqualTo(Bytes.of(9));
  }

  @Test
  void asksForNewEvidenceEachTime() throws Rejected {
    collected(attesting(NONCE));

    assertThat(attesting(NONCE.flip(0, 0)).message()).isNotEqualTo(attesting(NONCE).message());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 65, 512})
  void refusesANonceOfAnOddSize(int size) {
    assertThat(refusal("attestation", new AttestationRequest(Bytes.zero(size)).encode()).check())
        .isEqualTo("middleware.nonce.size");
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 64})
  void takesNoncesUpToBothBounds(int size) throws Rejected {
    assertThat(attesting(Bytes.zero(size))).isNotNull();
  }

  @Test
  void runsTheApplicationOnTheData() throws Rejected {
    Deployed deployed = deploy(Programs.sum().code());
    assertThat(deployed.digest()).isEqualTo(Crypto.sha256(Programs.sum().code()));
    assertThat(deployed.middleware())
        .isEqualTo("ccican reference middleware 1 (analytics on sev-snp)");
    assertThat(compute("0a141e")).isEqualTo(Bytes.hex("003c"));

    deploy(Programs.maximum().code());
    assertThat(compute("0a141e")).isEqualTo(Bytes.hex("1e"));
  }

  @Test
  void logsEachApplicationInOrder() throws Rejected {
    deploy(Programs.sum().code());
    deploy(Programs.maximum().code());

    assertThat(log(collected(attesting(NONCE))).events())
        .extracting(EventLog.Event::component, EventLog.Event::digest)
        .last()
        .isEqualTo(tuple("application", Crypto.sha256(Programs.maximum().code())));
    assertThat(log(collected(attesting(NONCE))).events()).hasSize(3);
  }

  @Test
  void logsAnyOtherComponentUnlessThatIsBroken() throws Rejected {
    Bytes octets = Bytes.utf8("a model");
    for (Checks checks :
        List.of(
            CHECKS,
            new BrokenChecks(CheckCatalogue.load().find("agent.log.component").orElseThrow()))) {
      TargetingEnvironment environment = Peers.environment(checks);
      environment.accept(
          new InstalledComponent(
              SuitComponentId.of("model"), octets, Bytes.zero(32), 1, Optional.empty()));
      MiddlewareImage image = ReferenceImages.middleware("analytics", "sev-snp");
      environment.install(image, image.encode(), Bytes.zero(32));
      Middleware attested = new Middleware(environment, CHECKS);
      Turn turn =
          attested.receive(Message.of("attestation", new AttestationRequest(NONCE).encode()));

      assertThat(log(collected(ask(turn, RoleId.ATTESTING_ENVIRONMENT, "evidence"))).events())
          .filteredOn(event -> event.digest().equals(Crypto.sha256(octets)))
          .hasSize(checks == CHECKS ? 1 : 0);
    }
  }

  @Test
  void refusesDataBeforeAnApplicationAndAnythingBeforeMiddleware() {
    assertThat(refusal("data", Bytes.of(1)).check()).isEqualTo("middleware.application.first");

    Middleware none = new Middleware(Peers.environment(), CHECKS);
    for (String resource : List.of("attestation", "application", "data")) {
      Message message = new Message(resource, "", Message.OCTETS, Bytes.of(1));
      assertThat(catchThrowableOfType(Rejected.class, () -> none.receive(message)).check())
          .isEqualTo("middleware.installed");
    }
  }

  @Test
  void refusesDataForAnApplicationThatIsNoProgram() throws Rejected {
    deploy(Bytes.utf8("no program"));

    assertThat(refusal("data", Bytes.of(1)).check()).isEqualTo("evidence.program.trap");
  }

  private Turn.Ask attesting(Bytes nonce) throws Rejected {
    Turn turn =
        middleware.receive(Message.of("attestation", new AttestationRequest(nonce).encode()));
    return ask(turn, RoleId.ATTESTING_ENVIRONMENT, "evidence");
  }

  private static CmwCollection collected(Turn.Ask asked) throws Rejected {
    Bytes evidence = new EvidenceAnswer("a/b", Bytes.of(9), List.of()).encode();
    Turn.Reply reply = reply(asked.next().then(answer(evidence)));
    assertThat(reply.mediaType()).isEqualTo(CmwCollection.MEDIA_TYPE);
    return CmwCollection.parse(reply.body(), CHECKS);
  }

  private static EventLog log(CmwCollection collection) throws Rejected {
    return EventLog.parse(collection.item("event-log").value(), CHECKS);
  }

  private Deployed deploy(Bytes application) throws Rejected {
    Turn turn = middleware.receive(new Message("application", "", Message.OCTETS, application));
    return Deployed.parse(reply(turn).body(), CHECKS);
  }

  private Bytes compute(String data) throws Rejected {
    return reply(middleware.receive(new Message("data", "", Message.OCTETS, Bytes.hex(data))))
        .body();
  }

  private Rejected refusal(String resource, Bytes body) {
    Message message = new Message(resource, "", Message.CCICAN, body);
    return catchThrowableOfType(Rejected.class, () -> middleware.receive(message));
  }
}
