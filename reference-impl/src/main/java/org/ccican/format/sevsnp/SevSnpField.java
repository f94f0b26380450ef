package org.ccican.format.sevsnp;

import java.util.Locale;

/**
 * The fields of an attestation report (AMD 56860 section 7.3, table ATTESTATION_REPORT), all 0x4A0
 * octets of them in order; integers are little-endian.
 */
public enum SevSnpField {
  VERSION(0x000, 4),
  GUEST_SVN(0x004, 4),
  POLICY(0x008, 8),
  FAMILY_ID(0x010, 16),
  IMAGE_ID(0x020, 16),
  VMPL(0x030, 4),
  SIGNATURE_ALGO(0x034, 4),
  CURRENT_TCB(0x038, 8),
  PLATFORM_INFO(0x040, 8),
  KEY_INFO(0x048, 4),
  RESERVED_04C(0x04C, 4),
  REPORT_DATA(0x050, 64),
  MEASUREMENT(0x090, 48),
  HOST_DATA(0x0C0, 32),
  ID_KEY_DIGEST(0x0E0, 48),
  AUTHOR_KEY_DIGEST(0x110, 48),
  REPORT_ID(0x140, 32),
  REPORT_ID_MA(0x160, 32),
  REPORTED_TCB(0x180, 8),
  /** CPUID_FAM_ID, CPUID_MOD_ID and CPUID_STEP are reserved before version 3. */
  CPUID_FAM_ID(0x188, 1),
  CPUID_MOD_ID(0x189, 1),
  CPUID_STEP(0x18A, 1),
  RESERVED_18B(0x18B, 21),
  CHIP_ID(0x1A0, 64),
  COMMITTED_TCB(0x1E0, 8),
  CURRENT_BUILD(0x1E8, 1),
  CURRENT_MINOR(0x1E9, 1),
  CURRENT_MAJOR(0x1EA, 1),
  RESERVED_1EB(0x1EB, 1),
  COMMITTED_BUILD(0x1EC, 1),
  COMMITTED_MINOR(0x1ED, 1),
  COMMITTED_MAJOR(0x1EE, 1),
  RESERVED_1EF(0x1EF, 1),
  LAUNCH_TCB(0x1F0, 8),
  /** The two mitigation vectors are reserved before version 5. */
  LAUNCH_MIT_VECTOR(0x1F8, 8),
  CURRENT_MIT_VECTOR(0x200, 8),
  RESERVED_208(0x208, 152),
  /** R and S are 384 bits; the octets above are zero. */
  SIGNATURE_R(0x2A0, 48),
  RESERVED_2D0(0x2D0, 24),
  SIGNATURE_S(0x2E8, 48),
  RESERVED_318(0x318, 24),
  RESERVED_330(0x330, 368);

  private final int offset;
  private final int size;

  SevSnpField(int offset, int size) {
    this.offset = offset;
    this.size = size;
  }

  public int offset() {
    return offset;
  }

  public int size() {
    return size;
  }

  /** Whether the field is part of what the processor signs, octets 0x000 to 0x29F. */
  public boolean isSigned() {
    return offset < SIGNATURE_R.offset;
  }

  /** Whether the field must be zero in reports of a version. */
  public boolean isReserved(long version) {
    return switch (this) {
      case CPUID_FAM_ID, CPUID_MOD_ID, CPUID_STEP -> version < 3;
      case LAUNCH_MIT_VECTOR, CURRENT_MIT_VECTOR -> version < 5;
      default -> name().startsWith("RESERVED_");
    };
  }

  /** The name in policies and reports: {@code host-data}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String toString() {
    return name() + " at offset 0x" + Integer.toHexString(offset);
  }
}
