package org.ccican.format.eat;

import org.ccican.wire.Cbor;

/** Numbers that may be integers or floats of any width. */
final class EatNumbers {

  private EatNumbers() {}

  /** The value, rounded where it has more than 53 bits; not a number for anything else. */
  static double value(Cbor item) {
    if (item instanceof Cbor.Int integer) {
      return integer.value().doubleValue();
    }
    if (!(item instanceof Cbor.Real real)) {
      return Double.NaN;
    }
    return switch (real.width()) {
      case 8 -> Double.longBitsToDouble(real.bits());
      case 4 -> Float.intBitsToFloat((int) real.bits());
      default -> half((int) real.bits());
    };
  }

  /** A float of 16 bits (RFC 8949 appendix D). */
  private static double half(int bits) {
    int exponent = bits >> 10 & 0x1f;
    int fraction = bits & 0x3ff;
    double size =
        switch (exponent) {
          case 0 -> Math.scalb((double) fraction, -24);
          case 31 -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
          default -> Math.scalb((double) (fraction + 1024), exponent - 25);
        };
    return (bits & 0x8000) == 0 ? size : -size;
  }
}
