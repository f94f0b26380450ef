package org.ccican.trust;

import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/** Single values as vendors put them into extensions (X.690), with lengths below 128. */
public final class Der {

  private static final int INTEGER = 0x02;
  private static final int OCTET_STRING = 0x04;
  private static final int IA5_STRING = 0x16;

  private Der() {}

  /**
   * An INTEGER from 0 to 255; from 128 on it has two octets, the first zero.
   *
   * @param rule the structural check to name
   */
  public static int octet(Bytes der, String rule) throws Rejected {
    Bytes content = content(INTEGER, der, rule);
    boolean one = content.size() == 1 && content.at(0) < 0x80;
    boolean two = content.size() == 2 && content.at(0) == 0 && content.at(1) >= 0x80;
    if (!one && !two) {
      throw new Rejected(Reason.OUT_OF_RANGE, rule, "no INTEGER from 0 to 255: " + der);
    }
    return content.at(content.size() - 1);
  }

  /** An IA5String of printable ASCII. */
  public static String text(Bytes der, String rule) throws Rejected {
    Bytes content = content(IA5_STRING, der, rule);
    for (int i = 0; i < content.size(); i++) {
      if (content.at(i) < 0x20 || content.at(i) > 0x7e) {
        throw new Rejected(Reason.MALFORMED, rule, "no printable IA5String: " + der);
      }
    }
    return content.toText();
  }

  /** The octets as they are if they have the size, or those of an OCTET STRING of that size. */
  public static Bytes octets(Bytes value, int size, String rule) throws Rejected {
    if (value.size() == size) {
      return value;
    }
    Bytes content = content(OCTET_STRING, value, rule);
    if (content.size() != size) {
      throw new Rejected(
          Reason.MALFORMED, rule, size + " octets expected, found " + content.size());
    }
    return content;
  }

  private static Bytes content(int tag, Bytes der, String rule) throws Rejected {
    boolean whole =
        der.size() >= 2 && der.at(0) == tag && der.at(1) < 0x80 && der.at(1) == der.size() - 2;
    if (!whole) {
      throw new Rejected(
          Reason.MALFORMED, rule, "no value of tag " + tag + " in short form: " + der);
    }
    return der.slice(2, der.size());
  }
}
