package org.ccican.conformance.trace;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ccican.conformance.trace.TraceEvent.Message;
import org.ccican.conformance.trace.TraceEvent.Tls;
import org.ccican.wire.Bytes;

/**
 * Collects what is known of a message until it gets its place in the log. Unless said otherwise, a
 * role made the octets and they were delivered as they are.
 */
public final class MessageDraft {

  private final String from;
  private final String to;
  private final int exchange;
  private final Direction direction;
  private final String resource;
  private final Optional<Integer> status;
  private final Bytes body;
  private final Map<String, String> headers = new TreeMap<>();
  private String mediaType = "";
  private Optional<Tls> tls = Optional.empty();
  private Optional<Bytes> delivered;
  private String tampering = "";
  private Origin origin = Origin.ROLE;

  private MessageDraft(
      String from,
      String to,
      int exchange,
      Direction direction,
      String resource,
      Optional<Integer> status,
      Bytes body) {
    this.from = from;
    this.to = to;
    this.exchange = exchange;
    this.direction = direction;
    this.resource = resource;
    this.status = status;
    this.body = body;
    this.delivered = Optional.of(body);
  }

  /**
   * @param exchange number that the response will share
   */
  public static MessageDraft request(
      String from, String to, int exchange, String resource, Bytes body) {
    return new MessageDraft(
        from, to, exchange, Direction.REQUEST, resource, Optional.empty(), body);
  }

  /**
   * @param exchange number of the request
   */
  public static MessageDraft response(
      String from, String to, int exchange, String resource, int status, Bytes body) {
    return new MessageDraft(
        from, to, exchange, Direction.RESPONSE, resource, Optional.of(status), body);
  }

  /** The media type as sent, with its parameters. */
  public MessageDraft mediaType(String sent) {
    mediaType = sent;
    return this;
  }

  /**
   * @param name in lower case
   */
  public MessageDraft header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public MessageDraft tls(Tls connection) {
    tls = Optional.of(connection);
    return this;
  }

  /** Other octets were passed on. */
  public MessageDraft changed(String by, Bytes passedOn) {
    tampering = by;
    delivered = Optional.of(passedOn);
    return this;
  }

  /** Nothing was passed on. */
  public MessageDraft dropped(String by) {
    tampering = by;
    delivered = Optional.empty();
    return this;
  }

  /** The suite itself made the octets. */
  public MessageDraft bySuite() {
    origin = Origin.SUITE;
    return this;
  }

  public Message at(Stamp stamp) {
    return new Message(
        stamp, from, to, exchange, direction, resource, status, mediaType, headers, tls, body,
        delivered, tampering, origin);
  }
}
