package org.ccican.format.psa;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.ccican.wire.Bytes;

/**
 * Which device is emulated.
 *
 * @param seed decides about key, instance and boot; the same seed gives the same octets
 * @param endorsedFrom first instant at which the device's certificate is valid; it lasts seven
 *     years
 * @param defect absent: nothing is wrong
 */
public record PsaOptions(
    PsaVariant variant, Bytes seed, Instant endorsedFrom, Optional<PsaDefect> defect) {

  public PsaOptions {
    Objects.requireNonNull(variant);
    Objects.requireNonNull(seed);
    Objects.requireNonNull(endorsedFrom);
    Objects.requireNonNull(defect);
  }

  public PsaOptions with(PsaDefect other) {
    return new PsaOptions(variant, seed, endorsedFrom, Optional.of(other));
  }

  boolean has(PsaDefect other) {
    return defect.filter(other::equals).isPresent();
  }
}
