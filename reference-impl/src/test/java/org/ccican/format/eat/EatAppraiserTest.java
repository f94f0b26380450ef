package org.ccican.format.eat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.appraisal.Appraisal;
import org.ccican.appraisal.AppraisalInput;
import org.ccican.appraisal.AppraisalPolicy;
import org.ccican.appraisal.CheckOutcome;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.MacAlgorithm;
import org.ccican.cose.MacKey;
import org.ccican.cose.SigningKey;
import org.ccican.reject.Rejected;
import org.ccican.trust.TrustAnchors;
import org.ccican.wire.Base64Url;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.junit.jupiter.api.Test;

/** What emulated hardware does not send: JWT, profiles of others, and what policies ask. */
class EatAppraiserTest {

  private static final String HEADER = "{\"alg\":\"ES256\",\"typ\":\"JWT\"}";
  private static final String CLAIMS =
      "{\"eat_nonce\":\""
          + Base64Url.encode(EatScene.NONCE)
          + "\",\"ueid\":\"AgAEizrK3Q\",\"dbgstat\":\"disabled\",\"iat\":1700000000,"
          + "\"sueids\":{\"a\":\"AgAEizrK3Q\"},\"location\":{\"latitude\":48,\"longitude\":1.5e1},"
          + "\"intuse\":\"generic\",\"256\":true}";

  private final EatScene scene = new EatScene();
  private final SigningKey key = scene.vendor().constrained();

  @Test
  void acceptsJwtWithSignatureAndWithTag() throws Rejected {
    assertThat(failure(jwt(HEADER, CLAIMS))).isEmpty();
    Bytes secret = Bytes.utf8("a secret of thirty-two octets...");
    String header = "{\"alg\":\"HS256\"}";
    String signed =
        Base64Url.encode(Bytes.utf8(header)) + "." + Base64Url.encode(Bytes.utf8(CLAIMS));
    Bytes tag = new MacKey(secret).tag(MacAlgorithm.HMAC_256_256, Bytes.utf8(signed));
    Bytes jwk = Bytes.utf8("{\"kty\":\"oct\",\"k\":\"" + Base64Url.encode(secret) + "\"}");
    TrustAnchors anchors = scene.appraiser().anchors(List.of(jwk), Checks.unbroken());
    Bytes token = Bytes.utf8(signed + "." + Base64Url.encode(tag));
    assertThat(failure(scene.input(token).withAnchors(anchors))).isEmpty();
    Bytes other = Bytes.utf8(signed + "." + Base64Url.encode(tag.flip(0, 0)));
    assertThat(failure(scene.input(other).withAnchors(anchors))).contains("eat.key.known");
  }

  @Test
  void refusesJwtThatIsWrong() {
    assertThat(failure(jwt("{\"alg\":\"none\"}", CLAIMS))).contains("eat.alg.allowed");
    assertThat(failure(jwt("{\"alg\":\"ES256\",\"crit\":[\"x\"]}", CLAIMS)))
        .contains("eat.jws.crit");
    assertThat(failure(jwt("{}", CLAIMS))).contains("eat.jws.shape");
    assertThat(failure(Bytes.utf8("eyJ9.e30"))).contains("eat.jws.shape");
    assertThat(failure(jwt(HEADER, "[]"))).contains("eat.claims.map");
    assertThat(failure(jwt(HEADER, "{\"eat_nonce\":\"short\"}"))).contains("eat.nonce.size");
    assertThat(failure(jwt(HEADER, "{\"eat_nonce\":12345678}"))).contains("eat.nonce.type");
    assertThat(failure(jwt(HEADER, "{\"iat\":1.5}"))).contains("eat.iat.integer");
    assertThat(failure(jwt(HEADER, "{\"dbgstat\":\"off\"}"))).contains("eat.dbgstat.range");
    assertThat(failure(jwt(HEADER, "{\"submods\":{\"a\":[\"JWT\"]}}"))).contains("eat.json.value");
    assertThat(failure(jwt(HEADER, "{\"submods\":{\"a\":[\"DIGEST\",[1]]}}")))
        .contains("eat.json.value");
  }

  /** RFC 9711 section 4.1: the older claim is none. */
  @Test
  void takesNoClaimByTheNameOrLabelOfTheOtherEncoding() {
    String nonce = CLAIMS.replace("eat_nonce", "nonce");
    assertThat(failure(jwt(HEADER, nonce))).contains("eat.nonce.present");
    assertThat(failure(jwt(HEADER, CLAIMS.replace("eat_nonce", "10"))))
        .contains("eat.nonce.present");
    Bytes cbor =
        EatSigner.sign(
            key, Cbor.map().put("eat_nonce", Cbor.octets(EatScene.NONCE)).build().encode());
    assertThat(failure(cbor)).contains("eat.nonce.present");
  }

  @Test
  void refusesJwtUnderAProfileThatIsOfCborAlone() {
    for (EatProfile each : EatProfile.values()) {
      String claims =
          CLAIMS.replace("{\"eat_nonce", "{\"eat_profile\":\"" + each.id() + "\",\"eat_nonce");
      assertThat(failure(jwt(HEADER, claims))).contains("eat.profile.sign1");
    }
  }

  @Test
  void keepsToTheThreeCurvesOfTheConstrainedProfile() throws Rejected {
    for (CoseAlgorithm each :
        List.of(CoseAlgorithm.ES256, CoseAlgorithm.ES384, CoseAlgorithm.ES512)) {
      SigningKey signer = SigningKey.fromSeed(each, Bytes.utf8("device"), scene.crypto());
      Cbor.Map claims =
          Cbor.map()
              .put(10, Cbor.octets(EatScene.NONCE))
              .put(265, Cbor.text(EatProfile.CONSTRAINED.id()))
              .build();
      TrustAnchors anchors =
          scene
              .appraiser()
              .anchors(List.of(signer.publicKey().toCbor().encode()), Checks.unbroken());
      Bytes token = EatSigner.sign(signer, claims.encode());
      assertThat(failure(scene.input(token).withAnchors(anchors))).as(each.name()).isEmpty();
    }
  }

  @Test
  void ignoresWhatItDoesNotKnow() {
    Cbor.Map claims =
        Cbor.map()
            .put(10, Cbor.octets(EatScene.NONCE))
            .put(-70_000, Cbor.text("private"))
            .put("text", Cbor.bool(true))
            .build();
    assertThat(failure(EatSigner.sign(key, claims.encode()))).isEmpty();
  }

  @Test
  void takesAnyOfSeveralNonces() {
    Cbor nonces = Cbor.array(Cbor.octets(Bytes.zero(8)), Cbor.octets(EatScene.NONCE));
    assertThat(failure(EatSigner.sign(key, Cbor.map().put(10, nonces).build().encode()))).isEmpty();
  }

  @Test
  void takesAChannelForASignatureOnlyWhereThePolicySaysSo() {
    Cbor.Map claims = Cbor.map().put(10, Cbor.octets(EatScene.NONCE)).build();
    Bytes bare = Cbor.tag(EatToken.UCCS_TAG, claims).encode();
    assertThat(failure(bare)).contains("eat.secure-channel");
    assertThat(failure(scene.input(bare).withPolicy(policy(Map.of(), Map.of(), "secure-channel"))))
        .isEmpty();
    assertThat(
            failure(
                scene
                    .input(claims.encode())
                    .withPolicy(policy(Map.of(), Map.of(), "secure-channel"))))
        .isEmpty();
  }

  @Test
  void demandsWhatThePolicyDemands() throws Rejected {
    AppraisalInput input = scene.input("teep", Optional.empty());
    Bytes subject = scene.vendor().confirmed(EatScene.SEED).publicKey().thumbprint();
    Map<String, Long> least = Map.of("dbgstat", 2L, "bootcount", 7L);
    assertThat(failure(input.withPolicy(policy(least, Map.of("cnf", subject))))).isEmpty();
    Map<String, AppraisalPolicy> refused =
        Map.of(
            "eat.demand.dbgstat", policy(Map.of("dbgstat", 3L), Map.of()),
            "eat.demand.bootcount", policy(Map.of("bootcount", 8L), Map.of()),
            "eat.demand.cnf", policy(Map.of(), Map.of("cnf", Bytes.zero(32))));
    refused.forEach(
        (check, policy) -> {
          assertThat(failure(input.withPolicy(policy))).contains(check);
          Checks broken = new BrokenChecks(CheckCatalogue.load().find(check).orElseThrow());
          assertThat(scene.appraise(input.withPolicy(policy), broken).accepted())
              .as(check)
              .isTrue();
        });
  }

  @Test
  void doesNotEvaluateWhatNobodySays() throws Rejected {
    Appraisal appraisal =
        scene.appraise(
            scene.input(
                EatSigner.sign(
                    key, Cbor.map().put(10, Cbor.octets(EatScene.NONCE)).build().encode())));
    assertThat(appraisal.find("eat.debug").orElseThrow().status())
        .isEqualTo(CheckOutcome.Status.NOT_EVALUATED);
    assertThat(appraisal.find("eat.measurement").orElseThrow().status())
        .isEqualTo(CheckOutcome.Status.NOT_EVALUATED);
    assertThat(appraisal.accepted()).isTrue();
  }

  /** Depth is bounded on both sides of the limit. */
  @Test
  void takesTokensAsDeepAsTheLimit() {
    for (int levels = EatReading.DEPTH - 1; levels <= EatReading.DEPTH + 1; levels++) {
      Bytes token = EatSigner.sign(key, Cbor.map().put(263, Cbor.integer(1)).build().encode());
      for (int i = 0; i < levels; i++) {
        Cbor.Map outer =
            Cbor.map()
                .put(10, Cbor.octets(EatScene.NONCE))
                .put(266, Cbor.map().put("in", Cbor.octets(token)).build())
                .build();
        token = EatSigner.sign(key, outer.encode());
      }
      assertThat(failure(token))
          .as(levels + " levels")
          .isEqualTo(
              levels <= EatReading.DEPTH ? Optional.empty() : Optional.of("eat.nested.depth"));
    }
  }

  @Test
  void readsFloatsOfEveryWidth() {
    assertThat(EatNumbers.value(new Cbor.Real(2, 0x3e00, Cbor.nil().span()))).isEqualTo(1.5);
    assertThat(EatNumbers.value(new Cbor.Real(2, 0xc000, Cbor.nil().span()))).isEqualTo(-2);
    assertThat(EatNumbers.value(new Cbor.Real(2, 1, Cbor.nil().span())))
        .isEqualTo(Math.scalb(1.0, -24));
    assertThat(EatNumbers.value(new Cbor.Real(2, 0x7c00, Cbor.nil().span()))).isInfinite();
    assertThat(EatNumbers.value(new Cbor.Real(2, 0x7e00, Cbor.nil().span()))).isNaN();
    assertThat(EatNumbers.value(new Cbor.Real(4, 0x3fc00000L, Cbor.nil().span()))).isEqualTo(1.5);
    assertThat(EatNumbers.value(Cbor.integer(-5))).isEqualTo(-5);
    assertThat(EatNumbers.value(Cbor.text("5"))).isNaN();
  }

  private Bytes jwt(String header, String claims) {
    String signed =
        Base64Url.encode(Bytes.utf8(header)) + "." + Base64Url.encode(Bytes.utf8(claims));
    return Bytes.utf8(signed + "." + Base64Url.encode(key.sign(Bytes.utf8(signed))));
  }

  private Optional<String> failure(Bytes token) {
    return failure(scene.input(token));
  }

  private Optional<String> failure(AppraisalInput input) {
    Appraisal appraisal = scene.appraise(input);
    assertThat(appraisal.accepted()).isEqualTo(appraisal.firstFailure().isEmpty());
    return appraisal.firstFailure().map(CheckOutcome::check);
  }

  static AppraisalPolicy policy(
      Map<String, Long> minimum, Map<String, Bytes> equal, String... switches) {
    AppraisalPolicy standard = AppraisalPolicy.standard();
    Map<String, Boolean> allowed = new HashMap<>();
    List.of(switches).forEach(each -> allowed.put(each, true));
    return new AppraisalPolicy(
        standard.allowDebug(),
        standard.allowUnknownVersions(),
        standard.allowMigration(),
        standard.allowProvisionalFirmware(),
        standard.privilegeLevels(),
        minimum,
        equal,
        standard.bitsSet(),
        standard.bitsClear(),
        allowed,
        Map.of(),
        standard.notEvaluated());
  }
}
