package org.ccican.conformance.specimen;

import static org.ccican.conformance.specimen.Manifests.A;
import static org.ccican.conformance.specimen.Manifests.data;
import static org.ccican.conformance.specimen.Manifests.dataBy;
import static org.ccican.conformance.specimen.Manifests.fetched;
import static org.ccican.conformance.specimen.Manifests.joined;

import java.util.List;
import java.util.stream.Stream;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** Envelope and authentication wrapper (suit-manifest sections 8.1 to 8.3). */
final class EnvelopeManifests {

  private static final long COSE_ENCRYPT0 = 16;

  private EnvelopeManifests() {}

  static List<Specimen> list() {
    ManifestRows rows = new ManifestRows();
    rows.good("installs data", Manifests::data);
    envelope(rows);
    authentication(rows);
    return rows.list();
  }

  private static void envelope(ManifestRows rows) {
    rows.good("names its payload by a fragment", s -> named(s, "#some-payload"))
        .good("names its payload by a whole URI", s -> named(s, "https://tc.example/payload"))
        .bad(
            "has a payload that is a text",
            s -> data(s).withoutPayloads().member(Cbor.text("#data"), Cbor.text(A.toText())))
        .bad(
            "is in an envelope that is an array",
            s -> data(s).envelope(item -> Cbor.array(flattened(item))))
        .bad(
            "is missing from its envelope",
            s -> data(s).envelope(item -> without(item, SuitNumbers.MANIFEST)))
        .bad(
            "is in no byte string",
            s -> data(s).envelope(item -> unwrapped(item, SuitNumbers.MANIFEST)));
  }

  private static void authentication(ManifestRows rows) {
    rows.bad("has no authentication block", s -> data(s).signers())
        .bad(
            "has no authentication wrapper",
            s -> data(s).envelope(item -> without(item, SuitNumbers.WRAPPER)))
        .bad(
            "has a digest without the head of its byte string",
            s -> data(s).digestOver(EnvelopeManifests::content))
        // The signature follows the digest.
        .inPlaces(2)
        .bad(
            "has its digest attached to the signature",
            s -> data(s).wrapper(parts -> attached(parts)))
        .bad(
            "is signed over its hash alone",
            s -> data(s).signOver(digest -> digest.slice(digest.size() - 32, digest.size())))
        .bad(
            "has an authentication block without a tag",
            s -> data(s).block(block -> ((Cbor.Tag) block).content()))
        .bad(
            "has an authentication block that is a COSE_Encrypt0",
            s -> data(s).block(block -> Cbor.tag(COSE_ENCRYPT0, ((Cbor.Tag) block).content())))
        .good(
            "is signed by a stranger and by a trusted signer",
            s -> data(s).signers(s.keys().stranger(), s.keys().vendor()))
        .good(
            "is signed by a trusted signer and by a stranger",
            s -> data(s).signers(s.keys().vendor(), s.keys().stranger()))
        .bad(
            "is signed by two strangers",
            "is signed by a stranger and by a trusted signer",
            s -> data(s).signers(s.keys().stranger(), s.keys().verifier()));
  }

  private static Manifest named(Situation situation, String uri) {
    return dataBy(situation, joined(fetched(uri))).withoutPayloads().payload(uri, A);
  }

  /** The content of an encoded byte string. */
  static Bytes content(Bytes encoded) {
    int head = encoded.at(0) < 0x58 ? 1 : encoded.at(0) == 0x58 ? 2 : 3;
    return encoded.slice(head, encoded.size());
  }

  /** Labels and elements one after another, as they stand in the map. */
  private static List<Cbor> flattened(Cbor envelope) {
    return ((Cbor.Map) envelope)
        .entries().stream().flatMap(each -> Stream.of(each.key(), each.value())).toList();
  }

  private static Cbor without(Cbor envelope, long label) {
    return Cbor.unsorted(
        ((Cbor.Map) envelope)
            .entries().stream()
                .filter(entry -> !entry.key().encode().equals(Cbor.integer(label).encode()))
                .toList());
  }

  private static Cbor unwrapped(Cbor envelope, long label) {
    return Cbor.unsorted(
        ((Cbor.Map) envelope)
            .entries().stream()
                .map(
                    entry ->
                        entry.key().encode().equals(Cbor.integer(label).encode())
                            ? new Cbor.Entry(
                                entry.key(), Cbor.raw(((Cbor.Octets) entry.value()).value()))
                            : entry)
                .toList());
  }

  /** The digest stands in the COSE message as well, which the signature covers either way. */
  private static List<Cbor> attached(List<Cbor> parts) {
    Bytes block = ((Cbor.Octets) parts.get(1)).value();
    Bytes digest = ((Cbor.Octets) parts.get(0)).value();
    Bytes nil = Cbor.nil().encode();
    // The nil of a detached payload stands right before the signature of 64 octets and its head.
    int place = block.size() - 64 - 2 - nil.size();
    Bytes changed =
        Bytes.concat(
            block.slice(0, place),
            Cbor.octets(digest).encode(),
            block.slice(place + nil.size(), block.size()));
    return List.of(parts.get(0), Cbor.octets(changed));
  }
}
