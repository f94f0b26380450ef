package org.ccican.format.sevsnp;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Makes an emulated processor give evidence that is wrong in one way and right in every other: what
 * the defect does not touch is signed and endorsed anew.
 *
 * @param defect absent: nothing is wrong
 */
public record SevSnpDials(Optional<Defect> defect) {

  /** What can be wrong. */
  public enum Defect {
    /** The report lacks its last octet. */
    TRUNCATED,
    /** One octet follows the report. */
    TRAILING_OCTET,
    /** Version 6. */
    UNKNOWN_VERSION,
    /** A bit of the reserved octets from 0x208 on is one. */
    RESERVED_FIELD,
    POLICY_BIT_17_CLEAR,
    /** Bit 26 of the guest policy is one. */
    POLICY_RESERVED_BIT,
    /** Bit 5 of the key information is one. */
    KEY_INFO_RESERVED_BIT,
    /** A digest of an author key where there is none. */
    AUTHOR_KEY_ABSENT,
    /** Signature algorithm 2. */
    SIGNATURE_ALGORITHM,
    /** The octet above S is one. */
    SIGNATURE_PADDING,
    /** Signing key 7, none. */
    SIGNING_KEY_NONE,
    /** Signing key 1, VLEK, with the certificate of a VCEK. */
    SIGNING_KEY_VLEK,
    ENDORSEMENT_MISSING,
    /** The authority's certificate stands before the chip's. */
    CHAIN_SWAPPED,
    AUTHORITY_MISSING,
    /** The authority is certified by a root of the same name that nobody trusts. */
    WRONG_ROOT,
    VCEK_EXPIRED,
    VCEK_NOT_YET_VALID,
    /** The processor is of another line than the certificate; version 2 cannot say so. */
    WRONG_PRODUCT,
    /** The chip's identity is not the one in the certificate. */
    UNKNOWN_CHIP,
    /** A reserved octet of the TCB at launch is one. */
    TCB_RESERVED,
    /** The SNP firmware is one version older than the certificate says. */
    TCB_BELOW_ENDORSEMENT,
    /** The SNP firmware is one version newer than the certificate says. */
    TCB_ABOVE_ENDORSEMENT,
    R_ZERO,
    /** S is the order of the curve. */
    S_ORDER,
    /** One bit of S is flipped. */
    BAD_SIGNATURE,
    /** The reported TCB is newer than the current one, the committed and launch ones are not. */
    TCB_REPORTED_ABOVE_CURRENT,
    TCB_COMMITTED_ABOVE_CURRENT,
    TCB_LAUNCH_ABOVE_CURRENT,
    DEBUG_POLICY,
    MIGRATION_POLICY,
    /** The guest policy wants firmware 2.0. */
    ABI_TOO_NEW,
    HOST_REQUESTED,
    /** The report was asked for at VMPL 1. */
    WRONG_VMPL,
    /** One bit of the measurement is flipped. */
    WRONG_MEASUREMENT,
    /** One bit of the report data is flipped. */
    WRONG_REPORT_DATA;

    /** {@code wrong-root}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Defect> find(String id) {
      for (Defect each : values()) {
        if (each.id().equals(id)) {
          return Optional.of(each);
        }
      }
      return Optional.empty();
    }
  }

  public SevSnpDials {
    Objects.requireNonNull(defect);
  }

  public static SevSnpDials none() {
    return new SevSnpDials(Optional.empty());
  }

  public static SevSnpDials only(Defect defect) {
    return new SevSnpDials(Optional.of(defect));
  }

  boolean has(Defect other) {
    return defect.filter(other::equals).isPresent();
  }
}
