package org.ccican.conformance.specimen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ccican.app.ReferenceImages;
import org.ccican.cose.SigningKey;
import org.ccican.suit.SuitComponentId;
import org.ccican.suit.SuitManifestBuilder;
import org.ccican.wire.Bytes;

/** Updates whose manifest is special, and everything else as in "an Update". */
final class ManifestSpecimens {

  private static final String BASE = "an Update";

  private ManifestSpecimens() {}

  /** Makes the envelope. */
  @FunctionalInterface
  private interface Envelope {
    Bytes in(Situation situation);
  }

  static List<Specimen> list() {
    List<Specimen> all = new ArrayList<>();
    all.add(
        envelope(
            "with a manifest signed by a stranger", s -> builder(s).build(s.keys().stranger())));
    all.add(envelope("with an unsigned manifest", s -> builder(s).buildUnsigned()));
    all.add(envelope("with a manifest signed by the TAM", s -> builder(s).build(s.keys().tam())));
    all.add(envelope("with a tagged manifest", s -> tagged(good(s))));
    all.add(manifest("with a manifest of version 2", each -> each.version(2)));
    all.add(manifest("with a manifest for another vendor", each -> each.vendorId(Bytes.zero(16))));
    all.add(
        manifest("with a manifest for another device class", each -> each.classId(Bytes.zero(16))));
    all.add(
        manifest(
            "with a manifest that has an identifier",
            each -> each.manifestComponentId(SuitComponentId.of("manifest", "analytics"))));
    all.add(manifest("with a newer manifest", each -> each.sequenceNumber(4)));
    all.add(manifest("with an older manifest", each -> each.sequenceNumber(2)));
    return all;
  }

  /** The envelope of the good manifest, signed by somebody else. */
  static Bytes signedBy(SigningKey signer, Situation situation) {
    return builder(situation).build(signer);
  }

  /** The envelope of the good manifest. */
  static Bytes good(Situation situation) {
    return builder(situation).build(situation.keys().vendor());
  }

  /** Tag 107, as for an envelope that stands alone. */
  private static Bytes tagged(Bytes envelope) {
    return Bytes.concat(Bytes.of(0xd8, 0x6b), envelope);
  }

  private static SuitManifestBuilder builder(Situation situation) {
    return ReferenceImages.manifest(
            ReferenceImages.packed(ReferenceImages.middleware("analytics", "sev-snp").encode()))
        .vendorId(situation.device().vendorId())
        .classId(situation.device().classId());
  }

  private static Specimen manifest(String what, UnaryOperator<SuitManifestBuilder> change) {
    return envelope(what, s -> change.apply(builder(s)).build(s.keys().vendor()));
  }

  private static Specimen envelope(String what, Envelope envelope) {
    return new Specimen(
        BASE + " " + what,
        Optional.of(BASE),
        1,
        situation -> UpdateSpecimens.update(envelope.in(situation), situation).encode());
  }
}
