package org.ccican.format.sevsnp;

import java.util.Objects;
import org.ccican.cose.Crypto;
import org.ccican.wire.ByteWriter;
import org.ccican.wire.Bytes;

/**
 * Hashes of what a monitor boots directly, in the table that OVMF compares them with: 168 octets in
 * three entries of 50 below a head of 18, padded to 176. Each entry is a GUID, its length in two
 * octets little-endian, and a SHA-256.
 *
 * @param kernel 32 octets
 * @param initrd 32 octets, of nothing if there is none
 * @param commandLine 32 octets
 */
public record SevSnpKernelHashes(Bytes kernel, Bytes initrd, Bytes commandLine) {

  private static final Bytes TABLE = OvmfImage.guid("9438d606-4f22-4cc9-b479-a793d411fd21");
  private static final Bytes COMMAND_LINE = OvmfImage.guid("97d02dd8-bd20-4c94-aa78-e7714d36ab2a");
  private static final Bytes INITRD = OvmfImage.guid("44baf731-3a2f-4bd7-9af1-41e29169781d");
  private static final Bytes KERNEL = OvmfImage.guid("4de79437-abd2-427f-b835-d5b172d2045b");
  private static final int ENTRY = 50;
  private static final int SIZE = 168;
  private static final int PADDED = 176;

  public SevSnpKernelHashes {
    Objects.requireNonNull(kernel);
    Objects.requireNonNull(initrd);
    Objects.requireNonNull(commandLine);
  }

  /**
   * @param commandLine without the zero that ends it, which is hashed too
   */
  public static SevSnpKernelHashes of(Bytes kernel, Bytes initrd, String commandLine) {
    return new SevSnpKernelHashes(
        Crypto.sha256(kernel),
        Crypto.sha256(initrd),
        Crypto.sha256(Bytes.utf8(commandLine + "\0")));
  }

  /** A page that holds the table at an offset and is zero elsewhere. */
  Bytes page(int offset) {
    Bytes table =
        new ByteWriter()
            .put(TABLE)
            .u16le(SIZE)
            .put(entry(COMMAND_LINE, commandLine))
            .put(entry(INITRD, initrd))
            .put(entry(KERNEL, kernel))
            .toBytes()
            .padRight(PADDED);
    return Bytes.zero(SevSnpPage.SIZE).with(offset, table);
  }

  private static Bytes entry(Bytes guid, Bytes hash) {
    return new ByteWriter().put(guid).u16le(ENTRY).put(hash).toBytes();
  }
}
