package org.ccican.format.intel;

import java.util.Locale;

/**
 * The fields of an enclave's report as quotes carry it (Intel SDM volume 3D, REPORT structure, its
 * first 384 octets); integers are little-endian.
 */
public enum EnclaveField {
  CPU_SVN(0, 16),
  MISC_SELECT(16, 4),
  RESERVED_20(20, 12),
  ISV_EXT_PROD_ID(32, 16),
  /** Eight octets of flags, see {@link Flag}; the other eight are {@link #XFRM}. */
  ATTRIBUTES(48, 8),
  XFRM(56, 8),
  MR_ENCLAVE(64, 32),
  RESERVED_96(96, 32),
  MR_SIGNER(128, 32),
  RESERVED_160(160, 32),
  CONFIG_ID(192, 64),
  ISV_PROD_ID(256, 2),
  ISV_SVN(258, 2),
  CONFIG_SVN(260, 2),
  RESERVED_262(262, 42),
  ISV_FAMILY_ID(304, 16),
  REPORT_DATA(320, 64);

  /** Octets of a report. */
  public static final int SIZE = 384;

  /** Bits of the attributes that mean something; the others are reserved. */
  public enum Flag {
    INIT(0),
    DEBUG(1),
    MODE64BIT(2),
    PROVISION_KEY(4),
    EINITTOKEN_KEY(5),
    CET(6),
    KSS(7),
    AEX_NOTIFY(10);

    private final int bit;

    Flag(int bit) {
      this.bit = bit;
    }

    public long mask() {
      return 1L << bit;
    }
  }

  private final int offset;
  private final int size;

  EnclaveField(int offset, int size) {
    this.offset = offset;
    this.size = size;
  }

  public int offset() {
    return offset;
  }

  public int size() {
    return size;
  }

  public boolean isReserved() {
    return name().startsWith("RESERVED_");
  }

  /** The name in policies and reports: {@code mr-signer}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String toString() {
    return name() + " at offset " + offset;
  }
}
