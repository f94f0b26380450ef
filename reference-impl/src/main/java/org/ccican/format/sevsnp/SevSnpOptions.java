package org.ccican.format.sevsnp;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ccican.wire.Bytes;

/**
 * Which processor is emulated.
 *
 * @param version of reports: 2, 3 or 5
 * @param seed decides about chip, key and guest; the same seed gives the same octets
 * @param endorsedFrom first instant at which the chip's certificate is valid; it lasts seven years
 */
public record SevSnpOptions(
    SevSnpProduct product, int version, Bytes seed, Instant endorsedFrom, SevSnpDials dials) {

  public static final List<String> VARIANTS = List.of("2", "3", "5");

  public SevSnpOptions {
    Objects.requireNonNull(product);
    Objects.requireNonNull(seed);
    Objects.requireNonNull(endorsedFrom);
    Objects.requireNonNull(dials);
    if (version != 2 && version != 3 && version != 5) {
      throw new IllegalArgumentException("version 2, 3 or 5 expected, found " + version);
    }
  }

  /** A Milan with reports of version 3 and nothing wrong. */
  public static SevSnpOptions standard(Bytes seed, Instant endorsedFrom) {
    return new SevSnpOptions(SevSnpProduct.MILAN, 3, seed, endorsedFrom, SevSnpDials.none());
  }

  /** Versions 2 and 3 come from a Milan, version 5 from a Turin; empty for any other. */
  public static Optional<SevSnpOptions> variant(String version, Bytes seed, Instant from) {
    if (!VARIANTS.contains(version)) {
      return Optional.empty();
    }
    int number = Integer.parseInt(version);
    SevSnpProduct product = number == 5 ? SevSnpProduct.TURIN : SevSnpProduct.MILAN;
    return Optional.of(new SevSnpOptions(product, number, seed, from, SevSnpDials.none()));
  }

  public SevSnpOptions with(SevSnpDials other) {
    return new SevSnpOptions(product, version, seed, endorsedFrom, other);
  }
}
