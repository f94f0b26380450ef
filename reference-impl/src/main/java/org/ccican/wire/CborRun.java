package org.ccican.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;

/** One decoding of one input. */
final class CborRun {

  private final Bytes source;
  private final byte[] octets;
  private final CborProfile profile;
  private final Checks checks;
  private final CborBudget budget;
  private final CharsetDecoder utf8 =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private int at;

  CborRun(Bytes source, CborProfile profile, Checks checks, CborBudget budget) {
    this.source = source;
    this.octets = source.raw();
    this.profile = profile;
    this.checks = checks;
    this.budget = budget;
  }

  Cbor whole() throws Rejected {
    budget.input(octets.length);
    Cbor item = item(0);
    // spec| RFC 8949 §5.3.1: one item and nothing after it
    Rejected.unless(
        checks,
        "cbor.trailing",
        at == octets.length,
        Reason.TRAILING_OCTETS,
        () -> (octets.length - at) + " octets after the item, at offset " + at);
    return item;
  }

  private Cbor item(int depth) throws Rejected {
    int start = at;
    budget.item(depth, start);
    int initial = octet();
    int major = initial >> 5;
    int info = initial & 0x1f;
    if (info == 31) {
      return indefinite(major, start, depth);
    }
    long argument = argument(info, major, start);
    return switch (major) {
      case 0 -> new Cbor.Int(false, argument, span(start));
      case 1 -> new Cbor.Int(true, argument, span(start));
      case 2 -> new Cbor.Octets(take(argument, 0, start), span(start));
      case 3 -> new Cbor.Text(utf8(take(argument, 0, start), start), span(start));
      case 4 -> array(argument, start, depth);
      case 5 -> map(argument, start, depth);
      case 6 -> new Cbor.Tag(argument, item(depth + 1), span(start));
      default -> simple(info, argument, start);
    };
  }

  private Cbor array(long count, int start, int depth) throws Rejected {
    bounded(count, 1, start);
    List<Cbor> children = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      children.add(item(depth + 1));
    }
    return new Cbor.Array(children, span(start));
  }

  private Cbor map(long count, int start, int depth) throws Rejected {
    bounded(count, 2, start);
    MapReader map = new MapReader();
    for (long i = 0; i < count; i++) {
      map.entry(depth);
    }
    return new Cbor.Map(map.entries, span(start));
  }

  private Cbor indefinite(int major, int start, int depth) throws Rejected {
    if (major < 2 || major == 6 || major == 7) {
      throw malformed("additional information 31 at offset " + start);
    }
    // spec| RFC 8949 §4.2.1: deterministic encoding has no indefinite lengths
    Rejected.unless(
        checks,
        "cbor.definite",
        profile == CborProfile.VALID,
        Reason.NOT_DETERMINISTIC,
        () -> "indefinite length at offset " + start);
    if (major == 4) {
      List<Cbor> children = new ArrayList<>();
      while (!broken()) {
        children.add(item(depth + 1));
      }
      return new Cbor.Array(children, span(start));
    }
    if (major == 5) {
      MapReader map = new MapReader();
      while (!broken()) {
        map.entry(depth);
      }
      return new Cbor.Map(map.entries, span(start));
    }
    List<Bytes> chunks = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    long sum = 0;
    while (!broken()) {
      int chunk = at;
      budget.chunk(chunk);
      int initial = octet();
      if (initial >> 5 != major || (initial & 0x1f) == 31) {
        throw malformed("chunk of another type at offset " + chunk);
      }
      Bytes octets = take(argument(initial & 0x1f, major, chunk), sum, chunk);
      sum += octets.size();
      if (major == 3) {
        text.append(utf8(octets, chunk));
      } else {
        chunks.add(octets);
      }
    }
    return major == 2
        ? new Cbor.Octets(Bytes.concat(chunks), span(start))
        : new Cbor.Text(text.toString(), span(start));
  }

  private boolean broken() throws Rejected {
    if (at >= octets.length) {
      throw truncated(1, at);
    }
    budget.visit(1);
    boolean end = (octets[at] & 0xff) == 0xff;
    at += end ? 1 : 0;
    return end;
  }

  private Cbor simple(int info, long argument, int start) throws Rejected {
    if (info < 24) {
      return new Cbor.Simple((int) argument, span(start));
    }
    if (info == 24) {
      if (argument < 32) {
        throw malformed("simple value " + argument + " in two octets at offset " + start);
      }
      return new Cbor.Simple((int) argument, span(start));
    }
    int width = 1 << (info - 24);
    // spec| RFC 8949 §4.2.2 (1): the shortest float that keeps the value
    Rejected.unless(
        checks,
        "cbor.shortest",
        profile != CborProfile.DETERMINISTIC || Floats.isShortest(width, argument),
        Reason.NOT_DETERMINISTIC,
        () -> "float longer than needed at offset " + start);
    return new Cbor.Real(width, argument, span(start));
  }

  private long argument(int info, int major, int start) throws Rejected {
    if (info < 24) {
      return info;
    }
    if (info > 27) {
      throw malformed("additional information " + info + " at offset " + start);
    }
    int width = 1 << (info - 24);
    if (octets.length - at < width) {
      throw truncated(width, at);
    }
    long value = 0;
    for (int i = 0; i < width; i++) {
      value = value << 8 | octet();
    }
    long least = info == 24 ? 24 : 1L << (8 * width / 2);
    long found = value;
    // spec| RFC 8949 §4.2.1: the shortest head; floats have a rule of their own
    Rejected.unless(
        checks,
        "cbor.shortest",
        profile != CborProfile.DETERMINISTIC
            || major == 7
            || Long.compareUnsigned(found, least) >= 0,
        Reason.NOT_DETERMINISTIC,
        () -> "head longer than needed at offset " + start);
    return value;
  }

  private int octet() throws Rejected {
    if (at >= octets.length) {
      throw truncated(1, at);
    }
    budget.visit(1);
    return octets[at++] & 0xff;
  }

  /**
   * Octets of a string, or of a chunk after so many others; a length that the input cannot hold is
   * refused before anything is taken.
   */
  private Bytes take(long size, long before, int start) throws Rejected {
    if (Long.compareUnsigned(size, octets.length - at) > 0) {
      throw truncated(size, start);
    }
    budget.string(before + size, start);
    budget.visit((int) size);
    at += (int) size;
    return source.slice(at - (int) size, at);
  }

  private void bounded(long count, int each, int start) throws Rejected {
    if (Long.compareUnsigned(count, (octets.length - at) / each) > 0) {
      throw truncated(count, start);
    }
    budget.items(count * each, start);
  }

  private String utf8(Bytes text, int start) throws Rejected {
    budget.visit(text.size());
    try {
      return utf8.decode(ByteBuffer.wrap(text.raw())).toString();
    } catch (CharacterCodingException e) {
      // spec| RFC 8949 §5.3.1: text is valid UTF-8
      Rejected.unless(
          checks,
          "cbor.utf8",
          false,
          Reason.MALFORMED,
          () -> "text at offset " + start + " is not UTF-8");
      return text.toText();
    }
  }

  private Span span(int start) {
    return new Span(source, start, at);
  }

  private Rejected truncated(long size, int offset) {
    return new Rejected(
        Reason.TRUNCATED,
        "cbor.truncated",
        Long.toUnsignedString(size)
            + " expected at offset "
            + offset
            + ", "
            + (octets.length - at)
            + " octets left");
  }

  private Rejected malformed(String detail) {
    return new Rejected(Reason.MALFORMED, "cbor.well-formed", detail);
  }

  /** Collects the entries of one map and watches over its keys. */
  private final class MapReader {

    private final List<Cbor.Entry> entries = new ArrayList<>();

    /** Keys as octets, whose order keeps the set fast where a stranger makes hashes collide. */
    private final Set<Bytes> keys = new HashSet<>();

    private Bytes last = Bytes.EMPTY;

    void entry(int depth) throws Rejected {
      int start = at;
      Cbor key = item(depth + 1);
      budget.key(at - start, start);
      // spec| RFC 8949 §5.6: keys are distinct
      Rejected.unless(
          checks,
          "cbor.duplicate-key",
          keys.add(key.encode()),
          Reason.DUPLICATE_KEY,
          () -> "the key at offset " + start + " stands twice");
      if (profile == CborProfile.DETERMINISTIC) {
        Bytes encoded = key.span().raw();
        // spec| RFC 8949 §4.2.1: keys in the bytewise order of their encodings
        Rejected.unless(
            checks,
            "cbor.sorted",
            entries.isEmpty() || last.compareTo(encoded) < 0 || encoded.equals(last),
            Reason.NOT_DETERMINISTIC,
            () -> "the key at offset " + start + " is out of order");
        last = encoded;
      }
      entries.add(new Cbor.Entry(key, item(depth + 1)));
    }
  }
}
