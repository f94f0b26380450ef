package org.ccican.cose;

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
 * A message with one signature (RFC 9052 section 4.2). The signature is made and checked over the
 * protected header and the payload exactly as they stand, never over something encoded again.
 *
 * @param protectedHeader what the first byte string holds: an encoded map, or nothing at all
 * @param payload absent if it travels apart from the message
 */
public record CoseSign1(
    Bytes protectedHeader, Cbor.Map unprotectedHeader, Optional<Bytes> payload, Bytes signature) {

  public static final long TAG = 18;

  /** Header parameters (RFC 9052 section 3.1). */
  public static final long ALG = 1;

  public static final long CRIT = 2;
  public static final long CONTENT_TYPE = 3;
  public static final long KID = 4;

  public CoseSign1 {
    Objects.requireNonNull(protectedHeader);
    Objects.requireNonNull(unprotectedHeader);
    Objects.requireNonNull(payload);
    Objects.requireNonNull(signature);
  }

  /** Signs with the key's algorithm in the protected header, beside the entries given. */
  public static CoseSign1 sign(
      SigningKey key, Cbor.Map protectedHeaderExtra, Cbor.Map unprotected, Bytes payload) {
    Bytes header = CoseHeaders.signing(key, protectedHeaderExtra);
    return new CoseSign1(
        header, unprotected, Optional.of(payload), key.sign(toBeSigned(header, payload)));
  }

  /** As {@link #sign}, but the payload travels apart from the message. */
  public static CoseSign1 signDetached(
      SigningKey key, Cbor.Map protectedHeaderExtra, Cbor.Map unprotected, Bytes payload) {
    Bytes header = CoseHeaders.signing(key, protectedHeaderExtra);
    return new CoseSign1(
        header, unprotected, Optional.empty(), key.sign(toBeSigned(header, payload)));
  }

  /** The encoded Sig_structure (RFC 9052 section 4.4), without external data. */
  public static Bytes toBeSigned(Bytes protectedHeader, Bytes payload) {
    return Cbor.array(
            Cbor.text("Signature1"),
            Cbor.octets(CoseHeaders.signed(protectedHeader)),
            Cbor.octets(Bytes.EMPTY),
            Cbor.octets(payload))
        .encode();
  }

  /** The message with its tag. */
  public Bytes encode() {
    return toCbor().encode();
  }

  public Cbor toCbor() {
    return Cbor.tag(
        TAG,
        Cbor.array(
            Cbor.octets(protectedHeader),
            unprotectedHeader,
            payload.map(Cbor::octets).orElse(Cbor.nil()),
            Cbor.octets(signature)));
  }

  /**
   * Reads a message and checks everything about its headers that needs no key.
   *
   * @throws Rejected if it is no such message, or a header may not be ignored
   */
  public static CoseSign1 parse(Bytes octets, Checks checks) throws Rejected {
    Cbor item = new CborDecoder(checks).decode(octets, CborProfile.VALID);
    // spec| RFC 9052 §4.2: tag 18 says that this is a COSE_Sign1
    Rejected.unless(
        checks,
        "cose.sign1.tag",
        item instanceof Cbor.Tag tag && tag.number() == TAG,
        Reason.WRONG_TYPE,
        () -> "tag " + TAG + " expected at offset 0");
    List<Cbor> parts =
        Fields.array(item instanceof Cbor.Tag tag ? tag.content() : item, "cose.sign1.shape");
    if (parts.size() != 4 || !(parts.get(1) instanceof Cbor.Map unprotected)) {
      throw new Rejected(
          Reason.WRONG_TYPE,
          "cose.sign1.shape",
          "four parts expected, the second a map, found " + parts.size() + " parts");
    }
    CoseSign1 message =
        new CoseSign1(
            Fields.octets(parts.get(0), "cose.sign1.shape"),
            unprotected,
            CoseHeaders.payload(parts.get(2), "cose.sign1.shape"),
            Fields.octets(parts.get(3), "cose.sign1.shape"));
    message.headers().check(checks);
    return message;
  }

  /**
   * The protected header as a map; an empty one if no octets stand there.
   *
   * @throws Rejected if the octets are no map
   */
  public Cbor.Map protectedMap(Checks checks) throws Rejected {
    return headers().protectedMap(checks);
  }

  /** The key identifier, from whichever header has it. It is a hint: nothing vouches for it. */
  public Optional<Bytes> kid(Checks checks) throws Rejected {
    return headers().kid(checks);
  }

  /**
   * The algorithm that the message names.
   *
   * @throws Rejected if it names none, names it where it is not signed, or names one unknown here
   */
  public CoseAlgorithm algorithm(Checks checks) throws Rejected {
    return headers().algorithm(checks);
  }

  /**
   * The payload, if the signature is good.
   *
   * @throws Rejected if the payload is not inside, or as {@link #verifyDetached}
   */
  public Bytes verify(CoseKey key, Set<CoseAlgorithm> allowed, Checks checks) throws Rejected {
    if (payload.isEmpty()) {
      throw new Rejected(Reason.MISSING_FIELD, "cose.payload.attached", "the payload is detached");
    }
    verifyOver(payload.get(), key, allowed, checks);
    return payload.get();
  }

  /**
   * Checks the signature over a payload that came another way.
   *
   * @throws Rejected if a payload is inside, the algorithm is not allowed or not the key's, or the
   *     signature is wrong
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
    CoseAlgorithm algorithm = algorithm(checks);
    // spec| RFC 9052 §10: an application says which algorithms it takes
    Rejected.unless(
        checks,
        "cose.alg.allowed",
        allowed.contains(algorithm),
        Reason.UNSUPPORTED_ALGORITHM,
        () -> algorithm + " where one of " + allowed + " is expected");
    // spec| RFC 9864 §2: a fully specified algorithm goes with keys on its one curve
    Rejected.unless(
        checks,
        "cose.alg.key",
        algorithm.fits(key.curve()),
        Reason.ALGORITHM_MISMATCH,
        () -> algorithm + " with a key on " + key.curve());
    // spec| RFC 9052 §4.4: the signature is over Sig_structure
    Rejected.unless(
        checks,
        "cose.signature",
        key.verify(algorithm, toBeSigned(protectedHeader, content), signature),
        Reason.INVALID_SIGNATURE,
        () -> algorithm + " signature of " + signature.size() + " octets does not verify");
  }

  private CoseHeaders headers() {
    return new CoseHeaders(protectedHeader, unprotectedHeader);
  }
}
