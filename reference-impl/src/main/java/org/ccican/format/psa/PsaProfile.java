package org.ccican.format.psa;

import java.util.Optional;
import org.ccican.evidence.EvidenceFormat;
import org.ccican.wire.Cbor;

/**
 * The profiles of PSA tokens that are still made, with the keys of their claims (RFC 9783 section
 * 4.6).
 */
public enum PsaProfile {
  /** RFC 9783. */
  TFM(
      "tfm",
      "tag:psacertified.org,2023:psa#tfm",
      new Labels(265, 10, 256, 2394, 2395, 2396, 268, 2398, 2399, Optional.empty(), 2400)),
  /** The drafts of 2022, as firmware of that time has it: another key for the boot seed. */
  ARM_2_0_0(
      "arm-2-0-0",
      "http://arm.com/psa/2.0.0",
      new Labels(265, 10, 256, 2394, 2395, 2396, 2397, 2398, 2399, Optional.empty(), 2400)),
  /** The first one, with keys of the private range. */
  LEGACY(
      "legacy",
      "PSA_IOT_PROFILE_1",
      new Labels(
          -75_000,
          -75_008,
          -75_009,
          -75_001,
          -75_002,
          -75_003,
          -75_004,
          -75_005,
          -75_006,
          Optional.of(-75_007L),
          -75_010));

  /** What messages carry such a token as (RFC 9783 section 11.2). */
  public static final EvidenceFormat FORMAT =
      new EvidenceFormat(
          "psa", "application/eat+cwt; eat_profile=\"tag:psacertified.org,2023:psa#tfm\"");

  /**
   * Keys of claims.
   *
   * @param bare says that no software was measured, in the profile that has it
   * @param service where a verification service is, the Verification Service Indicator
   */
  record Labels(
      long profile,
      long nonce,
      long instance,
      long client,
      long lifecycle,
      long implementation,
      long seed,
      long certification,
      long components,
      Optional<Long> bare,
      long service) {}

  private final String id;
  private final String claim;
  private final Labels labels;

  PsaProfile(String id, String claim, Labels labels) {
    this.id = id;
    this.claim = claim;
    this.labels = labels;
  }

  /** How policies call it. */
  public String id() {
    return id;
  }

  /** The value of the profile claim. */
  public String claim() {
    return claim;
  }

  Labels labels() {
    return labels;
  }

  static Optional<PsaProfile> ofClaim(String claim) {
    for (PsaProfile each : values()) {
      if (each.claim.equals(claim)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** Whether a claims-set has claims of this profile, apart from its name. */
  boolean shows(Cbor.Map claims) {
    return claims.find(labels.nonce).isPresent() || claims.find(labels.instance).isPresent();
  }
}
