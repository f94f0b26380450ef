package org.ccican.conformance.verdict;

import java.util.function.Predicate;
import org.ccican.wire.Bytes;

/** The heads of the items in well-formed CBOR, one after the other (RFC 8949 section 3). */
final class CborHeads {

  private static final int TAG = 6;
  private static final int SIMPLE = 7;
  private static final int INDEFINITE = 31;

  private CborHeads() {}

  /**
   * @param major 0 to 7
   * @param info additional information, 0 to 31
   * @param argument where there is one
   */
  private record Head(int major, int info, long argument) {

    /** Whether no shorter head has the argument; floats are as long as they are. */
    boolean isShortest() {
      return switch (info) {
        case 24 -> Long.compareUnsigned(argument, 23) > 0;
        case 25 -> major == SIMPLE || Long.compareUnsigned(argument, 0xff) > 0;
        case 26 -> major == SIMPLE || Long.compareUnsigned(argument, 0xffff) > 0;
        case 27 -> major == SIMPLE || Long.compareUnsigned(argument, 0xffff_ffffL) > 0;
        default -> true;
      };
    }
  }

  static boolean definite(Bytes octets) {
    return all(octets, head -> head.info() != INDEFINITE);
  }

  static boolean preferred(Bytes octets) {
    return all(octets, Head::isShortest);
  }

  static boolean untagged(Bytes octets) {
    return all(octets, head -> head.major() != TAG);
  }

  private static boolean all(Bytes octets, Predicate<Head> rule) {
    int at = 0;
    while (at < octets.size()) {
      int initial = octets.at(at) & 0xff;
      int info = initial & 0x1f;
      int more = info < 24 || info > 27 ? 0 : 1 << (info - 24);
      long argument = info < 24 ? info : 0;
      for (int next = 1; next <= more; next++) {
        argument = argument << 8 | octets.at(at + next) & 0xff;
      }
      Head head = new Head(initial >> 5, info, argument);
      if (!rule.test(head)) {
        return false;
      }
      at += 1 + more;
      if ((head.major() == 2 || head.major() == 3) && info != INDEFINITE) {
        at += (int) argument;
      }
    }
    return true;
  }
}
