package org.ccican.corim;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.Fields;

/** The types that all parts of a CoRIM share (draft-ietf-rats-corim section 7). */
final class CorimRules {

  static final String SHAPE = "corim.shape";

  private static final long EPOCH = 1;
  private static final long URI = 32;
  private static final long UUID = 37;
  private static final long OID = 111;
  private static final long UEID = 550;
  private static final long BYTES = 560;
  private static final int UUID_SIZE = 16;

  /** Octets of a digest, by the number of its algorithm: Named Information, then COSE. */
  private static final Map<Long, Integer> NUMBERED =
      Map.ofEntries(
          Map.entry(1L, 32),
          Map.entry(2L, 16),
          Map.entry(3L, 15),
          Map.entry(4L, 12),
          Map.entry(5L, 8),
          Map.entry(6L, 4),
          Map.entry(7L, 48),
          Map.entry(8L, 64),
          Map.entry(9L, 28),
          Map.entry(10L, 32),
          Map.entry(11L, 48),
          Map.entry(12L, 64),
          Map.entry(-16L, 32),
          Map.entry(-43L, 48),
          Map.entry(-44L, 64));

  private final Checks checks;

  CorimRules(Checks checks) {
    this.checks = checks;
  }

  Checks checks() {
    return checks;
  }

  /** An array that the grammar wants an element in. */
  List<Cbor> some(Cbor item) throws Rejected {
    List<Cbor> items = Fields.array(item, SHAPE);
    // spec| draft-ietf-rats-corim §4 to §6: a list that is there has an element
    Rejected.unless(
        checks,
        "corim.list.not-empty",
        !items.isEmpty(),
        Reason.MISSING_FIELD,
        () -> "an empty list at offset " + item.offset());
    return items;
  }

  /** An array of a size. */
  static List<Cbor> tuple(Cbor item, int least, int most) throws Rejected {
    List<Cbor> parts = Fields.array(item, SHAPE);
    if (parts.size() < least || parts.size() > most) {
      throw new Rejected(
          Reason.WRONG_TYPE,
          SHAPE,
          parts.size() + " parts at offset " + item.offset() + ", " + least + " to " + most);
    }
    return parts;
  }

  /** The octets under a tag; nothing if the item has another tag or none. */
  static Optional<Bytes> tagged(Cbor item, long number) throws Rejected {
    return item instanceof Cbor.Tag tag && tag.number() == number
        ? Optional.of(Fields.octets(tag.content(), SHAPE))
        : Optional.empty();
  }

  static boolean isNoOid(Cbor item) throws Rejected {
    return tagged(item, OID).isEmpty();
  }

  static String uri(Cbor item) throws Rejected {
    if (item instanceof Cbor.Tag tag && tag.number() == URI) {
      return Fields.text(tag.content(), SHAPE);
    }
    throw wrong("a URI", item);
  }

  /** Text, or the 16 octets of a UUID. */
  static Cbor textOrUuid(Cbor item) throws Rejected {
    boolean uuid = item instanceof Cbor.Octets octets && octets.value().size() == UUID_SIZE;
    if (!uuid && !(item instanceof Cbor.Text)) {
      throw wrong("text or a UUID", item);
    }
    return item;
  }

  /** Bounds of a time, in seconds since the epoch. */
  Validity validity(Cbor item) throws Rejected {
    Fields fields = Fields.of(item, SHAPE);
    Optional<Cbor> from = fields.find(0);
    Optional<Long> notBefore = from.isPresent() ? Optional.of(time(from.get())) : Optional.empty();
    long notAfter = time(fields.item(1));
    // spec| draft-ietf-rats-corim §7.3: a period does not end before it begins
    Rejected.unless(
        checks,
        "corim.validity.order",
        notBefore.isEmpty() || notBefore.get() <= notAfter,
        Reason.OUT_OF_RANGE,
        () -> "from " + notBefore.get() + " to " + notAfter);
    return new Validity(notBefore, notAfter);
  }

  static long time(Cbor item) throws Rejected {
    if (item instanceof Cbor.Tag tag && tag.number() == EPOCH) {
      return seconds(tag.content());
    }
    throw wrong("a time with tag 1", item);
  }

  /** Seconds as a number of either kind; fractions are cut off. */
  static long seconds(Cbor item) throws Rejected {
    if (item instanceof Cbor.Real real && real.width() == 8) {
      double value = Double.longBitsToDouble(real.bits());
      if (Double.isFinite(value) && Math.abs(value) < 1e15) {
        return (long) value;
      }
    }
    return Fields.integer(item, SHAPE);
  }

  /** One or more digests, each [algorithm, octets]. */
  void digests(Cbor item) throws Rejected {
    Set<Bytes> seen = new HashSet<>();
    for (Cbor each : some(item)) {
      // spec| draft-ietf-rats-corim §7.7: no algorithm stands there twice
      Rejected.unless(
          checks,
          "corim.digest.unique",
          seen.add(digest(each)),
          Reason.DUPLICATE_KEY,
          () -> "an algorithm again at offset " + each.offset());
    }
  }

  /** The encoded algorithm of a digest that is as long as it has to be. */
  Bytes digest(Cbor item) throws Rejected {
    List<Cbor> parts = tuple(item, 2, 2);
    Bytes value = Fields.octets(parts.get(1), SHAPE);
    int expected =
        parts.get(0) instanceof Cbor.Text
            ? value.size()
            : NUMBERED.getOrDefault(Fields.integer(parts.get(0), SHAPE), value.size());
    // spec| RFC 6920 §9.4: a digest has the octets of its algorithm
    Rejected.unless(
        checks,
        "corim.digest.size",
        value.size() == expected && !value.isEmpty(),
        Reason.OUT_OF_RANGE,
        () -> value.size() + " octets of digest at offset " + item.offset());
    return parts.get(0).encode();
  }

  /** A key, certificate or thumbprint (section 5.1.4.4). */
  void key(Cbor item) throws Rejected {
    if (!(item instanceof Cbor.Tag tag)) {
      throw wrong("a key with its tag", item);
    }
    switch ((int) Math.min(tag.number() & Long.MAX_VALUE, Integer.MAX_VALUE)) {
      case 554, 555, 556 -> Fields.text(tag.content(), SHAPE);
      case 557, 559, 561 -> digest(tag.content());
      case 558 -> Fields.of(tag.content(), SHAPE);
      case 560, 562 -> Fields.octets(tag.content(), SHAPE);
      default -> throw wrong("a key with a known tag", item);
    }
  }

  List<Cbor> keys(Cbor item) throws Rejected {
    List<Cbor> keys = some(item);
    for (Cbor each : keys) {
      key(each);
    }
    return keys;
  }

  /** What names a class: an OID, a UUID or octets. */
  static void classId(Cbor item) throws Rejected {
    if (tagged(item, OID).isEmpty() && tagged(item, BYTES).isEmpty()) {
      uuid(item);
    }
  }

  static void uuid(Cbor item) throws Rejected {
    Optional<Bytes> octets = tagged(item, UUID);
    if (octets.isEmpty() || octets.get().size() != UUID_SIZE) {
      throw wrong("a UUID of 16 octets", item);
    }
  }

  /** What names an instance: a UEID, a UUID, octets or a key. */
  void instance(Cbor item) throws Rejected {
    Optional<Bytes> ueid = tagged(item, UEID);
    if (ueid.isPresent()) {
      if (ueid.get().size() < 7 || ueid.get().size() > 33) {
        throw wrong("a UEID of 7 to 33 octets", item);
      }
    } else if (item instanceof Cbor.Tag tag && tag.number() == UUID) {
      uuid(item);
    } else {
      key(item);
    }
  }

  /** What names a measured element: an OID, a UUID, an unsigned number or a text. */
  static void element(Cbor item) throws Rejected {
    boolean number = item instanceof Cbor.Int integer && !integer.negative();
    if (!number && !(item instanceof Cbor.Text) && tagged(item, OID).isEmpty()) {
      uuid(item);
    }
  }

  static void unsigned(Cbor item) throws Rejected {
    if (!(item instanceof Cbor.Int integer) || integer.negative()) {
      throw wrong("an unsigned number", item);
    }
  }

  static void bool(Cbor item) throws Rejected {
    if (!(item instanceof Cbor.Simple simple) || (simple.value() | 1) != 21) {
      throw wrong("true or false", item);
    }
  }

  static Rejected wrong(String expected, Cbor item) {
    return new Rejected(
        Reason.WRONG_TYPE, SHAPE, expected + " expected at offset " + item.offset());
  }
}
