package org.ccican.conformance.specimen;

import static org.ccican.conformance.specimen.Encryption.A128CTR;
import static org.ccican.conformance.specimen.Encryption.A128GCM;
import static org.ccican.conformance.specimen.Encryption.CHACHA20_POLY1305;
import static org.ccican.conformance.specimen.Manifests.A;
import static org.ccican.conformance.specimen.Manifests.bare;
import static org.ccican.conformance.specimen.Manifests.dataSharing;
import static org.ccican.conformance.specimen.Manifests.digest;
import static org.ccican.conformance.specimen.Manifests.identity;
import static org.ccican.conformance.specimen.Manifests.joined;
import static org.ccican.conformance.specimen.Manifests.match;
import static org.ccican.conformance.specimen.SuitNumbers.INSTALL;
import static org.ccican.conformance.specimen.SuitNumbers.VALIDATE;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** Encrypted payloads (suit-firmware-encryption). */
final class EncryptedManifests {

  private static final String WRITES = "writes encrypted content";
  private static final String CTR = "writes content that AES-CTR encrypted";
  private static final String UNCOMPARED = "writes encrypted content without a digest";
  private static final String COPIES = "copies encrypted content";
  private static final long A128KW = -3;
  private static final String WORDS = "SUIT Payload Encryption";

  private EncryptedManifests() {}

  static List<Specimen> list() {
    ManifestRows rows = new ManifestRows();
    written(rows);
    copied(rows);
    derived(rows);
    shaped(rows);
    return rows.allNeeding(Specimen.Need.ENCRYPTION_KEY).list();
  }

  /** Content A is written, encrypted, and compared. */
  static Manifest written(Situation situation, Encryption encryption) {
    return written(situation, encryption.seal(A), digest(A));
  }

  private static Manifest written(Situation situation, Encryption.Sealed sealed, Parameter digest) {
    return dataSharing(situation, digest)
        .withoutPayloads()
        .section(
            INSTALL,
            Command.override(Parameter.content(sealed.ciphertext()), sealed.parameter()),
            Command.write(),
            match())
        .section(VALIDATE, match());
  }

  /** As above, and nothing is compared: only what was decrypted can tell. */
  private static Manifest uncompared(Situation situation, Encryption encryption) {
    Encryption.Sealed sealed = encryption.seal(A);
    return dataSharing(situation)
        .withoutPayloads()
        .section(
            INSTALL,
            Command.override(Parameter.content(sealed.ciphertext()), sealed.parameter()),
            Command.write());
  }

  private static void written(ManifestRows rows) {
    rows.good(WRITES, s -> written(s, Encryption.by(A128GCM, s)))
        .good(CTR, s -> written(s, Encryption.by(A128CTR, s)))
        .good(UNCOMPARED, s -> uncompared(s, Encryption.by(A128GCM, s)))
        .good(
            "sets its encryption info",
            s -> {
              Encryption.Sealed sealed = Encryption.by(A128GCM, s).seal(A);
              return dataSharing(s, digest(A))
                  .withoutPayloads()
                  .section(
                      INSTALL,
                      Command.set(Parameter.content(sealed.ciphertext()), sealed.parameter()),
                      Command.write(),
                      match())
                  .section(VALIDATE, match());
            })
        .good(
            "encrypts for another device and for this one",
            s ->
                written(
                    s,
                    Encryption.by(A128GCM, List.of(Encryption.stranger(s), s.device().key()), s)))
        .bad(
            "encrypts for another device",
            CTR,
            s -> written(s, Encryption.by(A128CTR, List.of(Encryption.stranger(s)), s)))
        .bad(
            "has the digest of its ciphertext",
            WRITES,
            s -> {
              Encryption.Sealed sealed = Encryption.by(A128GCM, s).seal(A);
              return written(s, sealed, digest(sealed.ciphertext()));
            })
        .bad(
            "starts its counter one later",
            CTR,
            s -> written(s, Encryption.by(A128CTR, s).counter(EncryptedManifests::next)))
        .bad(
            "has content that was changed under AES-GCM",
            UNCOMPARED,
            s -> uncompared(s, Encryption.by(A128GCM, s).afterwards(each -> each.flip(0, 0))))
        .bad(
            "has content that was changed under ChaCha20/Poly1305",
            UNCOMPARED,
            s ->
                uncompared(
                    s, Encryption.by(CHACHA20_POLY1305, s).afterwards(each -> each.flip(0, 0))));
  }

  private static Bytes next(Bytes counter) {
    byte[] octets = counter.toArray();
    for (int index = octets.length - 1; index >= 0; index--) {
      octets[index]++;
      if (octets[index] != 0) {
        break;
      }
    }
    return Bytes.of(octets);
  }

  private static void copied(ManifestRows rows) {
    rows.good(COPIES, s -> copied(s, Encryption.by(A128CTR, s), Function.identity(), true))
        .bad(
            "has another ciphertext than it says",
            COPIES,
            s -> copied(s, Encryption.by(A128CTR, s), each -> each.flip(0, 0), true))
        .bad(
            "has neither integrity nor a digest for its payload",
            COPIES,
            s -> copied(s, Encryption.by(A128CTR, s), Function.identity(), false));
  }

  /**
   * The ciphertext is fetched as second, and decrypted to data.
   *
   * @param carried what the envelope has in place of the ciphertext
   * @param compared whether anything is compared with a digest
   */
  private static Manifest copied(
      Situation situation,
      Encryption encryption,
      Function<Bytes, Bytes> carried,
      boolean compared) {
    Encryption.Sealed sealed = encryption.seal(A);
    List<Command> comparing = compared ? List.of(match()) : List.of();
    return bare(situation)
        .components("data", "second")
        .shared(
            joined(
                List.of(Command.choose(0)),
                identity(situation),
                List.of(
                    Command.override(digest(A), Parameter.source(1), sealed.parameter()),
                    Command.choose(1),
                    Command.override(digest(sealed.ciphertext()), Parameter.uri("#ciphertext")))))
        .section(
            INSTALL,
            joined(
                List.of(Command.choose(1), Command.fetch()),
                comparing,
                List.of(Command.choose(0), Command.copy()),
                comparing))
        .payload("#ciphertext", carried.apply(sealed.ciphertext()));
  }

  private static void derived(ManifestRows rows) {
    rows.good(
            "derives its key with a salt",
            s -> written(s, Encryption.by(A128GCM, s).salt(Bytes.utf8("some salt"))))
        .bad(
            "wraps its content key with another key",
            CTR,
            s -> ctr(s, each -> each.wrapping(key -> key.flip(0, 0))))
        .bad(
            "derives its key for another algorithm",
            CTR,
            s -> ctr(s, each -> each.boundTo(A128CTR, 128, WORDS)))
        .bad(
            "derives its key for 256 bits",
            CTR,
            s -> ctr(s, each -> each.boundTo(A128KW, 256, WORDS)))
        .bad(
            "derives its key for other words",
            CTR,
            s -> ctr(s, each -> each.boundTo(A128KW, 128, "SUIT Report Encryption")))
        .bad(
            "derives its key without the recipient's header",
            CTR,
            s -> ctr(s, Encryption::headerNotBound))
        .bad(
            "derives its key for an identity",
            CTR,
            s -> ctr(s, each -> each.identity(Cbor.octets(Bytes.utf8("sender")))));
  }

  private static Manifest ctr(Situation situation, Function<Encryption, Encryption> defect) {
    return written(situation, defect.apply(Encryption.by(A128CTR, situation)));
  }

  /** Octets where nil says that the ciphertext travels apart. */
  private static Cbor attached(Cbor message) {
    List<Cbor> parts = new ArrayList<>(((Cbor.Array) ((Cbor.Tag) message).content()).items());
    parts.set(2, Cbor.octets(Bytes.zero(16)));
    return Cbor.tag(((Cbor.Tag) message).number(), Cbor.array(parts));
  }

  private static void shaped(ManifestRows rows) {
    rows.bad(
            "has encryption info without a tag",
            WRITES,
            s -> written(s, Encryption.by(A128GCM, s).message(each -> ((Cbor.Tag) each).content())))
        .bad(
            "has a ciphertext inside its encryption info",
            WRITES,
            s -> written(s, Encryption.by(A128GCM, s).message(EncryptedManifests::attached)))
        .bad(
            "has no ephemeral key",
            WRITES,
            s -> written(s, Encryption.by(A128GCM, s).withoutEphemeral()))
        .bad(
            "has external additional data",
            UNCOMPARED,
            s -> uncompared(s, Encryption.by(A128GCM, s).additional(Bytes.utf8("more"))))
        .bad(
            "has a protected header that was changed",
            UNCOMPARED,
            s ->
                uncompared(
                    s,
                    Encryption.by(A128GCM, s)
                        .headerAfterwards(
                            each ->
                                Cbor.map()
                                    .put(1, Cbor.integer(A128GCM))
                                    .put(4711, Cbor.integer(1))
                                    .build()
                                    .encode())))
        .bad(
            "has a protected header for AES-CTR",
            CTR,
            s ->
                ctr(
                    s,
                    each ->
                        each.header(
                            none -> Cbor.map().put(1, Cbor.integer(A128CTR)).build().encode())))
        .bad(
            "encrypts its content by an algorithm of no profile",
            CTR,
            s -> ctr(s, each -> each.named(-65531)))
        .bad(
            "distributes its content key by an algorithm of no profile",
            CTR,
            s -> ctr(s, each -> each.keyExchange(-32)));
  }
}
