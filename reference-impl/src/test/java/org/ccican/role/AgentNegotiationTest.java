package org.ccican.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccican.role.Peers.AGENT;
import static org.ccican.role.Peers.CHECKS;
import static org.ccican.role.Peers.CRYPTO;
import static org.ccican.role.Peers.TAM;
import static org.ccican.role.Peers.TAM_ED25519;
import static org.ccican.role.Peers.VERIFIER;
import static org.ccican.role.Peers.answer;
import static org.ccican.role.Peers.ask;
import static org.ccican.role.Peers.opened;
import static org.ccican.role.Peers.reply;
import static org.ccican.role.Peers.signed;
import static org.ccican.role.Peers.teep;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ccican.app.ReferenceImages;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.cose.CoseEncrypt;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.SigningKey;
import org.ccican.evidence.CmwCollection;
import org.ccican.message.AgentMessage.ComponentRelease;
import org.ccican.message.AgentMessage.ComponentRequest;
import org.ccican.message.AgentMessage.Contact;
import org.ccican.message.AttestationMessage.EvidenceAnswer;
import org.ccican.reject.Rejected;
import org.ccican.suit.MemorySuitStore;
import org.ccican.suit.SuitComponentId;
import org.ccican.suit.SuitReport;
import org.ccican.teep.SuitCoseProfileId;
import org.ccican.teep.TeepCipherSuite;
import org.ccican.teep.TeepCodec;
import org.ccican.teep.TeepErrorCode;
import org.ccican.teep.TeepMessage;
import org.ccican.teep.TeepOptions;
import org.ccican.teep.TeepSecurity;
import org.ccican.teep.WireRevision;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an Agent agrees to, what it refuses and what it says in its refusal. */
class AgentNegotiationTest {

  private static final Bytes TOKEN = Bytes.hex("a5".repeat(16));
  private static final long ITEMS = 2;
  private static final MiddlewareImage IMAGE = ReferenceImages.middleware("imaging", "sev-snp");

  private TeepAgent agent = agent(AgentOptions.standard());

  @Test
  void refusesAVersionItDoesNotSpeakAndListsItsOwn() throws Rejected {
    TeepMessage.Error error = refusal(options -> options.versions(List.of(1L)));
    assertThat(error.code()).isEqualTo(TeepErrorCode.Known.UNSUPPORTED_MSG_VERSION);
    assertThat(error.options().versions()).contains(List.of(0L));
    assertThat(error.options().token()).contains(TOKEN);

    assertThat(response(options -> options.versions(List.of(0L, 4_294_967_295L))).selectedVersion())
        .contains(0L);
  }

  @Test
  void refusesCipherSuitesItDoesNotHaveAndListsItsOwn() throws Rejected {
    TeepMessage.QueryRequest query =
        new TeepMessage.QueryRequest(
            TeepOptions.builder().token(TOKEN).build(),
            List.of(TeepCipherSuite.SIGN1_ED25519),
            WireRevision.TEEP_26.suitProfiles(),
            ITEMS);
    TeepMessage.Error error = error(agent.receive(teep(signed(query, TAM))));

    assertThat(error.code()).isEqualTo(TeepErrorCode.Known.UNSUPPORTED_CIPHER_SUITES);
    assertThat(error.options().cipherSuites()).contains(List.of(TeepCipherSuite.SIGN1_ESP256));
  }

  @Test
  void refusesItemsItDoesNotKnowAndNamesThem() throws Rejected {
    TeepMessage.Error error =
        error(agent.receive(teep(signed(query(TeepOptions.builder().token(TOKEN), 18), TAM))));

    assertThat(error.code()).isEqualTo(TeepErrorCode.Known.UNSUPPORTED_EXTENSION);
    assertThat(error.options().errMsg().orElseThrow()).contains("16");
  }

  @Test
  void answersForItemsItDoesNotKnowWhenTheCheckIsBroken() throws Rejected {
    Bytes query = signed(query(TeepOptions.builder().token(TOKEN), 18), TAM);

    agent = agent(AgentOptions.standard(), broken("agent.item.known"));
    assertThat(opened(TeepMessage.QueryResponse.class, agent.receive(teep(query)), AGENT))
        .isNotNull();

    agent = agent(AgentOptions.standard(), broken("agent.error.extension"));
    assertThat(error(agent.receive(teep(query))).options().errMsg().orElseThrow())
        .doesNotContain("16");
  }

  @Test
  void refusesFreshnessItDoesNotHaveAndListsItsOwn() throws Rejected {
    TeepOptions.Builder options =
        TeepOptions.builder().challenge(TOKEN).freshnessMechanisms(List.of(7L));
    TeepMessage.Error error = error(agent.receive(teep(signed(query(options, 1), TAM))));

    assertThat(error.code()).isEqualTo(TeepErrorCode.Known.UNSUPPORTED_FRESHNESS_MECHANISMS);
    assertThat(error.options().freshnessMechanisms()).contains(List.of(0L, 1L));
    assertThat(error.options().token()).isEmpty();
  }

  @Test
  void refusesASuitReportOfAnotherProfileAndListsItsOwn() throws Rejected {
    Bytes report = CoseSign1.sign(TAM_ED25519, none(), none(), Bytes.of(0xa0)).encode();
    TeepMessage.Error error = refusal(options -> options.suitReports(List.of(report)));

    assertThat(error.code()).isEqualTo(TeepErrorCode.Known.UNSUPPORTED_SUIT_REPORT);
    assertThat(error.options().suitProfiles())
        .contains(List.of(WireRevision.TEEP_26.profile(SuitCoseProfileId.P256_A128CTR)));
    response(options -> options.suitReports(List.of(Bytes.of(0xa0))));
  }

  @Test
  void hasItsTamAttestedForItsChallengeAndKey() throws Rejected {
    agent = agent(AgentOptions.standard().attestingTam());
    Bytes challenge = demanded();
    assertThat(challenge.size()).isBetween(8, 512);

    Bytes other = result(demanded().flip(0, 0), TAM);
    assertThat(refusal(options -> options.attestationPayload(other)).code())
        .isEqualTo(TeepErrorCode.Known.ATTESTATION_REQUIRED);
    Bytes foreign = result(demanded(), TAM_ED25519);
    assertThat(refusal(options -> options.attestationPayload(foreign)).code())
        .isEqualTo(TeepErrorCode.Known.ATTESTATION_REQUIRED);
    Bytes right = result(demanded(), TAM);
    response(options -> options.attestationPayload(right));
    assertThat(refusal(options -> options.attestationPayload(right)).code())
        .isEqualTo(TeepErrorCode.Known.ATTESTATION_REQUIRED);
  }

  @Test
  void listsComponentsReportsAndExtensionsThatItIsAskedFor() throws Rejected {
    agent = agent(AgentOptions.standard().withExtensions(List.of(9L)));
    update();
    TeepOptions said = opened(TeepMessage.QueryResponse.class, everything(), AGENT).options();

    assertThat(said.tcList().orElseThrow()).hasSize(1);
    assertThat(((Cbor.Map) said.tcList().get().get(0)).find(0))
        .contains(SuitComponentId.of("middleware").toCbor());
    assertThat(said.extList()).contains(List.of(9L));
    SuitReport report = SuitReport.parse(said.suitReports().orElseThrow().get(0), CHECKS);
    assertThat(report.nonce()).contains(TOKEN);
    assertThat(report.failure()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(SuitCoseProfileId.class)
  void encryptsReportsAndEvidenceToTheTamInEachProfile(SuitCoseProfileId profile) throws Rejected {
    agent =
        agent(AgentOptions.standard().protecting(true, AgentOptions.Protection.ENCRYPTED, profile));
    update();
    Bytes report =
        opened(TeepMessage.QueryResponse.class, everything(), AGENT)
            .options()
            .suitReports()
            .orElseThrow()
            .get(0);
    Bytes signed = decrypted(report, CoseEncrypt.REPORT);
    assertThat(CoseSign1.parse(signed, CHECKS).kid(CHECKS).orElseThrow())
        .isEqualTo(Peers.inside().reportKey().publicKey().thumbprint());

    Turn.Ask evidence =
        ask(
            agent.receive(teep(signed(query(TeepOptions.builder().challenge(TOKEN), 1), TAM))),
            RoleId.ATTESTING_ENVIRONMENT,
            "evidence");
    Bytes given = new EvidenceAnswer("a/b", Bytes.of(7), List.of()).encode();
    TeepOptions said =
        opened(TeepMessage.QueryResponse.class, evidence.next().then(answer(given)), AGENT)
            .options();
    Bytes collection = decrypted(said.attestationPayload().orElseThrow(), CoseEncrypt.EAT);
    assertThat(CmwCollection.parse(collection, CHECKS).item(AgentReports.KEY).value())
        .isEqualTo(Peers.inside().reportKey().publicKey().toCbor().encode());
  }

  @Test
  void saysWhereItGoesAndWhatItNoLongerNeeds() throws Rejected {
    agent = agent(AgentOptions.standard().goingTo(List.of("http://own", "http://other"), false));
    Turn there = requested("imaging");
    assertThat(Contact.parse(reply(there).body(), CHECKS).tamUri()).isEqualTo("http://own");
    for (String uri : List.of("http://own", "http://other")) {
      Turn next = agent.receive(new Message("policy-checks", "", "", Bytes.EMPTY));
      assertThat(Contact.parse(reply(next).body(), CHECKS).tamUri()).isEqualTo(uri);
    }
    assertThat(reply(agent.receive(new Message("policy-checks", "", "", Bytes.EMPTY))).status())
        .isEqualTo(204);

    update();
    assertThat(reply(requested("imaging")).status()).isEqualTo(204);
    Bytes release = new ComponentRelease("imaging", Optional.empty()).encode();
    reply(agent.receive(Message.of("component-releases", release)));
    TeepOptions said = opened(TeepMessage.QueryResponse.class, everything(), AGENT).options();
    assertThat(said.unneededManifestList())
        .contains(List.of(SuitComponentId.of("manifest", "imaging")));

    TeepMessage unlink =
        new TeepMessage.Update(
            TeepOptions.builder()
                .token(TOKEN)
                .unneededManifestList(said.unneededManifestList().get())
                .build());
    opened(TeepMessage.Success.class, agent.receive(teep(signed(unlink, TAM))), AGENT);
    assertThat(error(agent.receive(teep(signed(unlink, TAM)))).code())
        .isEqualTo(TeepErrorCode.Known.MANIFEST_PROCESSING_FAILED);
  }

  @Test
  void takesOneSignatureOfSeveralOnAQueryAndOnNothingElse() throws Rejected {
    TeepSecurity security = new TeepSecurity(WireRevision.TEEP_26);
    TeepCodec codec = new TeepCodec(WireRevision.TEEP_26, CHECKS);
    Bytes query = codec.encode(query(TeepOptions.builder().token(TOKEN), ITEMS));
    Bytes update = codec.encode(TeepMessages.update(TOKEN, envelope()));
    List<SigningKey> keys = List.of(TAM_ED25519, TAM);

    opened(
        TeepMessage.QueryResponse.class,
        agent.receive(teep(security.protectForAny(query, keys))),
        AGENT);
    assertThat(error(agent.receive(teep(security.protectForAny(update, keys)))).code())
        .isEqualTo(TeepErrorCode.Known.PERMANENT_ERROR);
  }

  private Bytes decrypted(Bytes octets, String context) throws Rejected {
    return CoseEncrypt.parse(octets, CHECKS).decrypt(Peers.TAM_ENCRYPTION, context, CRYPTO, CHECKS);
  }

  private Bytes demanded() throws Rejected {
    TeepMessage.Error error = refusal(options -> options);
    assertThat(error.code()).isEqualTo(TeepErrorCode.Known.ATTESTATION_REQUIRED);
    assertThat(error.options().freshnessMechanisms()).isPresent();
    return error.options().challenge().orElseThrow();
  }

  private static Bytes result(Bytes challenge, SigningKey about) {
    return Peers.token(Optional.of(challenge), "tam", about.publicKey()).sign(VERIFIER);
  }

  private TeepMessage.Error refusal(UnaryOperator<TeepOptions.Builder> change) throws Rejected {
    return error(asked(change));
  }

  private TeepOptions response(UnaryOperator<TeepOptions.Builder> change) throws Rejected {
    return opened(TeepMessage.QueryResponse.class, asked(change), AGENT).options();
  }

  private Turn asked(UnaryOperator<TeepOptions.Builder> change) throws Rejected {
    return agent.receive(
        teep(signed(query(change.apply(TeepOptions.builder().token(TOKEN)), ITEMS), TAM)));
  }

  private Turn everything() throws Rejected {
    return agent.receive(teep(signed(query(TeepOptions.builder().token(TOKEN), 14), TAM)));
  }

  private Turn requested(String applicationType) throws Rejected {
    Bytes request = new ComponentRequest(applicationType, Optional.of("http://supplied")).encode();
    return agent.receive(Message.of("component-requests", request));
  }

  private void update() throws Rejected {
    Turn turn = agent.receive(teep(signed(TeepMessages.update(TOKEN, envelope()), TAM)));
    opened(TeepMessage.Success.class, turn, AGENT);
  }

  private static Bytes envelope() {
    return ReferenceImages.manifest(ReferenceImages.packed(IMAGE.encode()))
        .manifestComponentId(SuitComponentId.of("manifest", "imaging"))
        .build(Peers.VENDOR);
  }

  private static TeepMessage.Error error(Turn turn) throws Rejected {
    return opened(TeepMessage.Error.class, turn, AGENT);
  }

  private static TeepMessage.QueryRequest query(TeepOptions.Builder options, long items) {
    return new TeepMessage.QueryRequest(
        options.build(),
        WireRevision.TEEP_26.cipherSuites(),
        WireRevision.TEEP_26.suitProfiles(),
        items);
  }

  private static Cbor.Map none() {
    return Cbor.map().build();
  }

  private static Checks broken(String check) {
    return new BrokenChecks(CheckCatalogue.load().find(check).orElseThrow());
  }

  private static TeepAgent agent(AgentOptions options) {
    return agent(options, CHECKS);
  }

  private static TeepAgent agent(AgentOptions options, Checks checks) {
    AgentImage image =
        ReferenceImages.agent(
            List.of(TAM.publicKey(), TAM_ED25519.publicKey()),
            Peers.VENDOR.publicKey(),
            List.of(VERIFIER.publicKey()),
            Optional.of(Peers.TAM_ENCRYPTION.publicKey()),
            options,
            CRYPTO);
    TargetingEnvironment environment =
        new TargetingEnvironment(Peers.REQUEST, image, AGENT, Peers.CHANNEL_KEY, checks);
    return new TeepAgent(
        environment, WireRevision.TEEP_26, new MemorySuitStore(), CRYPTO, Peers.inside(), checks);
  }
}
