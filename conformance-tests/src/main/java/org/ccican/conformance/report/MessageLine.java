package org.ccican.conformance.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.ccican.wire.Bytes;

/**
 * One message of a scenario, short enough to be read; the log holds all of its octets.
 *
 * @param seq number of its event in the scenario's log
 * @param from role id of the sender
 * @param to role id of the receiver
 * @param resource what was asked for, for instance {@code teep}
 * @param status HTTP status of a response; 0 for a request
 * @param tampering id of what was done to it on the way; empty if nothing was
 * @param origin {@code role} if a role made it, {@code suite} if the suite did
 * @param size octets that the sender sent
 * @param excerpt the first of them, at most {@value #EXCERPT} octets, as lower-case hex
 * @param delivery what became of it on the way
 * @param changes where the delivered octets differ; empty unless they do
 */
public record MessageLine(
    int seq,
    String from,
    String to,
    Direction direction,
    String resource,
    int status,
    String mediaType,
    String tampering,
    String origin,
    int size,
    String excerpt,
    Delivery delivery,
    List<Change> changes) {

  /** Octets of a message that a report keeps. */
  public static final int EXCERPT = 512;

  /**
   * @throws IllegalArgumentException if a number is negative, the excerpt is no hex, too long or
   *     longer than the message, or changes are told of a message that was not altered
   */
  public MessageLine {
    from = Text.bounded(from);
    to = Text.bounded(to);
    Objects.requireNonNull(direction, "direction");
    resource = Text.bounded(resource);
    mediaType = Text.bounded(mediaType);
    tampering = Text.bounded(tampering);
    origin = Text.bounded(origin);
    Objects.requireNonNull(delivery, "delivery");
    changes = List.copyOf(changes);
    if (seq < 0 || status < 0 || size < 0) {
      throw new IllegalArgumentException("a message has a negative number, status or size");
    }
    if (hexOctets(excerpt, EXCERPT) > size) {
      throw new IllegalArgumentException("an excerpt is longer than its message");
    }
    if (!changes.isEmpty() && delivery != Delivery.ALTERED) {
      throw new IllegalArgumentException("changes are told of a message that was not altered");
    }
  }

  /**
   * A message as the log holds it.
   *
   * @param body octets as the sender sent them
   * @param delivered octets as they were passed on; absent if they were dropped
   */
  public static MessageLine of(
      int seq,
      String from,
      String to,
      Direction direction,
      String resource,
      int status,
      String mediaType,
      String tampering,
      String origin,
      Bytes body,
      Optional<Bytes> delivered) {
    Delivery delivery =
        delivered.isEmpty()
            ? Delivery.DROPPED
            : delivered.get().equals(body) ? Delivery.AS_SENT : Delivery.ALTERED;
    return new MessageLine(
        seq,
        from,
        to,
        direction,
        resource,
        status,
        mediaType,
        tampering,
        origin,
        body.size(),
        body.slice(0, Math.min(body.size(), EXCERPT)).toHex(),
        delivery,
        delivery == Delivery.ALTERED ? Change.between(body, delivered.get()) : List.of());
  }

  /** Which way a message goes in its exchange. */
  public enum Direction {
    REQUEST,
    RESPONSE;

    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException if there is no such direction
     */
    @JsonCreator
    public static Direction of(String id) {
      for (Direction direction : values()) {
        if (direction.id().equals(id)) {
          return direction;
        }
      }
      throw new IllegalArgumentException("no direction is called \"" + id + "\"");
    }
  }

  /** What became of a message between sender and receiver. */
  public enum Delivery {
    AS_SENT,
    ALTERED,
    DROPPED;

    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * @throws IllegalArgumentException if there is no such delivery
     */
    @JsonCreator
    public static Delivery of(String id) {
      for (Delivery delivery : values()) {
        if (delivery.id().equals(id)) {
          return delivery;
        }
      }
      throw new IllegalArgumentException("no delivery is called \"" + id + "\"");
    }
  }

  /**
   * A stretch of octets that was replaced by another.
   *
   * @param offset offset of its first octet
   * @param sentSize octets replaced
   * @param sent the first of them, at most {@value #SHOWN} octets, as lower-case hex
   * @param deliveredSize octets put in their place
   * @param delivered the first of them, likewise
   */
  public record Change(int offset, int sentSize, String sent, int deliveredSize, String delivered) {

    /** Octets of either side that a report keeps. */
    public static final int SHOWN = 32;

    /**
     * @throws IllegalArgumentException if a number is negative or an excerpt is no hex, too long or
     *     longer than the stretch
     */
    public Change {
      if (offset < 0
          || hexOctets(sent, SHOWN) > sentSize
          || hexOctets(delivered, SHOWN) > deliveredSize) {
        throw new IllegalArgumentException("a change is shorter than what it shows");
      }
    }

    /** The one stretch between the octets that both begin with and those that both end with. */
    static List<Change> between(Bytes sent, Bytes delivered) {
      int shorter = Math.min(sent.size(), delivered.size());
      int head = 0;
      while (head < shorter && sent.at(head) == delivered.at(head)) {
        head++;
      }
      int tail = 0;
      while (tail < shorter - head
          && sent.at(sent.size() - 1 - tail) == delivered.at(delivered.size() - 1 - tail)) {
        tail++;
      }
      int sentSize = sent.size() - tail - head;
      int deliveredSize = delivered.size() - tail - head;
      return List.of(
          new Change(
              head,
              sentSize,
              sent.slice(head, head + Math.min(sentSize, SHOWN)).toHex(),
              deliveredSize,
              delivered.slice(head, head + Math.min(deliveredSize, SHOWN)).toHex()));
    }
  }

  private static int hexOctets(String hex, int limit) {
    if (hex.length() % 2 != 0 || hex.length() / 2 > limit || !hex.matches("[0-9a-f]*")) {
      throw new IllegalArgumentException(
          "an excerpt is not at most " + limit + " octets of lower-case hex");
    }
    return hex.length() / 2;
  }
}
