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
import org.ccican.teep.TeepErrorCode;
import org.ccican.teep.TeepLabel;
import org.ccican.teep.TeepMessage;
import org.ccican.teep.TeepOptions;

/** Errors in the place of an Agent. */
final class ErrorSpecimens {

  private static final int CODE = 2;
  private static final long UNKNOWN = 4_711;

  private ErrorSpecimens() {}

  static List<Specimen> list() {
    return CoseSpecimens.on(Family.of("an Error", ErrorSpecimens::error))
        .with("with a token that was never sent", option(TeepLabel.TOKEN, octets(16)))
        .with("without its token", without(TeepLabel.TOKEN))
        .with("with an unknown code", element(CODE, number(UNKNOWN)))
        .with("with code 0", element(CODE, number(0)))
        .with("with a text for its code", element(CODE, text("permanent")))
        .with("without a code", fewerElements())
        .with("with a message of 128 octets", option(TeepLabel.ERR_MSG, Value.textOf(128)))
        .with("with a message of 129 octets", option(TeepLabel.ERR_MSG, Value.textOf(129)))
        .with("with an empty message", option(TeepLabel.ERR_MSG, text("")))
        .with("with an unknown option", option(UNKNOWN, text("whatever")))
        .with("of four elements", moreElements(number(0)))
        .with("from the TAM", signedBy(Signer.TAM))
        .list();
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
