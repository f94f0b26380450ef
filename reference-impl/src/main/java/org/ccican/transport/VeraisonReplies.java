package org.ccican.transport;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.ccican.wire.Bytes;
import org.ccican.wire.JsonText;

/** Answers of the Veraison API, and what its requests say of media types. */
final class VeraisonReplies {

  private static final String PROBLEM = "application/problem+json";

  private VeraisonReplies() {}

  /**
   * @param members JSON texts by name, in their order
   */
  static HttpReply json(int status, String mediaType, Map<String, String> members) {
    String text =
        members.entrySet().stream()
            .map(each -> JsonText.string(each.getKey()) + ":" + each.getValue())
            .collect(Collectors.joining(",", "{", "}"));
    return new HttpReply(status, Map.of("content-type", mediaType), Bytes.utf8(text));
  }

  /** RFC 9457. */
  static HttpReply problem(int status, String detail) {
    return json(
        status,
        PROBLEM,
        new java.util.TreeMap<>(
            Map.of(
                "type", JsonText.string("about:blank"),
                "title", JsonText.string(status < 500 ? "refused" : "failed"),
                "status", String.valueOf(status),
                "detail", JsonText.string(detail))));
  }

  static HttpReply only(String... methods) {
    return new HttpReply(405, Map.of("allow", String.join(", ", methods)), Bytes.EMPTY);
  }

  static String texts(List<String> values) {
    return values.stream().map(JsonText::string).collect(Collectors.joining(",", "[", "]"));
  }

  /** Whether the caller takes the type, by name or wildcard; one that does not say takes it. */
  static boolean takes(HttpCall call, String mediaType) {
    String accept = call.headers().getOrDefault("accept", "");
    return accept.isBlank()
        || Arrays.stream(accept.split(","))
            .map(VeraisonReplies::essence)
            .anyMatch(range -> List.of(mediaType, "application/*", "*/*").contains(range));
  }

  /** A media type without its parameters, in lower case. */
  static String essence(String mediaType) {
    int semicolon = mediaType.indexOf(';');
    String essence = semicolon < 0 ? mediaType : mediaType.substring(0, semicolon);
    return essence.strip().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether two media types are the same, parameters compared without their order and quotes.
   * Everything after the essence counts.
   */
  static boolean same(String one, String other) {
    return essence(one).equals(essence(other)) && parameters(one).equals(parameters(other));
  }

  private static List<String> parameters(String mediaType) {
    return Arrays.stream(mediaType.split(";"))
        .skip(1)
        .map(each -> each.replace("\"", "").strip())
        .sorted()
        .toList();
  }
}
