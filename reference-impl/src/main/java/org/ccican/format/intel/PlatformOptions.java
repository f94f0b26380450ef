package org.ccican.format.intel;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.ccican.wire.Bytes;

/**
 * Which platform is emulated.
 *
 * @param version of its quotes
 * @param seed decides about keys and identities; the same seed gives the same octets
 * @param endorsedFrom first instant at which certificates and documents are valid
 * @param defect absent: nothing is wrong
 */
public record PlatformOptions(
    int version, Bytes seed, Instant endorsedFrom, Optional<QuoteDefect> defect) {

  /** Validity of PCK certificates; documents, which Intel renews every month, last as long here. */
  static final Duration VALIDITY = Duration.ofDays(7 * 365 + 2);

  public PlatformOptions {
    Objects.requireNonNull(seed);
    Objects.requireNonNull(endorsedFrom);
    Objects.requireNonNull(defect);
    if (version < 3 || version > 5) {
      throw new IllegalArgumentException("version 3 to 5 expected, found " + version);
    }
  }

  public boolean has(QuoteDefect other) {
    return defect.filter(other::equals).isPresent();
  }

  Instant endorsedUntil() {
    return endorsedFrom.plus(VALIDITY);
  }

  public PlatformOptions with(QuoteDefect other) {
    return new PlatformOptions(version, seed, endorsedFrom, Optional.of(other));
  }
}
