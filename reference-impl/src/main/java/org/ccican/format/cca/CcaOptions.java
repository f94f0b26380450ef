package org.ccican.format.cca;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.ccican.wire.Bytes;

/**
 * Which platform is emulated.
 *
 * @param seed decides about keys and instance; the same seed gives the same octets
 * @param endorsedFrom first instant at which the platform's certificate is valid; it lasts seven
 *     years
 * @param defect absent: nothing is wrong
 */
public record CcaOptions(
    CcaVariant variant, Bytes seed, Instant endorsedFrom, Optional<CcaDefect> defect) {

  public CcaOptions {
    Objects.requireNonNull(variant);
    Objects.requireNonNull(seed);
    Objects.requireNonNull(endorsedFrom);
    Objects.requireNonNull(defect);
  }

  /**
   * Options by their names.
   *
   * @return empty if there is no such variant or defect
   */
  public static Optional<CcaOptions> of(
      Optional<String> variant, Bytes seed, Instant endorsedFrom, Optional<String> defect) {
    Optional<CcaVariant> kind = CcaVariant.find(variant.orElse(CcaVariant.REFERENCE.id()));
    Optional<CcaDefect> wrong = defect.flatMap(CcaDefect::find);
    return wrong.isPresent() == defect.isPresent()
        ? kind.map(found -> new CcaOptions(found, seed, endorsedFrom, wrong))
        : Optional.empty();
  }

  public CcaOptions with(CcaDefect other) {
    return new CcaOptions(variant, seed, endorsedFrom, Optional.of(other));
  }

  boolean has(CcaDefect other) {
    return defect.filter(other::equals).isPresent();
  }
}
