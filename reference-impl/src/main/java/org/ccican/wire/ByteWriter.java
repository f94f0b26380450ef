package org.ccican.wire;

import java.io.ByteArrayOutputStream;

/** Writes binary layouts; the mirror of {@link ByteReader}. */
public final class ByteWriter {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  public int size() {
    return out.size();
  }

  public ByteWriter put(Bytes octets) {
    out.writeBytes(octets.raw());
    return this;
  }

  public ByteWriter zero(int size) {
    return put(Bytes.zero(size));
  }

  public ByteWriter u8(int value) {
    out.write(value);
    return this;
  }

  /** Two octets, little-endian. */
  public ByteWriter u16le(int value) {
    return littleEndian(value, 2);
  }

  /** Four octets, little-endian. */
  public ByteWriter u32le(long value) {
    return littleEndian(value, 4);
  }

  /** Eight octets, little-endian. */
  public ByteWriter u64le(long value) {
    return littleEndian(value, 8);
  }

  public Bytes toBytes() {
    return Bytes.adopt(out.toByteArray());
  }

  private ByteWriter littleEndian(long value, int size) {
    for (int i = 0; i < size; i++) {
      out.write((int) (value >>> 8 * i));
    }
    return this;
  }
}
