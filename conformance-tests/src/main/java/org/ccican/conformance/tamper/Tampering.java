package org.ccican.conformance.tamper;

import java.util.Objects;
import org.ccican.conformance.trace.Direction;

/**
 * One way in which one party misbehaves.
 *
 * @param words what features call it, subject and verb
 * @param point where on the network it happens
 * @param which which of the messages there it is about
 * @param change what becomes of them
 * @param voice id of the role whose key it takes; empty for what anybody can do on the way
 */
public record Tampering(String words, Point point, Which which, Change change, String voice) {

  public Tampering {
    Objects.requireNonNull(words);
    Objects.requireNonNull(point);
    Objects.requireNonNull(which);
    Objects.requireNonNull(change);
    Objects.requireNonNull(voice);
  }

  /** What anybody can do on the way. */
  public Tampering(String words, Point point, Which which, Change change) {
    this(words, point, which, change, "");
  }

  /** The same, with a key of one role. */
  Tampering signedAs(String role) {
    return new Tampering(words, point, which, change, role);
  }

  /**
   * One direction of one resource of one role.
   *
   * @param to id of the role that is asked
   */
  public record Point(String to, String resource, Direction direction) {}

  /** Picks messages. */
  @FunctionalInterface
  public interface Which {
    boolean is(Passing passing);
  }

  /** Misbehaves. */
  @FunctionalInterface
  public interface Change {
    Delivery of(Passing passing);
  }
}
