package org.ccican.conformance.specimen;

import static org.ccican.conformance.specimen.Changes.element;
import static org.ccican.conformance.specimen.Changes.fewerElements;
import static org.ccican.conformance.specimen.Changes.moreElements;
import static org.ccican.conformance.specimen.Changes.option;
import static org.ccican.conformance.specimen.Changes.twice;
import static org.ccican.conformance.specimen.Changes.type;
import static org.ccican.conformance.specimen.Changes.without;
import static org.ccican.conformance.specimen.CoseChanges.signedBy;
import static org.ccican.conformance.specimen.Value.number;
import static org.ccican.conformance.specimen.Value.numbers;
import static org.ccican.conformance.specimen.Value.octets;
import static org.ccican.conformance.specimen.Value.text;
import static org.ccican.teep.TeepMessage.QueryRequest.ATTESTATION;
import static org.ccican.teep.TeepMessage.QueryRequest.TRUSTED_COMPONENTS;

import java.util.List;
import java.util.stream.Stream;
import org.ccican.cose.CoseCurve;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.SigningKey;
import org.ccican.teep.SuitCoseProfile;
import org.ccican.teep.TeepCipherSuite;
import org.ccican.teep.TeepLabel;
import org.ccican.teep.TeepMessage;
import org.ccican.teep.TeepOptions;
import org.ccican.teep.TeepSecurity;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** QueryRequests in the place of a TAM. */
final class QueryRequestSpecimens {

  private static final int SUITES = 2;
  private static final int PROFILES = 3;
  private static final int DATA_ITEMS = 4;
  private static final long UNKNOWN = 4_711;

  private QueryRequestSpecimens() {}

  static List<Specimen> list() {
    return Stream.of(token(), attestation()).flatMap(family -> family.list().stream()).toList();
  }

  /** Asks for trusted components, with a token and without attestation. */
  private static Family token() {
    return CoseSpecimens.on(
            Family.of(
                "a QueryRequest",
                situation ->
                    request(
                        TeepOptions.builder().token(situation.random(16)),
                        TRUSTED_COMPONENTS,
                        situation)))
        .with("with a token of 7 octets", option(TeepLabel.TOKEN, octets(7)))
        .with("with a token of 8 octets", option(TeepLabel.TOKEN, octets(8)))
        .with("with a token of 64 octets", option(TeepLabel.TOKEN, octets(64)))
        .with("with a token of 65 octets", option(TeepLabel.TOKEN, octets(65)))
        .with("with a text for its token", option(TeepLabel.TOKEN, text("a token of 16 o.")))
        .with("without its token", without(TeepLabel.TOKEN))
        .with("with its token twice", twice(TeepLabel.TOKEN))
        .with("with a challenge", option(TeepLabel.CHALLENGE, octets(32)))
        .with("with an unknown option", option(UNKNOWN, text("whatever")))
        .with("with a text for a label", option(text("label"), number(1)))
        .with("with a negative label", option(-1, number(1)))
        .with("with an array for its options", element(1, numbers()))
        .with("of unknown type", element(0, Value.unassigned(24, 200)))
        .with("of type 0", type(0))
        .with("with a text for its type", element(0, text("QueryRequest")))
        .with("of four elements", fewerElements())
        .with("of six elements", moreElements(number(0)))
        .with("with no versions in its list", option(TeepLabel.VERSIONS, numbers()))
        .with("with version 0", option(TeepLabel.VERSIONS, numbers(0)))
        .with("with versions 0 and 1", option(TeepLabel.VERSIONS, numbers(0, 1)))
        .with("with version 1 alone", option(TeepLabel.VERSIONS, numbers(1)))
        .with(
            "with versions 0 and 4294967295",
            option(TeepLabel.VERSIONS, numbers(0, 4_294_967_295L)))
        .with(
            "with versions 0 and 4294967296",
            option(TeepLabel.VERSIONS, numbers(0, 4_294_967_296L)))
        .with("with versions 0 and -1", option(TeepLabel.VERSIONS, numbers(0, -1)))
        .with("with a number for its versions", option(TeepLabel.VERSIONS, number(0)))
        .with("with no cipher suites in its list", element(SUITES, numbers()))
        .with(
            "with unknown cipher suites alone",
            element(
                SUITES,
                Value.list(Value.list(Value.list(number(18), Value.unassigned(UNKNOWN, 1 << 16))))))
        .with("with a cipher suite of no operations", element(SUITES, Value.list(numbers())))
        .with("with a number for its cipher suites", element(SUITES, number(18)))
        .with("with no SUIT profiles in its list", element(PROFILES, numbers()))
        .with(
            "with unknown SUIT profiles alone",
            element(PROFILES, Value.list(numbers(-16, UNKNOWN, -29, 1))))
        .with(
            "with a SUIT profile of three algorithms",
            element(PROFILES, Value.list(numbers(-16, -9, -29))))
        .with("with no SUIT Reports in its list", option(TeepLabel.SUIT_REPORTS, numbers()))
        .with("signed by another TAM of the device", signedBy(Signer.OTHER_TAM))
        .with("with a plain SUIT Report", option(TeepLabel.SUIT_REPORTS, plainReport()))
        .with(
            "with octets that hold no SUIT Report",
            option(TeepLabel.SUIT_REPORTS, Value.list(octets(16))))
        .with(
            "with a text for a SUIT Report",
            option(TeepLabel.SUIT_REPORTS, Value.list(text("report"))))
        .with("with a SUIT Report of the first profile", report(CoseCurve.P256))
        .with("with a SUIT Report of the second profile", report(CoseCurve.ED25519))
        .with("that asks for nothing", element(DATA_ITEMS, number(0)))
        .whole("signed for every suite", each -> many(each, each.keys().tam()))
        .whole("signed for every suite by strangers", each -> many(each, each.keys().stranger()))
        .with(
            "that asks for nothing and has no token",
            without(TeepLabel.TOKEN).and(element(DATA_ITEMS, number(0))))
        .whole("again", Situation::latest)
        .with("from the Agent", signedBy(Signer.AGENT))
        .with("that asks for extensions too", element(DATA_ITEMS, number(6)))
        .with("that asks for SUIT Reports too", element(DATA_ITEMS, number(10)))
        .with("with a reserved bit", element(DATA_ITEMS, number(18)))
        .with("with a negative set of bits", element(DATA_ITEMS, number(-1)))
        .with("with a text for its bits", element(DATA_ITEMS, text("2")))
        .with(
            "with freshness mechanisms",
            option(TeepLabel.SUPPORTED_FRESHNESS_MECHANISMS, numbers(0)));
  }

  /** Asks for attestation and trusted components, with a challenge. */
  private static Family attestation() {
    return Family.of(
            "a QueryRequest for attestation",
            situation ->
                request(
                    TeepOptions.builder().challenge(situation.random(32)),
                    ATTESTATION | TRUSTED_COMPONENTS,
                    situation))
        .with("signed by a stranger", signedBy(Signer.STRANGER))
        .with(
            "with a text for a freshness mechanism",
            option(TeepLabel.SUPPORTED_FRESHNESS_MECHANISMS, Value.list(text("nonce"))))
        .with("with a challenge of 7 octets", option(TeepLabel.CHALLENGE, octets(7)))
        .with("with a challenge of 8 octets", option(TeepLabel.CHALLENGE, octets(8)))
        .with("with a challenge of 512 octets", option(TeepLabel.CHALLENGE, octets(512)))
        .with("with a challenge of 513 octets", option(TeepLabel.CHALLENGE, octets(513)))
        .with("with a text for its challenge", option(TeepLabel.CHALLENGE, Value.textOf(32)))
        .with("without its challenge", without(TeepLabel.CHALLENGE))
        .with("with a token", option(TeepLabel.TOKEN, octets(16)))
        .with(
            "with a token in place of its challenge",
            without(TeepLabel.CHALLENGE).and(option(TeepLabel.TOKEN, octets(16))))
        .with(
            "with freshness by nonce", option(TeepLabel.SUPPORTED_FRESHNESS_MECHANISMS, numbers(0)))
        .with(
            "with freshness by timestamp alone",
            option(TeepLabel.SUPPORTED_FRESHNESS_MECHANISMS, numbers(1)))
        .with(
            "with unknown freshness mechanisms alone",
            option(
                TeepLabel.SUPPORTED_FRESHNESS_MECHANISMS,
                Value.list(Value.unassigned(UNKNOWN, 1 << 16))))
        .with(
            "with no freshness mechanisms in its list",
            option(TeepLabel.SUPPORTED_FRESHNESS_MECHANISMS, numbers()));
  }

  /** A report that a key on this curve has signed. */
  private static Change report(CoseCurve curve) {
    return option(
        TeepLabel.SUIT_REPORTS,
        situation -> {
          SigningKey key =
              SigningKey.fromSeed(
                  situation.revision().signature(curve),
                  situation.random(32),
                  situation.keys().crypto());
          Cbor.Map nothing = Cbor.map().build();
          return Cbor.array(
              Cbor.octets(CoseSign1.sign(key, nothing, nothing, unprotected(situation)).encode()));
        });
  }

  private static Value plainReport() {
    return situation -> Cbor.array(Cbor.octets(unprotected(situation)));
  }

  /** What a TAM says of a manifest of its own that was installed (suit-report section 4). */
  private static Bytes unprotected(Situation situation) {
    return Cbor.map()
        .put(2, Cbor.octets(situation.random(16)))
        .put(3, Cbor.array())
        .put(4, Cbor.bool(true))
        .put(
            99,
            Cbor.array(
                Cbor.text("https://example.com/tam"),
                Cbor.array(Cbor.integer(-16), Cbor.octets(situation.random(32)))))
        .build()
        .encode();
  }

  /** COSE_Sign: a signature by this key, and one by a key on another curve that nobody knows. */
  private static Bytes many(Situation situation, SigningKey key) {
    SigningKey other =
        SigningKey.fromSeed(
            situation.revision().signature(CoseCurve.ED25519),
            situation.random(32),
            situation.keys().crypto());
    Draft draft =
        request(TeepOptions.builder().token(situation.random(16)), TRUSTED_COMPONENTS, situation);
    return new TeepSecurity(situation.revision())
        .protectForAny(Cbor.array(draft.elements()).encode(), List.of(key, other));
  }

  static Draft request(TeepOptions.Builder options, long bits, Situation situation) {
    return Draft.of(
        new TeepMessage.QueryRequest(
            options.build(),
            List.of(TeepCipherSuite.SIGN1_ESP256, TeepCipherSuite.SIGN1_ED25519),
            List.of(
                SuitCoseProfile.ESP256_ECDH_A128CTR,
                SuitCoseProfile.ED25519_ECDH_A128CTR,
                SuitCoseProfile.ESP256_ECDH_A128GCM,
                SuitCoseProfile.ED25519_ECDH_CHACHA_POLY),
            bits),
        situation.keys().tam(),
        situation);
  }
}
