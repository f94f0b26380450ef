package org.ccican.format.intel;

import org.ccican.wire.Bytes;

/** Numbers as Intel's structures hold them. */
public final class LittleEndian {

  private LittleEndian() {}

  /**
   * @param octets at most eight, the least significant first
   */
  public static long number(Bytes octets) {
    long value = 0;
    for (int i = octets.size() - 1; i >= 0; i--) {
      value = value << 8 | octets.at(i);
    }
    return value;
  }
}
