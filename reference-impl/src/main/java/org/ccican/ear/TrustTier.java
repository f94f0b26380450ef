package org.ccican.ear;

import java.util.Locale;
import java.util.Optional;

/** The four tiers of trustworthiness (draft-ietf-rats-ar4si section 2.3.2). */
public enum TrustTier {
  /** The Verifier asserts nothing. */
  NONE(0, 0),
  AFFIRMING(2, 0),
  WARNING(32, 1),
  CONTRAINDICATED(96, 2);

  private final int value;
  private final int distrust;

  TrustTier(int value, int distrust) {
    this.value = value;
    this.distrust = distrust;
  }

  /** What stands for the tier in CBOR. */
  public int value() {
    return value;
  }

  /** What stands for the tier in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The tier of a claim: 2 to 31 and -2 to -32 affirm, and so on; -1, 0 and 1 say nothing. */
  public static TrustTier of(int claim) {
    int from = claim < 0 ? -claim - 1 : claim;
    if (claim >= -1 && claim <= 1) {
      return NONE;
    }
    return from < 32 ? AFFIRMING : from < 96 ? WARNING : CONTRAINDICATED;
  }

  static Optional<TrustTier> ofValue(long value) {
    for (TrustTier each : values()) {
      if (each.value == value) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  static Optional<TrustTier> ofId(String id) {
    for (TrustTier each : values()) {
      if (each.id().equals(id)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /**
   * Whether this asks for more trust than the other allows. No claim is no reason for distrust, so
   * that beside each other none and affirming are as good.
   */
  public boolean isBetterThan(TrustTier other) {
    return distrust < other.distrust;
  }

  /** The one of the two with less trust; of none and affirming the latter, which says something. */
  public TrustTier worse(TrustTier other) {
    if (distrust != other.distrust) {
      return distrust > other.distrust ? this : other;
    }
    return this == NONE ? other : this;
  }
}
