package org.ccican.conformance.verdict;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * A SUIT envelope as it was seen (draft-ietf-suit-manifest section 8): {2: authentication wrapper,
 * 3: manifest, texts: integrated payloads}, bare or tagged 107.
 *
 * @param tagged whether tag 107 stands before it
 * @param signedDigest the encoded digest that signatures are made over
 * @param digest what that digest says
 * @param blocks the authentication blocks behind the digest, each a COSE message
 * @param wrappedManifest the manifest's byte string with its head, as received: what is hashed
 * @param manifest its content
 * @param severed elements that the envelope has in place of the manifest, by their label
 * @param integrated payloads inside the envelope, by their URI
 */
public record SuitView(
    boolean tagged,
    Bytes signedDigest,
    Digest digest,
    List<Bytes> blocks,
    Bytes wrappedManifest,
    Cbor.Map manifest,
    Map<Long, Cbor> severed,
    Map<String, Bytes> integrated) {

  private static final String WHAT = "suit-envelope";
  private static final int IMAGE_DIGEST = 3;
  private static final int IMAGE_SIZE = 14;
  private static final int URI = 21;

  /**
   * A hash and its algorithm.
   *
   * @param algorithm of COSE: -16 is SHA-256
   */
  public record Digest(long algorithm, Bytes value) {

    public Digest {
      Objects.requireNonNull(value);
    }

    /** Whether this is the hash of the octets; false for an algorithm that is not known. */
    public boolean isOf(Bytes octets) {
      return Digests.of(algorithm, octets).equals(Optional.of(value));
    }

    private static Digest of(Cbor item) throws Rejected {
      List<Cbor> parts = CborView.items(item, WHAT);
      if (parts.size() < 2) {
        throw CborView.wrong(WHAT, "an array of 2", item);
      }
      long algorithm =
          CborView.integer(parts.get(0))
              .orElseThrow(() -> CborView.wrong(WHAT, "a hash algorithm", parts.get(0)));
      return new Digest(algorithm, CborView.octets(parts.get(1), WHAT));
    }
  }

  public SuitView {
    Objects.requireNonNull(signedDigest);
    Objects.requireNonNull(digest);
    blocks = List.copyOf(blocks);
    Objects.requireNonNull(wrappedManifest);
    Objects.requireNonNull(manifest);
    severed = Map.copyOf(severed);
    integrated = Collections.unmodifiableMap(new LinkedHashMap<>(integrated));
  }

  public static Reading<SuitView> read(Bytes octets) {
    return Reading.of(() -> split(CborView.decode(octets)));
  }

  private static SuitView split(Cbor item) throws Rejected {
    Cbor body = item;
    if (item instanceof Cbor.Tag tag) {
      if (tag.number() != 107) {
        throw CborView.wrong(WHAT, "tag 107 or none", item);
      }
      body = tag.content();
    }
    Cbor.Map envelope = CborView.map(body, WHAT);
    List<Cbor> wrapper = CborView.items(CborView.unwrap(element(envelope, 2), WHAT), WHAT);
    if (wrapper.isEmpty()) {
      throw new Rejected(Reason.MISSING_FIELD, WHAT, "the authentication wrapper has no digest");
    }
    Bytes signed = CborView.octets(wrapper.get(0), WHAT);
    List<Bytes> blocks = new ArrayList<>();
    for (Cbor block : wrapper.subList(1, wrapper.size())) {
      blocks.add(CborView.octets(block, WHAT));
    }
    Cbor wrapped = element(envelope, 3);
    Map<Long, Cbor> severed = new HashMap<>();
    Map<String, Bytes> integrated = new LinkedHashMap<>();
    for (Cbor.Entry entry : envelope.entries()) {
      CborView.integer(entry.key()).ifPresent(label -> severed.put(label, entry.value()));
      if (entry.key() instanceof Cbor.Text uri) {
        integrated.put(uri.value(), CborView.octets(entry.value(), WHAT));
      }
    }
    return new SuitView(
        item instanceof Cbor.Tag,
        signed,
        Digest.of(CborView.decode(signed)),
        blocks,
        wrapped.span().raw(),
        CborView.map(CborView.unwrap(wrapped, WHAT), WHAT),
        severed,
        integrated);
  }

  private static Cbor element(Cbor.Map envelope, long label) throws Rejected {
    return envelope
        .find(label)
        .orElseThrow(
            () -> new Rejected(Reason.MISSING_FIELD, WHAT, "the envelope has no element " + label));
  }

  /** An element of the manifest, wherever it stands; of a severed one its digest, if it is gone. */
  public Optional<Cbor> element(long label) {
    return manifest
        .find(label)
        .map(item -> item instanceof Cbor.Array ? severed.getOrDefault(label, item) : item);
  }

  /** Whether the digest in the wrapper is that of the manifest. */
  public boolean digestHolds() {
    return digest.isOf(wrappedManifest);
  }

  /** Whether one of the blocks is a COSE_Sign1 that the key made over the digest. */
  public boolean signedBy(Verifier signatures, Bytes spki) {
    return blocks.stream()
        .flatMap(block -> CoseView.read(block).view().stream())
        .anyMatch(
            block -> block.tagged() && block.verifiesDetached(signedDigest, signatures, spki));
  }

  public Optional<Long> version() {
    return manifest.find(1).flatMap(CborView::integer);
  }

  public Optional<Long> sequenceNumber() {
    return manifest.find(2).flatMap(CborView::integer);
  }

  /** The manifest's own component id, under which it is stored and unlinked. */
  public Optional<List<Bytes>> manifestComponent() {
    return manifest.find(5).flatMap(SuitView::segments);
  }

  /** Ids of the components, each a list of segments; none if they cannot be read. */
  public List<List<Bytes>> components() {
    return common()
        .flatMap(common -> common.find(2))
        .flatMap(CborView::items)
        .orElse(List.of())
        .stream()
        .flatMap(id -> segments(id).stream())
        .toList();
  }

  /** What the installed image must hash to. */
  public Optional<Digest> imageDigest() {
    return parameter(IMAGE_DIGEST)
        .flatMap(CborView::octets)
        .flatMap(octets -> Reading.of(() -> Digest.of(CborView.decode(octets))).view());
  }

  public Optional<Long> imageSize() {
    return parameter(IMAGE_SIZE).flatMap(CborView::integer);
  }

  public Optional<String> uri() {
    return parameter(URI).flatMap(CborView::text);
  }

  /** The integrated payload that the manifest's URI names. */
  public Optional<Bytes> payload() {
    return uri().flatMap(name -> Optional.ofNullable(integrated.get(name)));
  }

  /** Whether the payload is inside and hashes to the image digest. */
  public boolean payloadHolds() {
    return payload().isPresent()
        && imageDigest().isPresent()
        && imageDigest().get().isOf(payload().get());
  }

  /**
   * The first value that a sequence gives to a parameter: the shared sequence before payload fetch,
   * candidate verification, install and validate.
   */
  public Optional<Cbor> parameter(long label) {
    return SuitCommands.parameter(sequences(), label);
  }

  private List<Cbor> sequences() {
    List<Cbor> sequences = new ArrayList<>();
    common().flatMap(common -> common.find(4)).ifPresent(sequences::add);
    for (long section : new long[] {16, 18, 20, 7}) {
      element(section).ifPresent(sequences::add);
    }
    return sequences;
  }

  private Optional<Cbor.Map> common() {
    return manifest
        .find(3)
        .flatMap(CborView::octets)
        .flatMap(octets -> CborView.read(octets).view())
        .flatMap(CborView::map);
  }

  static Optional<List<Bytes>> segments(Cbor item) {
    List<Cbor> parts = CborView.items(item).orElse(List.of(item));
    List<Bytes> segments = parts.stream().flatMap(part -> CborView.octets(part).stream()).toList();
    return item instanceof Cbor.Array && segments.size() == parts.size()
        ? Optional.of(segments)
        : Optional.empty();
  }
}
