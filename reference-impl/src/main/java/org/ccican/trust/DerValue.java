package org.ccican.trust;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * A value in DER (X.690 section 10) as vendors nest them in extensions: a tag of one octet, a
 * length in its shortest form, the content.
 *
 * @param tag the identifier octet
 * @param rule the structural check to name when the value is not what is asked for
 */
public record DerValue(int tag, Bytes content, String rule) {

  private static final int BOOLEAN = 0x01;
  private static final int INTEGER = 0x02;
  private static final int OCTET_STRING = 0x04;
  private static final int OBJECT_IDENTIFIER = 0x06;
  private static final int ENUMERATED = 0x0a;
  private static final int SEQUENCE = 0x30;

  /** More values than any extension has side by side. */
  private static final int MOST = 64;

  /**
   * Reads exactly one value.
   *
   * @param rule the structural check to name
   */
  public static DerValue parse(Bytes der, String rule) throws Rejected {
    List<DerValue> values = all(der, rule);
    if (values.size() != 1) {
      throw new Rejected(Reason.MALFORMED, rule, values.size() + " DER values, 1 expected");
    }
    return values.get(0);
  }

  /** The values of a SEQUENCE. */
  public List<DerValue> sequence() throws Rejected {
    return all(expect(SEQUENCE, "SEQUENCE"), rule);
  }

  /**
   * An INTEGER from 0 to a largest one.
   *
   * @param most at most 2^31-1
   */
  public int integer(int most) throws Rejected {
    return number(expect(INTEGER, "INTEGER"), most);
  }

  /** An ENUMERATED value from 0 to a largest one. */
  public int enumerated(int most) throws Rejected {
    return number(expect(ENUMERATED, "ENUMERATED"), most);
  }

  /** The octets of an OCTET STRING of a size. */
  public Bytes octets(int size) throws Rejected {
    Bytes octets = expect(OCTET_STRING, "OCTET STRING");
    if (octets.size() != size) {
      throw new Rejected(Reason.MALFORMED, rule, size + " octets expected, found " + octets.size());
    }
    return octets;
  }

  /** A BOOLEAN, whose true is all ones in DER. */
  public boolean bool() throws Rejected {
    Bytes octets = expect(BOOLEAN, "BOOLEAN");
    if (octets.size() != 1 || octets.at(0) != 0 && octets.at(0) != 0xff) {
      throw new Rejected(Reason.MALFORMED, rule, "no BOOLEAN in DER: " + octets);
    }
    return octets.at(0) != 0;
  }

  /** An OBJECT IDENTIFIER in numbers and dots. */
  public String objectIdentifier() throws Rejected {
    Bytes octets = expect(OBJECT_IDENTIFIER, "OBJECT IDENTIFIER");
    StringBuilder dotted = new StringBuilder();
    long arc = 0;
    for (int i = 0; i < octets.size(); i++) {
      if (arc > Integer.MAX_VALUE || arc == 0 && octets.at(i) == 0x80) {
        throw new Rejected(Reason.MALFORMED, rule, "no OBJECT IDENTIFIER: " + octets);
      }
      arc = arc << 7 | octets.at(i) & 0x7f;
      if (octets.at(i) < 0x80) {
        if (dotted.isEmpty()) {
          long first = Math.min(arc / 40, 2);
          dotted.append(first).append('.').append(arc - 40 * first);
        } else {
          dotted.append('.').append(arc);
        }
        arc = 0;
      }
    }
    if (octets.isEmpty() || octets.at(octets.size() - 1) >= 0x80) {
      throw new Rejected(Reason.MALFORMED, rule, "no OBJECT IDENTIFIER: " + octets);
    }
    return dotted.toString();
  }

  private Bytes expect(int wanted, String name) throws Rejected {
    if (tag != wanted) {
      throw new Rejected(
          Reason.MALFORMED, rule, name + " expected, found tag 0x" + Integer.toHexString(tag));
    }
    return content;
  }

  private int number(Bytes octets, int most) throws Rejected {
    boolean shortest =
        octets.size() == 1 || octets.size() > 1 && (octets.at(0) != 0 || octets.at(1) >= 0x80);
    boolean negative = !octets.isEmpty() && octets.at(0) >= 0x80;
    if (!shortest
        || negative
        || octets.size() > 5
        || new BigInteger(octets.toArray()).compareTo(BigInteger.valueOf(most)) > 0) {
      throw new Rejected(
          Reason.OUT_OF_RANGE, rule, "no number from 0 to " + most + " in DER: " + octets);
    }
    return new BigInteger(octets.toArray()).intValue();
  }

  private static List<DerValue> all(Bytes der, String rule) throws Rejected {
    List<DerValue> values = new ArrayList<>();
    int at = 0;
    while (at < der.size()) {
      int head = 2;
      boolean whole = at + 2 <= der.size() && (der.at(at) & 0x1f) != 0x1f;
      long length = whole ? der.at(at + 1) : 0;
      if (whole && length >= 0x80) {
        int octets = (int) length - 0x80;
        head += octets;
        whole = octets > 0 && octets < 4 && at + head <= der.size();
        length = 0;
        for (int i = 0; whole && i < octets; i++) {
          length = length << 8 | der.at(at + 2 + i);
        }
        whole = whole && length >= 0x80 && length >> 8 * (octets - 1) != 0;
      }
      if (!whole || length > der.size() - at - head || values.size() == MOST) {
        throw new Rejected(Reason.MALFORMED, rule, "no DER value at offset " + at + " of " + der);
      }
      int start = at + head;
      at = start + (int) length;
      values.add(new DerValue(der.at(start - head), der.slice(start, at), rule));
    }
    return values;
  }
}
