package org.ccican.format.sevsnp;

import java.util.List;
import org.ccican.cose.Crypto;
import org.ccican.wire.ByteWriter;
import org.ccican.wire.Bytes;

/**
 * The launch measurement (AMD 56860 section 8.17.2): a chain of SHA-384 over one PAGE_INFO per
 * page, in launch order, from 48 octets of zero.
 *
 * <pre>
 * offset size  PAGE_INFO
 * 0x00   48    digest so far
 * 0x30   48    SHA-384 of the contents, or zeros if they are not measured
 * 0x60   2     length of this structure, 0x70, little-endian
 * 0x62   1     page type
 * 0x63   1     whether the page belongs to an initial migration image: 0
 * 0x64   3     permissions of VMPL 3, 2 and 1: 0
 * 0x67   1     reserved
 * 0x68   8     guest physical address, little-endian
 * </pre>
 */
public final class SevSnpLaunchDigest {

  /** Octets of a digest. */
  public static final int SIZE = 48;

  private SevSnpLaunchDigest() {}

  public static Bytes of(List<SevSnpPage> pages) {
    Bytes digest = Bytes.zero(SIZE);
    for (SevSnpPage page : pages) {
      digest = extend(digest, page);
    }
    return digest;
  }

  private static Bytes extend(Bytes digest, SevSnpPage page) {
    Bytes contents = page.type().isMeasured() ? Crypto.sha384(page.contents()) : Bytes.zero(SIZE);
    return Crypto.sha384(
        new ByteWriter()
            .put(digest)
            .put(contents)
            .u16le(0x70)
            .u8(page.type().id())
            .zero(5)
            .u64le(page.gpa())
            .toBytes());
  }
}
