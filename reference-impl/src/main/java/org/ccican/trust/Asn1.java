package org.ccican.trust;

import java.io.IOException;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;

/** The one place where complaints of the ASN.1 library become refusals. */
final class Asn1 {

  /** Reads something of a stranger's octets, completely: nothing may be read lazily later. */
  @FunctionalInterface
  interface Read<T> {
    T run() throws IOException;
  }

  private Asn1() {}

  /**
   * @param rule the structural check to name
   * @throws Rejected with {@link Reason#MALFORMED} if the library cannot read the octets
   */
  static <T> T read(String rule, Read<T> read) throws Rejected {
    try {
      return read.run();
    } catch (IOException | RuntimeException e) {
      // The library reports bad content by unchecked exceptions of many kinds as well.
      throw new Rejected(Reason.MALFORMED, rule, "ASN.1: " + e.getMessage());
    }
  }
}
