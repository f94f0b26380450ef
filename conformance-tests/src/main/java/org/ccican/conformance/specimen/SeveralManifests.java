package org.ccican.conformance.specimen;

import static org.ccican.conformance.specimen.Manifests.A;
import static org.ccican.conformance.specimen.Manifests.B;
import static org.ccican.conformance.specimen.Manifests.bare;
import static org.ccican.conformance.specimen.Manifests.data;
import static org.ccican.conformance.specimen.Manifests.digest;
import static org.ccican.conformance.specimen.Manifests.fetched;
import static org.ccican.conformance.specimen.Manifests.identity;
import static org.ccican.conformance.specimen.Manifests.joined;
import static org.ccican.conformance.specimen.Manifests.match;
import static org.ccican.conformance.specimen.SuitNumbers.INSTALL;
import static org.ccican.conformance.specimen.SuitNumbers.VALIDATE;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ccican.teep.TeepMessage;
import org.ccican.teep.TeepOptions;
import org.ccican.wire.Bytes;

/** Updates of several manifests, each for a component of its own (teep-protocol section 4.4). */
final class SeveralManifests {

  private static final String BOTH = "an Update whose manifests install data and second";

  private SeveralManifests() {}

  static List<Specimen> list() {
    return new ManifestRows()
        .whole(BOTH, Optional.empty(), s -> update(s, data(s), second(s, B)))
        .whole(
            "an Update whose manifests install data and another second than they say",
            Optional.of(BOTH),
            s -> update(s, data(s), second(s, A)))
        .list();
  }

  /**
   * A manifest that says that second is content B.
   *
   * @param brought what it brings as that
   */
  private static Manifest second(Situation situation, Bytes brought) {
    return bare(situation)
        .components("second")
        .shared(joined(identity(situation), List.of(Command.override(digest(B)))))
        .section(INSTALL, joined(fetched("#second")))
        .section(VALIDATE, match())
        .payload("#second", brought);
  }

  private static Bytes update(Situation situation, Manifest... manifests) {
    return Draft.of(
            new TeepMessage.Update(
                TeepOptions.builder()
                    .token(situation.random(16))
                    .manifestList(Arrays.stream(manifests).map(Manifest::encode).toList())
                    .build()),
            situation.keys().tam(),
            situation)
        .encode();
  }
}
