package org.ccican.cose;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.ccican.wire.Fields;

/**
 * A message with several signatures, of which a receiver needs one that it can check (RFC 9052
 * section 4.1).
 *
 * @param protectedHeader what the first byte string holds: an encoded map, or nothing at all
 * @param payload absent if it travels apart from the message
 */
public record CoseSign(
    Bytes protectedHeader,
    Cbor.Map unprotectedHeader,
    Optional<Bytes> payload,
    List<Signature> signatures) {

  public static final long TAG = 98;

  private static final String SHAPE = "cose.sign.shape";

  /** A COSE_Signature: headers of its own, and the octets. */
  public record Signature(Bytes protectedHeader, Cbor.Map unprotectedHeader, Bytes signature) {

    public Signature {
      Objects.requireNonNull(protectedHeader);
      Objects.requireNonNull(unprotectedHeader);
      Objects.requireNonNull(signature);
    }

    /** The key identifier; nothing vouches for it. */
    public Optional<Bytes> kid(Checks checks) throws Rejected {
      return headers().kid(checks);
    }

    private CoseHeaders headers() {
      return new CoseHeaders(protectedHeader, unprotectedHeader);
    }
  }

  public CoseSign {
    Objects.requireNonNull(protectedHeader);
    Objects.requireNonNull(unprotectedHeader);
    Objects.requireNonNull(payload);
    signatures = List.copyOf(signatures);
  }

  /** Signs with every key; each signature names its key by its RFC 9679 thumbprint. */
  public static CoseSign sign(List<SigningKey> keys, Bytes payload) {
    return new CoseSign(
        Bytes.EMPTY, Cbor.map().build(), Optional.of(payload), signatures(keys, payload));
  }

  /** As {@link #sign}, but the payload travels apart from the message. */
  public static CoseSign signDetached(List<SigningKey> keys, Bytes payload) {
    return new CoseSign(
        Bytes.EMPTY, Cbor.map().build(), Optional.empty(), signatures(keys, payload));
  }

  private static List<Signature> signatures(List<SigningKey> keys, Bytes payload) {
    List<Signature> signatures = new ArrayList<>();
    for (SigningKey key : keys) {
      Bytes header = CoseHeaders.signing(key, Cbor.map().build());
      Cbor.Map kid =
          Cbor.map().put(CoseSign1.KID, Cbor.octets(key.publicKey().thumbprint())).build();
      signatures.add(
          new Signature(header, kid, key.sign(toBeSigned(Bytes.EMPTY, header, payload))));
    }
    return signatures;
  }

  /** The encoded Sig_structure of one signature (RFC 9052 section 4.4), without external data. */
  public static Bytes toBeSigned(Bytes bodyHeader, Bytes signatureHeader, Bytes payload) {
    return Cbor.array(
            Cbor.text("Signature"),
            Cbor.octets(CoseHeaders.signed(bodyHeader)),
            Cbor.octets(CoseHeaders.signed(signatureHeader)),
            Cbor.octets(Bytes.EMPTY),
            Cbor.octets(payload))
        .encode();
  }

  /** The message with its tag. */
  public Bytes encode() {
    return Cbor.tag(
            TAG,
            Cbor.array(
                Cbor.octets(protectedHeader),
                unprotectedHeader,
                payload.map(Cbor::octets).orElse(Cbor.nil()),
                Cbor.array(
                    signatures.stream()
                        .<Cbor>map(
                            each ->
                                Cbor.array(
                                    Cbor.octets(each.protectedHeader()),
                                    each.unprotectedHeader(),
                                    Cbor.octets(each.signature())))
                        .toList())))
        .encode();
  }

  /**
   * Reads a message and checks everything about its headers that needs no key.
   *
   * @throws Rejected if it is no such message, or a header may not be ignored
   */
  public static CoseSign parse(Bytes octets, Checks checks) throws Rejected {
    Cbor item = new CborDecoder(checks).decode(octets, CborProfile.VALID);
    // spec| RFC 9052 §4.1: tag 98 says that this is a COSE_Sign
    if (!(item instanceof Cbor.Tag tag) || tag.number() != TAG) {
      throw new Rejected(Reason.WRONG_TYPE, SHAPE, "tag " + TAG + " expected at offset 0");
    }
    List<Cbor> parts = parts(tag.content(), 4);
    List<Signature> signatures = new ArrayList<>();
    for (Cbor each : Fields.array(parts.get(3), SHAPE)) {
      List<Cbor> signature = parts(each, 3);
      signatures.add(
          new Signature(
              Fields.octets(signature.get(0), SHAPE),
              Fields.of(signature.get(1), SHAPE).map(),
              Fields.octets(signature.get(2), SHAPE)));
    }
    CoseSign message =
        new CoseSign(
            Fields.octets(parts.get(0), SHAPE),
            Fields.of(parts.get(1), SHAPE).map(),
            CoseHeaders.payload(parts.get(2), SHAPE),
            signatures);
    new CoseHeaders(message.protectedHeader, message.unprotectedHeader).check(checks);
    for (Signature each : signatures) {
      each.headers().check(checks);
    }
    return message;
  }

  /** Whether the octets are headed by the tag of this kind of message. */
  public static boolean isTagged(Bytes octets) {
    return octets.size() > 1 && octets.at(0) == 0xd8 && octets.at(1) == TAG;
  }

  /**
   * The payload, if one of the signatures is the key's. Signatures with other algorithms are for
   * other receivers and left alone.
   *
   * @throws Rejected if the payload is not inside, no signature is of an algorithm that is allowed
   *     and the key's, or none of those verifies
   */
  public Bytes verify(CoseKey key, Set<CoseAlgorithm> allowed, Checks checks) throws Rejected {
    if (payload.isEmpty()) {
      throw new Rejected(Reason.MISSING_FIELD, "cose.payload.attached", "the payload is detached");
    }
    verifyOver(payload.get(), key, allowed, checks);
    return payload.get();
  }

  /**
   * As {@link #verify}, over a payload that came another way.
   *
   * @throws Rejected if a payload is inside, or as {@link #verify}
   */
  public void verifyDetached(Bytes detached, CoseKey key, Set<CoseAlgorithm> allowed, Checks checks)
      throws Rejected {
    // spec| RFC 9052 §4.1: nil stands where the payload is detached
    Rejected.unless(
        checks,
        "cose.payload.detached",
        payload.isEmpty(),
        Reason.MALFORMED,
        () -> "a payload inside where it should travel apart");
    verifyOver(detached, key, allowed, checks);
  }

  private void verifyOver(Bytes content, CoseKey key, Set<CoseAlgorithm> allowed, Checks checks)
      throws Rejected {
    List<Signature> candidates = new ArrayList<>();
    for (Signature each : signatures) {
      Optional<CoseAlgorithm> algorithm = each.headers().knownAlgorithm(checks);
      if (algorithm.isPresent()
          && allowed.contains(algorithm.get())
          && algorithm.get().fits(key.curve())) {
        candidates.add(each);
      }
    }
    if (candidates.isEmpty()) {
      throw new Rejected(
          Reason.UNSUPPORTED_ALGORITHM,
          "cose.sign.algorithm",
          "none of " + signatures.size() + " signatures is of an algorithm for " + key.curve());
    }
    boolean verified = false;
    for (Signature each : candidates) {
      verified |=
          key.verify(
              each.headers().algorithm(checks),
              toBeSigned(protectedHeader, each.protectedHeader(), content),
              each.signature());
    }
    // spec| RFC 9052 §4.4: the signature is over Sig_structure
    Rejected.unless(
        checks,
        "cose.signature",
        verified,
        Reason.INVALID_SIGNATURE,
        () -> "none of " + signatures.size() + " signatures is the key's");
  }

  private static List<Cbor> parts(Cbor item, int size) throws Rejected {
    List<Cbor> parts = Fields.array(item, SHAPE);
    if (parts.size() != size) {
      throw new Rejected(Reason.WRONG_TYPE, SHAPE, size + " parts expected, found " + parts.size());
    }
    return parts;
  }
}
