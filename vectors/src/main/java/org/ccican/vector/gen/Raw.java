package org.ccican.vector.gen;

import java.util.Arrays;
import org.ccican.vector.Octets;

/**
 * A buffer of octets written field by field at absolute offsets. Everything is possible in it, the
 * forbidden too: it knows no layout and checks nothing but its own bounds.
 */
final class Raw {

  private byte[] octets;

  private Raw(byte[] octets) {
    this.octets = octets;
  }

  static Raw zero(int size) {
    return new Raw(new byte[size]);
  }

  static Raw of(Octets octets) {
    return new Raw(octets.toArray());
  }

  Octets octets() {
    return Octets.of(octets);
  }

  int size() {
    return octets.length;
  }

  int at(int offset) {
    return octets[offset] & 0xff;
  }

  byte[] slice(int offset, int size) {
    return Arrays.copyOfRange(octets, offset, offset + size);
  }

  Raw put(int offset, byte[] value) {
    System.arraycopy(value, 0, octets, offset, value.length);
    return this;
  }

  Raw u8(int offset, int value) {
    octets[offset] = (byte) value;
    return this;
  }

  /** Little-endian. */
  Raw u32(int offset, long value) {
    return little(offset, value, 4);
  }

  /** Little-endian. */
  Raw u64(int offset, long value) {
    return little(offset, value, 8);
  }

  Raw fill(int offset, int size, int value) {
    Arrays.fill(octets, offset, offset + size, (byte) value);
    return this;
  }

  /** Inverts one bit; bit 0 is the least significant of the octet. */
  Raw flip(int offset, int bit) {
    octets[offset] ^= (byte) (1 << bit);
    return this;
  }

  Raw add(int offset, int difference) {
    return u8(offset, at(offset) + difference);
  }

  /** Cuts off the end, or lengthens with zeros. */
  Raw resize(int size) {
    octets = Arrays.copyOf(octets, size);
    return this;
  }

  private Raw little(int offset, long value, int size) {
    for (int i = 0; i < size; i++) {
      octets[offset + i] = (byte) (value >>> 8 * i);
    }
    return this;
  }
}
