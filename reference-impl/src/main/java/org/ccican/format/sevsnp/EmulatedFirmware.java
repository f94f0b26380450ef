package org.ccican.format.sevsnp;

import org.ccican.reject.Rejected;
import org.ccican.wire.ByteWriter;
import org.ccican.wire.Bytes;

/**
 * A stub where real firmware would be: one page laid out like OVMF, with the table at its end and
 * SEV metadata, and no code but an endless loop at the reset vector. An entry of our own says where
 * the agent's image is loaded.
 *
 * <pre>
 * address     octets    what
 * 0x00001000  0x8000    memory that starts as zeros
 * 0x00009000  0x1000    secrets page
 * 0x0000A000  0x1000    CPUID page
 * 0x01000000  to 16 MiB the agent: a page that states its size, then the image
 * 0xFFFFF000  0x1000    this stub
 * </pre>
 */
final class EmulatedFirmware {

  /** Where the agent is loaded. */
  static final long AGENT = 0x0100_0000L;

  /** Octets that an agent may have. */
  static final int LARGEST_AGENT = (16 << 20) - SevSnpPage.SIZE;

  private static final Bytes AGENT_WINDOW = OvmfImage.guid("7c8a2d0e-53b1-4f6c-9a0d-2f1be64c7a11");
  private static final int METADATA_AT = 0x800;

  private EmulatedFirmware() {}

  static OvmfImage image() {
    Bytes page =
        Bytes.zero(SevSnpPage.SIZE)
            .with(0, Bytes.utf8("ccican emulated firmware: a stub that runs nothing\0"))
            .with(METADATA_AT, metadata())
            .with(SevSnpPage.SIZE - 16, Bytes.of(0xeb, 0xfe));
    Bytes table = table();
    int end = SevSnpPage.SIZE - OvmfImage.FOOTER_END;
    try {
      return OvmfImage.parse(page.with(end - table.size(), table));
    } catch (Rejected e) {
      throw new IllegalStateException("firmware of our own is refused", e);
    }
  }

  private static Bytes metadata() {
    return new ByteWriter()
        .put(OvmfImage.SIGNATURE)
        .u32le(16 + 3 * 12)
        .u32le(1)
        .u32le(3)
        .put(section(OvmfImage.SectionType.MEMORY, 0x1000, 0x8000))
        .put(section(OvmfImage.SectionType.SECRETS, 0x9000, 0x1000))
        .put(section(OvmfImage.SectionType.CPUID, 0xa000, 0x1000))
        .toBytes();
  }

  private static Bytes section(OvmfImage.SectionType type, long gpa, long size) {
    return new ByteWriter().u32le(gpa).u32le(size).u32le(type.id()).toBytes();
  }

  private static Bytes table() {
    Bytes entries =
        Bytes.concat(
            entry(OvmfImage.METADATA, number(SevSnpPage.SIZE - METADATA_AT)),
            entry(AGENT_WINDOW, number(AGENT)),
            entry(OvmfImage.RESET_BLOCK, number(SevSnpSaveArea.RESET_VECTOR)));
    int whole = entries.size() + OvmfImage.ENTRY_HEAD;
    return new ByteWriter().put(entries).u16le(whole).put(OvmfImage.FOOTER).toBytes();
  }

  private static Bytes entry(Bytes guid, Bytes data) {
    return new ByteWriter().put(data).u16le(data.size() + OvmfImage.ENTRY_HEAD).put(guid).toBytes();
  }

  private static Bytes number(long value) {
    return new ByteWriter().u32le(value).toBytes();
  }
}
