package org.ccican.conformance.verdict;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A media type with its parameters (RFC 9110 section 8.3.1). Type and names of parameters are
 * compared without regard to case, values with.
 *
 * @param essence type and subtype in lower case; empty if the text is no media type
 */
public record MediaType(String essence, Map<String, String> parameters) {

  public MediaType {
    Objects.requireNonNull(essence);
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
  }

  /** Reads any text; one that is no media type has no essence and no parameters. */
  public static MediaType of(String text) {
    int semicolon = text.indexOf(';');
    String essence = (semicolon < 0 ? text : text.substring(0, semicolon)).strip();
    Map<String, String> parameters = new TreeMap<>();
    int slash = essence.indexOf('/');
    boolean readable =
        slash > 0
            && isToken(essence.substring(0, slash))
            && isToken(essence.substring(slash + 1))
            && (semicolon < 0 || parameters(text, semicolon, parameters));
    return readable
        ? new MediaType(essence.toLowerCase(Locale.ROOT), parameters)
        : new MediaType("", Map.of());
  }

  public boolean isReadable() {
    return !essence.isEmpty();
  }

  /** Reads what follows the first semicolon; false if it is malformed. */
  private static boolean parameters(String text, int first, Map<String, String> into) {
    int at = first;
    while (at < text.length()) {
      if (text.charAt(at) != ';') {
        return false;
      }
      at = skipBlanks(text, at + 1);
      int equals = text.indexOf('=', at);
      if (at == text.length()) {
        return true;
      }
      if (equals < 0 || !isToken(text.substring(at, equals))) {
        return false;
      }
      StringBuilder value = new StringBuilder();
      int end = value(text, equals + 1, value);
      String name = text.substring(at, equals).toLowerCase(Locale.ROOT);
      if (end < 0 || into.put(name, value.toString()) != null) {
        return false;
      }
      at = skipBlanks(text, end);
    }
    return true;
  }

  /** Reads a token or a quoted string; the offset behind it, or -1 if it is malformed. */
  private static int value(String text, int start, StringBuilder value) {
    int at = start;
    if (at < text.length() && text.charAt(at) == '"') {
      for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
        if (text.charAt(at) == '\\' && at + 1 < text.length()) {
          at++;
        }
        value.append(text.charAt(at));
      }
      return at < text.length() ? at + 1 : -1;
    }
    while (at < text.length() && isTokenChar(text.charAt(at))) {
      value.append(text.charAt(at++));
    }
    return at > start ? at : -1;
  }

  private static int skipBlanks(String text, int start) {
    int at = start;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  private static boolean isToken(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> isTokenChar((char) c));
  }

  private static boolean isTokenChar(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
  }
}
