package org.ccican.format.cca;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be wrong with a token of the emulated platform. Each is wrong in one way and right in
 * every other: what the defect does not touch is signed and bound anew.
 */
public enum CcaDefect {
  /** The token lacks its last octet. */
  TRUNCATED,
  /** One octet follows the token. */
  TRAILING_OCTET,
  TAG_MISSING,
  PLATFORM_MISSING,
  REALM_MISSING,
  /** The collection has an indefinite length. */
  INDEFINITE_LENGTH,
  /** The lifecycle stands twice among the platform's claims, the second time with a longer head. */
  DUPLICATE_CLAIM,
  /** The platform's token has no tag. */
  PLATFORM_UNTAGGED,
  /** The realm's token stands under the tag of a COSE_Mac0. */
  REALM_MAC0,
  /** The platform's token is inside a detached EAT bundle. */
  DETACHED_BUNDLE,
  /** The realm's payload is nil. */
  DETACHED_PAYLOAD,
  /** A header of the platform that nobody knows is called critical. */
  CRITICAL_HEADER,
  /** The platform's algorithm stands in the header that is not authenticated. */
  ALGORITHM_UNPROTECTED,
  ALGORITHM_MISSING,
  /** The platform names ES256K. */
  ALGORITHM_UNKNOWN,
  /** The platform names EdDSA. */
  ALGORITHM_REFUSED,
  /** The realm names EdDSA. */
  REALM_ALGORITHM_REFUSED,
  /** The platform's certificate stands in the token. */
  X5CHAIN,
  /** Another key signed the platform's token. */
  WRONG_KEY,
  /** One bit of the platform's signature is flipped. */
  BAD_SIGNATURE,
  /** r of the platform's signature is zero. */
  ZERO_SIGNATURE,
  /** s of the platform's signature is above the order of the curve. */
  SIGNATURE_OUT_OF_RANGE,
  ENDORSEMENT_MISSING,
  /** The authority's certificate stands before the platform's. */
  CHAIN_SWAPPED,
  AUTHORITY_MISSING,
  /** The authority is certified by a root of the same name that nobody trusts. */
  WRONG_ROOT,
  CERTIFICATE_EXPIRED,
  CERTIFICATE_NOT_YET_VALID,
  /** The instance is not the one that the key makes. */
  UNKNOWN_INSTANCE,
  /** The platform's lifecycle is a text. */
  CLAIM_TYPE,
  PROFILE_MISSING,
  /** The profile of platforms with certified keys, made up. */
  UNKNOWN_PROFILE,
  NONCE_MISSING,
  /** The platform has two nonces in an array. */
  TWO_NONCES,
  /** The platform's nonce lacks its last octet. */
  NONCE_SIZE,
  INSTANCE_ID_MISSING,
  INSTANCE_ID_SIZE,
  /** The instance begins with 2. */
  INSTANCE_ID_TYPE,
  IMPLEMENTATION_ID_MISSING,
  IMPLEMENTATION_ID_SIZE,
  LIFECYCLE_MISSING,
  /** State 0x70. */
  LIFECYCLE_UNDEFINED,
  CONFIG_MISSING,
  COMPONENTS_MISSING,
  COMPONENTS_EMPTY,
  MEASUREMENT_MISSING,
  /** A measurement of 20 octets. */
  MEASUREMENT_SHORT,
  SIGNER_MISSING,
  /** A signer of 20 octets. */
  SIGNER_SHORT,
  PLATFORM_HASH_MISSING,
  /** SHA-1. */
  PLATFORM_HASH_UNKNOWN,
  /** The realm's challenge is a text. */
  REALM_CLAIM_TYPE,
  REALM_KEY_MISSING,
  /** The realm's key is no point of its curve. */
  REALM_KEY_POINT,
  /** The realm's key lacks its last octet. */
  REALM_KEY_SHAPE,
  RAK_HASH_MISSING,
  /** SHA-1. */
  RAK_HASH_UNKNOWN,
  /** One bit of the platform's nonce is flipped. */
  BINDER_BROKEN,
  /** The platform's nonce is a hash of another algorithm than the realm names. */
  BINDER_HASH,
  /** The realm has and signs with a key that the platform knows nothing of. */
  RAK_SWAPPED,
  /** The platform's token was made for another realm. */
  OTHER_REALM,
  /** Another key signed the realm's token. */
  REALM_WRONG_KEY,
  /** One bit of the realm's signature is flipped. */
  REALM_BAD_SIGNATURE,
  /** The realm names a profile that nobody knows. */
  REALM_PROFILE_UNKNOWN,
  CHALLENGE_MISSING,
  TWO_CHALLENGES,
  /** The challenge lacks its last octet. */
  CHALLENGE_SHORT,
  /** An octet follows the challenge. */
  CHALLENGE_LONG,
  RPV_MISSING,
  RPV_SIZE,
  REALM_HASH_MISSING,
  REALM_HASH_UNKNOWN,
  RIM_MISSING,
  RIM_SIZE,
  REM_MISSING,
  REM_THREE,
  REM_FIVE,
  REM_SIZE,
  /** The policy of memory encryption is one that nobody knows. */
  MEC_POLICY_UNKNOWN,
  /** State 0x00. */
  LIFECYCLE_UNKNOWN,
  LIFECYCLE_ASSEMBLY,
  LIFECYCLE_PROVISIONING,
  LIFECYCLE_ROT_DEBUG,
  LIFECYCLE_DECOMMISSIONED,
  /** State 0x40. */
  DEBUG,
  /** One bit of the initial measurement is flipped. */
  WRONG_MEASUREMENT,
  /** One bit of the last extensible measurement is flipped. */
  WRONG_REGISTER,
  /** One bit of the challenge is flipped. */
  WRONG_REPORT_DATA;

  /** {@code wrong-root}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<CcaDefect> find(String id) {
    return Stream.of(values()).filter(each -> each.id().equals(id)).findFirst();
  }
}
