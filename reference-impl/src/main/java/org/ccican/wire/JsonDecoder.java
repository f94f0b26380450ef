package org.ccican.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;

/**
 * Strict decoder for JSON in UTF-8 (RFC 8259): exactly one value, distinct names, valid text, and
 * no more octets, levels and values than the limits. Every octet is looked at a bounded number of
 * times.
 */
public final class JsonDecoder {

  private static final String SYNTAX = "json.syntax";

  private final Bytes text;
  private final JsonLimits limits;
  private final Checks checks;
  private int at;
  private int values;

  private JsonDecoder(Bytes text, JsonLimits limits, Checks checks) {
    this.text = text;
    this.limits = limits;
    this.checks = checks;
  }

  /**
   * Within the usual limits.
   *
   * @throws Rejected with the offset of the offence
   */
  public static Json decode(Bytes text, Checks checks) throws Rejected {
    return decode(text, JsonLimits.DEFAULT, checks);
  }

  /**
   * @throws Rejected with the offset of the offence
   */
  public static Json decode(Bytes text, JsonLimits limits, Checks checks) throws Rejected {
    // spec| RFC 8259 §9: a parser may limit what it takes
    Rejected.unless(
        checks,
        "json.limit.octets",
        text.size() <= limits.octets(),
        Reason.LIMIT_EXCEEDED,
        () -> text.size() + " octets, at most " + limits.octets());
    return new JsonDecoder(text, limits, checks).whole();
  }

  private Json whole() throws Rejected {
    space();
    Json value = value(0);
    space();
    // spec| RFC 8259 §2: a text is one value
    Rejected.unless(
        checks,
        "json.trailing",
        at == text.size(),
        Reason.TRAILING_OCTETS,
        () -> "something follows the value, at offset " + at);
    return value;
  }

  private Json value(int depth) throws Rejected {
    if (++values > limits.values() || depth > limits.depth()) {
      throw new Rejected(
          Reason.LIMIT_EXCEEDED,
          "json.limit.values",
          "more than "
              + limits.values()
              + " values or "
              + limits.depth()
              + " levels, at offset "
              + at);
    }
    return switch (peek()) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> {
        int start = at;
        String string = string();
        yield new Json.Text(span(start), string);
      }
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    };
  }

  private Json object(int depth) throws Rejected {
    int start = at++;
    List<Json.Member> members = new ArrayList<>();
    Set<String> names = new HashSet<>();
    space();
    boolean more = peek() != '}';
    while (more) {
      space();
      int offset = at;
      if (peek() != '"') {
        throw wrong("a name");
      }
      String name = string();
      // spec| RFC 8259 §4: names within an object are unique
      Rejected.unless(
          checks,
          "json.duplicate-name",
          names.add(name),
          Reason.DUPLICATE_KEY,
          () -> "a second member " + name + " at offset " + offset);
      space();
      expect(':');
      space();
      members.add(new Json.Member(name, value(depth + 1)));
      space();
      more = peek() == ',';
      at += more ? 1 : 0;
    }
    expect('}');
    return new Json.Obj(span(start), members);
  }

  private Json array(int depth) throws Rejected {
    int start = at++;
    List<Json> items = new ArrayList<>();
    space();
    boolean more = peek() != ']';
    while (more) {
      space();
      items.add(value(depth + 1));
      space();
      more = peek() == ',';
      at += more ? 1 : 0;
    }
    expect(']');
    return new Json.Array(span(start), items);
  }

  private Json word(String name) throws Rejected {
    int start = at;
    for (int i = 0; i < name.length(); i++) {
      expect(name.charAt(i));
    }
    return new Json.Word(span(start), name);
  }

  /** An optional minus, an integer without leading zeros, fraction and exponent where present. */
  private Json number() throws Rejected {
    int start = at;
    at += peek() == '-' ? 1 : 0;
    if (peek() == '0') {
      at++;
    } else {
      digits();
    }
    if (peek() == '.') {
      at++;
      digits();
    }
    if (peek() == 'e' || peek() == 'E') {
      at++;
      at += peek() == '+' || peek() == '-' ? 1 : 0;
      digits();
    }
    Span span = span(start);
    return new Json.Number(span, span.raw().toText());
  }

  private void digits() throws Rejected {
    int start = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    if (at == start) {
      throw wrong("a digit");
    }
  }

  private String string() throws Rejected {
    int start = at++;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    while (peek() != '"') {
      int octet = peek();
      if (octet < 0x20) {
        throw wrong("no control character, and an end of the string,");
      }
      at++;
      if (octet == '\\') {
        out.writeBytes(escape().getBytes(StandardCharsets.UTF_8));
      } else {
        out.write(octet);
      }
    }
    at++;
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(out.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new Rejected(Reason.MALFORMED, SYNTAX, "no UTF-8 in the string at offset " + start);
    }
  }

  private String escape() throws Rejected {
    int octet = peek();
    int plain = "\"\\/bfnrt".indexOf(octet);
    at++;
    if (plain >= 0) {
      return "\"\\/\b\f\n\r\t".substring(plain, plain + 1);
    }
    at--;
    expect('u');
    char first = hex();
    if (!Character.isSurrogate(first)) {
      return String.valueOf(first);
    }
    expect('\\');
    expect('u');
    char second = hex();
    if (!Character.isSurrogatePair(first, second)) {
      throw wrong("a pair of surrogates");
    }
    return String.valueOf(new char[] {first, second});
  }

  private char hex() throws Rejected {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(peek(), 16);
      if (digit < 0 || peek() > 'f') {
        throw wrong("a hex digit");
      }
      value = value << 4 | digit;
      at++;
    }
    return (char) value;
  }

  private void space() {
    while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
      at++;
    }
  }

  private void expect(char wanted) throws Rejected {
    if (peek() != wanted) {
      throw wrong("'" + wanted + "'");
    }
    at++;
  }

  /** The octet at hand, or -1 behind the end. */
  private int peek() {
    return at < text.size() ? text.at(at) : -1;
  }

  private Span span(int start) {
    return new Span(text, start, at);
  }

  private Rejected wrong(String expected) {
    return new Rejected(
        at < text.size() ? Reason.MALFORMED : Reason.TRUNCATED,
        SYNTAX,
        expected + " expected at offset " + at);
  }
}
