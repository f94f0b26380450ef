package org.ccican.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.ccican.role.Peers.AGENT;
import static org.ccican.role.Peers.CHECKS;
import static org.ccican.role.Peers.CRYPTO;
import static org.ccican.role.Peers.STRANGER;
import static org.ccican.role.Peers.TAM;
import static org.ccican.role.Peers.VENDOR;
import static org.ccican.role.Peers.answer;
import static org.ccican.role.Peers.ask;
import static org.ccican.role.Peers.opened;
import static org.ccican.role.Peers.signed;
import static org.ccican.role.Peers.teep;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.ccican.app.ReferenceImages;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.evidence.BoundClaims;
import org.ccican.evidence.CmwCollection;
import org.ccican.evidence.EventLog;
import org.ccican.message.AgentMessage.ComponentRequest;
import org.ccican.message.AttestationMessage.EvidenceAnswer;
import org.ccican.message.AttestationMessage.EvidenceRequest;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.suit.MemorySuitStore;
import org.ccican.teep.SuitCoseProfile;
import org.ccican.teep.TeepCipherSuite;
import org.ccican.teep.TeepErrorCode;
import org.ccican.teep.TeepMessage;
import org.ccican.teep.TeepOptions;
import org.ccican.teep.WireRevision;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;

class TeepAgentTest {

  private static final Bytes CHALLENGE = Bytes.hex("5a".repeat(32));
  private static final Bytes TOKEN = Bytes.hex("a5".repeat(16));
  private static final MiddlewareImage IMAGE = ReferenceImages.middleware("imaging", "sev-snp");

  private final TargetingEnvironment environment = Peers.environment();
  private final TeepAgent agent =
      new TeepAgent(
          environment, WireRevision.TEEP_26, new MemorySuitStore(), CRYPTO, Peers.inside(), CHECKS);

  @Test
  void answersAChallengeWithEvidenceThatBindsIt() throws Rejected {
    Turn.Ask evidence = ask(agent.receive(teep(query())), RoleId.ATTESTING_ENVIRONMENT, "evidence");
    EvidenceRequest asked = EvidenceRequest.parse(evidence.message().body(), CHECKS);
    BoundClaims claims =
        new BoundClaims(
            CHALLENGE,
            AGENT.publicKey().thumbprint(),
            Peers.CHANNEL_KEY,
            new EventLog(List.of()).digest());
    assertThat(asked).isEqualTo(new EvidenceRequest(Peers.REQUEST, claims.reportData()));

    Bytes given = new EvidenceAnswer("a/b", Bytes.of(7), List.of(Bytes.of(8))).encode();
    TeepMessage.QueryResponse response =
        opened(TeepMessage.QueryResponse.class, evidence.next().then(answer(given)), AGENT);
    assertThat(response.options().token()).isEmpty();
    assertThat(response.options().attestationPayloadFormat()).contains(CmwCollection.MEDIA_TYPE);
    CmwCollection collection =
        CmwCollection.parse(response.options().attestationPayload().orElseThrow(), CHECKS);
    assertThat(collection.item("evidence").value()).isEqualTo(Bytes.of(7));
    assertThat(collection.item("claims").value()).isEqualTo(claims.encode());
    assertThat(collection.item("endorsement-1").value()).isEqualTo(Bytes.of(8));
    assertThat(collection.item("agent-key").value()).isEqualTo(AGENT.publicKey().toCbor().encode());
  }

  @Test
  void asksForWhatTheBrokerRequestedOnceItIsQueried() throws Rejected {
    Bytes wanted = new ComponentRequest("imaging").encode();
    assertThat(agent.receive(Message.of("component-requests", wanted))).isEqualTo(Turn.nothing());

    TeepMessage query =
        new TeepMessage.QueryRequest(
            TeepOptions.builder().token(TOKEN).build(),
            List.of(TeepCipherSuite.SIGN1_ESP256),
            List.of(SuitCoseProfile.ESP256_ECDH_A128CTR),
            TeepMessage.QueryRequest.TRUSTED_COMPONENTS);
    TeepMessage.QueryResponse response =
        opened(TeepMessage.QueryResponse.class, agent.receive(teep(signed(query, TAM))), AGENT);
    assertThat(TeepMessages.requested(response)).contains("imaging");
    assertThat(response.options().token()).contains(TOKEN);
    assertThat(response.options().attestationPayload()).isEmpty();
  }

  @Test
  void unpacksMiddlewareAndSaysWhoDidIt() throws Rejected {
    TeepMessage.Success success =
        opened(TeepMessage.Success.class, update(envelope(VENDOR)), AGENT);

    assertThat(success.options().token()).contains(TOKEN);
    assertThat(success.options().msg().orElseThrow()).contains(environment.agent().name());
    assertThat(environment.middleware()).contains(IMAGE);
    assertThat(loggedBy(environment))
        .extracting(EventLog.Event::component, EventLog.Event::digest)
        .containsExactly(tuple(TargetingEnvironment.MIDDLEWARE, Crypto.sha256(IMAGE.encode())));
  }

  @Test
  void saysThatAFullStoreMayHaveRoomAtAnotherTime() throws Rejected {
    MemorySuitStore full = new MemorySuitStore(100);
    TeepMessage.Error error = refusal(full, CHECKS);
    assertThat(error.code()).isEqualTo(TeepErrorCode.Known.TEMPORARY_ERROR);
    assertThat(error.options().token()).contains(TOKEN);
    assertThat(error.options().suitReports()).isEmpty();
    assertThat(full.components()).isEmpty();
    assertThat(environment.middleware()).isEmpty();

    assertThat(refusal(full, broken("agent.error.temporary")).code())
        .isEqualTo(TeepErrorCode.Known.MANIFEST_PROCESSING_FAILED);
    opened(
        TeepMessage.Success.class,
        updating(new MemorySuitStore(100), broken("suit.store.room")),
        AGENT);
  }

  private static Checks broken(String check) {
    return new BrokenChecks(CheckCatalogue.load().find(check).orElseThrow());
  }

  private TeepMessage.Error refusal(MemorySuitStore store, Checks checks) throws Rejected {
    return opened(TeepMessage.Error.class, updating(store, checks), AGENT);
  }

  private Turn updating(MemorySuitStore store, Checks checks) throws Rejected {
    return new TeepAgent(environment, WireRevision.TEEP_26, store, CRYPTO, Peers.inside(), checks)
        .receive(teep(signed(TeepMessages.update(TOKEN, envelope(VENDOR)), TAM)));
  }

  @Test
  void installsNothingThatAStrangerSigned() throws Rejected {
    TeepMessage.Error error = opened(TeepMessage.Error.class, update(envelope(STRANGER)), AGENT);

    assertThat(error.code()).isEqualTo(TeepErrorCode.Known.MANIFEST_PROCESSING_FAILED);
    assertThat(error.options().token()).contains(TOKEN);
    assertThat(environment.middleware()).isEmpty();
    assertThat(loggedBy(environment)).isEmpty();
  }

  @Test
  void installsNothingThatDoesNotUnpackToMiddleware() throws Rejected {
    Bytes unpacked = ReferenceImages.manifest(IMAGE.encode()).build(VENDOR);

    assertThat(opened(TeepMessage.Error.class, update(unpacked), AGENT).code())
        .isEqualTo(TeepErrorCode.Known.MANIFEST_PROCESSING_FAILED);
    assertThat(environment.middleware()).isEmpty();
  }

  @Test
  void installsOneSequenceNumberOnce() throws Rejected {
    opened(TeepMessage.Success.class, update(envelope(VENDOR)), AGENT);
    Bytes older =
        ReferenceImages.manifest(ReferenceImages.packed(IMAGE.encode()))
            .sequenceNumber(ReferenceImages.SEQUENCE_NUMBER - 1)
            .build(VENDOR);

    opened(TeepMessage.Error.class, update(older), AGENT);
    assertThat(loggedBy(environment)).hasSize(1);
  }

  @Test
  void obeysNoOtherTam() throws Rejected {
    Bytes foreign =
        signed(
            TeepMessages.queryRequest(WireRevision.TEEP_26, Optional.empty(), CHALLENGE, true),
            STRANGER);

    TeepMessage.Error error = opened(TeepMessage.Error.class, agent.receive(teep(foreign)), AGENT);
    assertThat(error.code()).isEqualTo(TeepErrorCode.Known.PERMANENT_ERROR);
    assertThat(error.options().token()).isEmpty();
  }

  @Test
  void answersWithAnErrorWhatOnlyAnAgentSends() throws Rejected {
    Bytes own = signed(new TeepMessage.QueryResponse(TeepOptions.none()), TAM);

    opened(TeepMessage.Error.class, agent.receive(teep(own)), AGENT);
  }

  @Test
  void passesOnThatThereIsNoEvidence() throws Rejected {
    Turn.Ask evidence = ask(agent.receive(teep(query())), RoleId.ATTESTING_ENVIRONMENT, "evidence");

    assertThat(
            catchThrowableOfType(
                    Rejected.class, () -> evidence.next().then(Peers.refusal(Reason.NOT_AVAILABLE)))
                .reason())
        .isEqualTo(Reason.NOT_AVAILABLE);
  }

  @Test
  void answersAnyOctetsWithAnErrorThatSaysWhyInFewWords() throws Rejected {
    Random random = new Random(23);
    Bytes query = query();
    for (int round = 0; round < 500; round++) {
      int size = random.nextInt(query.size());
      Bytes wrong = query.slice(0, size);
      wrong = size == 0 ? wrong : wrong.flip(random.nextInt(size), random.nextInt(8));

      TeepMessage.Error error = opened(TeepMessage.Error.class, agent.receive(teep(wrong)), AGENT);
      assertThat(error.options().errMsg().orElseThrow().length()).isBetween(1, 128);
    }
  }

  private static Bytes query() {
    return signed(
        TeepMessages.queryRequest(WireRevision.TEEP_26, Optional.empty(), CHALLENGE, true), TAM);
  }

  private static Bytes envelope(SigningKey signer) {
    return ReferenceImages.manifest(ReferenceImages.packed(IMAGE.encode())).build(signer);
  }

  private Turn update(Bytes envelope) throws Rejected {
    return agent.receive(teep(signed(TeepMessages.update(TOKEN, envelope), TAM)));
  }

  /** The event log that goes with evidence. */
  private static List<EventLog.Event> loggedBy(TargetingEnvironment environment) throws Rejected {
    Turn.Ask evidence =
        ask(
            environment.attest(
                CHALLENGE, collection -> Turn.reply(CmwCollection.MEDIA_TYPE, collection)),
            RoleId.ATTESTING_ENVIRONMENT,
            "evidence");
    Bytes given = new EvidenceAnswer("a/b", Bytes.of(7), List.of()).encode();
    Bytes collection = Peers.reply(evidence.next().then(answer(given))).body();
    return EventLog.parse(CmwCollection.parse(collection, CHECKS).item("event-log").value(), CHECKS)
        .events();
  }
}
