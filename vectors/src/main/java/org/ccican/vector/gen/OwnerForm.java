package org.ccican.vector.gen;

import java.util.Arrays;

/**
 * Keys on P-384 and signatures as AMD's firmware has them (AMD 56860 chapter 10): the curve in 4
 * octets, then numbers with the least octet first, each in 72 octets.
 */
final class OwnerForm {

  private static final int FIELD = 72;
  private static final int KEY = 0x404;
  private static final int SIGNATURE = 0x200;
  private static final byte P384 = 2;

  private OwnerForm() {}

  /** A byte string of 0x404 octets. */
  static byte[] key(String owner) {
    byte[] point = DeviceKeys.point(DeviceKeys.Curve.P384, owner);
    byte[] key = new byte[KEY];
    key[0] = P384;
    numbers(Arrays.copyOfRange(point, 1, point.length), key, 4);
    return PlainCbor.octets(key);
  }

  /** A byte string of 0x200 octets. */
  static byte[] signature(String owner, byte[] message) {
    byte[] signature = new byte[SIGNATURE];
    numbers(DeviceKeys.sign(DeviceKeys.Curve.P384, owner, message), signature, 0);
    return PlainCbor.octets(signature);
  }

  /** Two numbers side by side, each the other way round. */
  private static void numbers(byte[] pair, byte[] into, int offset) {
    int size = pair.length / 2;
    for (int i = 0; i < size; i++) {
      into[offset + i] = pair[size - 1 - i];
      into[offset + FIELD + i] = pair[pair.length - 1 - i];
    }
  }
}
