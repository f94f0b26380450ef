package org.ccican.suit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseKey;
import org.ccican.cose.CoseSign1;
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
   * Checks that the manifest is what one of the trusted signers signed; nothing of the manifest is
   * read before.
   *
   * @return the key that verified; none only where the rule about signers is broken on purpose
   * @throws Rejected if the digest is wrong or no trusted key made a signature over it
   */
  public Optional<CoseKey> authenticate(
      List<CoseKey> trusted, Set<CoseAlgorithm> allowed, Checks checks) throws Rejected {
    SuitDigest stated = SuitDigest.parse(digest, checks);
    // spec| suit-manifest §8.3: the digest is over the byte string that holds the manifest
    Rejected.unless(
        checks,
        "suit.digest.manifest",
        stated.matches(manifestItem),
        Reason.DIGEST_MISMATCH,
        () -> "the digest " + stated.value() + " is not the manifest's");
    // spec| RFC 8949 §10: trials of signatures are bounded
    Rejected.unless(
        checks,
        "suit.limit.signatures",
        authentications.size() <= MOST_AUTHENTICATIONS,
        Reason.LIMIT_EXCEEDED,
        () -> authentications.size() + " authentication blocks");
    List<CoseSign1> signatures = new ArrayList<>();
    for (Bytes block : authentications) {
      // COSE_Sign1 begins with its tag in one octet; other blocks are of no use to us.
      if (!block.isEmpty() && block.at(0) == 0xd2) {
        signatures.add(CoseSign1.parse(block, checks));
      }
    }
    Optional<CoseKey> signer = Optional.empty();
    for (CoseSign1 signature : signatures) {
      if (signer.isEmpty()) {
        signer = signer(signature, trusted, allowed, checks);
      }
    }
    boolean known = signer.isPresent();
    // spec| suit-manifest §6.2: a manifest is authentic before any section of it is parsed
    Rejected.unless(
        checks,
        "suit.signer.known",
        known,
        Reason.UNKNOWN_SIGNER,
        () -> "none of " + signatures.size() + " signatures is from a trusted signer");
    return signer;
  }

  private Optional<CoseKey> signer(
      CoseSign1 signature, List<CoseKey> trusted, Set<CoseAlgorithm> allowed, Checks checks)
      throws Rejected {
    Optional<Bytes> kid = signature.kid(checks);
    for (CoseKey key : trusted) {
      if (kid.isPresent() && kid.get().equals(key.thumbprint())) {
        signature.verifyDetached(digest, key, allowed, checks);
        return Optional.of(key);
      }
    }
    for (CoseKey key : trusted) {
      if (verifies(signature, key, allowed, checks)) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  private boolean verifies(
      CoseSign1 signature, CoseKey key, Set<CoseAlgorithm> allowed, Checks checks) throws Rejected {
    try {
      signature.verifyDetached(digest, key, allowed, checks);
      return true;
    } catch (Rejected e) {
      boolean another =
          e.reason() == Reason.INVALID_SIGNATURE || e.reason() == Reason.ALGORITHM_MISMATCH;
      if (another) {
        return false;
      }
      throw e;
    }
  }

  private static SuitEnvelope read(Cbor item, Checks checks) throws Rejected {
    Fields fields =
        Fields.of(item instanceof Cbor.Tag tag ? tag.content() : item, "suit.envelope.shape");
    Cbor wrapper =
        new CborDecoder(checks).decode(fields.octets(SuitLabels.AUTHENTICATION), CborProfile.VALID);
    List<Bytes> blocks = Fields.octetsList(wrapper, "suit.authentication.shape");
    if (blocks.isEmpty()) {
      throw new Rejected(
          Reason.MISSING_FIELD, "suit.authentication.shape", "a digest expected first");
    }
    Map<Long, Bytes> severed = new HashMap<>();
    Map<String, Bytes> payloads = new HashMap<>();
    for (Cbor.Entry entry : fields.map().entries()) {
      if (entry.key() instanceof Cbor.Text name) {
        payloads.put(name.value(), Fields.octets(entry.value(), "suit.envelope.shape"));
      } else if (entry.key() instanceof Cbor.Int label
          && label.isLong()
          && label.longValue() > SuitLabels.MANIFEST) {
        Fields.octets(entry.value(), "suit.envelope.shape");
        severed.put(label.longValue(), entry.value().span().raw());
      }
    }
    return new SuitEnvelope(
        blocks.get(0),
        blocks.subList(1, blocks.size()),
        fields.octets(SuitLabels.MANIFEST),
        fields.item(SuitLabels.MANIFEST).span().raw(),
        severed,
        payloads);
  }
}
