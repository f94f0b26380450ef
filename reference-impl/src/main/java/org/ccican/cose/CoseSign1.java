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
import org.ccican.wire.CborLimits;
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

  /** 64 KiB, which holds a chain of certificates; few items, since labels are compared pairwise. */
  private static final CborLimits HEADER_LIMITS = new CborLimits(1 << 16, 8, 256, 1 << 16, 1 << 12);

  /** What we understand, and so what a sender may call critical. */
  private static final Set<Cbor> UNDERSTOOD =
      Set.of(Cbor.integer(ALG), Cbor.integer(CRIT), Cbor.integer(CONTENT_TYPE), Cbor.integer(KID));

  public CoseSign1 {
    Objects.requireNonNull(protectedHeader);
    Objects.requireNonNull(unprotectedHeader);
    Objects.requireNonNull(payload);
    Objects.requireNonNull(signature);
  }

  /** Signs with the key's algorithm in the protected header, beside the entries given. */
  public static CoseSign1 sign(
      SigningKey key, Cbor.Map protectedHeaderExtra, Cbor.Map unprotected, Bytes payload) {
    Bytes header = header(key, protectedHeaderExtra);
    return new CoseSign1(
        header, unprotected, Optional.of(payload), key.sign(toBeSigned(header, payload)));
  }

  /** As {@link #sign}, but the payload travels apart from the message. */
  public static CoseSign1 signDetached(
      SigningKey key, Cbor.Map protectedHeaderExtra, Cbor.Map unprotected, Bytes payload) {
    Bytes header = header(key, protectedHeaderExtra);
    return new CoseSign1(
        header, unprotected, Optional.empty(), key.sign(toBeSigned(header, payload)));
  }

  /** The encoded Sig_structure (RFC 9052 section 4.4), without external data. */
  public static Bytes toBeSigned(Bytes protectedHeader, Bytes payload) {
    // spec| RFC 9052 §4.4: an empty protected map is signed as no octets
    boolean none = protectedHeader.equals(Bytes.of(0xa0));
    return Cbor.array(
            Cbor.text("Signature1"),
            Cbor.octets(none ? Bytes.EMPTY : protectedHeader),
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
            payload(parts.get(2)),
            Fields.octets(parts.get(3), "cose.sign1.shape"));
    message.checkHeaders(checks);
    return message;
  }

  /**
   * The protected header as a map; an empty one if no octets stand there.
   *
   * @throws Rejected if the octets are no map
   */
  public Cbor.Map protectedMap(Checks checks) throws Rejected {
    if (protectedHeader.isEmpty()) {
      return Cbor.map().build();
    }
    Cbor item = new CborDecoder(checks, HEADER_LIMITS).decode(protectedHeader, CborProfile.VALID);
    return Fields.of(item, "cose.protected.shape").map();
  }

  /** The key identifier, from whichever header has it. It is a hint: nothing vouches for it. */
  public Optional<Bytes> kid(Checks checks) throws Rejected {
    Optional<Bytes> signed =
        Fields.of(protectedMap(checks), "cose.protected.shape").findOctets(KID);
    return signed.isPresent()
        ? signed
        : Fields.of(unprotectedHeader, "cose.unprotected.shape").findOctets(KID);
  }

  /**
   * The algorithm that the message names.
   *
   * @throws Rejected if it names none, names it where it is not signed, or names one unknown here
   */
  public CoseAlgorithm algorithm(Checks checks) throws Rejected {
    // spec| RFC 9052 §3.1: alg is authenticated wherever it can be
    Rejected.unless(
        checks,
        "cose.alg.protected",
        unprotectedHeader.find(ALG).isEmpty(),
        Reason.ALGORITHM_MISMATCH,
        () -> "alg in the unprotected header");
    Optional<Cbor> signed = protectedMap(checks).find(ALG);
    Optional<Cbor> named = signed.isPresent() ? signed : unprotectedHeader.find(ALG);
    if (named.isEmpty()) {
      throw new Rejected(Reason.MISSING_FIELD, "cose.alg.present", "no alg in the headers");
    }
    Optional<CoseAlgorithm> known =
        named.get() instanceof Cbor.Int id && id.isLong()
            ? CoseAlgorithm.find(id.longValue())
            : Optional.empty();
    return known.orElseThrow(
        () ->
            new Rejected(
                Reason.UNSUPPORTED_ALGORITHM, "cose.alg.known", "unknown alg " + named.get()));
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

  private void checkHeaders(Checks checks) throws Rejected {
    Cbor.Map signed = protectedMap(checks);
    for (Cbor.Entry entry : unprotectedHeader.entries()) {
      // spec| RFC 9052 §3: a label stands in one of the two headers, once
      Rejected.unless(
          checks,
          "cose.header.once",
          signed.find(entry.key()).isEmpty(),
          Reason.DUPLICATE_KEY,
          () -> "label " + entry.key().encode() + " in both headers");
    }
    // spec| RFC 9052 §3.1: crit stands in the protected header
    Rejected.unless(
        checks,
        "cose.crit.protected",
        unprotectedHeader.find(CRIT).isEmpty(),
        Reason.CRITICAL_HEADER,
        () -> "crit in the unprotected header");
    Optional<Cbor> critical = signed.find(CRIT);
    if (critical.isPresent()) {
      checkCritical(Fields.array(critical.get(), "cose.crit.shape"), signed, checks);
    }
  }

  private static void checkCritical(List<Cbor> critical, Cbor.Map signed, Checks checks)
      throws Rejected {
    // spec| RFC 9052 §3.1: crit lists at least one label
    Rejected.unless(
        checks,
        "cose.crit.some",
        !critical.isEmpty(),
        Reason.CRITICAL_HEADER,
        () -> "crit without a label");
    for (Cbor label : critical) {
      // spec| RFC 9052 §3.1: what is called critical stands in the protected header
      Rejected.unless(
          checks,
          "cose.crit.listed",
          signed.find(label).isPresent(),
          Reason.CRITICAL_HEADER,
          () -> "critical label " + label.encode() + " is not in the protected header");
      // spec| RFC 9052 §3.1: a critical header that is not understood is an error
      Rejected.unless(
          checks,
          "cose.crit.understood",
          UNDERSTOOD.contains(label),
          Reason.CRITICAL_HEADER,
          () -> "critical label " + label.encode() + " is not understood");
    }
  }

  private static Optional<Bytes> payload(Cbor item) throws Rejected {
    return item instanceof Cbor.Simple simple && simple.value() == 22
        ? Optional.empty()
        : Optional.of(Fields.octets(item, "cose.sign1.shape"));
  }

  private static Bytes header(SigningKey key, Cbor.Map extra) {
    List<Cbor.Entry> entries = new ArrayList<>(extra.entries());
    entries.add(new Cbor.Entry(Cbor.integer(ALG), Cbor.integer(key.algorithm().id())));
    return Cbor.map(entries).encode();
  }
}
