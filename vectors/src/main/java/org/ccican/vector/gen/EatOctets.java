package org.ccican.vector.gen;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Octets of tokens, changed by hand. */
final class EatOctets {

  private EatOctets() {}

  static byte[] flip(byte[] octets) {
    byte[] copy = octets.clone();
    copy[copy.length - 1] ^= 1;
    return copy;
  }

  /** A map of fewer than 23 entries with one more. */
  static byte[] more(byte[] map, byte[] key, byte[] value) {
    byte[] longer = Der.concat(map, key, value);
    longer[0]++;
    return longer;
  }

  static byte[] indefinite(byte[] map) {
    byte[] longer = Der.concat(map, new byte[] {(byte) 0xff});
    longer[0] = (byte) 0xbf;
    return longer;
  }

  /** A map of fewer than 24 entries whose number is in a second octet. */
  static byte[] longHead(byte[] map) {
    return Der.concat(
        new byte[] {(byte) 0xb8, (byte) (map[0] & 0x1f)}, Arrays.copyOfRange(map, 1, map.length));
  }

  /** Octets that follow from a name. */
  static byte[] pattern(String name, int size) {
    byte[] all = new byte[0];
    while (all.length < size) {
      byte[] seed = (name + " " + all.length).getBytes(StandardCharsets.UTF_8);
      all = Der.concat(all, TestKeys.digest("SHA-256", seed));
    }
    return Arrays.copyOf(all, size);
  }
}
