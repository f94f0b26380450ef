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

import java.util.ArrayList;
import java.util.List;
import org.ccican.cose.CoseCurve;
import org.ccican.teep.TeepLabel;
import org.ccican.teep.TeepMessage;
import org.ccican.teep.TeepOptions;
import org.ccican.teep.TeepSecurity;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** Updates in the place of a TAM, with a good manifest; bad ones are {@link ManifestSpecimens}. */
final class UpdateSpecimens {

  private static final long UNKNOWN = 4_711;

  private UpdateSpecimens() {}

  static List<Specimen> list() {
    List<Specimen> all = new ArrayList<>();
    all.addAll(
        CoseSpecimens.on(
                Family.of(
                    "an Update", situation -> update(ManifestSpecimens.good(situation), situation)))
            .with("with a token of 7 octets", option(TeepLabel.TOKEN, octets(7)))
            .with("with a token of 8 octets", option(TeepLabel.TOKEN, octets(8)))
            .with("with a token of 64 octets", option(TeepLabel.TOKEN, octets(64)))
            .with("with a token of 65 octets", option(TeepLabel.TOKEN, octets(65)))
            .with("without a token", without(TeepLabel.TOKEN))
            .with("with no manifests in its list", option(TeepLabel.MANIFEST_LIST, numbers()))
            .with("without a manifest", without(TeepLabel.MANIFEST_LIST))
            .with(
                "with a text for a manifest",
                option(TeepLabel.MANIFEST_LIST, Value.list(text("manifest"))))
            .with(
                "with an error message of 128 octets", option(TeepLabel.ERR_MSG, Value.textOf(128)))
            .with(
                "with an error message of 129 octets", option(TeepLabel.ERR_MSG, Value.textOf(129)))
            .with(
                "with no components in its list of unneeded ones",
                option(TeepLabel.UNNEEDED_MANIFEST_LIST, numbers()))
            .with("with an unknown option", option(UNKNOWN, text("whatever")))
            .with(
                "and calls a manifest unneeded that is not there",
                option(
                    TeepLabel.UNNEEDED_MANIFEST_LIST, Value.list(Value.list(octets(8), octets(8)))))
            .with(
                "with 1000 manifests",
                option(
                    TeepLabel.MANIFEST_LIST,
                    Value.times(1000, each -> Cbor.octets(ManifestSpecimens.good(each)))))
            .with("of three elements", moreElements(number(0)))
            .with("of one element", fewerElements())
            .with("with an empty error message", option(TeepLabel.ERR_MSG, text("")))
            .with(
                "with an error message of 65 letters of two octets",
                option(TeepLabel.ERR_MSG, text("é".repeat(65))))
            .with(
                "with an error language of 35 characters",
                option(TeepLabel.ERR_LANG, text(language(35))))
            .with(
                "with an error language of 36 characters",
                option(TeepLabel.ERR_LANG, text(language(36))))
            .with("with an empty error language", option(TeepLabel.ERR_LANG, text("")))
            .with(
                "with an error in a language that nobody speaks",
                option(TeepLabel.ERR_MSG, text("qapla"))
                    .and(option(TeepLabel.ERR_LANG, text("tlh-x-nobody"))))
            .with("with error code 0", option(TeepLabel.ERR_CODE, number(0)))
            .with("signed by the signer of its manifest", signedBy(Signer.VENDOR))
            .with("signed by another TAM of the device", signedBy(Signer.OTHER_TAM))
            .whole("signed for every suite", UpdateSpecimens::many)
            .with("from the Agent", signedBy(Signer.AGENT))
            .with(
                "with a good manifest and one of a stranger",
                option(
                    TeepLabel.MANIFEST_LIST,
                    situation ->
                        Cbor.array(
                            Cbor.octets(ManifestSpecimens.good(situation)),
                            Cbor.octets(
                                ManifestSpecimens.signedBy(
                                    situation.keys().stranger(), situation)))))
            .list());
    return all;
  }

  /** COSE_Sign: a signature by the TAM, and one by a key on another curve that nobody knows. */
  private static Bytes many(Situation situation) {
    Draft draft = update(ManifestSpecimens.good(situation), situation);
    return new TeepSecurity(situation.revision())
        .protectForAny(
            Cbor.array(draft.elements()).encode(),
            List.of(
                situation.keys().tam(),
                Signer.strange(situation.revision().signature(CoseCurve.ED25519), situation)));
  }

  /** A well-formed language tag of so many characters. */
  private static String language(int size) {
    return "en-aaaaaaaa-bbbbbbb-ccccccc-dddddddd".substring(0, size);
  }

  static Draft update(Bytes envelope, Situation situation) {
    return Draft.of(
        new TeepMessage.Update(
            TeepOptions.builder()
                .token(situation.random(16))
                .manifestList(List.of(envelope))
                .build()),
        situation.keys().tam(),
        situation);
  }
}
