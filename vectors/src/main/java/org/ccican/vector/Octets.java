package org.ccican.vector;

import java.util.HexFormat;

/**
 * Octets as the vector files write them: lower-case hexadecimal, two digits each.
 *
 * @param hex an even number of digits 0-9 and a-f, possibly none
 */
public record Octets(String hex) {

  public Octets {
    if (!hex.matches("([0-9a-f]{2})*")) {
      throw new IllegalArgumentException("no lower-case hexadecimal octets: " + hex);
    }
  }

  public static Octets of(byte[] octets) {
    return new Octets(HexFormat.of().formatHex(octets));
  }

  /** How many octets there are. */
  public int size() {
    return hex.length() / 2;
  }

  /** A new array that the caller may change. */
  public byte[] toArray() {
    return HexFormat.of().parseHex(hex);
  }

  @Override
  public String toString() {
    return size() + " octets";
  }
}
