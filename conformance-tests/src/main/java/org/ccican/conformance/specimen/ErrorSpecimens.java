package org.ccican.conformance.specimen;

import static org.ccican.conformance.specimen.Changes.element;
import static org.ccican.conformance.specimen.Changes.fewerElements;
import static org.ccican.conformance.specimen.Changes.moreElements;
import static org.ccican.conformance.specimen.Changes.option;
import static org.ccican.conformance.specimen.Changes.without;
import static org.ccican.conformance.specimen.CoseChanges.signedBy;
import static org.ccican.conformance.specimen.Value.number;
import static org.ccican.conformance.specimen.Value.octets;
import static org.ccican.conformance.specimen.Value.text;

import java.util.List;
import java.util.stream.Stream;
import org.ccican.teep.TeepCipherSuite;
import org.ccican.teep.TeepErrorCode;
import org.ccican.teep.TeepLabel;
import org.ccican.teep.TeepMessage;
import org.ccican.teep.TeepOptions;
import org.ccican.wire.Cbor;

/** Errors in the place of an Agent. */
final class ErrorSpecimens {

  private static final int CODE = 2;
  private static final long UNKNOWN = 4_711;

  /** A well-formed language tag of 36 characters, and of one less without the last. */
  private static final String LONG = "en-aaaaaaaa-bbbbbbb-ccccccc-dddddddd";

  private ErrorSpecimens() {}

  static List<Specimen> list() {
    Family family =
        CoseSpecimens.on(Family.of("an Error", ErrorSpecimens::error))
            .with("with a token that was never sent", option(TeepLabel.TOKEN, octets(16)))
            .with("without its token", without(TeepLabel.TOKEN))
            .with("with an unknown code", element(CODE, number(UNKNOWN)))
            .with("with code 0", element(CODE, number(0)))
            .with("that is permanent", code(TeepErrorCode.Known.PERMANENT_ERROR))
            .with(
                "about its freshness mechanisms",
                code(TeepErrorCode.Known.UNSUPPORTED_FRESHNESS_MECHANISMS)
                    .and(option(TeepLabel.SUPPORTED_FRESHNESS_MECHANISMS, Value.numbers(1))))
            .with(
                "about its cipher suites",
                code(TeepErrorCode.Known.UNSUPPORTED_CIPHER_SUITES)
                    .and(option(TeepLabel.SUPPORTED_TEEP_CIPHER_SUITES, suites())))
            .beside(
                "about its freshness mechanisms",
                "that keeps its freshness mechanisms to itself",
                code(TeepErrorCode.Known.UNSUPPORTED_FRESHNESS_MECHANISMS))
            .beside(
                "about its cipher suites",
                "that keeps its cipher suites to itself",
                code(TeepErrorCode.Known.UNSUPPORTED_CIPHER_SUITES))
            .with("with a SUIT Report for its Update", Reports.answering())
            .beside(
                "with a SUIT Report for its Update",
                "with a SUIT Report for another Update",
                Reports.strayed())
            .with("with a text for its code", element(CODE, text("permanent")))
            .with("without a code", fewerElements())
            .with("with a message of 128 octets", option(TeepLabel.ERR_MSG, Value.textOf(128)))
            .with("with a message of 129 octets", option(TeepLabel.ERR_MSG, Value.textOf(129)))
            .with("with an empty message", option(TeepLabel.ERR_MSG, text("")))
            .with("with an unknown option", option(UNKNOWN, text("whatever")))
            .with("of four elements", moreElements(number(0)))
            .with("from the TAM", signedBy(Signer.TAM))
            .whole("again", Situation::latest);
    Family attestation =
        family
            .variant("that asks for attestation", attestation())
            .with("and has four elements", moreElements(number(0)))
            .with("and has a message of 128 octets", option(TeepLabel.ERR_MSG, Value.textOf(128)))
            .with("and has a message of 129 octets", option(TeepLabel.ERR_MSG, Value.textOf(129)))
            .with("and has an empty message", option(TeepLabel.ERR_MSG, text("")))
            .with("and has a language of 36 characters", option(TeepLabel.ERR_LANG, text(LONG)))
            .with(
                "and has a language of 35 characters",
                option(TeepLabel.ERR_LANG, text(LONG.substring(0, 35))))
            .with(
                "and speaks a language that nobody speaks",
                option(TeepLabel.ERR_LANG, text("tlh-x-nobody")))
            .with("and has a challenge of 7 octets", option(TeepLabel.CHALLENGE, octets(7)))
            .with("and has a challenge of 513 octets", option(TeepLabel.CHALLENGE, octets(513)))
            .with(
                "and has no freshness mechanisms in its list",
                option(TeepLabel.SUPPORTED_FRESHNESS_MECHANISMS, Value.numbers()))
            .with("and has no versions in its list", option(TeepLabel.VERSIONS, Value.numbers()))
            .with("and has an unknown option", option(UNKNOWN, text("whatever")));
    return Stream.of(family, attestation).flatMap(each -> each.list().stream()).toList();
  }

  /** Attestation required, with the nonce for its mechanism and a challenge. */
  private static Change attestation() {
    return code(TeepErrorCode.Known.ATTESTATION_REQUIRED)
        .and(option(TeepLabel.SUPPORTED_FRESHNESS_MECHANISMS, Value.numbers(0)))
        .and(option(TeepLabel.CHALLENGE, octets(32)));
  }

  private static Change code(TeepErrorCode.Known code) {
    return element(CODE, situation -> Cbor.integer(situation.revision().number(code)));
  }

  /** The suites of the revision, each of one operation. */
  private static Value suites() {
    return situation ->
        Cbor.array(
            situation.revision().cipherSuites().stream().map(ErrorSpecimens::suite).toList());
  }

  private static Cbor suite(TeepCipherSuite suite) {
    return Cbor.array(
        suite.operations().stream()
            .map(each -> Cbor.array(Cbor.integer(each.coseType()), Cbor.integer(each.algorithm())))
            .toList());
  }

  private static Draft error(Situation situation) {
    return Draft.of(
        new TeepMessage.Error(
            TeepOptions.builder().token(situation.token()).build(),
            TeepErrorCode.Known.TEMPORARY_ERROR),
        situation.keys().agent(),
        situation);
  }
}
