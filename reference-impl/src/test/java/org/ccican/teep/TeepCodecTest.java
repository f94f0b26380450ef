package org.ccican.teep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.suit.SuitComponentId;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TeepCodecTest {

  private static final Bytes TOKEN = Bytes.hex("a0a1a2a3a4a5a6a7");
  private static final SuitComponentId ID = SuitComponentId.of("a", "b");

  private final CheckCatalogue catalogue = CheckCatalogue.load();

  /** A message that breaks one rule. */
  private record Wrong(String check, Reason reason, TeepMessage message) {

    @Override
    public String toString() {
      return check;
    }
  }

  static Stream<TeepMessage> messages() {
    TeepOptions everything =
        options()
            .token(TOKEN)
            .challenge(Bytes.zero(512))
            .versions(List.of(0L, 0xffff_ffffL))
            .selectedVersion(0)
            .cipherSuites(List.of(TeepCipherSuite.SIGN1_ESP256))
            .suitProfiles(List.of(SuitCoseProfile.ESP256_ECDH_A128CTR))
            .freshnessMechanisms(List.of(0L, 1L))
            .attestationPayloadFormat("application/eat+cwt; eat_profile=\"x\"")
            .attestationPayload(Bytes.EMPTY)
            .suitReports(List.of(Bytes.of(0xa0)))
            .tcList(List.of(Cbor.map().put(0, ID.toCbor()).build()))
            .requestedTcList(
                List.of(
                    RequestedComponent.of(ID),
                    new RequestedComponent(ID, Optional.of(3L), Optional.of(true))))
            .unneededManifestList(List.of(ID))
            .extList(List.of(7L))
            .manifestList(List.of(Bytes.of(0xa0), Bytes.of(1)))
            .msg("done")
            .errCode(TeepErrorCode.Known.MANIFEST_PROCESSING_FAILED)
            .errMsg("disk full")
            .errLang("en-GB")
            .unknown(Cbor.integer(99), Cbor.text("of a later edition"))
            .build();
    return Stream.of(
        request(options().challenge(Bytes.zero(8)), 9),
        request(options().token(TOKEN).versions(List.of(0L)), 6),
        new TeepMessage.QueryResponse(everything),
        new TeepMessage.Update(everything),
        new TeepMessage.Update(TeepOptions.none()),
        new TeepMessage.Success(everything),
        new TeepMessage.Error(everything, TeepErrorCode.Known.UNSUPPORTED_CIPHER_SUITES),
        new TeepMessage.Error(TeepOptions.none(), new TeepErrorCode.Other(24)));
  }

  static Stream<Wrong> wrong() {
    return Stream.of(
        in("teep.token.size", Reason.OUT_OF_RANGE, options().token(Bytes.zero(7))),
        in("teep.token.size", Reason.OUT_OF_RANGE, options().token(Bytes.zero(65))),
        in("teep.challenge.size", Reason.OUT_OF_RANGE, options().challenge(Bytes.zero(7))),
        in("teep.challenge.size", Reason.OUT_OF_RANGE, options().challenge(Bytes.zero(513))),
        in("teep.list.some", Reason.MISSING_FIELD, options().versions(List.of())),
        in("teep.list.some", Reason.MISSING_FIELD, options().manifestList(List.of())),
        in("teep.list.some", Reason.MISSING_FIELD, options().unneededManifestList(List.of())),
        in("teep.version.size", Reason.OUT_OF_RANGE, options().versions(List.of(1L << 32))),
        in("teep.version.size", Reason.OUT_OF_RANGE, options().selectedVersion(-1)),
        in("teep.version.size", Reason.OUT_OF_RANGE, options().extList(List.of(-1L))),
        in("teep.text.size", Reason.OUT_OF_RANGE, options().msg("")),
        in("teep.text.size", Reason.OUT_OF_RANGE, options().errMsg("\u00e9".repeat(65))),
        in("teep.err-lang", Reason.MALFORMED, options().errLang("english_is_none")),
        in("teep.err-lang", Reason.MALFORMED, options().errLang("en" + "-abcdefgh".repeat(4))),
        in("teep.attestation.format", Reason.MALFORMED, options().attestationPayloadFormat("eat")),
        in(
            "teep.requested-tc.sequence",
            Reason.MISSING_FIELD,
            options()
                .requestedTcList(
                    List.of(new RequestedComponent(ID, Optional.empty(), Optional.of(true))))),
        in("teep.error.code", Reason.OUT_OF_RANGE, options().errCode(new TeepErrorCode.Other(0))),
        in(
            "teep.option.label",
            Reason.WRONG_TYPE,
            options().unknown(Cbor.integer(-1), Cbor.integer(1))),
        in(
            "teep.option.label",
            Reason.WRONG_TYPE,
            options().unknown(Cbor.text("token"), Cbor.integer(1))),
        new Wrong(
            "teep.token.attestation",
            Reason.POLICY_VIOLATED,
            request(options().token(TOKEN).challenge(Bytes.zero(8)), 1)),
        new Wrong("teep.token.attestation", Reason.POLICY_VIOLATED, request(options(), 2)),
        new Wrong(
            "teep.challenge.attestation",
            Reason.POLICY_VIOLATED,
            request(options().token(TOKEN).challenge(Bytes.zero(8)), 2)),
        new Wrong(
            "teep.suites.some",
            Reason.MISSING_FIELD,
            new TeepMessage.QueryRequest(
                TeepOptions.none(), List.of(), List.of(SuitCoseProfile.ESP256_ECDH_A128CTR), 1)),
        new Wrong(
            "teep.suites.some",
            Reason.MISSING_FIELD,
            new TeepMessage.QueryRequest(
                TeepOptions.none(),
                List.of(new TeepCipherSuite(List.of())),
                List.of(SuitCoseProfile.ESP256_ECDH_A128CTR),
                1)),
        new Wrong(
            "teep.suites.some",
            Reason.MISSING_FIELD,
            new TeepMessage.QueryRequest(
                TeepOptions.none(), List.of(TeepCipherSuite.SIGN1_ED25519), List.of(), 1)),
        new Wrong(
            "teep.error.code",
            Reason.OUT_OF_RANGE,
            new TeepMessage.Error(TeepOptions.none(), new TeepErrorCode.Other(0))),
        bare(TeepErrorCode.Known.UNSUPPORTED_CIPHER_SUITES),
        bare(TeepErrorCode.Known.UNSUPPORTED_FRESHNESS_MECHANISMS),
        bare(TeepErrorCode.Known.UNSUPPORTED_MSG_VERSION),
        bare(TeepErrorCode.Known.UNSUPPORTED_SUIT_REPORT));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void readsWhatItWrites(TeepMessage message) throws Rejected {
    for (WireRevision revision : List.of(WireRevision.TEEP_26, WireRevision.TEEP_LEGACY)) {
      TeepCodec codec = new TeepCodec(revision, Checks.unbroken());
      Bytes octets = codec.encode(message);

      assertThat(codec.decode(octets)).isEqualTo(message);
      assertThat(codec.encode(codec.decode(octets))).isEqualTo(octets);
    }
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void refusesWhatBreaksARule(Wrong wrong) {
    Rejected refusal = refusal(codec(Checks.unbroken()).encode(wrong.message()));

    assertThat(refusal.check()).isEqualTo(wrong.check());
    assertThat(refusal.reason()).isEqualTo(wrong.reason());
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void takesItWhenTheOneCheckIsBroken(Wrong wrong) throws Rejected {
    BrokenChecks broken = new BrokenChecks(catalogue.find(wrong.check()).orElseThrow());
    TeepCodec careless = codec(broken);

    assertThat(careless.decode(careless.encode(wrong.message()))).isEqualTo(wrong.message());
    assertThat(broken.reached()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "a0,             teep.shape,       WRONG_TYPE",
    "80,             teep.shape,       MISSING_FIELD",
    "8104,           teep.shape,       MISSING_FIELD",
    "826134a0,       teep.shape,       WRONG_TYPE",
    "8206a0,         teep.type,        UNKNOWN_MESSAGE",
    "8200a0,         teep.type,        UNKNOWN_MESSAGE",
    "820480,         teep.option.type, WRONG_TYPE",
    "8204a11301,     teep.option.type, WRONG_TYPE",
    "8204a10a4161,   teep.option.type, WRONG_TYPE",
    "8204a112a0,     teep.option.type, WRONG_TYPE",
    "8202a1078101,   teep.option.type, WRONG_TYPE",
    "8202a10d81a0,   teep.option.type, MISSING_FIELD",
    "8202a10e814101, teep.option.type, WRONG_TYPE",
    "8202a1051bffffffffffffffff, teep.option.type, OUT_OF_RANGE",
    "8305a0,         cbor.truncated,   TRUNCATED",
    "8205a0,         teep.shape,       MISSING_FIELD",
    "8204a01301,     cbor.trailing,    TRAILING_OCTETS",
    "8304a001,       teep.elements,    UNKNOWN_FIELD",
    "8401a08080,     teep.shape,       MISSING_FIELD",
    "8501a081811281840000000001,       teep.option.type, WRONG_TYPE",
    "8501a08181811281840000000001,     teep.option.type, WRONG_TYPE",
    "8501a08181821228818300000001,     teep.option.type, WRONG_TYPE",
    "8501a0818182122881840000000020,   teep.shape,       OUT_OF_RANGE",
    "8501a081818212288184000000006161, teep.shape,       WRONG_TYPE",
    "8204a21348000000000000000013480000000000000001, cbor.duplicate-key, DUPLICATE_KEY"
  })
  void refusesEveryOtherShape(String hex, String check, Reason reason) {
    Rejected refusal = refusal(Bytes.hex(hex));

    assertThat(refusal.check()).isEqualTo(check);
    assertThat(refusal.reason()).isEqualTo(reason);
  }

  @Test
  void hasTheNumbersOfDraft26() throws Rejected {
    TeepMessage error =
        new TeepMessage.Error(
            options()
                .token(Bytes.hex("a0a1a2a3a4a5a6a7a8a9aaabacadaeaf"))
                .errMsg("disk-full")
                .build(),
            TeepErrorCode.Known.MANIFEST_PROCESSING_FAILED);

    assertThat(new TeepCodec(WireRevision.TEEP_26, Checks.unbroken()).encode(error).toHex())
        .isEqualTo("8305a20b696469736b2d66756c6c1350a0a1a2a3a4a5a6a7a8a9aaabacadaeaf0b");
    assertThat(new TeepCodec(WireRevision.TEEP_LEGACY, Checks.unbroken()).encode(error).toHex())
        .isEqualTo("8306a20c696469736b2d66756c6c1450a0a1a2a3a4a5a6a7a8a9aaabacadaeaf11");
  }

  @Test
  void toleratesBitsErrorsAndLabelsOfLaterEditions() throws Rejected {
    TeepMessage later = request(options().unknown(Cbor.integer(4000), Cbor.nil()), 1L << 40 | 1);

    assertThat(codec(Checks.unbroken()).decode(codec(Checks.unbroken()).encode(later)))
        .isEqualTo(later);
  }

  @Test
  void answersAnyOctetsWithAMessageOrARefusal() {
    Random random = new Random(26);
    TeepCodec codec = codec(Checks.unbroken());
    List<Bytes> good = messages().map(codec::encode).toList();
    int refused = 0;
    for (int i = 0; i < 8_000; i++) {
      Bytes bad = good.get(i % good.size());
      bad = i % 3 == 0 ? bad.slice(0, random.nextInt(bad.size())) : bad;
      for (int flips = random.nextInt(4); flips >= 0 && !bad.isEmpty(); flips--) {
        bad = bad.flip(random.nextInt(bad.size()), random.nextInt(8));
      }
      try {
        codec.encode(codec.decode(bad));
      } catch (Rejected e) {
        assertThat(catalogue.find(e.check())).as(e.check()).isPresent();
        refused++;
      }
    }
    assertThat(refused).isBetween(3_000, 7_999);
  }

  private static Wrong bare(TeepErrorCode.Known code) {
    return new Wrong(
        "teep.error.companion",
        Reason.MISSING_FIELD,
        new TeepMessage.Error(TeepOptions.none(), code));
  }

  private static Wrong in(String check, Reason reason, TeepOptions.Builder options) {
    return new Wrong(check, reason, new TeepMessage.Update(options.build()));
  }

  private static TeepMessage request(TeepOptions.Builder options, long dataItems) {
    return new TeepMessage.QueryRequest(
        options.build(),
        List.of(TeepCipherSuite.SIGN1_ESP256, TeepCipherSuite.SIGN1_ED25519),
        List.of(SuitCoseProfile.ED25519_ECDH_CHACHA_POLY),
        dataItems);
  }

  private static TeepOptions.Builder options() {
    return TeepOptions.builder();
  }

  private static TeepCodec codec(Checks checks) {
    return new TeepCodec(WireRevision.TEEP_26, checks);
  }

  private static Rejected refusal(Bytes octets) {
    Rejected refusal =
        catchThrowableOfType(Rejected.class, () -> codec(Checks.unbroken()).decode(octets));
    assertThat(refusal).isNotNull();
    return refusal;
  }
}
