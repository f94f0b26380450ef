package org.ccican.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;

/**
 * Strict decoder for CBOR (RFC 8949): exactly one item, no duplicate keys, valid UTF-8, bounded
 * size, depth and number of items. Memory is taken only for octets that are there, whatever a
 * length claims.
 */
public final class CborDecoder {

  private final Checks checks;
  private final CborLimits limits;

  public CborDecoder(Checks checks, CborLimits limits) {
    this.checks = checks;
    this.limits = limits;
  }

  /** A decoder with the usual limits. */
  public CborDecoder(Checks checks) {
    this(checks, CborLimits.DEFAULT);
  }

  /**
   * @throws Rejected with the offset of the offence
   */
  public Cbor decode(Bytes source, CborProfile profile) throws Rejected {
    return new Run(source, profile).whole();
  }

  private final class Run {

    private final Bytes source;
    private final byte[] octets;
    private final CborProfile profile;
    private int at;
    private int items;

    Run(Bytes source, CborProfile profile) {
      this.source = source;
      this.octets = source.raw();
      this.profile = profile;
    }

    Cbor whole() throws Rejected {
      // spec| RFC 8949 §10: a decoder bounds what it takes from a stranger
      Rejected.unless(
          checks,
          "cbor.limit.octets",
          octets.length <= limits.octets(),
          Reason.LIMIT_EXCEEDED,
          () -> octets.length + " octets, at most " + limits.octets());
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
      // spec| RFC 8949 §10
      Rejected.unless(
          checks,
          "cbor.limit.depth",
          depth <= limits.depth(),
          Reason.LIMIT_EXCEEDED,
          () -> "nested deeper than " + limits.depth() + " at offset " + start);
      items++;
      Rejected.unless(
          checks,
          "cbor.limit.items",
          items <= limits.items(),
          Reason.LIMIT_EXCEEDED,
          () -> "more than " + limits.items() + " items at offset " + start);
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
        case 2 -> new Cbor.Octets(take(argument, start), span(start));
        case 3 -> new Cbor.Text(utf8(take(argument, start), start), span(start));
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
      while (!broken()) {
        int chunk = at;
        items++;
        Rejected.unless(
            checks,
            "cbor.limit.items",
            items <= limits.items(),
            Reason.LIMIT_EXCEEDED,
            () -> "more than " + limits.items() + " items at offset " + chunk);
        int initial = octet();
        if (initial >> 5 != major || (initial & 0x1f) == 31) {
          throw malformed("chunk of another type at offset " + chunk);
        }
        Bytes octets = take(argument(initial & 0x1f, major, chunk), chunk);
        chunks.add(octets);
        text.append(major == 3 ? utf8(octets, chunk) : "");
      }
      return major == 2
          ? new Cbor.Octets(Bytes.concat(chunks), span(start))
          : new Cbor.Text(text.toString(), span(start));
    }

    private boolean broken() throws Rejected {
      if (at < octets.length && (octets[at] & 0xff) == 0xff) {
        at++;
        return true;
      }
      if (at >= octets.length) {
        throw truncated(1, at);
      }
      return false;
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
      return octets[at++] & 0xff;
    }

    /**
     * Octets of a string; a length that the input cannot hold is refused before anything is taken.
     */
    private Bytes take(long size, int start) throws Rejected {
      if (Long.compareUnsigned(size, octets.length - at) > 0) {
        throw truncated(size, start);
      }
      at += (int) size;
      return source.slice(at - (int) size, at);
    }

    private void bounded(long count, int each, int start) throws Rejected {
      if (Long.compareUnsigned(count, (octets.length - at) / each) > 0) {
        throw truncated(count, start);
      }
    }

    private String utf8(Bytes text, int start) throws Rejected {
      try {
        return StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(text.raw()))
            .toString();
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
}
