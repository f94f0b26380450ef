package org.ccican.suit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseKey;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.ccican.wire.Fields;

/**
 * A SUIT_Envelope (suit-manifest section 8.2), taken apart no further than its authentication
 * needs.
 *
 * @param digest the octets of the SUIT_Digest, which are what is signed
 * @param authentications the authentication blocks, each an encoded COSE message
 * @param manifest the octets that the manifest's byte string holds
 * @param manifestItem the same with their head, as received: what the digest is over
 * @param severed encoded byte strings of severed elements by label, as received
 * @param payloads integrated payloads by name
 */
public record SuitEnvelope(
    Bytes digest,
    List<Bytes> authentications,
    Bytes manifest,
    Bytes manifestItem,
    Map<Long, Bytes> severed,
    Map<String, Bytes> payloads) {

  private static final int MOST_AUTHENTICATIONS = 8;

  /** Octets of manifest and severed elements together; payloads do not count. */
  private static final int MOST_MANIFEST = 1 << 18;

  public SuitEnvelope {
    authentications = List.copyOf(authentications);
    severed = Map.copyOf(severed);
    payloads = Map.copyOf(payloads);
  }

  /**
   * Reads the untagged form, which TEEP carries.
   *
   * @throws Rejected if the octets are no envelope
   */
  public static SuitEnvelope parse(Bytes octets, Checks checks) throws Rejected {
    Cbor item = new CborDecoder(checks).decode(octets, CborProfile.VALID);
    boolean tagged = item instanceof Cbor.Tag tag && tag.number() == SuitLabels.TAG_ENVELOPE;
    // spec| teep-protocol-26 §4.4: manifest-list holds SUIT_Envelope, not SUIT_Envelope_Tagged
    Rejected.unless(
        checks,
        "suit.envelope.untagged",
        !tagged,
        Reason.WRONG_TYPE,
        () -> "an envelope under tag 107 at offset 0");
    return read(item, checks);
  }

  /**
   * Reads the form that stands alone, under tag 107.
   *
   * @throws Rejected if the octets are no such envelope
   */
  public static SuitEnvelope parseTagged(Bytes octets, Checks checks) throws Rejected {
    Cbor item = new CborDecoder(checks).decode(octets, CborProfile.VALID);
    boolean tagged = item instanceof Cbor.Tag tag && tag.number() == SuitLabels.TAG_ENVELOPE;
    // spec| suit-manifest §8.2: outside of other protocols an envelope has its tag
    Rejected.unless(
        checks,
        "suit.envelope.tagged",
        tagged,
        Reason.WRONG_TYPE,
        () -> "tag 107 expected at offset 0");
    return read(item, checks);
  }

  /**
   * Reads a dependency, which may have a tag or not.
   *
   * @throws Rejected if the octets are no envelope
   */
  static SuitEnvelope parseDependency(Bytes octets, Checks checks) throws Rejected {
    return read(new CborDecoder(checks).decode(octets, CborProfile.VALID), checks);
  }

  /**
   * Checks that the manifest is what one of the trusted signers signed; nothing of the manifest is
   * read before.
   *
   * @return the key that verified; none only where the rule about signers is broken on purpose
   * @throws Rejected if the digest is wrong or no trusted key made a signature over it
   */
  public Optional<CoseKey> authenticate(
      List<CoseKey> trusted, Set<CoseAlgorithm> allowed, Checks checks) throws Rejected {
    if (digest.isEmpty()) {
      return Optional.empty(); // no wrapper, and that was let through
    }
    verifyDigest(checks);
    return verifySigner(trusted, allowed, checks);
  }

  /**
   * The manifest against the digest that is signed.
   *
   * @throws Rejected if it is another
   */
  void verifyDigest(Checks checks) throws Rejected {
    // spec| suit-manifest §8.3: the digest is over the byte string that holds the manifest
    Rejected.unless(
        checks,
        "suit.digest.manifest",
        SuitDigest.parse(digest, checks).matches(manifestItem),
        Reason.DIGEST_MISMATCH,
        () -> "the digest " + digest + " is not the manifest's");
  }

  /**
   * The signatures over the digest.
   *
   * @return as {@link #authenticate}
   * @throws Rejected if no trusted key made one
   */
  Optional<CoseKey> verifySigner(List<CoseKey> trusted, Set<CoseAlgorithm> allowed, Checks checks)
      throws Rejected {
    if (authentications.isEmpty()) {
      // spec| suit-manifest §8.3: the wrapper has an authentication block, of a trusted signer
      if (!checks.holds("suit.signer.known", false)) {
        Rejected.unless(
            checks,
            "suit.authentication.some",
            false,
            Reason.UNKNOWN_SIGNER,
            () -> "no authentication block");
      }
      return Optional.empty();
    }
    // spec| RFC 8949 §10: trials of signatures are bounded
    Rejected.unless(
        checks,
        "suit.limit.signatures",
        authentications.size() <= MOST_AUTHENTICATIONS,
        Reason.LIMIT_EXCEEDED,
        () -> authentications.size() + " authentication blocks");
    List<SuitAuthentication.Signed> signatures =
        SuitAuthentication.signatures(authentications, checks);
    int all = signatures.stream().mapToInt(SuitAuthentication.Signed::size).sum();
    Rejected.unless(
        checks,
        "suit.limit.signatures",
        all <= MOST_AUTHENTICATIONS,
        Reason.LIMIT_EXCEEDED,
        () -> all + " signatures in the authentication blocks");
    List<CoseKey> signers = new ArrayList<>();
    boolean everyone = true;
    for (SuitAuthentication.Signed signature : signatures) {
      Optional<CoseKey> signer =
          signers.isEmpty() ? signature.signer(digest, trusted, allowed, checks) : Optional.empty();
      signer.ifPresent(signers::add);
      everyone = everyone && signer.isPresent();
    }
    // spec| suit-manifest §8.3: of several signers one that is trusted is enough
    boolean enough = checks.keeps("suit.signer.any") || everyone;
    // spec| suit-manifest §6.2: a manifest is authentic before any section of it is parsed
    Rejected.unless(
        checks,
        "suit.signer.known",
        !signers.isEmpty() && enough,
        Reason.UNKNOWN_SIGNER,
        () -> "none of " + all + " signatures is from a trusted signer");
    return signers.stream().findFirst();
  }

  /** The envelope again, with all that is signed or severed, and no payload. */
  Bytes withoutPayloads() {
    List<Cbor> wrapper = new ArrayList<>(List.of(Cbor.octets(digest)));
    authentications.forEach(each -> wrapper.add(Cbor.octets(each)));
    Cbor.MapBuilder map =
        Cbor.map()
            .put(SuitLabels.AUTHENTICATION, Cbor.wrapped(Cbor.array(wrapper)))
            .put(SuitLabels.MANIFEST, Cbor.raw(manifestItem));
    severed.forEach((label, element) -> map.put(label, Cbor.raw(element)));
    return map.build().encode();
  }

  private static SuitEnvelope read(Cbor item, Checks checks) throws Rejected {
    Fields fields =
        SuitEnvelopeEntries.fields(item instanceof Cbor.Tag tag ? tag.content() : item, checks);
    Optional<Bytes> wrapped = fields.findOctets(SuitLabels.AUTHENTICATION);
    // spec| suit-manifest §8.2: the envelope has an authentication wrapper
    Rejected.unless(
        checks,
        "suit.authentication.wrapper",
        wrapped.isPresent(),
        Reason.MISSING_FIELD,
        () -> "no authentication wrapper in the envelope");
    List<Bytes> blocks = List.of(Bytes.EMPTY);
    if (wrapped.isPresent()) {
      Cbor wrapper = new CborDecoder(checks).decode(wrapped.get(), CborProfile.VALID);
      blocks = Fields.octetsList(wrapper, "suit.authentication.shape");
    }
    if (blocks.isEmpty()) {
      throw new Rejected(
          Reason.MISSING_FIELD, "suit.authentication.shape", "a digest expected first");
    }
    if (fields.find(SuitLabels.MANIFEST).isEmpty()) {
      throw new Rejected(
          Reason.MISSING_FIELD, "suit.envelope.manifest", "no manifest in the envelope");
    }
    Cbor manifest = fields.item(SuitLabels.MANIFEST);
    // spec| suit-manifest §8.1: the manifest is wrapped in a byte string
    Rejected.unless(
        checks,
        "suit.envelope.wrapped",
        manifest instanceof Cbor.Octets,
        Reason.WRONG_TYPE,
        () -> "the manifest at offset " + manifest.offset() + " is in no byte string");
    boolean inside = manifest instanceof Cbor.Octets;
    Bytes raw = manifest.span().raw();
    Map<Long, Bytes> severed = SuitEnvelopeEntries.severed(fields.map());
    int size = raw.size() + severed.values().stream().mapToInt(Bytes::size).sum();
    // spec| RFC 8949 §10: sequences are read again at each step, so that what holds them is small
    Rejected.unless(
        checks,
        "suit.limit.manifest",
        size <= MOST_MANIFEST,
        Reason.LIMIT_EXCEEDED,
        () -> "a manifest of " + size + " octets, at most " + MOST_MANIFEST);
    return new SuitEnvelope(
        blocks.get(0),
        blocks.subList(1, blocks.size()),
        inside ? Fields.octets(manifest, "suit.envelope.shape") : raw,
        inside ? raw : Cbor.octets(raw).encode(),
        severed,
        SuitEnvelopeEntries.payloads(fields.map(), checks));
  }
}
