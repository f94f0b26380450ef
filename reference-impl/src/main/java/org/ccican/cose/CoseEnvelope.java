package org.ccican.cose;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.ccican.wire.Fields;

/**
 * What COSE_Sign1 and COSE_Mac0 have in common (RFC 9052 sections 4.2 and 6.2): a tag, two headers,
 * a payload inside, and one signature or authentication tag over it. For formats that take either.
 *
 * @param tag 18 or 17, or whatever stands there
 * @param protectedHeader what the first byte string holds: an encoded map, or nothing at all
 * @param authenticator the signature, or the authentication tag
 */
public record CoseEnvelope(
    long tag,
    Bytes protectedHeader,
    Cbor.Map unprotectedHeader,
    Bytes payload,
    Bytes authenticator) {

  public CoseEnvelope {
    Objects.requireNonNull(protectedHeader);
    Objects.requireNonNull(unprotectedHeader);
    Objects.requireNonNull(payload);
    Objects.requireNonNull(authenticator);
  }

  /**
   * Reads a tagged item and checks everything about its headers that needs no key; the tag is for
   * the caller to judge.
   *
   * @param profile which encodings of the protected header are taken
   * @param shape the structural rule that refusals name
   * @throws Rejected if it has another shape, or a header may not be ignored
   */
  public static CoseEnvelope of(Cbor.Tag item, CborProfile profile, String shape, Checks checks)
      throws Rejected {
    List<Cbor> parts = Fields.array(item.content(), shape);
    if (parts.size() != 4 || !(parts.get(1) instanceof Cbor.Map unprotected)) {
      throw new Rejected(
          Reason.WRONG_TYPE,
          shape,
          "four parts expected, the second a map, found " + parts.size() + " parts");
    }
    CoseEnvelope envelope =
        new CoseEnvelope(
            item.number(),
            Fields.octets(parts.get(0), shape),
            unprotected,
            Fields.octets(parts.get(2), shape),
            Fields.octets(parts.get(3), shape));
    if (!envelope.protectedHeader.isEmpty()) {
      new CborDecoder(checks, CoseHeaders.LIMITS).decode(envelope.protectedHeader, profile);
    }
    envelope.headers().check(checks);
    return envelope;
  }

  /** Signs with the key's algorithm in the protected header. */
  public static CoseEnvelope sign(SigningKey key, Cbor.Map unprotected, Bytes payload) {
    CoseSign1 signed = CoseSign1.sign(key, Cbor.map().build(), unprotected, payload);
    return new CoseEnvelope(
        CoseSign1.TAG, signed.protectedHeader(), unprotected, payload, signed.signature());
  }

  public Bytes encode() {
    return Cbor.tag(
            tag,
            Cbor.array(
                Cbor.octets(protectedHeader),
                unprotectedHeader,
                Cbor.octets(payload),
                Cbor.octets(authenticator)))
        .encode();
  }

  /** A header parameter, from whichever header has it. */
  public Optional<Cbor> header(long label, Checks checks) throws Rejected {
    Optional<Cbor> signed = headers().protectedMap(checks).find(label);
    return signed.isPresent() ? signed : unprotectedHeader.find(label);
  }

  /**
   * The signature algorithm that the message names.
   *
   * @throws Rejected if it names none, names it where it is not signed, or names one unknown here
   */
  public CoseAlgorithm signatureAlgorithm(Checks checks) throws Rejected {
    return headers().algorithm(checks);
  }

  /** As {@link #signatureAlgorithm}, for a message with an authentication tag. */
  public MacAlgorithm macAlgorithm(Checks checks) throws Rejected {
    return headers().algorithm(checks, MacAlgorithm::find);
  }

  /** What a signature is over. */
  public Bytes toBeSigned() {
    return CoseSign1.toBeSigned(protectedHeader, payload);
  }

  /** What an authentication tag is over. */
  public Bytes toBeMaced() {
    return CoseMac0.toBeMaced(protectedHeader, payload);
  }

  private CoseHeaders headers() {
    return new CoseHeaders(protectedHeader, unprotectedHeader);
  }
}
