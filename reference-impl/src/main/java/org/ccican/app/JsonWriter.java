package org.ccican.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes JSON (RFC 8259) of text, truth, lists and objects; everything but ASCII is escaped. */
final class JsonWriter {

  private JsonWriter() {}

  static String text(String value) {
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

  /**
   * @param items JSON texts
   */
  static String array(List<String> items) {
    return items.stream().collect(Collectors.joining(",\n    ", "[\n    ", "\n  ]"));
  }

  /**
   * @param members JSON texts by name
   */
  static String object(LinkedHashMap<String, String> members, String separator) {
    return members.entrySet().stream()
        .map((Map.Entry<String, String> each) -> text(each.getKey()) + ": " + each.getValue())
        .collect(Collectors.joining("," + separator, "{", "}"));
  }
}
