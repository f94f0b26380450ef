package org.ccican.conformance.sut;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Bytes;
import org.ccican.wire.JsonText;

/**
 * What an adapter is asked: members of one object of JSON, which is sent on one line.
 *
 * @param op {@code start}, {@code claims}, {@code run}, {@code answer} or {@code stop}
 * @param members JSON texts by name, in the order in which they are sent
 */
public record AdapterQuestion(String op, Map<String, String> members) {

  public AdapterQuestion {
    members = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  /** A question without members. */
  static AdapterQuestion of(String op) {
    return new AdapterQuestion(op, Map.of());
  }

  /**
   * Has one role of the target do something.
   *
   * @param scenario id of the case
   * @param action what, as the schema lists it
   */
  static AdapterQuestion run(String scenario, String role, String action) {
    return of("run").text("case", scenario).text("role", role).text("action", action);
  }

  /** What came back from whom the role has asked; status 0 if nothing did. */
  static AdapterQuestion answer(HttpReply reply) {
    return of("answer")
        .with("status", Integer.toString(reply.status()))
        .texts("headers", reply.headers())
        .octets("body", reply.body());
  }

  AdapterQuestion text(String name, String value) {
    return with(name, JsonText.string(value));
  }

  AdapterQuestion octets(String name, Bytes value) {
    return text(name, base64(value));
  }

  AdapterQuestion texts(String name, List<String> values) {
    return with(
        name, values.stream().map(JsonText::string).collect(Collectors.joining(",", "[", "]")));
  }

  AdapterQuestion texts(String name, Map<String, String> values) {
    return with(
        name,
        new TreeMap<>(values)
            .entrySet().stream()
                .map(
                    each -> JsonText.string(each.getKey()) + ":" + JsonText.string(each.getValue()))
                .collect(Collectors.joining(",", "{", "}")));
  }

  AdapterQuestion octets(String name, List<Bytes> values) {
    return texts(name, values.stream().map(AdapterQuestion::base64).toList());
  }

  AdapterQuestion octets(String name, Map<String, Bytes> values) {
    return with(
        name,
        values.entrySet().stream()
            .map(each -> JsonText.string(each.getKey()) + ":\"" + base64(each.getValue()) + "\"")
            .collect(Collectors.joining(",", "{", "}")));
  }

  private AdapterQuestion with(String name, String json) {
    Map<String, String> more = new LinkedHashMap<>(members);
    more.put(name, json);
    return new AdapterQuestion(op, more);
  }

  /** One line in ASCII, without its line feed. */
  String line(long id) {
    StringBuilder line = new StringBuilder("{\"op\":").append(JsonText.string(op));
    line.append(",\"id\":").append(id);
    members.forEach(
        (name, json) -> line.append(',').append(JsonText.string(name)).append(':').append(json));
    return line.append('}').toString();
  }

  private static String base64(Bytes value) {
    return Base64.getEncoder().encodeToString(value.toArray());
  }
}
