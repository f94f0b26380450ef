package org.ccican.conformance.specimen;

import static org.ccican.conformance.specimen.Changes.moreElements;
import static org.ccican.conformance.specimen.Changes.option;
import static org.ccican.conformance.specimen.Changes.without;
import static org.ccican.conformance.specimen.Value.number;
import static org.ccican.conformance.specimen.Value.numbers;
import static org.ccican.conformance.specimen.Value.octets;
import static org.ccican.conformance.specimen.Value.text;

import java.util.ArrayList;
import java.util.List;
import org.ccican.teep.TeepLabel;
import org.ccican.teep.TeepMessage;
import org.ccican.teep.TeepOptions;
import org.ccican.wire.Bytes;

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
            .with("of three elements", moreElements(number(0)))
            .list());
    return all;
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
