package org.ccican.corim;

import java.time.Instant;
import java.util.Optional;

/**
 * For how long something is warranted (draft-ietf-rats-corim section 7.3).
 *
 * @param notBefore seconds since the epoch
 * @param notAfter seconds since the epoch, the last one
 */
public record Validity(Optional<Long> notBefore, long notAfter) {

  public boolean holdsAt(Instant instant) {
    long now = instant.getEpochSecond();
    return now <= notAfter && notBefore.map(begin -> begin <= now).orElse(true);
  }
}
