package org.ccican.app;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.ccican.transport.Endpoint;
import org.ccican.transport.HttpCall;
import org.ccican.transport.HttpReply;

/**
 * A clock that goes as another does, and further ahead of it each time that somebody posts a number
 * of seconds: for a suite elsewhere that cannot wait until a token expires.
 */
public final class MovableClock implements InstantSource, Endpoint {

  private static final String SECONDS = "[0-9]{1,9}";

  /** Ten years: nothing that was signed is valid after them. */
  private static final Duration MOST = Duration.ofDays(3650);

  private final InstantSource base;
  private Duration ahead = Duration.ZERO;

  /**
   * @param base what it is ahead of
   */
  public MovableClock(InstantSource base) {
    this.base = Objects.requireNonNull(base);
  }

  @Override
  public synchronized Instant instant() {
    return base.instant().plus(ahead);
  }

  /**
   * A POST of decimal digits in ASCII, a number of seconds, is answered with 204 once they have
   * passed; what is no such number, or leads further than ten years ahead, with 400.
   */
  @Override
  public HttpReply handle(HttpCall call) {
    if (!call.method().equals("POST")) {
      return HttpReply.empty(405).withHeader("allow", "POST");
    }
    String body = new String(call.body().toArray(), StandardCharsets.US_ASCII);
    if (!body.matches(SECONDS)) {
      return HttpReply.empty(400);
    }
    Duration by = Duration.ofSeconds(Long.parseLong(body));
    return move(by) ? HttpReply.empty(204) : HttpReply.empty(400);
  }

  private synchronized boolean move(Duration by) {
    Duration reached = ahead.plus(by);
    if (reached.compareTo(MOST) > 0) {
      return false;
    }
    ahead = reached;
    return true;
  }
}
