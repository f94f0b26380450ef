package org.ccican.teep;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * So much of CBOR's diagnostic notation (RFC 8949 section 8) as published examples use: maps,
 * arrays, integers, text, byte strings in hexadecimal digits of which several in a row are one, and
 * comments between slashes. Comments of the examples hold slashes, which the notation forbids: here
 * one ends at a slash behind a blank.
 */
final class DiagnosticNotation {

  private final String text;
  private int at;

  private DiagnosticNotation(String text) {
    this.text = text;
  }

  /**
   * @throws IllegalArgumentException if it is something else
   */
  static Cbor read(String text) {
    DiagnosticNotation notation = new DiagnosticNotation(text);
    Cbor item = notation.item();
    if (notation.next() != 0) {
      throw notation.unexpected();
    }
    return item;
  }

  private Cbor item() {
    char next = next();
    if (next == '{') {
      return map();
    }
    if (next == '[') {
      return Cbor.array(list(']', this::item));
    }
    if (next == '"') {
      return Cbor.text(quoted('"'));
    }
    if (next == 'h') {
      return octets();
    }
    int start = at;
    while (at < text.length() && (text.charAt(at) == '-' || Character.isDigit(text.charAt(at)))) {
      at++;
    }
    return Cbor.integer(Long.parseLong(text.substring(start, at)));
  }

  private Cbor map() {
    return Cbor.map(
        list(
            '}',
            () -> {
              Cbor key = item();
              take(':');
              return new Cbor.Entry(key, item());
            }));
  }

  private Cbor octets() {
    List<Bytes> parts = new ArrayList<>();
    while (next() == 'h') {
      at++;
      parts.add(Bytes.hex(quoted('\'')));
    }
    return Cbor.octets(Bytes.concat(parts.toArray(new Bytes[0])));
  }

  private <T> List<T> list(char end, Supplier<T> element) {
    List<T> elements = new ArrayList<>();
    at++;
    while (next() != end) {
      elements.add(element.get());
      if (next() != end) {
        take(',');
      }
    }
    at++;
    return elements;
  }

  private String quoted(char quote) {
    take(quote);
    int end = text.indexOf(quote, at);
    String inside = text.substring(at, end);
    at = end + 1;
    return inside;
  }

  private void take(char expected) {
    if (next() != expected) {
      throw unexpected();
    }
    at++;
  }

  /** The next character that is neither blank nor of a comment; 0 at the end. */
  private char next() {
    while (at < text.length()
        && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '/')) {
      at = text.charAt(at) == '/' ? text.indexOf(" /", at + 1) + 2 : at + 1;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private IllegalArgumentException unexpected() {
    return new IllegalArgumentException("not expected at " + at + " of the notation");
  }
}
