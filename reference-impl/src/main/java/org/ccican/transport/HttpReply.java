package org.ccican.transport;

import java.util.HashMap;
import java.util.Map;
import org.ccican.wire.Bytes;

/**
 * One HTTP response.
 *
 * @param headers names in lower case
 */
public record HttpReply(int status, Map<String, String> headers, Bytes body) {

  public HttpReply {
    headers = Map.copyOf(headers);
  }

  public static HttpReply empty(int status) {
    return new HttpReply(status, Map.of(), Bytes.EMPTY);
  }

  public String mediaType() {
    return headers.getOrDefault("content-type", "");
  }

  /** The same reply with another header. */
  public HttpReply withHeader(String name, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(name, value);
    return new HttpReply(status, more, body);
  }

  /** The same reply with another body. */
  public HttpReply withBody(Bytes other) {
    return new HttpReply(status, headers, other);
  }
}
