package org.ccican.conformance.verdict;

import java.util.Objects;
import java.util.Optional;
import org.ccican.conformance.trace.Direction;
import org.ccican.conformance.trace.TraceEvent.Message;
import org.ccican.wire.Bytes;

/** A message as HTTP sees it: method or status, media type and a few headers. */
public record HttpView(Message message) {

  /** The media type of TEEP messages (TEEP over HTTP section 4). */
  public static final String TEEP = "application/teep+cbor";

  public HttpView {
    Objects.requireNonNull(message);
  }

  public boolean isRequest() {
    return message.direction() == Direction.REQUEST;
  }

  public Optional<Integer> status() {
    return message.status();
  }

  /** Whether it is a response of class 2xx. */
  public boolean isSuccess() {
    return message.status().isPresent() && message.status().get() / 100 == 2;
  }

  /** The request's method, if the suite noted it. */
  public Optional<String> method() {
    return header(":method");
  }

  /** What the content calls itself. */
  public MediaType mediaType() {
    return MediaType.of(message.mediaType());
  }

  public boolean isType(String essence) {
    return mediaType().essence().equals(essence);
  }

  /**
   * @param name in lower case
   */
  public Optional<String> header(String name) {
    return Optional.ofNullable(message.headers().get(name));
  }

  /** Whether the request says that it takes a media type, wildcards not counted. */
  public boolean accepts(String essence) {
    return header("accept").stream()
        .flatMap(list -> java.util.Arrays.stream(list.split(",")))
        .anyMatch(type -> MediaType.of(type).essence().equals(essence));
  }

  /** What the sender sent. */
  public Bytes body() {
    return message.body();
  }
}
