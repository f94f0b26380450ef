package org.ccican.vector.gen;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

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
 *   <li>{@code let(name, item, rest)}: the rest, in which the name stands for the item
 *   <li>{@code many(n, item)}: as many items in an array or a map, {@code long(n)}: a text of n
 *       letters
 *   <li>{@code sha256(item)}: a byte string with the digest of the item's octets
 *   <li>{@code detached(name, protected, unprotected, payload)}: as {@code sign1}, with the payload
 *       apart
 *   <li>{@code gcm(iv, protected, plaintext)} and {@code ctr(iv, plaintext)}: a ciphertext under
 *       the key that {@code wrapped(name, protected)} wraps for the holder of that name, and {@code
 *       ephemeral} is the sender's key for it
 *   <li>{@code gcm(iv, protected, external, plaintext)}, {@code wrapped(name, protected, algorithm,
 *       bits, purpose, party)}: the same with other external data, in another context
 *   <li>{@code zeros(n)}: a byte string of n zeros, {@code joined(item, ...)}: byte strings made
 *       one
 *   <li>{@code owner-key(name)} and {@code owner-signature(name, item)}: a key on P-384 and its
 *       signature over a byte string's content, as AMD's firmware has them
 * </ul>
 */
final class Notation {

  private static final byte[] TRUE = {(byte) 0xf5};
  private static final byte[] FALSE = {(byte) 0xf4};
  private static final byte[] BREAK = {(byte) 0xff};

  private final String text;
  private final Map<String, byte[]> bound = new HashMap<>();
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

  byte[] item() {
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
      if (taken("many(")) {
        int count = number();
        demand(",");
        all.addAll(Collections.nCopies(count, item()));
        demand(")");
      } else {
        all.add(item());
      }
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
    return bound.containsKey(word) ? bound.get(word) : constant(word);
  }

  void bind(String name, byte[] item) {
    bound.put(name, item);
  }

  private byte[] constant(String word) {
    return switch (word) {
      case "true" -> TRUE;
      case "false" -> FALSE;
      case "null" -> PlainCbor.NULL;
      default -> new NotationFunctions(this).find(word).orElseGet(() -> plain(word));
    };
  }

  /** A number, perhaps a tag's with its content. */
  private byte[] plain(String word) {
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

  int number() {
    blanks();
    int start = at;
    while (Character.isDigit(text.charAt(at))) {
      at++;
    }
    return Integer.parseInt(text.substring(start, at));
  }

  void blanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  boolean taken(String mark) {
    boolean there = text.startsWith(mark, at);
    at += there ? mark.length() : 0;
    return there;
  }

  void demand(String mark) {
    blanks();
    if (!taken(mark)) {
      throw new IllegalArgumentException(mark + " expected at " + at + " of " + text);
    }
  }

  String until(String mark) {
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
