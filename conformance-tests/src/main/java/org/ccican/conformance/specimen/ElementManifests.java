package org.ccican.conformance.specimen;

import static org.ccican.conformance.specimen.Manifests.A;
import static org.ccican.conformance.specimen.Manifests.B;
import static org.ccican.conformance.specimen.Manifests.bare;
import static org.ccican.conformance.specimen.Manifests.data;
import static org.ccican.conformance.specimen.Manifests.dataSharing;
import static org.ccican.conformance.specimen.Manifests.digest;
import static org.ccican.conformance.specimen.Manifests.fetched;
import static org.ccican.conformance.specimen.Manifests.identity;
import static org.ccican.conformance.specimen.Manifests.joined;
import static org.ccican.conformance.specimen.Manifests.match;
import static org.ccican.conformance.specimen.SuitNumbers.INSTALL;
import static org.ccican.conformance.specimen.SuitNumbers.VALIDATE;

import java.util.List;
import java.util.stream.IntStream;
import org.ccican.cose.Crypto;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** Elements of the manifest, components and digests (suit-manifest sections 8.4.1 to 8.4.5, 10). */
final class ElementManifests {

  private static final int MANY = 128;
  private static final int LONG = 100_000;

  /** A time in seconds of the year 2027. */
  private static final long TIME = 1_800_000_000;

  private ElementManifests() {}

  static List<Specimen> list() {
    ManifestRows rows = new ManifestRows();
    elements(rows);
    components(rows);
    digests(rows);
    return rows.list();
  }

  private static void elements(ManifestRows rows) {
    rows.bad("has version 2", s -> data(s).element(SuitNumbers.VERSION, Cbor.integer(2)))
        .bad("has version 0", s -> data(s).element(SuitNumbers.VERSION, Cbor.integer(0)))
        .bad("has no version", s -> data(s).without(SuitNumbers.VERSION))
        .bad("has no sequence number", s -> data(s).without(SuitNumbers.SEQUENCE_NUMBER))
        .bad("has no common part", s -> data(s).without(SuitNumbers.COMMON))
        .bad(
            "has octets for a common part that are no CBOR",
            s -> data(s).element(SuitNumbers.COMMON, Cbor.octets(Bytes.hex("a2ff"))))
        .bad("has a negative sequence number", s -> data(s).sequence(-1))
        .bad(
            "has a text for a sequence number",
            s -> data(s).element(SuitNumbers.SEQUENCE_NUMBER, Cbor.text("3")))
        .good("has a time for a sequence number", s -> data(s).sequence(TIME))
        .bad(
            "is a second older than that",
            "has a time for a sequence number",
            s -> data(s).sequence(TIME - 1))
        .good(
            "has a reference URI",
            s -> data(s).element(SuitNumbers.REFERENCE_URI, Cbor.text("https://tc.example/full")))
        .bad(
            "has octets for a reference URI",
            "has a reference URI",
            s ->
                data(s)
                    .element(
                        SuitNumbers.REFERENCE_URI,
                        Cbor.octets(Bytes.utf8("https://tc.example/full"))))
        .good("has a text in English", s -> data(s).element(SuitNumbers.TEXT, text()))
        .bad(
            "has an install sequence in no byte string",
            s -> data(s).element(INSTALL, Command.array(fetched("#data"))));
  }

  static Cbor text() {
    return Cbor.wrapped(
        Cbor.map()
            .put("en", Cbor.map().put(1, Cbor.text("Data for a TEEP Agent")).build())
            .build());
  }

  private static void components(ManifestRows rows) {
    rows.bad("is for a component that there is not", s -> elsewhere(s, Manifest.id("nowhere")))
        .good("lists two components", s -> listing(s, 2))
        .bad("lists 128 components", "lists two components", s -> listing(s, MANY))
        .bad("lists no components", s -> bare(s).shared(joined(identity(s))))
        .bad("has a text for a component", s -> elsewhere(s, Cbor.text("data")))
        .bad("has a component with a text in it", s -> elsewhere(s, Cbor.array(Cbor.text("data"))))
        .good(
            "installs content B as data",
            s ->
                dataSharing(s, digest(B))
                    .sequence(4)
                    .section(INSTALL, joined(fetched("#other")))
                    .section(VALIDATE, match())
                    .payload("#other", B))
        .bad(
            "aborts after its fetch",
            "installs content B as data",
            s ->
                dataSharing(s, digest(B))
                    .sequence(4)
                    .section(INSTALL, joined(fetched("#other"), List.of(Command.abort())))
                    .section(VALIDATE, match())
                    .payload("#other", B))
        .bad("lacks its payload", s -> data(s).withoutPayloads());
  }

  private static Manifest elsewhere(Situation situation, Cbor component) {
    return data(situation).components(component);
  }

  /** Content A as each of so many components. */
  private static Manifest listing(Situation situation, int count) {
    return data(situation)
        .components(many(count))
        .shared(
            joined(
                List.of(Command.choose(0)),
                identity(situation),
                List.of(Command.chooseAll(), Command.override(digest(A)))))
        .section(INSTALL, joined(List.of(Command.chooseAll()), fetched("#data")))
        .section(VALIDATE, Command.chooseAll(), match());
  }

  private static Cbor[] many(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            number -> Cbor.array(Cbor.octets(Bytes.utf8("data")), Cbor.octets(number(number))))
        .toArray(Cbor[]::new);
  }

  private static Bytes number(int number) {
    return Bytes.of(number >> 8, number & 0xff);
  }

  private static void digests(ManifestRows rows) {
    rows.good(
            "installs a payload of 100000 octets",
            s ->
                dataSharing(s, Manifests.digestAndSize(Bytes.zero(LONG)))
                    .section(INSTALL, joined(fetched("#long")))
                    .section(VALIDATE, match())
                    .payload("#long", Bytes.zero(LONG)))
        .bad(
            "has a digest of one element",
            s -> digested(s, Cbor.array(Cbor.integer(SuitNumbers.SHA_256))))
        .bad(
            "has a digest that is a text",
            s ->
                digested(
                    s,
                    Cbor.array(
                        Cbor.integer(SuitNumbers.SHA_256), Cbor.text("a digest in no octets"))))
        .bad(
            "has a digest of an unknown algorithm",
            s -> digested(s, Cbor.array(Cbor.integer(-4711), Cbor.octets(Crypto.sha256(A)))))
        .bad(
            "has an image digest in no byte string",
            s -> sharing(s, Parameter.of(SuitNumbers.IMAGE_DIGEST, Parameter.sha256(A))));
  }

  private static Manifest digested(Situation situation, Cbor digest) {
    return sharing(situation, Parameter.of(SuitNumbers.IMAGE_DIGEST, Cbor.wrapped(digest)));
  }

  private static Manifest sharing(Situation situation, Parameter digest) {
    return dataSharing(situation, digest)
        .section(INSTALL, joined(fetched("#data")))
        .section(VALIDATE, match());
  }
}
