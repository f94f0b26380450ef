package org.ccican.conformance.sut;

import java.time.Duration;
import java.util.Objects;

/**
 * What a role of the target is given.
 *
 * @param connect how long a connection may take
 * @param response how long an answer may take, its last octet included
 * @param size how many octets an answer may have
 */
public record SutLimits(Duration connect, Duration response, int size) {

  public SutLimits {
    Objects.requireNonNull(connect);
    Objects.requireNonNull(response);
  }

  /** Where the recipe says nothing. */
  public static SutLimits standard() {
    return new SutLimits(Duration.ofSeconds(5), Duration.ofSeconds(10), 1 << 20);
  }
}
