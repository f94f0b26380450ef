package org.ccican.conformance.specimen;

import static org.ccican.conformance.specimen.Encryption.A128CTR;
import static org.ccican.conformance.specimen.Encryption.A128GCM;
import static org.ccican.conformance.specimen.Encryption.CHACHA20_POLY1305;
import static org.ccican.conformance.specimen.Manifests.data;

import java.util.List;
import org.ccican.app.ReferenceDevice;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.SigningKey;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * Who signs, by which algorithm, and what that gives a right to (suit-mti section 3, suit-manifest
 * section 9). The personaliser has rights to second and to what is below personal.
 */
final class SignerManifests {

  private static final String PERSONAL = "is signed by the personaliser for a component of its own";

  private SignerManifests() {}

  static List<Specimen> list() {
    ManifestRows rows = new ManifestRows();
    profiles(rows);
    rights(rows);
    return rows.list();
  }

  private static void profiles(ManifestRows rows) {
    rows.good(
            "is of ESP256 and AES-CTR",
            s -> EncryptedManifests.written(s, Encryption.by(A128CTR, s)))
        .needing(Specimen.Need.ENCRYPTION_KEY)
        .good(
            "is of ESP256 and AES-GCM",
            s -> EncryptedManifests.written(s, Encryption.by(A128GCM, s)))
        .needing(Specimen.Need.ENCRYPTION_KEY)
        .good("is of Ed25519 and AES-CTR", s -> edwards(s, A128CTR))
        .needing(Specimen.Need.ENCRYPTION_KEY)
        .good("is of Ed25519 and ChaCha20/Poly1305", s -> edwards(s, CHACHA20_POLY1305))
        .needing(Specimen.Need.ENCRYPTION_KEY)
        .bad(
            "is signed by ES256", s -> data(s).signers(s.keys().vendor().with(CoseAlgorithm.ES256)))
        .bad(
            "has its algorithm in the unprotected header",
            s -> data(s).wrapper(parts -> List.of(parts.get(0), unprotected(s, parts.get(0)))));
  }

  private static Manifest edwards(Situation situation, long content) {
    return EncryptedManifests.written(situation, Encryption.by(content, situation))
        .components("second")
        .signers(personaliser(situation));
  }

  private static SigningKey personaliser(Situation situation) {
    return ReferenceDevice.personaliser(situation.keys().crypto());
  }

  /** A block whose protected header is empty, which its signature covers. */
  private static Cbor unprotected(Situation situation, Cbor digest) {
    SigningKey vendor = situation.keys().vendor();
    Bytes content = ((Cbor.Octets) digest).value();
    return Cbor.wrapped(
        Cbor.tag(
            CoseSign1.TAG,
            Cbor.array(
                Cbor.octets(Bytes.EMPTY),
                Cbor.map()
                    .put(CoseSign1.ALG, Cbor.integer(vendor.algorithm().id()))
                    .put(CoseSign1.KID, Cbor.octets(vendor.publicKey().thumbprint()))
                    .build(),
                Cbor.nil(),
                Cbor.octets(vendor.sign(CoseSign1.toBeSigned(Bytes.EMPTY, content))))));
  }

  private static void rights(ManifestRows rows) {
    rows.good(PERSONAL, s -> data(s).components("second").signers(personaliser(s)))
        .bad(
            "is signed by the personaliser for a component of the vendor",
            PERSONAL,
            s -> data(s).signers(personaliser(s)))
        .bad(
            "is stored by the personaliser where it has no right",
            PERSONAL,
            s -> data(s).components("second").named("data").signers(personaliser(s)))
        .bad(
            "is signed by the personaliser and has a dependency for a component of the vendor",
            PERSONAL,
            s ->
                Dependencies.root(s, data(s).components("tc").signers(personaliser(s)))
                    .components("personal", "second")
                    .signers(personaliser(s)));
  }
}
