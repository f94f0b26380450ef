package org.ccican.vector.gen;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes DER values (ITU-T X.690), each method a whole tag, length and value. */
final class Der {

  static final byte[] NULL = {5, 0};

  private Der() {}

  static byte[] sequence(byte[]... parts) {
    return value(0x30, concat(parts));
  }

  static byte[] set(byte[]... parts) {
    return value(0x31, concat(parts));
  }

  /** A context-specific constructed tag around its content. */
  static byte[] explicit(int number, byte[]... content) {
    return value(0xa0 | number, concat(content));
  }

  /** A context-specific primitive tag in the place of the universal one. */
  static byte[] implicit(int number, byte[] content) {
    return value(0x80 | number, content);
  }

  static byte[] integer(BigInteger number) {
    return value(2, number.toByteArray());
  }

  static byte[] integer(long number) {
    return integer(BigInteger.valueOf(number));
  }

  static byte[] bool(boolean truth) {
    return value(1, new byte[] {(byte) (truth ? 0xff : 0)});
  }

  static byte[] octetString(byte[] content) {
    return value(4, content);
  }

  /** A bit string of whole octets. */
  static byte[] bitString(byte[] content) {
    return value(3, concat(new byte[] {0}, content));
  }

  /** The named bits of a key usage and the like: bit 0 is the first one. */
  static byte[] namedBits(int... bits) {
    int octet = 0;
    int last = 0;
    for (int bit : bits) {
      octet |= 0x80 >> bit;
      last = Math.max(last, bit);
    }
    return value(3, new byte[] {(byte) (7 - last), (byte) octet});
  }

  static byte[] oid(String dotted) {
    String[] arcs = dotted.split("\\.");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    base128(Long.parseLong(arcs[0]) * 40 + Long.parseLong(arcs[1]), out);
    for (int i = 2; i < arcs.length; i++) {
      base128(Long.parseLong(arcs[i]), out);
    }
    return value(6, out.toByteArray());
  }

  static byte[] utf8(String text) {
    return value(0x0c, text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] printable(String text) {
    return value(0x13, text.getBytes(StandardCharsets.US_ASCII));
  }

  static byte[] ia5(String text) {
    return value(0x16, text.getBytes(StandardCharsets.US_ASCII));
  }

  /** UTCTime with seconds: years 1950 to 2049. */
  static byte[] time(Instant instant) {
    String text =
        DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC).format(instant);
    return value(0x17, text.getBytes(StandardCharsets.US_ASCII));
  }

  static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] value(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (content.length < 0x80) {
      out.write(content.length);
    } else {
      byte[] length = BigInteger.valueOf(content.length).toByteArray();
      int skip = length[0] == 0 ? 1 : 0;
      out.write(0x80 | length.length - skip);
      out.write(length, skip, length.length - skip);
    }
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static void base128(long arc, ByteArrayOutputStream out) {
    int groups = Math.max(1, (70 - Long.numberOfLeadingZeros(arc)) / 7);
    for (int i = groups - 1; i >= 0; i--) {
      out.write((int) (arc >>> 7 * i & 0x7f | (i > 0 ? 0x80 : 0)));
    }
  }
}
