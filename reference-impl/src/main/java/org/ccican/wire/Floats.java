package org.ccican.wire;

/** Whether a float could have been written in fewer octets (RFC 8949 sections 4.2.2 and 3.3). */
final class Floats {

  private Floats() {}

  /**
   * @param width 2, 4 or 8 octets
   * @param bits the IEEE 754 bits, in the low end
   */
  static boolean isShortest(int width, long bits) {
    return switch (width) {
      case 2 -> true;
      case 4 -> !fitsHalf((int) bits);
      default -> !fitsSingle(bits);
    };
  }

  private static boolean fitsSingle(long bits) {
    double value = Double.longBitsToDouble(bits);
    if (Double.isNaN(value)) {
      return (bits & ((1L << 29) - 1)) == 0;
    }
    return Double.doubleToRawLongBits((double) (float) value) == bits;
  }

  private static boolean fitsHalf(int bits) {
    int exponent = (bits >>> 23) & 0xff;
    int mantissa = bits & 0x7f_ffff;
    if (exponent == 0xff) {
      return (mantissa & 0x1fff) == 0;
    }
    if (exponent == 0 && mantissa == 0) {
      return true;
    }
    int unbiased = exponent - 127;
    if (unbiased >= -14 && unbiased <= 15) {
      return (mantissa & 0x1fff) == 0;
    }
    // Halves below 2^-14 are subnormal: one bit of the mantissa fewer for each step down to 2^-24.
    int lost = -1 - unbiased;
    return unbiased >= -24 && unbiased < -14 && (mantissa & ((1 << Math.min(lost, 23)) - 1)) == 0;
  }
}
