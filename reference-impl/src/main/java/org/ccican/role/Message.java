package org.ccican.role;

import java.util.Objects;
import org.ccican.wire.Bytes;

/**
 * What one role sends to another, free of any transport.
 *
 * @param resource what it is about; each role's documentation lists its own
 * @param item which one of them, empty where there is only one: an environment, a placement
 * @param mediaType empty if and only if there is no body
 */
public record Message(String resource, String item, String mediaType, Bytes body) {

  /** The media type of the messages that the draft leaves open. */
  public static final String CCICAN = "application/vnd.ccican+cbor";

  public static final String TEEP = "application/teep+cbor";
  public static final String COSE = "application/cose";
  public static final String OCTETS = "application/octet-stream";

  public Message {
    Objects.requireNonNull(resource);
    Objects.requireNonNull(item);
    Objects.requireNonNull(mediaType);
    Objects.requireNonNull(body);
  }

  public static Message of(String resource, Bytes body) {
    return new Message(resource, "", CCICAN, body);
  }
}
