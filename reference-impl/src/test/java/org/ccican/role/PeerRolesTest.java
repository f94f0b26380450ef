package org.ccican.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccican.role.Peers.AGENT;
import static org.ccican.role.Peers.CHECKS;
import static org.ccican.role.Peers.CRYPTO;
import static org.ccican.role.Peers.NOW;
import static org.ccican.role.Peers.TAM;
import static org.ccican.role.Peers.VERIFIER;
import static org.ccican.role.Peers.answer;
import static org.ccican.role.Peers.ask;
import static org.ccican.role.Peers.teep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ccican.app.ReferenceImages;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.cose.CoseKey;
import org.ccican.cose.SigningKey;
import org.ccican.evidence.BoundClaims;
import org.ccican.evidence.CmwCollection;
import org.ccican.evidence.EventLog;
import org.ccican.reject.Rejected;
import org.ccican.suit.MemorySuitStore;
import org.ccican.suit.SuitComponentId;
import org.ccican.teep.PeerData;
import org.ccican.teep.SuitCoseProfileId;
import org.ccican.teep.TeepCodec;
import org.ccican.teep.TeepErrorCode;
import org.ccican.teep.TeepMessage;
import org.ccican.teep.TeepSecurity;
import org.ccican.teep.WireRevision;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/**
 * The TEEP messages of others, given to the role that each is for, in a session in which it could
 * be right. Those that came unsigned are signed by a key that the role trusts, so that what refuses
 * them is what is wrong with them.
 */
class PeerRolesTest {

  private static final Bytes TOKEN = Bytes.hex("a0a1a2a3a4a5a6a7a8a9aaabacadaeaf");
  private static final String DEMO = "teep-wasm-demo/";
  private static final int DROPPED = 400;
  private static final int ENDED = 204;

  private final Map<String, Executable> tests = new LinkedHashMap<>();

  @TestFactory
  Stream<DynamicTest> processesEachMessageAsTheListDoes() {
    cover(PeerData.assumed());
    return tests.entrySet().stream()
        .map(each -> DynamicTest.dynamicTest(each.getKey(), each.getValue()));
  }

  @Test
  void givesEachMessageOfTheListToARole() throws Exception {
    PeerData data = PeerData.assumed();
    cover(data);
    Set<String> messages = new TreeSet<>();
    for (PeerData.Entry entry : data.entries()) {
      boolean octets = entry.file().matches(".*\\.(hex\\.txt|cose)");
      if (octets && entry.file().startsWith("teep-") && !entry.file().matches(".*/(suit|eat)_.*")) {
        messages.add(entry.file());
      }
    }

    assertThat(new TreeSet<>(tests.keySet())).isEqualTo(messages).isNotEmpty();
  }

  private void cover(PeerData data) {
    for (WireRevision revision : List.of(WireRevision.TEEP_26, WireRevision.TEEP_LEGACY)) {
      String folder = revision == WireRevision.TEEP_26 ? "teep-26" : "teep-legacy";
      String at = "teep-protocol/" + folder + "/";
      draft(data, at + "query_request.hex.txt", octets -> refusesTheToken(revision, octets));
      draft(data, at + "query_response.hex.txt", octets -> missesEvidence(revision, octets));
      draft(data, at + "update.hex.txt", octets -> refusesTheOldManifest(revision, octets, data));
      draft(data, at + "teep_success.hex.txt", octets -> endsTheSession(revision, octets));
      draft(data, at + "teep_error.hex.txt", octets -> endsTheSession(revision, octets));
    }
    tests.put(DEMO + "query_request.tam.esp256.cose", () -> answersTheDemoTam(data));
    tests.put(DEMO + "query_response_eat.agent.esp256.cose", () -> missesTheDemoFormat(data));
    tests.put(DEMO + "update0.tam.esp256.cose", () -> installsTheDemoComponent(data));
  }

  private void draft(PeerData data, String file, Look look) {
    tests.put(file, () -> look.at(data.hex(file)));
  }

  /** Both a token and the attestation bit: the Agent says so, and gives no evidence. */
  private static void refusesTheToken(WireRevision revision, Bytes octets) throws Rejected {
    TeepMessage.Error error =
        error(revision, agent(revision).receive(signed(revision, octets, TAM)));
    assertThat(error.code()).isEqualTo(TeepErrorCode.Known.PERMANENT_ERROR);
    assertThat(error.options().token()).contains(TOKEN);
    assertThat(error.options().errMsg().orElseThrow()).contains("teep.token.attestation");
  }

  /** An empty attestation payload where evidence was asked for: nothing is provisioned. */
  private static void missesEvidence(WireRevision revision, Bytes octets) throws Rejected {
    Tam tam = tam(revision);
    tam.receive(teep(Bytes.EMPTY));
    assertProvisionsNothing(revision, tam.receive(signed(revision, octets, AGENT)));
  }

  /** ES256 is no algorithm of the profiles any more, and section 9 installs nothing. */
  private static void refusesTheOldManifest(WireRevision revision, Bytes octets, PeerData data)
      throws Exception {
    AgentImage image = image(TAM.publicKey(), signer(data));
    TeepMessage.Error error =
        error(revision, agent(revision, image, CHECKS).receive(signed(revision, octets, TAM)));
    assertThat(error.code()).isEqualTo(TeepErrorCode.Known.MANIFEST_PROCESSING_FAILED);
    assertThat(error.options().token()).contains(TOKEN);
    assertThat(error.options().errMsg().orElseThrow()).contains("cose.alg.allowed");
  }

  /** The TAM has sent an Update with the token that Success and Error of the draft repeat. */
  private static void endsTheSession(WireRevision revision, Bytes octets) throws Rejected {
    Tam tam = tam(revision);
    Turn.Ask appraisal =
        ask(
            tam.receive(response(revision, challenge(revision, tam))),
            RoleId.VERIFIER,
            "appraisals");
    Turn.Ask repository =
        ask(
            appraisal
                .next()
                .then(
                    Peers.answer(
                        Peers.token(Optional.of(Bytes.zero(32)), "sev-snp", AGENT.publicKey())
                            .sign(VERIFIER))),
            RoleId.MIDDLEWARE_REPOSITORY,
            "middleware");
    Turn update = repository.next().then(answer(Peers.middleware("imaging", "sev-snp").encode()));
    assertThat(decoded(revision, update, TAM).options().token()).contains(TOKEN);

    assertThat(status(tam.receive(signed(revision, octets, Peers.STRANGER)))).isEqualTo(DROPPED);
    assertThat(status(tam.receive(signed(revision, octets, AGENT)))).isEqualTo(ENDED);
    assertThat(status(tam.receive(signed(revision, octets, AGENT)))).isEqualTo(DROPPED);
  }

  /** A QueryRequest that keeps every rule: an Agent that has its profile goes for evidence. */
  private static void answersTheDemoTam(PeerData data) throws Exception {
    Message query = teep(data.octets(DEMO + "query_request.tam.esp256.cose"));
    AgentImage image = image(data.jwk(DEMO + "tam-esp256-pub.jwk"), signer(data));

    ask(
        agent(WireRevision.TEEP_26, image, CHECKS).receive(query),
        RoleId.ATTESTING_ENVIRONMENT,
        "evidence");
    TeepMessage.Error error =
        error(WireRevision.TEEP_26, agent(WireRevision.TEEP_26).receive(query));
    assertThat(error.code()).isEqualTo(TeepErrorCode.Known.PERMANENT_ERROR);
  }

  /**
   * The format is left out, so that the payload would be an EAT of the profile, which it is not.
   */
  private static void missesTheDemoFormat(PeerData data) throws Exception {
    Tam tam = tam(WireRevision.TEEP_26);
    tam.receive(teep(Bytes.EMPTY));
    Message response = teep(data.octets(DEMO + "query_response_eat.agent.esp256.cose"));
    assertProvisionsNothing(WireRevision.TEEP_26, tam.receive(response));
  }

  /**
   * Its manifest checks neither vendor nor class, which section 6.2 of the manifest specification
   * has a processor refuse. Were it not for that, all 65,132 octets would be installed.
   */
  private static void installsTheDemoComponent(PeerData data) throws Exception {
    Message update = teep(data.octets(DEMO + "update0.tam.esp256.cose"));
    AgentImage image = image(data.jwk(DEMO + "tam-esp256-pub.jwk"), signer(data));
    TeepMessage.Error error =
        error(WireRevision.TEEP_26, agent(WireRevision.TEEP_26, image, CHECKS).receive(update));
    assertThat(error.options().token()).contains(Bytes.hex("0011223344556677"));
    assertThat(error.options().errMsg().orElseThrow()).contains("suit.shared.vendor");

    MemorySuitStore store = new MemorySuitStore();
    Checks lenient =
        new BrokenChecks(
            CheckCatalogue.load().all().stream()
                .filter(each -> each.name().matches("suit\\.shared\\.(vendor|class)"))
                .toList());
    TeepMessage success =
        decoded(
            WireRevision.TEEP_26,
            agent(WireRevision.TEEP_26, image, store, lenient).receive(update),
            AGENT);
    assertThat(success).isInstanceOf(TeepMessage.Success.class);
    assertThat(store.find(SuitComponentId.of("app.wasm")).orElseThrow().payload().size())
        .isEqualTo(65_132);
  }

  private static void assertProvisionsNothing(WireRevision revision, Turn turn) throws Rejected {
    Turn.Reply reply = Peers.reply(turn);
    if (!reply.body().isEmpty()) {
      TeepMessage message = decoded(revision, turn, TAM);
      assertThat(message).isInstanceOf(TeepMessage.Update.class);
      assertThat(message.options().manifestList()).isEmpty();
      assertThat(message.options().errCode()).isPresent();
    }
  }

  private static AgentImage image(CoseKey tam, CoseKey signer) {
    return ReferenceImages.agent(
        List.of(tam),
        signer,
        List.of(),
        Optional.empty(),
        AgentOptions.standard()
            .protecting(false, AgentOptions.Protection.PLAIN, SuitCoseProfileId.P256_A128GCM),
        CRYPTO);
  }

  private static CoseKey signer(PeerData data) throws Exception {
    return data.jwk(DEMO + "tc-signer-esp256-pub.jwk");
  }

  private static TeepAgent agent(WireRevision revision) {
    return agent(revision, image(TAM.publicKey(), Peers.VENDOR.publicKey()), CHECKS);
  }

  private static TeepAgent agent(WireRevision revision, AgentImage image, Checks checks) {
    return agent(revision, image, new MemorySuitStore(), checks);
  }

  private static TeepAgent agent(
      WireRevision revision, AgentImage image, MemorySuitStore store, Checks checks) {
    TargetingEnvironment environment =
        new TargetingEnvironment(Peers.REQUEST, image, AGENT, Peers.CHANNEL_KEY, checks);
    return new TeepAgent(environment, revision, store, CRYPTO, Peers.inside(), checks);
  }

  /** A TAM whose challenges are zeros and whose tokens are the draft's. */
  private static Tam tam(WireRevision revision) {
    return new Tam(
        Peers.tam(revision),
        CRYPTO,
        () -> NOW,
        size -> size == TOKEN.size() ? TOKEN : Bytes.zero(size),
        CHECKS);
  }

  private static Bytes challenge(WireRevision revision, Tam tam) throws Rejected {
    TeepMessage query = decoded(revision, tam.receive(teep(Bytes.EMPTY)), TAM);
    return query.options().challenge().orElseThrow();
  }

  private static Message response(WireRevision revision, Bytes challenge) {
    EventLog log = new EventLog(List.of());
    BoundClaims claims =
        new BoundClaims(challenge, AGENT.publicKey().thumbprint(), Peers.CHANNEL_KEY, log.digest());
    Map<String, CmwCollection.Item> items = new LinkedHashMap<>();
    items.put("evidence", item("a/b", Bytes.of(7)));
    items.put("claims", item(BoundClaims.MEDIA_TYPE, claims.encode()));
    items.put("event-log", item(EventLog.MEDIA_TYPE, log.encode()));
    items.put("agent-key", item("application/cose-key", AGENT.publicKey().toCbor().encode()));
    TeepMessage response =
        TeepMessages.queryResponse(
            Optional.empty(),
            CmwCollection.MEDIA_TYPE,
            Optional.of(new CmwCollection(items).encode()),
            Optional.of("imaging"));
    return signed(revision, new TeepCodec(revision, CHECKS).encode(response), AGENT);
  }

  private static CmwCollection.Item item(String mediaType, Bytes value) {
    return new CmwCollection.Item(mediaType, value, CmwCollection.EVIDENCE);
  }

  private static Message signed(WireRevision revision, Bytes message, SigningKey key) {
    return teep(new TeepSecurity(revision).protect(message, key));
  }

  private static TeepMessage.Error error(WireRevision revision, Turn turn) throws Rejected {
    return (TeepMessage.Error) decoded(revision, turn, AGENT);
  }

  private static TeepMessage decoded(WireRevision revision, Turn turn, SigningKey key)
      throws Rejected {
    Bytes body = Peers.reply(turn).body();
    return new TeepCodec(revision, CHECKS)
        .decode(new TeepSecurity(revision).open(body, List.of(key.publicKey()), CHECKS).message());
  }

  private static int status(Turn turn) {
    return Peers.reply(turn).status();
  }

  @FunctionalInterface
  private interface Look {
    void at(Bytes octets) throws Exception;
  }
}
