package org.ccican.conformance.verdict;

import java.util.List;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;

/**
 * Questions to CBOR items of strangers. Any valid encoding is read; whether it is deterministic is
 * a question of its own, for where a specification demands it.
 */
public final class CborView {

  /** Null, as an item. */
  static final int NIL = 22;

  private CborView() {}

  public static Reading<Cbor> read(Bytes octets) {
    return Reading.of(() -> decode(octets));
  }

  /** Why the octets are not deterministic (RFC 8949 section 4.2.1), if they are not. */
  public static Optional<String> nonDeterministic(Bytes octets) {
    try {
      decoder().decode(octets, CborProfile.DETERMINISTIC);
      return Optional.empty();
    } catch (Rejected e) {
      return Optional.of(e.getMessage());
    }
  }

  static Cbor decode(Bytes octets) throws Rejected {
    return decoder().decode(octets, CborProfile.VALID);
  }

  /** The item inside a byte string. */
  static Cbor unwrap(Cbor item, String what) throws Rejected {
    return decode(octets(item, what));
  }

  static Optional<Bytes> octets(Cbor item) {
    return item instanceof Cbor.Octets octets ? Optional.of(octets.value()) : Optional.empty();
  }

  static Optional<String> text(Cbor item) {
    return item instanceof Cbor.Text text ? Optional.of(text.value()) : Optional.empty();
  }

  /** An integer from -2^63 to 2^63 - 1. */
  static Optional<Long> integer(Cbor item) {
    return item instanceof Cbor.Int integer && integer.isLong()
        ? Optional.of(integer.longValue())
        : Optional.empty();
  }

  static Optional<List<Cbor>> items(Cbor item) {
    return item instanceof Cbor.Array array ? Optional.of(array.items()) : Optional.empty();
  }

  static Optional<Cbor.Map> map(Cbor item) {
    return item instanceof Cbor.Map map ? Optional.of(map) : Optional.empty();
  }

  static boolean isNil(Cbor item) {
    return item instanceof Cbor.Simple simple && simple.value() == NIL;
  }

  static boolean isBool(Cbor item) {
    return item instanceof Cbor.Simple simple && (simple.value() | 1) == 21;
  }

  static Bytes octets(Cbor item, String what) throws Rejected {
    return octets(item).orElseThrow(() -> wrong(what, "a byte string", item));
  }

  static List<Cbor> items(Cbor item, String what) throws Rejected {
    return items(item).orElseThrow(() -> wrong(what, "an array", item));
  }

  static Cbor.Map map(Cbor item, String what) throws Rejected {
    return map(item).orElseThrow(() -> wrong(what, "a map", item));
  }

  static Rejected wrong(String what, String expected, Cbor item) {
    return new Rejected(Reason.WRONG_TYPE, what, place(item, expected));
  }

  /** "…expected at offset…, found…". */
  static String place(Cbor item, String expected) {
    return expected + " expected at offset " + item.offset() + ", found " + describe(item);
  }

  /** What an item is, in a few words and without much of its content. */
  static String describe(Cbor item) {
    if (item instanceof Cbor.Int integer) {
      return "the integer " + integer.value();
    } else if (item instanceof Cbor.Octets octets) {
      return octets.value().size() + " octets";
    } else if (item instanceof Cbor.Text text) {
      return "a text of " + Bytes.utf8(text.value()).size() + " octets";
    } else if (item instanceof Cbor.Array array) {
      return "an array of " + array.items().size();
    } else if (item instanceof Cbor.Map map) {
      return "a map of " + map.entries().size();
    } else if (item instanceof Cbor.Tag tag) {
      return "tag " + Long.toUnsignedString(tag.number());
    } else if (item instanceof Cbor.Simple simple) {
      return "the simple value " + simple.value();
    }
    return "a float";
  }

  private static CborDecoder decoder() {
    return new CborDecoder(Checks.unbroken());
  }
}
