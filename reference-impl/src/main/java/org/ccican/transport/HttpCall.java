package org.ccican.transport;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ccican.role.Answer;
import org.ccican.role.RoleId;
import org.ccican.wire.Bytes;

/**
 * One HTTP request as a listener received it.
 *
 * @param from the role that the caller says it is; empty if it does not say
 * @param to the role whose listener this is
 * @param headers names in lower case
 * @param channel the TLS channel, with the key that this end presented
 */
public record HttpCall(
    Optional<RoleId> from,
    RoleId to,
    String method,
    String resource,
    String item,
    Map<String, String> headers,
    Bytes body,
    Optional<Answer.Channel> channel) {

  /** Stands among the headers for what follows the question mark, as it was sent. */
  public static final String QUERY = ":query";

  public HttpCall {
    headers = Map.copyOf(headers);
  }

  public String mediaType() {
    return headers.getOrDefault("content-type", "");
  }

  /** The same call with another value in a header. */
  public HttpCall withHeader(String name, String value) {
    Map<String, String> changed = new HashMap<>(headers);
    changed.put(name, value);
    return new HttpCall(from, to, method, resource, item, changed, body, channel);
  }

  /** The same call with another body. */
  public HttpCall withBody(Bytes other) {
    return new HttpCall(from, to, method, resource, item, headers, other, channel);
  }
}
