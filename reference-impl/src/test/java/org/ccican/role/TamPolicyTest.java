package org.ccican.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccican.reject.Reason.UNKNOWN_FORMAT;
import static org.ccican.role.Peers.AGENT;
import static org.ccican.role.Peers.CHECKS;
import static org.ccican.role.Peers.CRYPTO;
import static org.ccican.role.Peers.KNOWN;
import static org.ccican.role.Peers.NOW;
import static org.ccican.role.Peers.STRANGER;
import static org.ccican.role.Peers.TAM;
import static org.ccican.role.Peers.TAM_ED25519;
import static org.ccican.role.Peers.VERIFIER;
import static org.ccican.role.Peers.answer;
import static org.ccican.role.Peers.ask;
import static org.ccican.role.Peers.opened;
import static org.ccican.role.Peers.reply;
import static org.ccican.role.Peers.signed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseSign;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.SigningKey;
import org.ccican.eat.TeepEat;
import org.ccican.eat.TeepEatReader;
import org.ccican.evidence.Cmw;
import org.ccican.evidence.CmwReader;
import org.ccican.evidence.CmwType;
import org.ccican.message.AttestationMessage.AppraisalRequest;
import org.ccican.reject.Rejected;
import org.ccican.suit.SuitComponentId;
import org.ccican.teep.TeepErrorCode;
import org.ccican.teep.TeepMessage;
import org.ccican.teep.TeepOptions;
import org.ccican.teep.WireRevision;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.junit.jupiter.api.Test;

/** The ways in which a TAM asks, and what it makes of each kind of answer. */
class TamPolicyTest {

  private static final SigningKey REPORTS = Peers.inside().reportKey();
  private static final SigningKey EDWARDS =
      SigningKey.fromSeed(CoseAlgorithm.ED25519, Bytes.utf8("an Agent with Ed25519"), CRYPTO);

  private Instant now = NOW;
  private final Tam tam =
      new Tam(Peers.tam(WireRevision.TEEP_26), CRYPTO, () -> now, Peers.counting(), CHECKS);

  @Test
  void asksInOneWayAtEachUri() throws Rejected {
    TeepMessage.QueryRequest token = query("token");
    assertThat(token.options().token()).isPresent();
    assertThat(token.options().challenge()).isEmpty();
    assertThat(token.options().freshnessMechanisms()).isEmpty();
    assertThat(token.dataItems()).isEqualTo(14);

    TeepMessage.QueryRequest passport = query("passport");
    assertThat(passport.options().token()).isEmpty();
    assertThat(passport.options().challenge()).isEmpty();
    assertThat(passport.options().freshnessMechanisms()).contains(List.of(1L));

    assertThat(CoseSign.isTagged(reply(connect("")).body())).isTrue();
    assertThat(CoseSign.isTagged(reply(connect("known")).body())).isFalse();
    assertThat(query("known").options().challenge()).isPresent();
  }

  @Test
  void takesATokenFromAnAgentItKnowsOnceAndInItsPlace() throws Rejected {
    Bytes token = query("token").options().token().orElseThrow();
    Bytes response = signed(response(TeepOptions.builder().token(token)), KNOWN);

    assertThat(status(signed(response(TeepOptions.builder().token(token)), STRANGER)))
        .isEqualTo(400);
    assertThat(status(signed(TeepMessages.success(Optional.of(token), "Agent"), KNOWN)))
        .isEqualTo(400);
    ask(take(response), RoleId.MIDDLEWARE_REPOSITORY, "middleware");
    assertThat(status(response)).isEqualTo(400);
  }

  @Test
  void answersWhatIsMissingOrForAnotherRequestWithAnUpdateThatSaysSo() throws Rejected {
    assertThat(refused(response(TeepOptions.builder())).errCode())
        .contains(TeepErrorCode.Known.ATTESTATION_REQUIRED);

    Bytes token = query("token").options().token().orElseThrow();
    Bytes report =
        Cbor.map().put(2, Cbor.octets(token.flip(0, 0))).put(4, Cbor.bool(true)).build().encode();
    TeepOptions update =
        refused(response(TeepOptions.builder().token(token).suitReports(List.of(report))));
    assertThat(update.errCode()).contains(TeepErrorCode.Known.PERMANENT_ERROR);
    assertThat(update.errMsg().orElseThrow().length()).isBetween(1, 128);
  }

  @Test
  void verifiesSignedReportsWithTheKeyThatTheAgentHasForThem() throws Rejected {
    ask(reporting(tam, REPORTS), RoleId.MIDDLEWARE_REPOSITORY, "middleware");
    for (SigningKey wrong : List.of(STRANGER, KNOWN)) {
      TeepOptions update = opened(TeepMessage.Update.class, reporting(tam, wrong), TAM).options();
      assertThat(update.errCode()).contains(TeepErrorCode.Known.PERMANENT_ERROR);
    }
    Checks broken =
        new BrokenChecks(CheckCatalogue.load().find("tam.report.signature").orElseThrow());
    Tam careless =
        new Tam(Peers.tam(WireRevision.TEEP_26), CRYPTO, () -> now, Peers.counting(), broken);
    ask(reporting(careless, STRANGER), RoleId.MIDDLEWARE_REPOSITORY, "middleware");
  }

  private static Turn reporting(Tam tam, SigningKey signer) throws Rejected {
    Turn connected = tam.receive(new Message("teep", "token", "", Bytes.EMPTY));
    Bytes token =
        opened(TeepMessage.QueryRequest.class, connected, TAM).options().token().orElseThrow();
    Cbor.Map none = Cbor.map().build();
    Bytes report = Cbor.map().put(2, Cbor.octets(token)).put(4, Cbor.bool(true)).build().encode();
    Bytes signed = CoseSign1.sign(signer, none, none, report).encode();
    TeepOptions.Builder options = TeepOptions.builder().token(token).suitReports(List.of(signed));
    return tam.receive(new Message("teep", "", Message.TEEP, signed(response(options), KNOWN)));
  }

  @Test
  void handsEvidenceThatItCannotReadToItsVerifierAsItIs() throws Rejected {
    Bytes evidence = Bytes.utf8("whatever a vendor says");
    Turn.Ask appraisal = ask(take(unread(evidence, KNOWN)), RoleId.VERIFIER, "appraisals");
    AppraisalRequest asked = AppraisalRequest.parse(appraisal.message().body(), CHECKS);
    assertThat(new CmwReader(CHECKS).read(asked.evidence()))
        .isEqualTo(
            new Cmw.Record(
                new CmwType.MediaType("application/vnd.example"), evidence, Cmw.EVIDENCE));
    assertThat(asked.nonce()).isEqualTo(Bytes.EMPTY);
    assertThat(status(unread(evidence, KNOWN))).isEqualTo(400);
    assertThat(status(unread(evidence, STRANGER))).isEqualTo(400);

    Answer refused = Peers.result(VERIFIER, Bytes.EMPTY, "unknown", Optional.of(UNKNOWN_FORMAT));
    TeepOptions update =
        opened(TeepMessage.Update.class, appraisal.next().then(refused), TAM).options();
    assertThat(update.errCode()).contains(TeepErrorCode.Known.ATTESTATION_REQUIRED);
  }

  @Test
  void takesTheChallengeThatTheResultNamesWhereItCannotReadTheEvidence() throws Rejected {
    Bytes challenge = query("").options().challenge().orElseThrow();
    List<Bytes> nonces = List.of(challenge, challenge, Bytes.zero(32));
    List<Turn> turns = new ArrayList<>();
    for (Bytes nonce : nonces) {
      Bytes response = unread(Bytes.utf8("evidence " + turns.size()), KNOWN);
      Bytes result = Peers.token(Optional.of(nonce), "sev-snp", KNOWN.publicKey()).sign(VERIFIER);
      turns.add(ask(take(response), RoleId.VERIFIER, "appraisals").next().then(answer(result)));
    }
    ask(turns.get(0), RoleId.MIDDLEWARE_REPOSITORY, "middleware");
    assertThat(reply(turns.get(1)).status()).isEqualTo(400);
    assertThat(reply(turns.get(2)).status()).isEqualTo(400);
  }

  private static Bytes unread(Bytes evidence, SigningKey signer) {
    return signed(
        response(
            TeepOptions.builder()
                .attestationPayloadFormat("application/vnd.example")
                .attestationPayload(evidence)),
        signer);
  }

  @Test
  void unlinksWhatTheAgentDoesNotNeed() throws Rejected {
    Bytes token = query("token").options().token().orElseThrow();
    List<SuitComponentId> unneeded = List.of(SuitComponentId.of("manifest"));
    TeepMessage message =
        new TeepMessage.QueryResponse(
            TeepOptions.builder().token(token).unneededManifestList(unneeded).build());

    TeepMessage.Update update = opened(TeepMessage.Update.class, take(signed(message, KNOWN)), TAM);
    assertThat(update.options().unneededManifestList()).contains(unneeded);
    assertThat(update.options().manifestList()).isEmpty();
  }

  @Test
  void takesAPassportOfItsVerifiersForTheKeyThatSignsWhileItIsRecent() throws Rejected {
    Bytes right = passport(VERIFIER, AGENT, AGENT);
    ask(take(right), RoleId.MIDDLEWARE_REPOSITORY, "middleware");
    assertThat(status(right)).isEqualTo(400);
    assertThat(status(passport(STRANGER, AGENT, AGENT))).isEqualTo(400);
    assertThat(status(passport(VERIFIER, STRANGER, AGENT))).isEqualTo(400);

    now = NOW.plus(TamAttestation.RECENT).plusSeconds(1);
    assertThat(status(passport(VERIFIER, KNOWN, KNOWN))).isEqualTo(400);
    now = NOW.plus(TamAttestation.RECENT);
    ask(take(passport(VERIFIER, EDWARDS, EDWARDS)), RoleId.MIDDLEWARE_REPOSITORY, "middleware");
  }

  @Test
  void keepsTheSuiteThatTheAgentHasSelected() throws Rejected {
    Turn.Ask query =
        ask(take(passport(VERIFIER, EDWARDS, EDWARDS)), RoleId.MIDDLEWARE_REPOSITORY, "middleware");
    Bytes found = Peers.middleware("imaging", "sev-snp").encode();

    opened(TeepMessage.Update.class, query.next().then(answer(found)), TAM_ED25519);
  }

  @Test
  void hasItselfAttestedForTheChallengeOfTheErrorWithTheKeyOfTheSuite() throws Rejected {
    Bytes challenge = Bytes.hex("5a".repeat(32));
    TeepMessage.Error error =
        TeepMessages.error(
            Optional.empty(),
            TeepErrorCode.Known.ATTESTATION_REQUIRED,
            "who are you?",
            options -> options.freshnessMechanisms(List.of(0L)).challenge(challenge));

    Turn.Ask own = ask(take(signed(error, EDWARDS)), RoleId.VERIFIER, "tam-appraisals");
    TeepEat evidence =
        new TeepEatReader(CRYPTO, CHECKS)
            .open(own.message().body(), List.of(Peers.key("tam attestation").publicKey()));
    assertThat(evidence.nonce()).contains(challenge);
    assertThat(TeepMessages.confirms(evidence, TAM_ED25519.publicKey())).isTrue();

    TeepMessage.QueryRequest again =
        opened(
            TeepMessage.QueryRequest.class,
            own.next().then(answer(Bytes.utf8("a result"))),
            TAM_ED25519);
    assertThat(again.options().attestationPayload()).contains(Bytes.utf8("a result"));
    assertThat(again.options().challenge()).isPresent();
  }

  @Test
  void forgetsATokenWithTime() throws Rejected {
    Bytes token = query("token").options().token().orElseThrow();
    now = NOW.plus(TamSessions.PATIENCE).plus(Duration.ofSeconds(1));

    assertThat(status(signed(response(TeepOptions.builder().token(token)), KNOWN))).isEqualTo(400);
  }

  private TeepOptions refused(TeepMessage message) throws Rejected {
    return opened(TeepMessage.Update.class, take(signed(message, KNOWN)), TAM).options();
  }

  private static Bytes passport(SigningKey verifier, SigningKey about, SigningKey signer) {
    Bytes result = Peers.token(Optional.empty(), "sev-snp", about.publicKey()).sign(verifier);
    return signed(response(TeepOptions.builder().attestationPayload(result)), signer);
  }

  private static TeepMessage response(TeepOptions.Builder options) {
    return new TeepMessage.QueryResponse(
        options.requestedTcList(List.of(TeepMessages.wanted("imaging"))).build());
  }

  private Turn connect(String item) throws Rejected {
    return tam.receive(new Message("teep", item, "", Bytes.EMPTY));
  }

  private TeepMessage.QueryRequest query(String item) throws Rejected {
    return opened(TeepMessage.QueryRequest.class, connect(item), TAM);
  }

  private Turn take(Bytes octets) throws Rejected {
    return tam.receive(new Message("teep", "", Message.TEEP, octets));
  }

  private int status(Bytes octets) throws Rejected {
    return reply(take(octets)).status();
  }
}
