package org.ccican.vector.gen;

import java.util.List;

/**
 * Offsets in an attestation report (AMD 56860, ATTESTATION_REPORT), all integers little-endian.
 *
 * <pre>
 * 0x000   4 version            0x0E0  48 ID key digest      0x1E8   4 current version
 * 0x004   4 guest SVN          0x110  48 author key digest  0x1EC   4 committed version
 * 0x008   8 policy             0x140  32 report id          0x1F0   8 launch TCB
 * 0x010  16 family id          0x160  32 report id MA       0x1F8   8 launch mitigations
 * 0x020  16 image id           0x180   8 reported TCB       0x200   8 current mitigations
 * 0x030   4 VMPL               0x188   3 CPUID              0x208 152 reserved
 * 0x034   4 signature algo     0x18B  21 reserved           0x2A0  72 r
 * 0x038   8 current TCB        0x1A0  64 chip id            0x2E8  72 s
 * 0x040   8 platform info      0x1E0   8 committed TCB      0x330 368 reserved
 * 0x048   4 key information    0x050  64 report data
 * 0x04C   4 reserved           0x090  48 measurement
 * 0x0C0  32 host data
 * </pre>
 */
final class SevSnpLayout {

  static final int SIZE = 0x4a0;
  static final int SIGNED = 0x2a0;

  static final int VERSION = 0x000;
  static final int GUEST_SVN = 0x004;
  static final int POLICY = 0x008;
  static final int FAMILY_ID = 0x010;
  static final int IMAGE_ID = 0x020;
  static final int VMPL = 0x030;
  static final int SIGNATURE_ALGO = 0x034;
  static final int CURRENT_TCB = 0x038;
  static final int PLATFORM_INFO = 0x040;
  static final int KEY_INFO = 0x048;
  static final int REPORT_DATA = 0x050;
  static final int MEASUREMENT = 0x090;
  static final int HOST_DATA = 0x0c0;
  static final int ID_KEY_DIGEST = 0x0e0;
  static final int AUTHOR_KEY_DIGEST = 0x110;
  static final int REPORT_ID = 0x140;
  static final int REPORT_ID_MA = 0x160;
  static final int REPORTED_TCB = 0x180;
  static final int CPUID = 0x188;
  static final int CHIP_ID = 0x1a0;
  static final int COMMITTED_TCB = 0x1e0;
  static final int CURRENT_VERSION = 0x1e8;
  static final int COMMITTED_VERSION = 0x1ec;
  static final int LAUNCH_TCB = 0x1f0;
  static final int LAUNCH_MITIGATIONS = 0x1f8;
  static final int CURRENT_MITIGATIONS = 0x200;
  static final int R = 0x2a0;
  static final int S = 0x2e8;
  static final int SIGNATURE_PADDING = 0x330;

  /** A stretch of the report with a name for identifiers and comments. */
  record Field(String name, int offset, int size) implements Comparable<Field> {

    @Override
    public int compareTo(Field other) {
      return Integer.compare(offset, other.offset);
    }
  }

  /** The four TCB versions. */
  static final List<Field> TCBS =
      List.of(
          new Field("current-tcb", CURRENT_TCB, 8),
          new Field("reported-tcb", REPORTED_TCB, 8),
          new Field("committed-tcb", COMMITTED_TCB, 8),
          new Field("launch-tcb", LAUNCH_TCB, 8));

  /** What the host and the guest's owner say of the guest. */
  static final List<Field> IDENTITY =
      List.of(
          new Field("host-data", HOST_DATA, 32),
          new Field("family-id", FAMILY_ID, 16),
          new Field("image-id", IMAGE_ID, 16),
          new Field("id-key-digest", ID_KEY_DIGEST, 48),
          new Field("author-key-digest", AUTHOR_KEY_DIGEST, 48));

  private SevSnpLayout() {}
}
