package org.ccican.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;

/** Immutable octets. Equality is by content; {@code toString} is lower-case hex. */
public final class Bytes implements Comparable<Bytes> {

  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] octets;

  private Bytes(byte[] octets) {
    this.octets = octets;
  }

  /** Copies the array. */
  public static Bytes of(byte[] octets) {
    return octets.length == 0 ? EMPTY : new Bytes(octets.clone());
  }

  /** One octet per argument, the low eight bits of each. */
  public static Bytes of(int... octets) {
    byte[] copy = new byte[octets.length];
    for (int i = 0; i < octets.length; i++) {
      copy[i] = (byte) octets[i];
    }
    return new Bytes(copy);
  }

  /** Takes over an array that nobody else holds. */
  static Bytes adopt(byte[] octets) {
    return new Bytes(octets);
  }

  /**
   * @throws IllegalArgumentException if the text is not an even number of hex digits
   */
  public static Bytes hex(String hex) {
    return new Bytes(HexFormat.of().parseHex(hex));
  }

  public static Bytes utf8(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  public static Bytes zero(int size) {
    return new Bytes(new byte[size]);
  }

  public static Bytes concat(Bytes... parts) {
    return concat(List.of(parts));
  }

  public static Bytes concat(List<Bytes> parts) {
    int size = 0;
    for (Bytes part : parts) {
      size = Math.addExact(size, part.size());
    }
    byte[] all = new byte[size];
    int at = 0;
    for (Bytes part : parts) {
      System.arraycopy(part.octets, 0, all, at, part.octets.length);
      at += part.octets.length;
    }
    return new Bytes(all);
  }

  public int size() {
    return octets.length;
  }

  public boolean isEmpty() {
    return octets.length == 0;
  }

  /** The octet at an offset, 0 to 255. */
  public int at(int offset) {
    return octets[offset] & 0xff;
  }

  /** The octets from an offset (inclusive) to another (exclusive). */
  public Bytes slice(int from, int to) {
    if (from == 0 && to == octets.length) {
      return this;
    }
    byte[] part = Arrays.copyOfRange(octets, from, to);
    return part.length == 0 ? EMPTY : new Bytes(part);
  }

  /** Zeros appended on the right up to a size; unchanged if already as long. */
  public Bytes padRight(int size) {
    return octets.length >= size ? this : new Bytes(Arrays.copyOf(octets, size));
  }

  /** The same octets with those at an offset replaced. */
  public Bytes with(int offset, Bytes replacement) {
    byte[] copy = octets.clone();
    System.arraycopy(replacement.octets, 0, copy, offset, replacement.octets.length);
    return new Bytes(copy);
  }

  /** The same octets with one bit flipped; bit 0 is the least significant of its octet. */
  public Bytes flip(int offset, int bit) {
    byte[] copy = octets.clone();
    copy[offset] ^= (byte) (1 << bit);
    return new Bytes(copy);
  }

  public boolean isZero() {
    for (byte octet : octets) {
      if (octet != 0) {
        return false;
      }
    }
    return true;
  }

  /** Compares in a time that does not depend on where two values of one size differ. */
  public boolean equalsConstantTime(Bytes other) {
    return MessageDigest.isEqual(octets, other.octets);
  }

  /** Whether the other octets stand somewhere in these. */
  public boolean contains(Bytes other) {
    return indexOf(other).isPresent();
  }

  /** Where the other octets stand first. */
  public OptionalInt indexOf(Bytes other) {
    int length = other.octets.length;
    if (length == 0) {
      return OptionalInt.of(0);
    }
    byte first = other.octets[0];
    for (int at = 0; at + length <= octets.length; at++) {
      if (octets[at] == first && Arrays.equals(octets, at, at + length, other.octets, 0, length)) {
        return OptionalInt.of(at);
      }
    }
    return OptionalInt.empty();
  }

  /** A copy. */
  public byte[] toArray() {
    return octets.clone();
  }

  /** The array itself, for the codecs beside this class, which do not write to it. */
  byte[] raw() {
    return octets;
  }

  public String toHex() {
    return HexFormat.of().formatHex(octets);
  }

  /** The octets as UTF-8, malformed parts replaced: for display, never for comparison. */
  public String toText() {
    return new String(octets, StandardCharsets.UTF_8);
  }

  /** Unsigned lexicographic order, the order of deterministic CBOR (RFC 8949 section 4.2.1). */
  @Override
  public int compareTo(Bytes other) {
    return Arrays.compareUnsigned(octets, other.octets);
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof Bytes bytes && Arrays.equals(octets, bytes.octets);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(octets);
  }

  @Override
  public String toString() {
    return toHex();
  }
}
