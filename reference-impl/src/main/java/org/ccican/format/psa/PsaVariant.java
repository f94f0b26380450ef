package org.ccican.format.psa;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.MacAlgorithm;

/**
 * The kinds of emulated devices.
 *
 * @see #parts() what they load before the agent
 */
public enum PsaVariant {
  /** Profile TFM, ES256. */
  TFM(PsaProfile.TFM, CoseAlgorithm.ES256),
  TFM_ES384(PsaProfile.TFM, CoseAlgorithm.ES384),
  TFM_ES512(PsaProfile.TFM, CoseAlgorithm.ES512),
  /** The certificates are in the token. */
  TFM_X5CHAIN(PsaProfile.TFM, CoseAlgorithm.ES256),
  /** The claims-set has a longer head than needed, as devices may write. */
  TFM_LONG_HEAD(PsaProfile.TFM, CoseAlgorithm.ES256),
  TFM_HMAC256(PsaProfile.TFM, MacAlgorithm.HMAC_256_256),
  TFM_HMAC384(PsaProfile.TFM, MacAlgorithm.HMAC_384_384),
  TFM_HMAC512(PsaProfile.TFM, MacAlgorithm.HMAC_512_512),
  ARM_2_0_0(PsaProfile.ARM_2_0_0, CoseAlgorithm.ES256),
  LEGACY(PsaProfile.LEGACY, CoseAlgorithm.ES256),
  LEGACY_HMAC256(PsaProfile.LEGACY, MacAlgorithm.HMAC_256_256),
  /**
   * A TrustZone device of the A profile: what its boot chain loads is listed as OP-TEE devices have
   * it, and the agent is a trusted application. No document says how such a device fills the
   * claims; the layout is RFC 9783's, the choice of components is ours.
   */
  TRUSTZONE(PsaProfile.TFM, CoseAlgorithm.ES256);

  private final PsaProfile profile;
  private final Optional<CoseAlgorithm> signature;
  private final Optional<MacAlgorithm> mac;

  PsaVariant(PsaProfile profile, CoseAlgorithm signature) {
    this(profile, Optional.of(signature), Optional.empty());
  }

  PsaVariant(PsaProfile profile, MacAlgorithm mac) {
    this(profile, Optional.empty(), Optional.of(mac));
  }

  PsaVariant(PsaProfile profile, Optional<CoseAlgorithm> signature, Optional<MacAlgorithm> mac) {
    this.profile = profile;
    this.signature = signature;
    this.mac = mac;
  }

  /** {@code tfm-es384}. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  public static Optional<PsaVariant> find(String id) {
    return Stream.of(values()).filter(each -> each.id().equals(id)).findFirst();
  }

  public PsaProfile profile() {
    return profile;
  }

  /** Present if devices have a key pair. */
  public Optional<CoseAlgorithm> signature() {
    return signature;
  }

  /** Present if devices share a secret with the Verifier. */
  public Optional<MacAlgorithm> mac() {
    return mac;
  }

  /** One piece of software that was loaded before the agent. */
  record Part(String type, String name, String version) {}

  List<Part> parts() {
    return this == TRUSTZONE
        ? List.of(
            new Part("BL", "trusted firmware, BL2", "2.10.0"),
            new Part("PRoT", "trusted firmware, BL31", "2.10.0"),
            new Part("PRoT", "OP-TEE OS", "4.1.0"))
        : List.of(
            new Part("BL", "boot loader", "2.1.0"), new Part("PRoT", "partition manager", "2.1.0"));
  }
}
