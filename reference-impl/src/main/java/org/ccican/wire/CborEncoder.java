package org.ccican.wire;

import java.nio.charset.StandardCharsets;

/** Writes items with definite lengths and the shortest heads, in the order in which they stand. */
final class CborEncoder {

  private CborEncoder() {}

  static Bytes encode(Cbor item) {
    ByteWriter out = new ByteWriter();
    write(item, out);
    return out.toBytes();
  }

  private static void write(Cbor item, ByteWriter out) {
    if (item instanceof Cbor.Int integer) {
      head(integer.negative() ? 1 : 0, integer.argument(), out);
    } else if (item instanceof Cbor.Octets octets) {
      head(2, octets.value().size(), out);
      out.put(octets.value());
    } else if (item instanceof Cbor.Text text) {
      byte[] utf8 = text.value().getBytes(StandardCharsets.UTF_8);
      head(3, utf8.length, out);
      out.put(Bytes.adopt(utf8));
    } else if (item instanceof Cbor.Array array) {
      head(4, array.items().size(), out);
      array.items().forEach(child -> write(child, out));
    } else if (item instanceof Cbor.Map map) {
      head(5, map.entries().size(), out);
      for (Cbor.Entry entry : map.entries()) {
        write(entry.key(), out);
        write(entry.value(), out);
      }
    } else if (item instanceof Cbor.Tag tag) {
      head(6, tag.number(), out);
      write(tag.content(), out);
    } else if (item instanceof Cbor.Simple simple) {
      head(7, simple.value(), out);
    } else if (item instanceof Cbor.Real real) {
      // 2, 4 and 8 octets have the additional information 25, 26 and 27.
      out.u8(7 << 5 | (24 + Integer.numberOfTrailingZeros(real.width())));
      big(real.bits(), real.width(), out);
    } else if (item instanceof Cbor.Raw raw) {
      out.put(raw.octets());
    }
  }

  private static void head(int major, long argument, ByteWriter out) {
    int type = major << 5;
    if (Long.compareUnsigned(argument, 24) < 0) {
      out.u8(type | (int) argument);
    } else if (Long.compareUnsigned(argument, 0xff) <= 0) {
      out.u8(type | 24);
      big(argument, 1, out);
    } else if (Long.compareUnsigned(argument, 0xffff) <= 0) {
      out.u8(type | 25);
      big(argument, 2, out);
    } else if (Long.compareUnsigned(argument, 0xffff_ffffL) <= 0) {
      out.u8(type | 26);
      big(argument, 4, out);
    } else {
      out.u8(type | 27);
      big(argument, 8, out);
    }
  }

  private static void big(long value, int size, ByteWriter out) {
    for (int i = size - 1; i >= 0; i--) {
      out.u8((int) (value >>> 8 * i));
    }
  }
}
