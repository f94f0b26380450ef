package org.ccican.cose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
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
 * The two headers that a message, a signature or a recipient has (RFC 9052 section 3).
 *
 * @param protectedHeader what the byte string holds: an encoded map, or nothing at all
 */
record CoseHeaders(Bytes protectedHeader, Cbor.Map unprotectedHeader) {

  /** 64 KiB, which holds a chain of certificates; few items, since labels are compared pairwise. */
  static final CborLimits LIMITS = new CborLimits(1 << 16, 8, 256, 1 << 16, 1 << 12);

  /** What we understand, and so what a sender may call critical. */
  private static final Set<Cbor> UNDERSTOOD =
      Set.of(
          Cbor.integer(CoseSign1.ALG),
          Cbor.integer(CoseSign1.CRIT),
          Cbor.integer(CoseSign1.CONTENT_TYPE),
          Cbor.integer(CoseSign1.KID));

  /** A protected header with the key's algorithm, beside the entries given. */
  static Bytes signing(SigningKey key, Cbor.Map extra) {
    List<Cbor.Entry> entries = new ArrayList<>(extra.entries());
    entries.add(new Cbor.Entry(Cbor.integer(CoseSign1.ALG), Cbor.integer(key.algorithm().id())));
    return Cbor.map(entries).encode();
  }

  /**
   * What stands for the protected header in a structure that is signed.
   *
   * <p>spec| RFC 9052 §4.4: an empty protected map is signed as no octets
   */
  static Bytes signed(Bytes protectedHeader) {
    return protectedHeader.equals(Bytes.of(0xa0)) ? Bytes.EMPTY : protectedHeader;
  }

  /** The payload, or nothing where nil stands. */
  static Optional<Bytes> payload(Cbor item, String shape) throws Rejected {
    return item instanceof Cbor.Simple simple && simple.value() == 22
        ? Optional.empty()
        : Optional.of(Fields.octets(item, shape));
  }

  /**
   * The protected header as a map; an empty one if no octets stand there.
   *
   * @throws Rejected if the octets are no map
   */
  Cbor.Map protectedMap(Checks checks) throws Rejected {
    if (protectedHeader.isEmpty()) {
      return Cbor.map().build();
    }
    Cbor item = new CborDecoder(checks, LIMITS).decode(protectedHeader, CborProfile.VALID);
    return Fields.of(item, "cose.protected.shape").map();
  }

  /** The key identifier, from whichever header has it. It is a hint: nothing vouches for it. */
  Optional<Bytes> kid(Checks checks) throws Rejected {
    Optional<Bytes> signed =
        Fields.of(protectedMap(checks), "cose.protected.shape").findOctets(CoseSign1.KID);
    return signed.isPresent()
        ? signed
        : Fields.of(unprotectedHeader, "cose.unprotected.shape").findOctets(CoseSign1.KID);
  }

  /** The algorithm, if it stands where it is signed and is known here. */
  Optional<CoseAlgorithm> knownAlgorithm(Checks checks) throws Rejected {
    return protectedMap(checks)
        .find(CoseSign1.ALG)
        .flatMap(item -> known(item, CoseAlgorithm::find));
  }

  /**
   * The algorithm that the message names.
   *
   * @throws Rejected if it names none, names it where it is not signed, or names one unknown here
   */
  CoseAlgorithm algorithm(Checks checks) throws Rejected {
    return algorithm(checks, CoseAlgorithm::find);
  }

  /** As {@link #algorithm(Checks)}, of the kind that one looks for. */
  <T> T algorithm(Checks checks, LongFunction<Optional<T>> find) throws Rejected {
    // spec| RFC 9052 §3.1: alg is authenticated wherever it can be
    Rejected.unless(
        checks,
        "cose.alg.protected",
        unprotectedHeader.find(CoseSign1.ALG).isEmpty(),
        Reason.ALGORITHM_MISMATCH,
        () -> "alg in the unprotected header");
    Optional<Cbor> signed = protectedMap(checks).find(CoseSign1.ALG);
    Optional<Cbor> named = signed.isPresent() ? signed : unprotectedHeader.find(CoseSign1.ALG);
    if (named.isEmpty()) {
      throw new Rejected(Reason.MISSING_FIELD, "cose.alg.present", "no alg in the headers");
    }
    return known(named.get(), find)
        .orElseThrow(
            () ->
                new Rejected(
                    Reason.UNSUPPORTED_ALGORITHM, "cose.alg.known", "unknown alg " + named.get()));
  }

  /** Checks everything about the headers that needs no key. */
  void check(Checks checks) throws Rejected {
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
        unprotectedHeader.find(CoseSign1.CRIT).isEmpty(),
        Reason.CRITICAL_HEADER,
        () -> "crit in the unprotected header");
    Optional<Cbor> critical = signed.find(CoseSign1.CRIT);
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

  private static <T> Optional<T> known(Cbor item, LongFunction<Optional<T>> find) {
    return item instanceof Cbor.Int id && id.isLong()
        ? find.apply(id.longValue())
        : Optional.empty();
  }
}
