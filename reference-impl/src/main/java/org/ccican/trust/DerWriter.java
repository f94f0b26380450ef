package org.ccican.trust;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.ccican.wire.ByteWriter;
import org.ccican.wire.Bytes;

/** Writes values in DER; the mirror of {@link DerValue}. */
public final class DerWriter {

  private DerWriter() {}

  public static Bytes sequence(List<Bytes> values) {
    return value(0x30, Bytes.concat(values));
  }

  /** A SEQUENCE of an identifier and a value. */
  public static Bytes pair(String identifier, Bytes value) {
    return sequence(List.of(objectIdentifier(identifier), value));
  }

  /** An INTEGER that is not negative. */
  public static Bytes integer(int number) {
    return value(0x02, Bytes.of(BigInteger.valueOf(number).toByteArray()));
  }

  public static Bytes enumerated(int number) {
    return value(0x0a, Bytes.of(BigInteger.valueOf(number).toByteArray()));
  }

  public static Bytes octets(Bytes content) {
    return value(0x04, content);
  }

  public static Bytes bool(boolean truth) {
    return value(0x01, Bytes.of(truth ? 0xff : 0));
  }

  /**
   * @param dotted numbers and dots
   */
  public static Bytes objectIdentifier(String dotted) {
    String[] arcs = dotted.split("\\.");
    ByteWriter writer = new ByteWriter();
    arc(writer, Long.parseLong(arcs[0]) * 40 + Long.parseLong(arcs[1]));
    for (int i = 2; i < arcs.length; i++) {
      arc(writer, Long.parseLong(arcs[i]));
    }
    return value(0x06, writer.toBytes());
  }

  private static void arc(ByteWriter writer, long arc) {
    List<Integer> groups = new ArrayList<>();
    long left = arc;
    do {
      groups.add(0, (int) (left & 0x7f));
      left >>= 7;
    } while (left > 0);
    for (int i = 0; i < groups.size(); i++) {
      writer.u8(groups.get(i) | (i < groups.size() - 1 ? 0x80 : 0));
    }
  }

  private static Bytes value(int tag, Bytes content) {
    ByteWriter writer = new ByteWriter().u8(tag);
    int size = content.size();
    if (size < 0x80) {
      writer.u8(size);
    } else if (size < 0x100) {
      writer.u8(0x81).u8(size);
    } else {
      writer.u8(0x82).u8(size >> 8).u8(size);
    }
    return writer.put(content).toBytes();
  }
}
