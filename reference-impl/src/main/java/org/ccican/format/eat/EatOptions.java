package org.ccican.format.eat;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.ccican.wire.Bytes;

/**
 * Which entity is emulated.
 *
 * @param variant one of {@link EatEmulator#VARIANTS}
 * @param seed decides about identifiers and keys; the same seed gives the same octets
 * @param from when tokens are made; they expire seven years later
 */
public record EatOptions(String variant, Bytes seed, Instant from, Optional<EatDefect> defect) {

  public EatOptions {
    Objects.requireNonNull(variant);
    Objects.requireNonNull(seed);
    Objects.requireNonNull(from);
    Objects.requireNonNull(defect);
  }

  /** Options for what is asked for; empty if no such tokens, or no such defect, are emulated. */
  public static Optional<EatOptions> of(
      Optional<String> variant, Bytes seed, Instant from, Optional<String> defect) {
    String kind = variant.orElse(EatEmulator.VARIANTS.get(0));
    Optional<EatDefect> found = defect.flatMap(EatDefect::find).filter(each -> each.fits(kind));
    return EatEmulator.VARIANTS.contains(kind) && found.isPresent() == defect.isPresent()
        ? Optional.of(new EatOptions(kind, seed, from, found))
        : Optional.empty();
  }

  boolean has(EatDefect other) {
    return defect.filter(other::equals).isPresent();
  }
}
