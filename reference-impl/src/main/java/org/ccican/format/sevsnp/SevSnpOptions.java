package org.ccican.format.sevsnp;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.ccican.wire.Bytes;

/**
 * Which processor is emulated.
 *
 * @param version of reports: 2, 3 or 5
 * @param seed decides about chip, key and guest; the same seed gives the same octets
 * @param endorsedFrom first instant at which the signing key's certificate is valid; a chip's lasts
 *     seven years, a cloud's one
 */
public record SevSnpOptions(
    SevSnpProduct product,
    int version,
    SevSnpManner manner,
    Bytes seed,
    Instant endorsedFrom,
    SevSnpDials dials) {

  private static final List<String> VERSIONS = List.of("2", "3", "5");

  /** Versions of reports, then what else a processor may be like, each with version 3. */
  public static final List<String> VARIANTS =
      Stream.concat(
              VERSIONS.stream(),
              Stream.of(SevSnpManner.values())
                  .filter(each -> each != SevSnpManner.USUAL)
                  .map(SevSnpManner::id))
          .toList();

  public SevSnpOptions {
    Objects.requireNonNull(product);
    Objects.requireNonNull(manner);
    Objects.requireNonNull(seed);
    Objects.requireNonNull(endorsedFrom);
    Objects.requireNonNull(dials);
    if (version != 2 && version != 3 && version != 5) {
      throw new IllegalArgumentException("version 2, 3 or 5 expected, found " + version);
    }
  }

  /** A processor of the usual kind. */
  public SevSnpOptions(
      SevSnpProduct product, int version, Bytes seed, Instant endorsedFrom, SevSnpDials dials) {
    this(product, version, SevSnpManner.USUAL, seed, endorsedFrom, dials);
  }

  /** A Milan with reports of version 3 and nothing wrong. */
  public static SevSnpOptions standard(Bytes seed, Instant endorsedFrom) {
    return new SevSnpOptions(SevSnpProduct.MILAN, 3, seed, endorsedFrom, SevSnpDials.none());
  }

  /** Version 5 comes from a Turin, everything else from a Milan; empty for any other. */
  public static Optional<SevSnpOptions> variant(String variant, Bytes seed, Instant from) {
    if (!VARIANTS.contains(variant)) {
      return Optional.empty();
    }
    SevSnpOptions standard = standard(seed, from);
    if (!VERSIONS.contains(variant)) {
      return Stream.of(SevSnpManner.values())
          .filter(each -> each.id().equals(variant))
          .findFirst()
          .map(standard::with);
    }
    int number = Integer.parseInt(variant);
    SevSnpProduct product = number == 5 ? SevSnpProduct.TURIN : SevSnpProduct.MILAN;
    return Optional.of(new SevSnpOptions(product, number, seed, from, SevSnpDials.none()));
  }

  /** What can be wrong with evidence of a variant; empty if there is none of that name. */
  public static List<String> defects(String variant) {
    return variant(variant, Bytes.EMPTY, Instant.EPOCH)
        .map(SevSnpOptions::defects)
        .orElse(List.of());
  }

  /** What can be wrong with evidence of such a processor. */
  public List<String> defects() {
    return Stream.of(SevSnpDials.Defect.values())
        .filter(each -> each.fits(manner))
        .filter(each -> version > 2 || each != SevSnpDials.Defect.WRONG_PRODUCT)
        .filter(each -> product == SevSnpProduct.MILAN || each != SevSnpDials.Defect.TCB_LOW_BITS)
        .map(SevSnpDials.Defect::id)
        .toList();
  }

  public SevSnpOptions with(SevSnpDials other) {
    return new SevSnpOptions(product, version, manner, seed, endorsedFrom, other);
  }

  public SevSnpOptions with(SevSnpManner other) {
    return new SevSnpOptions(product, version, other, seed, endorsedFrom, dials);
  }

  /** Which kind of key signs. */
  SevSnpReport.SigningKeyKind signer() {
    return manner == SevSnpManner.VLEK
        ? SevSnpReport.SigningKeyKind.VLEK
        : SevSnpReport.SigningKeyKind.VCEK;
  }
}
