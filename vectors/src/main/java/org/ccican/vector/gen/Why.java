package org.ccican.vector.gen;

import java.util.Locale;

/** The reasons that the vectors name, each with the stage of processing that it belongs to. */
enum Why {
  TRUNCATED("decode"),
  TRAILING_OCTETS("decode"),
  LIMIT_EXCEEDED("decode"),
  DUPLICATE_KEY("decode"),
  WRONG_TYPE("decode"),
  UNKNOWN_FIELD("decode"),
  MALFORMED("decode"),
  NOT_DETERMINISTIC("decode"),
  OUT_OF_RANGE("decode"),
  MISSING_FIELD("decode"),
  UNKNOWN_FORMAT("decode"),
  UNKNOWN_VERSION("decode"),
  UNKNOWN_MESSAGE("decode"),
  RESERVED_NOT_ZERO("decode"),
  UNSUPPORTED_ALGORITHM("signature"),
  ALGORITHM_MISMATCH("signature"),
  CRITICAL_HEADER("signature"),
  INVALID_KEY("signature"),
  INVALID_SIGNATURE("signature"),
  DIGEST_MISMATCH("signature"),
  UNKNOWN_SIGNER("trust"),
  UNTRUSTED_ROOT("trust"),
  BROKEN_CHAIN("trust"),
  CERTIFICATE_EXPIRED("trust"),
  CERTIFICATE_NOT_YET_VALID("trust"),
  CERTIFICATE_REVOKED("trust"),
  CERTIFICATE_UNFIT("trust"),
  REVOCATION_STALE("trust"),
  ENDORSEMENT_MISSING("trust"),
  ENDORSEMENT_MISMATCH("trust"),
  EXPIRED("freshness"),
  BINDING_MISMATCH("freshness"),
  ROLLED_BACK("freshness"),
  DEBUG_ENABLED("policy"),
  TCB_OUTDATED("policy"),
  MEASUREMENT_MISMATCH("policy"),
  POLICY_VIOLATED("policy"),
  NOT_AVAILABLE("policy"),
  WRONG_ORDER("policy");

  private final String phase;

  Why(String phase) {
    this.phase = phase;
  }

  String phase() {
    return phase;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
