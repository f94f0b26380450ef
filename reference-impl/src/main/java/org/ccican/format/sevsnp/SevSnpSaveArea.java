package org.ccican.format.sevsnp;

import org.ccican.wire.ByteWriter;
import org.ccican.wire.Bytes;

/**
 * The save area that a virtual processor starts from (AMD 24593 appendix B, table B-4), as each
 * monitor fills it in. All fields that are not listed are zero; integers are little-endian.
 *
 * <pre>
 * offset size  field
 * 0x000  16    es: selector 2, attributes 2, limit 4, base 8; so are the next
 * 0x010  16    cs
 * 0x020  16    ss
 * 0x030  16    ds
 * 0x040  16    fs
 * 0x050  16    gs
 * 0x060  16    gdtr
 * 0x070  16    ldtr
 * 0x080  16    idtr
 * 0x090  16    tr
 * 0x0D0  8     efer
 * 0x148  8     cr4
 * 0x158  8     cr0
 * 0x160  8     dr7
 * 0x168  8     dr6
 * 0x170  8     rflags
 * 0x178  8     rip
 * 0x268  8     g_pat
 * 0x310  8     rdx
 * 0x3B0  8     sev_features
 * 0x3E8  8     xcr0
 * 0x408  4     mxcsr
 * 0x410  2     x87 fcw
 * </pre>
 */
final class SevSnpSaveArea {

  /** Where the first processor starts. */
  static final long RESET_VECTOR = 0xffff_fff0L;

  /** The address that stands for every save area in the measurement. */
  static final long GPA = 0xffff_ffff_f000L;

  private SevSnpSaveArea() {}

  /**
   * @param start the first instruction's address, below 4 GiB
   */
  static SevSnpPage page(SevSnpLaunchPlan plan, long start) {
    Registers first = Registers.of(plan);
    Bytes area =
        Bytes.zero(SevSnpPage.SIZE)
            .with(0x000, segment(0, 0x93, 0))
            .with(0x010, segment(0xf000, first.codeAttributes, start & 0xffff_0000L))
            .with(0x020, segment(0, first.stackAttributes, 0))
            .with(0x030, segment(0, 0x93, 0))
            .with(0x040, segment(0, 0x93, 0))
            .with(0x050, segment(0, 0x93, 0))
            .with(0x060, segment(0, 0, 0))
            .with(0x070, segment(0, 0x82, 0))
            .with(0x080, segment(0, 0, 0))
            .with(0x090, segment(0, first.taskAttributes, 0))
            .with(0x0d0, number(0x1000, 8))
            .with(0x148, number(0x40, 8))
            .with(0x158, number(0x10, 8))
            .with(0x160, number(0x400, 8))
            .with(0x168, number(0xffff_0ff0L, 8))
            .with(0x170, number(2, 8))
            .with(0x178, number(start & 0xffff, 8))
            .with(0x268, number(first.pageAttributes, 8))
            .with(0x310, number(first.rdx, 8))
            .with(0x3b0, number(plan.features(), 8))
            .with(0x3e8, number(1, 8))
            .with(0x408, number(first.mxcsr, 4))
            .with(0x410, number(first.floatControl, 2));
    return new SevSnpPage(SevSnpPage.Type.VMSA, GPA, area);
  }

  private static Bytes segment(int selector, int attributes, long base) {
    return new ByteWriter().u16le(selector).u16le(attributes).u32le(0xffff).u64le(base).toBytes();
  }

  private static Bytes number(long value, int size) {
    return new ByteWriter().u64le(value).toBytes().slice(0, size);
  }

  /** First values that differ between monitors. */
  private record Registers(
      int codeAttributes,
      int stackAttributes,
      int taskAttributes,
      long pageAttributes,
      long rdx,
      long mxcsr,
      int floatControl) {

    static Registers of(SevSnpLaunchPlan plan) {
      return switch (plan.monitor()) {
        case QEMU ->
            new Registers(
                0x9b, 0x93, 0x8b, 0x0007_0406_0007_0406L, plan.signature(), 0x1f80, 0x37f);
        case EC2 -> new Registers(0x9a, 0x92, 0x83, 0x0007_0406_0007_0406L, 0x600, 0, 0);
        case GCE -> new Registers(0x9b, 0x93, 0x8b, 0x0007_0106, 0x600, 0, 0);
      };
    }
  }
}
