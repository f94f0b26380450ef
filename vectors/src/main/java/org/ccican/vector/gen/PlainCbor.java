package org.ccican.vector.gen;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Writes CBOR items (RFC 8949), each method a whole item; heads as short as they can be. */
final class PlainCbor {

  static final byte[] NULL = {(byte) 0xf6};

  private PlainCbor() {}

  static byte[] integer(long value) {
    return value < 0 ? head(1, ~value) : head(0, value);
  }

  static byte[] octets(byte[] value) {
    return Der.concat(head(2, value.length), value);
  }

  static byte[] text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    return Der.concat(head(3, utf8.length), utf8);
  }

  static byte[] array(byte[]... items) {
    return Der.concat(head(4, items.length), Der.concat(items));
  }

  static byte[] array(List<byte[]> items) {
    return array(items.toArray(new byte[0][]));
  }

  /** A map with integer keys, in the order given. */
  static byte[] map(Map<Long, byte[]> entries) {
    return Der.concat(head(5, entries.size()), content(entries));
  }

  /** Keys and values one after the other, without a head. */
  static byte[] content(Map<Long, byte[]> entries) {
    List<byte[]> all = new ArrayList<>();
    entries.forEach(
        (key, value) -> {
          all.add(integer(key));
          all.add(value);
        });
    return Der.concat(all.toArray(new byte[0][]));
  }

  /** What a byte string holds. */
  static byte[] content(byte[] octets) {
    int info = octets[0] & 0x1f;
    int head = info < 24 ? 1 : 1 + (1 << (info - 24));
    return Arrays.copyOfRange(octets, head, octets.length);
  }

  static byte[] tag(long number, byte[] content) {
    return Der.concat(head(6, number), content);
  }

  static byte[] head(int major, long argument) {
    int width = argument < 24 ? 0 : argument < 1 << 8 ? 1 : argument < 1 << 16 ? 2 : 4;
    return head(major, argument, width);
  }

  /**
   * A head of a given width.
   *
   * @param width octets of the argument: 0, 1, 2, 4 or 8
   */
  static byte[] head(int major, long argument, int width) {
    byte[] octets = new byte[1 + width];
    int info = width == 0 ? (int) argument : 24 + Integer.numberOfTrailingZeros(width);
    octets[0] = (byte) (major << 5 | info);
    for (int i = 0; i < width; i++) {
      octets[width - i] = BigInteger.valueOf(argument).shiftRight(8 * i).byteValue();
    }
    return octets;
  }
}
