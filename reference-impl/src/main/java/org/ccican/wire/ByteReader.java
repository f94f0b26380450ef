package org.ccican.wire;

import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;

/**
 * A cursor over a binary layout. Reading past the end is refused with the offset, never with an
 * exception of the array's.
 */
public final class ByteReader {

  private final Bytes source;
  private final String rule;
  private int offset;

  /**
   * @param rule the structural check named when octets are missing
   */
  public ByteReader(Bytes source, String rule) {
    this.source = source;
    this.rule = rule;
  }

  public int offset() {
    return offset;
  }

  public int remaining() {
    return source.size() - offset;
  }

  public Bytes take(int size) throws Rejected {
    if (size < 0 || size > remaining()) {
      throw new Rejected(
          Reason.TRUNCATED,
          rule,
          size + " octets expected at offset " + offset + ", " + remaining() + " left");
    }
    offset += size;
    return source.slice(offset - size, offset);
  }

  public int u8() throws Rejected {
    return take(1).at(0);
  }

  /** Two octets, little-endian. */
  public int u16le() throws Rejected {
    return (int) unsigned(2);
  }

  /** Four octets, little-endian, 0 to 2^32-1. */
  public long u32le() throws Rejected {
    return unsigned(4);
  }

  /** Eight octets, little-endian, all 64 bits. */
  public long u64le() throws Rejected {
    return unsigned(8);
  }

  private long unsigned(int size) throws Rejected {
    Bytes octets = take(size);
    long value = 0;
    for (int i = size - 1; i >= 0; i--) {
      value = value << 8 | octets.at(i);
    }
    return value;
  }
}
