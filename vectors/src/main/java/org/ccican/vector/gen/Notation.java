package org.ccican.vector.gen;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Writes CBOR from its diagnostic notation (RFC 8949 section 8), items side by side one after the
 * other, with what the defects of vectors need besides:
 *
 * <ul>
 *   <li>{@code #ff00#}: octets as they are, well-formed or not
 *   <li>{@code <<item>>}: a byte string that holds an item
 *   <li>{@code [_ ...]}, <code>{_ ...}</code>, {@code (_ ...)}: of indefinite length
 *   <li>{@code sign1(name, protected, unprotected, payload)}: a COSE_Sign1 without its tag, signed
 *       with ES256 by the key of that name; the first and the last are byte strings, or the last is
 *       null and signed as no octets
 *   <li>{@code flip(n, item)}: the lowest bit of octet n from the end inverted
 *   <li>{@code cut(n, item)}: without the last n octets
 * </ul>
 */
final class Notation {

  private static final byte[] TRUE = {(byte) 0xf5};
  private static final byte[] FALSE = {(byte) 0xf4};
  private static final byte[] BREAK = {(byte) 0xff};

  private final String text;
  private int at;

  private Notation(String text) {
    this.text = text;
  }

  static byte[] octets(String text) {
    Notation reader = new Notation(text);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (reader.blanks(); reader.at < text.length(); reader.blanks()) {
      out.writeBytes(reader.item());
    }
    return out.toByteArray();
  }

  private byte[] item() {
    blanks();
    if (taken("h'")) {
      return PlainCbor.octets(HexFormat.of().parseHex(until("'")));
    }
    if (taken("#")) {
      return HexFormat.of().parseHex(until("#"));
    }
    if (taken("\"")) {
      return PlainCbor.text(until("\""));
    }
    if (taken("<<")) {
      byte[] inner = item();
      demand(">>");
      return PlainCbor.octets(inner);
    }
    if (taken("[_")) {
      return Der.concat(new byte[] {(byte) 0x9f}, Der.concat(items("]")), BREAK);
    }
    if (taken("[")) {
      return PlainCbor.array(items("]"));
    }
    if (taken("(_")) {
      return Der.concat(new byte[] {0x5f}, Der.concat(items(")")), BREAK);
    }
    if (taken("{_")) {
      return Der.concat(new byte[] {(byte) 0xbf}, Der.concat(items("}")), BREAK);
    }
    if (taken("{")) {
      byte[][] all = items("}");
      return Der.concat(PlainCbor.head(5, all.length / 2), Der.concat(all));
    }
    return word();
  }

  /** Items between commas or colons, up to the bracket. */
  private byte[][] items(String close) {
    List<byte[]> all = new ArrayList<>();
    blanks();
    while (!taken(close)) {
      all.add(item());
      blanks();
      if (!taken(",")) {
        taken(":");
      }
      blanks();
    }
    return all.toArray(new byte[0][]);
  }

  private byte[] word() {
    int start = at;
    while (at < text.length() && " \n,:)]}>(".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(start, at);
    switch (word) {
      case "true":
        return TRUE;
      case "false":
        return FALSE;
      case "null":
        return PlainCbor.NULL;
      case "sign1":
        return signed();
      case "flip":
        return flipped();
      case "cut":
        demand("(");
        int less = number();
        demand(",");
        byte[] whole = item();
        demand(")");
        return Arrays.copyOf(whole, whole.length - less);
      default:
        break;
    }
    if (word.indexOf('.') > 0) {
      long bits = Double.doubleToLongBits(Double.parseDouble(word));
      return Der.concat(
          new byte[] {(byte) 0xfb}, DeviceKeys.big(java.math.BigInteger.valueOf(bits), 8));
    }
    long value = Long.parseLong(word);
    if (taken("(")) {
      byte[] content = item();
      demand(")");
      return PlainCbor.tag(value, content);
    }
    boolean wide = (value < 0 ? ~value : value) >>> 32 != 0;
    return wide
        ? PlainCbor.head(value < 0 ? 1 : 0, value < 0 ? ~value : value, 8)
        : PlainCbor.integer(value);
  }

  private byte[] signed() {
    demand("(");
    blanks();
    String key = until(",");
    byte[] header = item();
    demand(",");
    byte[] loose = item();
    demand(",");
    byte[] payload = item();
    demand(")");
    boolean detached = Arrays.equals(payload, PlainCbor.NULL);
    byte[] toSign =
        PlainCbor.array(
            PlainCbor.text("Signature1"),
            header,
            PlainCbor.octets(new byte[0]),
            detached ? PlainCbor.octets(new byte[0]) : payload);
    return PlainCbor.array(
        header,
        loose,
        payload,
        PlainCbor.octets(DeviceKeys.sign(DeviceKeys.Curve.P256, key, toSign)));
  }

  private byte[] flipped() {
    demand("(");
    int back = number();
    demand(",");
    byte[] whole = item();
    demand(")");
    whole[whole.length - back] ^= 1;
    return whole;
  }

  private int number() {
    blanks();
    int start = at;
    while (Character.isDigit(text.charAt(at))) {
      at++;
    }
    return Integer.parseInt(text.substring(start, at));
  }

  private void blanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private boolean taken(String mark) {
    boolean there = text.startsWith(mark, at);
    at += there ? mark.length() : 0;
    return there;
  }

  private void demand(String mark) {
    blanks();
    if (!taken(mark)) {
      throw new IllegalArgumentException(mark + " expected at " + at + " of " + text);
    }
  }

  private String until(String mark) {
    int end = text.indexOf(mark, at);
    String found = text.substring(at, end);
    at = end + mark.length();
    return found;
  }

  /** A JWS in compact serialization: header and payload as they are, ES256. */
  static byte[] jws(String key, String header, String payload) {
    java.util.Base64.Encoder base64 = java.util.Base64.getUrlEncoder().withoutPadding();
    String signed =
        base64.encodeToString(header.getBytes(StandardCharsets.UTF_8))
            + "."
            + base64.encodeToString(payload.getBytes(StandardCharsets.UTF_8));
    byte[] signature =
        DeviceKeys.sign(DeviceKeys.Curve.P256, key, signed.getBytes(StandardCharsets.US_ASCII));
    return (signed + "." + base64.encodeToString(signature)).getBytes(StandardCharsets.US_ASCII);
  }
}
