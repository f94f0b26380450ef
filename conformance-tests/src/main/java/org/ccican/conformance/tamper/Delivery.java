package org.ccican.conformance.tamper;

import org.ccican.wire.Bytes;

/** What becomes of a message on its way. */
public sealed interface Delivery {

  /** Other octets are passed on. */
  record Altered(Bytes body) implements Delivery {}

  /** The same octets are passed on under another media type. */
  record Relabelled(String mediaType) implements Delivery {}

  /** A response's octets are passed on with another status. */
  record Restated(int status, Bytes body) implements Delivery {}

  /** The same response is passed on with one header more. */
  record WithHeader(String name, String value) implements Delivery {}

  /** A response that sends the asker back to where it has just asked. */
  record Redirected() implements Delivery {}

  /** Nothing is passed on. */
  record Dropped() implements Delivery {}

  /** The same octets are passed on twice; the sender sees the first answer only. */
  record Repeated() implements Delivery {}
}
