package org.ccican.wire;

/** Strings as JSON has them (RFC 8259 section 7). */
public final class JsonText {

  private JsonText() {}

  /** In quotes; everything but printable ASCII is escaped. */
  public static String string(String value) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char each = value.charAt(i);
      if (each == '"' || each == '\\') {
        out.append('\\').append(each);
      } else if (each < 0x20 || each > 0x7e) {
        out.append(String.format("\\u%04x", (int) each));
      } else {
        out.append(each);
      }
    }
    return out.append('"').toString();
  }
}
