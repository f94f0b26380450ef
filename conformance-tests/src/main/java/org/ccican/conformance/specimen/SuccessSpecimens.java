package org.ccican.conformance.specimen;

import static org.ccican.conformance.specimen.Changes.fewerElements;
import static org.ccican.conformance.specimen.Changes.moreElements;
import static org.ccican.conformance.specimen.Changes.option;
import static org.ccican.conformance.specimen.Changes.without;
import static org.ccican.conformance.specimen.CoseChanges.signedBy;
import static org.ccican.conformance.specimen.Value.number;
import static org.ccican.conformance.specimen.Value.numbers;
import static org.ccican.conformance.specimen.Value.octets;
import static org.ccican.conformance.specimen.Value.text;

import java.util.List;
import org.ccican.cose.CoseCurve;
import org.ccican.cose.SigningKey;
import org.ccican.teep.TeepLabel;
import org.ccican.teep.TeepMessage;
import org.ccican.teep.TeepOptions;
import org.ccican.wire.Cbor;

/** Successes in the place of an Agent. */
final class SuccessSpecimens {

  private static final long UNKNOWN = 4_711;

  private SuccessSpecimens() {}

  static List<Specimen> list() {
    return CoseSpecimens.on(Family.of("a Success", SuccessSpecimens::success))
        .with("with a token that was never sent", option(TeepLabel.TOKEN, octets(16)))
        .with(
            "with the token of another Agent's Update",
            option(
                TeepLabel.TOKEN,
                situation -> Cbor.octets(situation.otherAgent().token().orElseThrow())))
        .with("without its token", without(TeepLabel.TOKEN))
        .with("with a message of 128 octets", option(TeepLabel.MSG, Value.textOf(128)))
        .with("with a message of 129 octets", option(TeepLabel.MSG, Value.textOf(129)))
        .with("with an empty message", option(TeepLabel.MSG, text("")))
        .with("with no SUIT Reports in its list", option(TeepLabel.SUIT_REPORTS, numbers()))
        .with("with an unknown option", option(UNKNOWN, text("whatever")))
        .with("of three elements", moreElements(number(0)))
        .with("of one element", fewerElements())
        .with("with a SUIT Report for its Update", Reports.answering())
        .beside(
            "with a SUIT Report for its Update",
            "with a SUIT Report for another Update",
            Reports.strayed())
        .beside(
            "with a SUIT Report for its Update",
            "with a SUIT Report signed with the key of the message",
            Reports.signed())
        .with("from the TAM", signedBy(Signer.TAM))
        .with("in another cipher suite", (draft, situation) -> draft.signedBy(edwards(situation)))
        .whole("again", Situation::latest)
        .list();
  }

  /** What an Agent of the other suite would sign with. */
  private static SigningKey edwards(Situation situation) {
    return SigningKey.fromSeed(
        situation.revision().signature(CoseCurve.ED25519),
        situation.random(32),
        situation.keys().crypto());
  }

  private static Draft success(Situation situation) {
    return Draft.of(
        new TeepMessage.Success(TeepOptions.builder().token(situation.token()).build()),
        situation.keys().agent(),
        situation);
  }
}
