package org.ccican.format.sevsnp;

import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.ByteReader;
import org.ccican.wire.ByteWriter;
import org.ccican.wire.Bytes;

/**
 * What a guest's owner says of a guest before it is launched (AMD 56860 section 8.18, ID block):
 * the firmware launches no other, and puts the rest into reports. Integers are little-endian.
 *
 * <pre>
 * offset size  field
 * 0x00   48    LD, the launch digest
 * 0x30   16    FAMILY_ID
 * 0x40   16    IMAGE_ID
 * 0x50   4     VERSION, 1
 * 0x54   4     GUEST_SVN
 * 0x58   8     POLICY, the guest policy
 * </pre>
 *
 * @param version from 0 to 2^32-1, as is the guest's
 */
public record SevSnpIdBlock(
    Bytes launchDigest, Bytes familyId, Bytes imageId, long version, long guestSvn, long policy) {

  /** Octets of a block. */
  public static final int SIZE = 0x60;

  static final String RULE = "sev-snp.launch.block-size";

  public SevSnpIdBlock {
    if (launchDigest.size() != SevSnpField.MEASUREMENT.size()
        || familyId.size() != SevSnpField.FAMILY_ID.size()
        || imageId.size() != SevSnpField.IMAGE_ID.size()) {
      throw new IllegalArgumentException("a digest of 48 octets and names of 16 expected");
    }
  }

  /**
   * @throws Rejected if there are not exactly {@link #SIZE} octets
   */
  public static SevSnpIdBlock parse(Bytes octets) throws Rejected {
    if (octets.size() != SIZE) {
      throw new Rejected(
          octets.size() < SIZE ? Reason.TRUNCATED : Reason.TRAILING_OCTETS,
          RULE,
          SIZE + " octets expected, found " + octets.size());
    }
    ByteReader reader = new ByteReader(octets, RULE);
    return new SevSnpIdBlock(
        reader.take(SevSnpField.MEASUREMENT.size()),
        reader.take(SevSnpField.FAMILY_ID.size()),
        reader.take(SevSnpField.IMAGE_ID.size()),
        reader.u32le(),
        reader.u32le(),
        reader.u64le());
  }

  /** All octets, which are also what the ID key signs. */
  public Bytes write() {
    return new ByteWriter()
        .put(launchDigest)
        .put(familyId)
        .put(imageId)
        .u32le(version)
        .u32le(guestSvn)
        .u64le(policy)
        .toBytes();
  }
}
