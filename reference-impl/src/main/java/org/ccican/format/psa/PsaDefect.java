package org.ccican.format.psa;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be wrong with a token of the emulated device. Each is wrong in one way and right in
 * every other: what the defect does not touch is signed and certified anew.
 */
public enum PsaDefect {
  /** The token lacks its last octet. */
  TRUNCATED,
  /** One octet follows the token. */
  TRAILING_OCTET,
  /** The claims-set has an indefinite length. */
  INDEFINITE_LENGTH,
  /** The lifecycle stands twice among the claims, the second time with a longer head. */
  DUPLICATE_CLAIM,
  /** The text of a claim is no UTF-8. */
  BROKEN_TEXT,
  /** The token stands under the tag of a CWT. */
  CWT_TAG,
  /** The payload is nil. */
  DETACHED_PAYLOAD,
  /** The claims are an array. */
  CLAIMS_ARRAY,
  /** The content type stands in both headers. */
  HEADER_TWICE,
  /** A header that nobody knows is called critical. */
  CRITICAL_HEADER,
  /** The algorithm stands in the header that is not authenticated. */
  ALGORITHM_UNPROTECTED,
  ALGORITHM_MISSING,
  /** ES256K is named. */
  ALGORITHM_UNKNOWN,
  /** EdDSA is named. */
  ALGORITHM_REFUSED,
  /** Another key signed. */
  WRONG_KEY,
  /** One bit of the signature or tag is flipped. */
  BAD_SIGNATURE,
  /** r of the signature is zero. */
  ZERO_SIGNATURE,
  /** s of the signature is above the order of the curve. */
  SIGNATURE_OUT_OF_RANGE,
  ENDORSEMENT_MISSING,
  /** The authority's certificate stands before the device's. */
  CHAIN_SWAPPED,
  AUTHORITY_MISSING,
  /** The authority is certified by a root of the same name that nobody trusts. */
  WRONG_ROOT,
  CERTIFICATE_EXPIRED,
  CERTIFICATE_NOT_YET_VALID,
  /** The instance is not the one that the key makes. */
  UNKNOWN_INSTANCE,
  PROFILE_MISSING,
  UNKNOWN_PROFILE,
  /** The lifecycle is a text. */
  CLAIM_TYPE,
  NONCE_MISSING,
  /** Two nonces in an array. */
  TWO_NONCES,
  /** The nonce lacks its last octet. */
  NONCE_SIZE,
  CLIENT_ID_MISSING,
  CLIENT_ID_ZERO,
  INSTANCE_ID_MISSING,
  /** The instance lacks its last octet. */
  INSTANCE_ID_SIZE,
  /** The instance begins with 2. */
  INSTANCE_ID_TYPE,
  IMPLEMENTATION_ID_MISSING,
  IMPLEMENTATION_ID_SIZE,
  LIFECYCLE_MISSING,
  /** State 0x70. */
  LIFECYCLE_UNDEFINED,
  /** 31 octets of boot seed in the first profile, 7 in others. */
  BOOT_SEED_SHORT,
  /** 33 octets. */
  BOOT_SEED_LONG,
  /** The first profile without a boot seed. */
  BOOT_SEED_MISSING,
  /** Twelve digits. */
  CERTIFICATION_REFERENCE,
  COMPONENTS_MISSING,
  COMPONENTS_EMPTY,
  /** The first profile says that nothing was measured, and lists what was. */
  COMPONENTS_AND_NONE,
  MEASUREMENT_MISSING,
  /** A measurement of 20 octets. */
  MEASUREMENT_SHORT,
  SIGNER_MISSING,
  /** A signer of 20 octets. */
  SIGNER_SHORT,
  /** State 0x00. */
  LIFECYCLE_UNKNOWN,
  LIFECYCLE_PROVISIONING,
  LIFECYCLE_ROT_DEBUG,
  LIFECYCLE_DECOMMISSIONED,
  /** State 0x40. */
  DEBUG,
  /** A caller from the non-secure side. */
  NON_SECURE_CALLER,
  /** One bit of the agent's measurement is flipped. */
  WRONG_MEASUREMENT,
  /** One bit of the nonce is flipped. */
  WRONG_REPORT_DATA;

  /** {@code wrong-root}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<PsaDefect> find(String id) {
    return Stream.of(values()).filter(each -> each.id().equals(id)).findFirst();
  }

  /** Whether a device of a variant can have it. */
  public boolean fits(PsaVariant variant) {
    return switch (this) {
      case BOOT_SEED_MISSING, COMPONENTS_AND_NONE -> variant.profile() == PsaProfile.LEGACY;
      case PROFILE_MISSING -> variant.profile() != PsaProfile.LEGACY;
      case ALGORITHM_REFUSED,
          ZERO_SIGNATURE,
          SIGNATURE_OUT_OF_RANGE,
          ENDORSEMENT_MISSING,
          CHAIN_SWAPPED,
          AUTHORITY_MISSING,
          WRONG_ROOT,
          CERTIFICATE_EXPIRED,
          CERTIFICATE_NOT_YET_VALID ->
          variant.signature().isPresent();
      default -> true;
    };
  }
}
