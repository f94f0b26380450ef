package org.ccican.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ccican.wire.JsonText;

/** Writes JSON (RFC 8259) of text, truth, lists and objects; everything but ASCII is escaped. */
final class JsonWriter {

  private JsonWriter() {}

  static String text(String value) {
    return JsonText.string(value);
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
