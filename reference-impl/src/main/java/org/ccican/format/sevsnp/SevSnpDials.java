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
    /** A family where nobody signed an ID block. */
    FAMILY_WITHOUT_ID_BLOCK,
    /** An author of an ID key where there is no ID block. */
    AUTHOR_WITHOUT_ID_BLOCK,
    /** Signature algorithm 2. */
    SIGNATURE_ALGORITHM,
    /** The octet above S is one. */
    SIGNATURE_PADDING,
    /** Signing key 7, none. */
    SIGNING_KEY_NONE,
    /** Signing key 1, VLEK, with the certificate of a VCEK. */
    SIGNING_KEY_VLEK,
    /** Signing key 0, VCEK, with the certificate of a VLEK. */
    SIGNING_KEY_VCEK,
    ENDORSEMENT_MISSING,
    /** The authority's certificate stands before the chip's. */
    CHAIN_SWAPPED,
    AUTHORITY_MISSING,
    /** The authority is certified by a root of the same name that nobody trusts. */
    WRONG_ROOT,
    /** The chip's certificate is signed with PKCS #1 v1.5 padding. */
    CHAIN_PKCS1,
    /** The root that nobody trusts signed the chip's certificate in the authority's name. */
    CHAIN_SIGNATURE,
    VCEK_EXPIRED,
    VCEK_NOT_YET_VALID,
    /** A year and a month have passed, in which a chip's certificate would still be valid. */
    VLEK_AFTER_A_YEAR,
    /** A cloud's certificate with a chip's identity. */
    VLEK_NAMES_CHIP,
    /** A chip's certificate with a cloud's name. */
    VCEK_NAMES_CLOUD,
    /** The authority of chips signed the certificate of a cloud's key. */
    VLEK_OF_CHIP_AUTHORITY,
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
    /** Two certificate tables, the same. */
    TABLE_TWO,
    /** The list of the table has no end. */
    TABLE_TRUNCATED,
    /** 17 entries. */
    TABLE_ENTRIES,
    /** Two entries of one GUID, which nobody knows. */
    TABLE_TWICE,
    /** An entry that nobody knows has no octets. */
    TABLE_EMPTY,
    /** The contents of an entry that nobody knows begin within the list. */
    TABLE_OFFSET,
    /** The contents of an entry that nobody knows end behind the table. */
    TABLE_BOUNDS,
    /** The contents of an entry that nobody knows are within a certificate. */
    TABLE_OVERLAP,
    /** The last octet, which is of no entry, is one. */
    TABLE_SLACK,
    /** The chip's certificate is in PEM that does not end. */
    TABLE_CONTENT,
    /** The chip's certificate stands under a GUID that nobody knows. */
    TABLE_WITHOUT_SIGNER,
    AUTHORITY_REVOKED,
    /** The revocation list is of the year before. */
    CRL_STALE,
    /** Another root of the same name signed the revocation list. */
    CRL_SIGNATURE,
    R_ZERO,
    /** S is the order of the curve. */
    S_ORDER,
    /** One bit of S is flipped. */
    BAD_SIGNATURE,
    /** The reported TCB is newer than the current one, the committed and launch ones are not. */
    TCB_REPORTED_ABOVE_CURRENT,
    TCB_COMMITTED_ABOVE_CURRENT,
    TCB_LAUNCH_ABOVE_CURRENT,
    /** The committed TCB has a newer boot loader and older microcode: as one number it is lower. */
    TCB_PARTS_MIXED,
    /** The reported microcode has the lowest seven bits of the version in the certificate. */
    TCB_LOW_BITS,
    /** The guest does not allow simultaneous multithreading, and the platform has it. */
    SMT_NOT_ALLOWED,
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

    /** Whether a processor of a manner can have the defect, and its evidence shows it. */
    public boolean fits(SevSnpManner manner) {
      boolean cloud = manner == SevSnpManner.VLEK;
      boolean table = manner == SevSnpManner.CERTIFICATE_TABLE;
      return switch (this) {
        case SIGNING_KEY_VCEK, VLEK_AFTER_A_YEAR, VLEK_NAMES_CHIP, VLEK_OF_CHIP_AUTHORITY -> cloud;
        case SIGNING_KEY_VLEK -> !cloud && !table;
        case UNKNOWN_CHIP, VCEK_EXPIRED, VCEK_NAMES_CLOUD -> !cloud;
        case FAMILY_WITHOUT_ID_BLOCK, AUTHOR_WITHOUT_ID_BLOCK -> manner != SevSnpManner.ID_BLOCK;
        case ENDORSEMENT_MISSING, CHAIN_SWAPPED -> !table;
        case TABLE_TWO,
            TABLE_TRUNCATED,
            TABLE_ENTRIES,
            TABLE_TWICE,
            TABLE_EMPTY,
            TABLE_OFFSET,
            TABLE_BOUNDS,
            TABLE_OVERLAP,
            TABLE_SLACK,
            TABLE_CONTENT,
            TABLE_WITHOUT_SIGNER,
            AUTHORITY_REVOKED,
            CRL_STALE,
            CRL_SIGNATURE ->
            table;
        default -> true;
      };
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
