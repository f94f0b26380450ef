package org.ccican.format.eat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What can be wrong with a token of an emulated entity: one thing each, and right in every other
 * way; what the defect does not touch is encoded and signed anew.
 */
public enum EatDefect {
  /** One bit of the nonce is flipped. */
  WRONG_REPORT_DATA,
  NO_NONCE,
  /** The right nonce and another one. */
  TWO_NONCES,
  /** The right nonce alone in an array. */
  NONCE_IN_ARRAY,
  /** The first seven octets. */
  NONCE_TOO_SHORT,
  /** A 65th octet. */
  NONCE_TOO_LONG,
  /** A text in place of octets. */
  NONCE_AS_TEXT,
  NO_UEID,
  NO_OEMID,
  NO_HWMODEL,
  NO_HWVERSION,
  NO_MANIFESTS,
  NO_CNF,
  /** Six octets. */
  UEID_TOO_SHORT,
  /** 34 octets. */
  UEID_TOO_LONG,
  /** An identifier where a map of them belongs. */
  SUEIDS_BARE,
  /** 15 octets. */
  OEMID_SIZE,
  /** A negative enterprise number. */
  OEMID_NEGATIVE,
  /** 33 octets. */
  HWMODEL_TOO_LONG,
  /** A text where an array belongs. */
  HWVERSION_BARE,
  SWNAME_AS_OCTETS,
  SWVERSION_BARE,
  /** A profile that nobody knows. */
  UNKNOWN_PROFILE,
  /** An integer where URI or OID belong. */
  PROFILE_AS_NUMBER,
  IAT_FLOAT,
  /** Twenty years later. */
  IAT_IN_THE_FUTURE,
  EXPIRED,
  EXP_AS_TEXT,
  NOT_YET_VALID,
  CTI_AS_NUMBER,
  UPTIME_NEGATIVE,
  BOOTCOUNT_NEGATIVE,
  BOOTSEED_AS_NUMBER,
  OEMBOOT_AS_NUMBER,
  /** Debugging is enabled. */
  DEBUG,
  /** State 5. */
  DBGSTAT_UNKNOWN,
  LOCATION_WITHOUT_LONGITUDE,
  /** A letter of approval of a registrar alone. */
  DLOA_ONE_PART,
  /** A manifest without its content format. */
  MANIFEST_BARE,
  /** A CoSWID of evidence among the manifests. */
  EVIDENCE_AS_MANIFEST,
  MEASUREMENT_BARE,
  /** A CoSWID of a payload among the measurements. */
  PAYLOAD_AS_MEASUREMENT,
  /** A result that is none of the four. */
  MEASUREMENT_RESULT_UNKNOWN,
  INTENDED_USE_AS_TEXT,
  /** One bit of the measurement is flipped. */
  WRONG_MEASUREMENT,
  /** The thumbprint of another key beside the key. */
  CNF_OF_ANOTHER_KEY,
  /** A version of software without a name. */
  SWVERSION_ALONE,
  /** A submodule's hardware version without a model. */
  SUBMODULE_HWVERSION_ALONE,
  SUBMODULE_HWMODEL_ALONE,
  SUBMODULE_OEMBOOT_ALONE,
  /** Debugging that only the manufacturer can enable, and no manufacturer. */
  SUBMODULE_DBGSTAT_ALONE,
  /** A submodule whose debugging is enabled in a token whose own is not. */
  SUBMODULE_DEBUG,
  /** Claim 266 without any submodule. */
  NO_SUBMODULES,
  /** A number in place of a submodule. */
  SUBMODULE_OF_NO_KIND,
  /** A digest of an algorithm that nobody knows. */
  DIGEST_ALGORITHM,
  /** A digest in JSON. */
  SELECTOR_OF_DIGEST,
  SELECTOR_UNKNOWN,
  NESTED_BAD_SIGNATURE,
  NESTED_UNKNOWN_KEY,
  NESTED_UNTAGGED,
  /** A claims-set under tag 601 in place of the nested token. */
  NESTED_UNSIGNED,
  /** Five tokens, each inside the next. */
  NESTED_TOO_DEEP,
  /** The first claim stands twice. */
  DUPLICATE_KEY,
  INDEFINITE_LENGTH,
  NON_PREFERRED,
  TAG_IN_CLAIMS,
  /** An array where the claims-set belongs. */
  NO_MAP,
  /** No signature: a claims-set under tag 601. */
  UNSIGNED,
  /** A MAC under a key that is nobody's. */
  MAC,
  /** Tag 600. */
  UNKNOWN_TAG,
  /** Tag 61, and no tag of COSE behind it. */
  CWT_TAG_ALONE,
  ALG_UNPROTECTED,
  NO_ALG,
  ALG_UNKNOWN,
  /** ESP384 with a key on P-256. */
  ALG_OF_ANOTHER_CURVE,
  /** ES384, which the profile does not have, with a key on P-256. */
  ALG_OF_NO_PROFILE,
  CRITICAL_HEADER,
  /** In both headers. */
  HEADER_TWICE,
  NO_KID,
  /** A kid that is no thumbprint. */
  WRONG_KID,
  /** A key that nobody pinned. */
  WRONG_ROOT,
  BAD_SIGNATURE,
  R_ZERO,
  /** s is above the order of the curve. */
  SIGNATURE_OUT_OF_RANGE,
  TRUNCATED,
  TRAILING_OCTET,
  BUNDLE_DIGEST("bundle"),
  BUNDLE_SET_MISSING("bundle"),
  BUNDLE_SET_EXTRA("bundle"),
  BUNDLE_WITHOUT_DIGEST("bundle"),
  BUNDLE_IN_BUNDLE("bundle"),
  BUNDLE_UNSIGNED("bundle"),
  /** A bundle of three parts. */
  BUNDLE_SHAPE("bundle"),
  /** A claims-set in JSON in a bundle in CBOR. */
  BUNDLE_SET_IN_JSON("bundle"),
  CONSTRAINED_BUNDLE("constrained"),
  CONSTRAINED_EDDSA("constrained"),
  CONSTRAINED_NON_PREFERRED("constrained"),
  CONSTRAINED_NO_NONCE("constrained"),
  CONSTRAINED_TWO_NONCES("constrained"),
  CONSTRAINED_NO_KEY_NAME("constrained");

  private final String variant;

  EatDefect() {
    this(EatEmulator.VARIANTS.get(0));
  }

  EatDefect(String variant) {
    this.variant = variant;
  }

  /** {@code wrong-kid}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Of which kind of token the defect is. */
  public boolean fits(String other) {
    return variant.equals(other);
  }

  public static Optional<EatDefect> find(String id) {
    return List.of(values()).stream().filter(each -> each.id().equals(id)).findFirst();
  }
}
