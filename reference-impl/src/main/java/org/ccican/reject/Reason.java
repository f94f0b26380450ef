package org.ccican.reject;

import org.ccican.check.Checks;

/**
 * Why something was refused, in words that fit every format and protocol; the name of the check
 * that refused says the rest, so that a new format needs no new reason.
 */
public enum Reason {
  TRUNCATED(Phase.DECODE),
  TRAILING_OCTETS(Phase.DECODE),
  MALFORMED(Phase.DECODE),
  NOT_DETERMINISTIC(Phase.DECODE),
  DUPLICATE_KEY(Phase.DECODE),
  LIMIT_EXCEEDED(Phase.DECODE),
  WRONG_TYPE(Phase.DECODE),
  OUT_OF_RANGE(Phase.DECODE),
  MISSING_FIELD(Phase.DECODE),
  UNKNOWN_FIELD(Phase.DECODE),
  UNKNOWN_VERSION(Phase.DECODE),
  UNKNOWN_MESSAGE(Phase.DECODE),
  UNKNOWN_FORMAT(Phase.DECODE),
  RESERVED_NOT_ZERO(Phase.DECODE),
  UNSUPPORTED_ALGORITHM(Phase.SIGNATURE),
  ALGORITHM_MISMATCH(Phase.SIGNATURE),
  CRITICAL_HEADER(Phase.SIGNATURE),
  INVALID_KEY(Phase.SIGNATURE),
  INVALID_SIGNATURE(Phase.SIGNATURE),
  DIGEST_MISMATCH(Phase.SIGNATURE),
  UNKNOWN_SIGNER(Phase.TRUST),
  UNTRUSTED_ROOT(Phase.TRUST),
  BROKEN_CHAIN(Phase.TRUST),
  CERTIFICATE_EXPIRED(Phase.TRUST),
  CERTIFICATE_NOT_YET_VALID(Phase.TRUST),
  CERTIFICATE_REVOKED(Phase.TRUST),
  CERTIFICATE_UNFIT(Phase.TRUST),
  REVOCATION_STALE(Phase.TRUST),
  ENDORSEMENT_MISSING(Phase.TRUST),
  ENDORSEMENT_MISMATCH(Phase.TRUST),
  STALE_NONCE(Phase.FRESHNESS),
  REPLAYED(Phase.FRESHNESS),
  EXPIRED(Phase.FRESHNESS),
  ROLLED_BACK(Phase.FRESHNESS),
  BINDING_MISMATCH(Phase.FRESHNESS),
  DEBUG_ENABLED(Phase.POLICY),
  TCB_OUTDATED(Phase.POLICY),
  MEASUREMENT_MISMATCH(Phase.POLICY),
  POLICY_VIOLATED(Phase.POLICY),
  NOT_AVAILABLE(Phase.POLICY),
  NOT_APPRAISED(Phase.POLICY),
  WRONG_ORDER(Phase.POLICY);

  /**
   * The stage of processing in which a refusal arises; vectors are judged on it where a target
   * reports it.
   */
  public enum Phase {
    DECODE,
    SIGNATURE,
    TRUST,
    FRESHNESS,
    POLICY
  }

  private final Phase phase;

  Reason(Phase phase) {
    this.phase = phase;
  }

  public Phase phase() {
    return phase;
  }

  /** This reason as a refusal by a rule names it: another one only where that is a fault. */
  Reason given(Checks checks, String rule) {
    Reason[] all = values();
    return all[checks.code(rule, ordinal(), all.length)];
  }

  /** The reason in the spelling of vectors, reports and messages: {@code stale-nonce}. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
