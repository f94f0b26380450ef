package org.ccican.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.ccican.role.Peers.AGENT;
import static org.ccican.role.Peers.CHECKS;
import static org.ccican.role.Peers.CRYPTO;
import static org.ccican.role.Peers.NOW;
import static org.ccican.role.Peers.REQUEST;
import static org.ccican.role.Peers.STRANGER;
import static org.ccican.role.Peers.TAM;
import static org.ccican.role.Peers.VERIFIER;
import static org.ccican.role.Peers.answer;
import static org.ccican.role.Peers.ask;
import static org.ccican.role.Peers.opened;
import static org.ccican.role.Peers.reply;
import static org.ccican.role.Peers.signed;
import static org.ccican.role.Peers.teep;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.cose.SigningKey;
import org.ccican.evidence.BoundClaims;
import org.ccican.evidence.CmwCollection;
import org.ccican.evidence.EventLog;
import org.ccican.message.AttestationMessage.AppraisalRequest;
import org.ccican.message.ProvisioningMessage.MiddlewareQuery;
import org.ccican.message.ProvisioningMessage.Placement;
import org.ccican.message.ProvisioningMessage.PlacementRequest;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.teep.TeepErrorCode;
import org.ccican.teep.TeepMessage;
import org.ccican.teep.TeepOptions;
import org.ccican.teep.WireRevision;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TamTest {

  private static final String HARDWARE = "sev-snp";

  private Instant now = NOW;
  private final Tam tam =
      new Tam(Peers.tam(WireRevision.TEEP_26), CRYPTO, () -> now, Peers.counting(), CHECKS);

  @Test
  void asksForAttestationWithAChallengeAndNoToken() throws Rejected {
    TeepMessage.QueryRequest query =
        opened(TeepMessage.QueryRequest.class, tam.receive(teep(Bytes.EMPTY)), TAM);

    assertThat(query.asks(TeepMessage.QueryRequest.ATTESTATION)).isTrue();
    assertThat(query.options().challenge().orElseThrow().size()).isEqualTo(32);
    assertThat(query.options().token()).isEmpty();
    assertThat(challenge("")).isNotEqualTo(query.options().challenge().orElseThrow());
  }

  @Test
  void sendsMiddlewareOnceItsVerifierHasAccepted() throws Rejected {
    Bytes challenge = challenge("");
    Bytes response = response(challenge, AGENT);

    Turn.Ask appraisal = ask(tam.receive(teep(response)), RoleId.VERIFIER, "appraisals");
    AppraisalRequest asked = AppraisalRequest.parse(appraisal.message().body(), CHECKS);
    assertThat(asked.nonce()).isEqualTo(challenge);
    assertThat(asked.evidence()).isEqualTo(collection(challenge, AGENT));

    Turn.Ask query =
        ask(
            appraisal.next().then(result(VERIFIER, challenge, HARDWARE, Optional.empty())),
            RoleId.MIDDLEWARE_REPOSITORY,
            "middleware");
    assertThat(MiddlewareQuery.parse(query.message().body(), CHECKS))
        .isEqualTo(new MiddlewareQuery("imaging", HARDWARE));

    Bytes packaged = Peers.middleware("imaging", HARDWARE).encode();
    TeepMessage.Update update =
        opened(TeepMessage.Update.class, query.next().then(answer(packaged)), TAM);
    assertThat(update.options().manifestList().orElseThrow())
        .containsExactly(Peers.middleware("imaging", HARDWARE).envelope());
    assertThat(status(success(update.options().token(), AGENT))).isEqualTo(204);
  }

  @Test
  void dropsAnAnswerToAChallengeItNeverSent() throws Rejected {
    challenge("");

    assertThat(status(response(Bytes.zero(32), AGENT))).isEqualTo(400);
  }

  /** The Verifier's result names the key as well, and is compared with the message's. */
  @Test
  void dropsEvidenceThatHoldsAnotherKeyThanItNamesEvenIfOneCheckIsBroken() throws Rejected {
    assertThat(status(strange(challenge("")))).isEqualTo(400);

    Tam careless =
        new Tam(
            Peers.tam(WireRevision.TEEP_26),
            CRYPTO,
            () -> now,
            Peers.counting(),
            new BrokenChecks(CheckCatalogue.load().find("tam.agent.key").orElseThrow()));
    Bytes challenge =
        opened(TeepMessage.QueryRequest.class, careless.receive(teep(Bytes.EMPTY)), TAM)
            .options()
            .challenge()
            .orElseThrow();
    Turn.Ask appraisal =
        ask(careless.receive(teep(strange(challenge))), RoleId.VERIFIER, "appraisals");
    Turn dropped = appraisal.next().then(result(VERIFIER, challenge, HARDWARE, Optional.empty()));
    assertThat(Peers.reply(dropped).status()).isEqualTo(400);
  }

  /** Evidence of the Agent beside the key of somebody else, who signs the message. */
  private static Bytes strange(Bytes challenge) {
    Map<String, CmwCollection.Item> items = items(challenge, AGENT);
    items.put(
        "agent-key",
        new CmwCollection.Item(
            "application/cose-key", Peers.VENDOR.publicKey().toCbor().encode(), 4));
    return signed(
        message(new CmwCollection(items).encode(), CmwCollection.MEDIA_TYPE), Peers.VENDOR);
  }

  @Test
  void takesAChallengeOnce() throws Rejected {
    Bytes response = response(challenge(""), AGENT);

    ask(tam.receive(teep(response)), RoleId.VERIFIER, "appraisals");
    assertThat(status(response)).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 3_600})
  void takesAChallengeInTime(long late) throws Rejected {
    Bytes response = response(challenge(""), AGENT);
    now = NOW.plus(TamSessions.PATIENCE).plusSeconds(late);

    if (late < 0) {
      ask(tam.receive(teep(response)), RoleId.VERIFIER, "appraisals");
    } else {
      assertThat(status(response)).isEqualTo(400);
    }
  }

  @Test
  void forgetsTheOldestOfTooManyChallenges() throws Rejected {
    Bytes first = challenge("");
    Bytes second = challenge("");
    for (int further = 1; further < TamSessions.ROOM; further++) {
      tam.receive(teep(Bytes.EMPTY));
    }

    assertThat(status(response(first, AGENT))).isEqualTo(400);
    ask(tam.receive(teep(response(second, AGENT))), RoleId.VERIFIER, "appraisals");
  }

  @Test
  void dropsAnAnswerThatTheAttestedKeyDidNotSign() throws Rejected {
    Bytes challenge = challenge("");
    TeepMessage message = message(collection(challenge, AGENT), CmwCollection.MEDIA_TYPE);

    assertThat(status(signed(message, STRANGER))).isEqualTo(400);
    ask(tam.receive(teep(signed(message, AGENT))), RoleId.VERIFIER, "appraisals");
  }

  @Test
  void dropsAKeyThatTheClaimsDoNotName() throws Rejected {
    Bytes challenge = challenge("");
    Map<String, CmwCollection.Item> items = items(challenge, AGENT);
    items.put("agent-key", items(challenge, STRANGER).get("agent-key"));
    Bytes foreign = new CmwCollection(items).encode();

    assertThat(status(signed(message(foreign, CmwCollection.MEDIA_TYPE), STRANGER))).isEqualTo(400);
  }

  @Test
  void dropsEvidenceOfAnotherMediaType() throws Rejected {
    Bytes collection = collection(challenge(""), AGENT);

    assertThat(status(signed(message(collection, "application/eat+cwt"), AGENT))).isEqualTo(400);
  }

  @Test
  void answersARefusedEnvironmentWithAnUpdateThatBringsNothing() throws Rejected {
    Bytes challenge = challenge("");
    Turn.Ask appraisal =
        ask(tam.receive(teep(response(challenge, AGENT))), RoleId.VERIFIER, "appraisals");

    TeepMessage.Update update =
        opened(
            TeepMessage.Update.class,
            appraisal
                .next()
                .then(result(VERIFIER, challenge, HARDWARE, Optional.of(Reason.STALE_NONCE))),
            TAM);
    assertThat(update.options().manifestList()).isEmpty();
    assertThat(update.options().errCode()).contains(TeepErrorCode.Known.ATTESTATION_REQUIRED);
    assertThat(update.options().errMsg().orElseThrow()).contains("verifier.nonce");
    assertThat(update.options().token()).isPresent();
  }

  @Test
  void dropsAResultThatIsNotItsVerifiersForThisChallenge() throws Rejected {
    for (Answer wrong :
        List.of(
            result(VERIFIER, Bytes.zero(32), HARDWARE, Optional.empty()),
            result(STRANGER, Bytes.of(1), HARDWARE, Optional.empty()),
            Peers.refusal(Reason.MALFORMED),
            answer(Bytes.utf8("no result")))) {
      Turn.Ask appraisal =
          ask(tam.receive(teep(response(challenge(""), AGENT))), RoleId.VERIFIER, "appraisals");

      assertThat(reply(appraisal.next().then(wrong)).status()).isEqualTo(400);
    }
  }

  @Test
  void blamesNobodyElseWhenItsVerifierFails() throws Rejected {
    for (int failure : new int[] {0, 500, 503}) {
      Turn.Ask appraisal =
          ask(tam.receive(teep(response(challenge(""), AGENT))), RoleId.VERIFIER, "appraisals");

      assertThat(reply(appraisal.next().then(Peers.status(failure))).status()).isEqualTo(502);
    }
  }

  @Test
  void dropsAnEnvironmentOfOtherHardwareThanWasAskedFor() throws Rejected {
    place("imaging", "tdx");
    Bytes challenge = challenge(REQUEST.toHex());
    Turn.Ask appraisal =
        ask(tam.receive(teep(response(challenge, AGENT))), RoleId.VERIFIER, "appraisals");

    Turn turn = appraisal.next().then(result(VERIFIER, challenge, HARDWARE, Optional.empty()));
    assertThat(reply(turn).status()).isEqualTo(400);
  }

  @Test
  void sendsWhatWasPlacedWhateverTheAgentAsksFor() throws Rejected {
    place("analytics", HARDWARE);
    Bytes challenge = challenge(REQUEST.toHex());
    Turn.Ask appraisal =
        ask(tam.receive(teep(response(challenge, AGENT))), RoleId.VERIFIER, "appraisals");

    Turn.Ask query =
        ask(
            appraisal.next().then(result(VERIFIER, challenge, HARDWARE, Optional.empty())),
            RoleId.MIDDLEWARE_REPOSITORY,
            "middleware");
    assertThat(MiddlewareQuery.parse(query.message().body(), CHECKS))
        .isEqualTo(new MiddlewareQuery("analytics", HARDWARE));
  }

  @Test
  void placesWhatTheRepositoryHasAndNothingElse() throws Rejected {
    Placement placement = place("imaging", HARDWARE);
    assertThat(placement.request()).isEqualTo(REQUEST);
    assertThat(placement.tamUri()).isEqualTo("http://tam/teep/" + REQUEST.toHex());
    assertThat(placement.middleware()).isEqualTo(Peers.middleware("imaging", HARDWARE).name());

    Turn.Ask query = placing("imaging", "abacus");
    Rejected refusal =
        catchThrowableOfType(
            Rejected.class, () -> query.next().then(Peers.refusal(Reason.NOT_AVAILABLE)));
    assertThat(refusal.reason()).isEqualTo(Reason.NOT_AVAILABLE);
  }

  @Test
  void takesATokenOnceInTimeAndOnlyIfItSentIt() throws Rejected {
    Bytes token = update();
    assertThat(status(success(Optional.of(Bytes.zero(16)), AGENT))).isEqualTo(400);
    assertThat(status(success(Optional.empty(), AGENT))).isEqualTo(400);
    assertThat(status(success(Optional.of(token), AGENT))).isEqualTo(204);
    assertThat(status(success(Optional.of(token), AGENT))).isEqualTo(400);

    Bytes late = update();
    now = now.plus(TamSessions.PATIENCE);
    assertThat(status(success(Optional.of(late), AGENT))).isEqualTo(400);

    Bytes early = update();
    now = now.plus(TamSessions.PATIENCE).minus(Duration.ofSeconds(1));
    assertThat(status(success(Optional.of(early), AGENT))).isEqualTo(204);
  }

  @Test
  void letsNobodyElseUseATokenUp() throws Rejected {
    Bytes token = update();

    assertThat(status(success(Optional.of(token), STRANGER))).isEqualTo(400);
    assertThat(status(success(Optional.of(token), AGENT))).isEqualTo(204);
  }

  @Test
  void takesAnErrorLikeASuccess() throws Rejected {
    Bytes token = update();
    TeepMessage known =
        TeepMessages.error(
            Optional.of(token), TeepErrorCode.Known.MANIFEST_PROCESSING_FAILED, "no");
    TeepMessage bare =
        TeepMessages.error(Optional.empty(), TeepErrorCode.Known.PERMANENT_ERROR, "no");

    assertThat(status(signed(bare, AGENT))).isEqualTo(204);
    assertThat(status(signed(known, STRANGER))).isEqualTo(400);
    assertThat(status(signed(known, AGENT))).isEqualTo(204);
    assertThat(status(signed(known, AGENT))).isEqualTo(400);
  }

  @Test
  void dropsMessagesThatOnlyATamSends() throws Rejected {
    Turn.Reply own = reply(tam.receive(teep(Bytes.EMPTY)));

    assertThat(status(own.body())).isEqualTo(400);
    assertThat(status(signed(new TeepMessage.Update(TeepOptions.none()), AGENT))).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "application/octet-stream", "application/teep+json", "teep+cbor"})
  void answersAnotherMediaTypeWith415(String mediaType) throws Rejected {
    Message message = new Message("teep", "", mediaType, response(challenge(""), AGENT));

    assertThat(reply(tam.receive(message)).status()).isEqualTo(415);
  }

  @Test
  void dropsWhateverFlipsInWhatIsSigned() throws Rejected {
    Bytes collection = collection(challenge(""), AGENT);
    Bytes response = signed(message(collection, CmwCollection.MEDIA_TYPE), AGENT);
    int payload = response.size() - 64 - 2 - collection.size();
    Random random = new Random(11);
    for (int round = 0; round < 1_500; round++) {
      int at = payload + random.nextInt(response.size() - payload);
      Bytes flipped = response.flip(at, random.nextInt(8));

      assertThat(status(flipped.slice(0, flipped.size() - random.nextInt(2))))
          .as("octet %d", at)
          .isEqualTo(400);
    }
  }

  @Test
  void answersAnyOctetsWithAStatus() throws Rejected {
    Random random = new Random(12);
    Bytes response = response(challenge(""), AGENT);
    for (int round = 0; round < 1_000; round++) {
      int size = 1 + random.nextInt(response.size());
      Bytes wrong = response.slice(0, size).flip(random.nextInt(size), random.nextInt(8));

      assertThat(tam.receive(teep(wrong))).isNotNull();
    }
  }

  private Bytes challenge(String placement) throws Rejected {
    Turn turn = tam.receive(new Message("teep", placement, "", Bytes.EMPTY));
    return opened(TeepMessage.QueryRequest.class, turn, TAM).options().challenge().orElseThrow();
  }

  private int status(Bytes octets) throws Rejected {
    return reply(tam.receive(teep(octets))).status();
  }

  private Turn.Ask placing(String applicationType, String hardwareType) throws Rejected {
    Bytes request = new PlacementRequest(REQUEST, applicationType, hardwareType).encode();
    return ask(
        tam.receive(Message.of("placements", request)), RoleId.MIDDLEWARE_REPOSITORY, "middleware");
  }

  private Placement place(String applicationType, String hardwareType) throws Rejected {
    Bytes found = Peers.middleware(applicationType, hardwareType).encode();
    Turn placed = placing(applicationType, hardwareType).next().then(answer(found));
    return Placement.parse(reply(placed).body(), CHECKS);
  }

  /** The token of an Update for an accepted environment. */
  private Bytes update() throws Rejected {
    Bytes challenge = challenge("");
    Turn turn = tam.receive(teep(response(challenge, AGENT)));
    turn =
        ask(turn, RoleId.VERIFIER, "appraisals")
            .next()
            .then(result(VERIFIER, challenge, HARDWARE, Optional.empty()));
    turn =
        ask(turn, RoleId.MIDDLEWARE_REPOSITORY, "middleware")
            .next()
            .then(answer(Peers.middleware("imaging", HARDWARE).encode()));
    return opened(TeepMessage.Update.class, turn, TAM).options().token().orElseThrow();
  }

  private static Bytes success(Optional<Bytes> token, SigningKey key) {
    return signed(TeepMessages.success(token, "the Agent"), key);
  }

  /**
   * What a Verifier concludes about {@code AGENT}: in the TEEP profile if nothing is against it.
   */
  private static Answer result(
      SigningKey verifier, Bytes nonce, String format, Optional<Reason> against) {
    return against.isPresent()
        ? Peers.result(verifier, nonce, format, against)
        : answer(Peers.token(Optional.of(nonce), format, AGENT.publicKey()).sign(verifier));
  }

  private static Bytes response(Bytes challenge, SigningKey key) {
    return signed(message(collection(challenge, key), CmwCollection.MEDIA_TYPE), key);
  }

  private static TeepMessage message(Bytes payload, String format) {
    return TeepMessages.queryResponse(
        Optional.empty(), format, Optional.of(payload), Optional.of("imaging"));
  }

  private static Bytes collection(Bytes challenge, SigningKey key) {
    return new CmwCollection(items(challenge, key)).encode();
  }

  private static Map<String, CmwCollection.Item> items(Bytes challenge, SigningKey key) {
    EventLog log = new EventLog(List.of());
    BoundClaims claims =
        new BoundClaims(challenge, key.publicKey().thumbprint(), Peers.CHANNEL_KEY, log.digest());
    Map<String, CmwCollection.Item> items = new HashMap<>();
    items.put("evidence", new CmwCollection.Item("a/b", Bytes.utf8("evidence"), 4));
    items.put("claims", new CmwCollection.Item(BoundClaims.MEDIA_TYPE, claims.encode(), 4));
    items.put("event-log", new CmwCollection.Item(EventLog.MEDIA_TYPE, log.encode(), 4));
    items.put(
        "agent-key",
        new CmwCollection.Item("application/cose-key", key.publicKey().toCbor().encode(), 4));
    return items;
  }
}
