package org.ccican.format.tdx;

import java.util.Locale;
import org.ccican.format.intel.BodyType;

/**
 * The fields of a TD's report as quotes carry it (Intel TDX DCAP quote generation, appendix A.3 and
 * A.4); integers are little-endian. TDX 1.0 has the first 584 octets, 1.5 has 648, its extended
 * form all 885.
 */
public enum TdField {
  /** Octet 0 is the module's minor version, octet 1 its major one, octet 2 the late microcode's. */
  TEE_TCB_SVN(0, 16),
  MR_SEAM(16, 48),
  MR_SIGNER_SEAM(64, 48),
  SEAM_ATTRIBUTES(112, 8),
  /** See {@link Attribute}. */
  TD_ATTRIBUTES(120, 8),
  XFAM(128, 8),
  MR_TD(136, 48),
  MR_CONFIG_ID(184, 48),
  MR_OWNER(232, 48),
  MR_OWNER_CONFIG(280, 48),
  RTMR0(328, 48),
  RTMR1(376, 48),
  RTMR2(424, 48),
  RTMR3(472, 48),
  REPORT_DATA(520, 64),
  /** As the first field, of the module that runs now: it can be updated below a running TD. */
  TEE_TCB_SVN2(584, 16),
  MR_SERVICE_TD(600, 48),
  VM_ID(648, 1),
  TD_ID(649, 32),
  DEVICE_INFO(681, 48),
  INIT_SERVICE_TD_HASH(729, 48),
  INIT_SERVICE_TD_ATTRIBUTES(777, 8),
  INIT_CPU_SVN(785, 16),
  INIT_TEE_TCB_SVN(801, 16),
  INIT_TEE_FMSPC(817, 12),
  CURRENT_SERVICE_TD_HASH(829, 48),
  CURRENT_SERVICE_TD_ATTRIBUTES(877, 8);

  /** Bits of the TD's attributes (Intel TDX module 1.5 ABI, ATTRIBUTES). */
  public enum Attribute {
    DEBUG(0),
    HGS_PLUS_PROF(4),
    PERF_PROF(5),
    PMT_PROF(6),
    ICSSD(16),
    LASS(27),
    SEPT_VE_DISABLE(28),
    MIGRATABLE(29),
    PKS(30),
    KL(31),
    TPA(62),
    PERFMON(63);

    private final int bit;

    Attribute(int bit) {
      this.bit = bit;
    }

    public long mask() {
      return 1L << bit;
    }
  }

  private final int offset;
  private final int size;

  TdField(int offset, int size) {
    this.offset = offset;
    this.size = size;
  }

  public int offset() {
    return offset;
  }

  public int size() {
    return size;
  }

  /** Whether reports of a type have the field. */
  public boolean isIn(BodyType type) {
    return type.teeType() == BodyType.TD_1_0.teeType() && offset + size <= type.size();
  }

  /** The name in policies and reports: {@code mr-config-id}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String toString() {
    return name() + " at offset " + offset;
  }
}
