package org.ccican.conformance.sut;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.role.RoleId;
import org.ccican.wire.Bytes;
import org.ccican.wire.Json;
import org.ccican.wire.JsonFields;

/**
 * What a role behind an adapter asks another role before it answers: one call as over HTTP, which
 * the suite makes in its place.
 *
 * @param to whom; empty where there is a URI
 * @param resource what of it, and which one
 * @param uri where to, as a message to the role named it; empty where there is a role
 * @param headers names in lower case
 */
record AdapterCall(
    Optional<RoleId> to,
    String resource,
    String item,
    String uri,
    String method,
    Map<String, String> headers,
    Bytes body) {

  private static final String SHAPE = "json.syntax";
  private static final int LONGEST_URI = 2000;
  private static final int MOST_HEADERS = 32;
  private static final int LONGEST_HEADER = 4096;
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");

  /** What stands in a path between two slashes. */
  private static final Pattern SEGMENT = Pattern.compile("[0-9A-Za-z._~:-]{1,300}");

  AdapterCall {
    Objects.requireNonNull(to);
    headers = Map.copyOf(headers);
  }

  /**
   * @throws Rejected if it is no call
   */
  static AdapterCall parse(Json value) throws Rejected {
    JsonFields fields = JsonFields.of(value, SHAPE);
    String uri = optional(fields, "uri");
    Optional<RoleId> to = RoleId.find(optional(fields, "to"));
    String resource = optional(fields, "resource");
    String item = optional(fields, "item");
    String method = fields.find("method").isPresent() ? fields.text("method") : "POST";
    Map<String, String> headers = headers(fields);
    Bytes body =
        fields.find("body").isPresent()
            ? AdapterAnswer.octets("body", fields.text("body"))
            : Bytes.EMPTY;
    fields.done();
    demand(TOKEN.matcher(method).matches(), "no method of HTTP");
    demand(uri.length() <= LONGEST_URI, "a uri that is too long");
    demand(to.isPresent() == uri.isEmpty(), "expected either to, a role, or uri");
    demand(uri.isEmpty() == SEGMENT.matcher(resource).matches(), "no resource that can be asked");
    demand(
        item.isEmpty() || to.isPresent() && SEGMENT.matcher(item).matches(),
        "no item that can be asked");
    return new AdapterCall(to, resource, item, uri, method, headers, body);
  }

  /** The member {@code headers}, names in lower case; none if it is not there. */
  static Map<String, String> headers(JsonFields fields) throws Rejected {
    Map<String, String> headers = new HashMap<>();
    Optional<Json> found = fields.find("headers");
    if (found.isPresent()) {
      JsonFields values = JsonFields.of(found.get(), SHAPE);
      for (Json.Member each : ((Json.Obj) found.get()).members()) {
        String text = values.text(each.name());
        demand(TOKEN.matcher(each.name()).matches(), "no name of a header");
        demand(
            text.length() <= LONGEST_HEADER && text.chars().noneMatch(Character::isISOControl),
            "no value of a header");
        headers.put(each.name().toLowerCase(Locale.ROOT), text);
      }
    }
    demand(headers.size() <= MOST_HEADERS, "too many headers");
    return headers;
  }

  private static String optional(JsonFields fields, String name) throws Rejected {
    return fields.find(name).isPresent() ? fields.text(name) : "";
  }

  private static void demand(boolean condition, String otherwise) throws Rejected {
    if (!condition) {
      throw new Rejected(Reason.OUT_OF_RANGE, SHAPE, otherwise);
    }
  }
}
