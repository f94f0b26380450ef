package org.ccican.format.sgx;

import org.ccican.cose.Crypto;
import org.ccican.wire.ByteWriter;
import org.ccican.wire.Bytes;

/**
 * MRENCLAVE as the processor computes it while an enclave is built (Intel SDM volume 3D, section
 * 39.1.2): SHA-256 over one record of 64 octets for each instruction, and over what EEXTEND reads.
 *
 * <pre>
 * instruction  octets of its record
 * ECREATE      8 name · 4 SSAFRAMESIZE · 8 size of the enclave · 44 zeros
 * EADD         8 name · 8 offset of the page · 8 SECINFO flags · 40 of SECINFO, all zero
 * EEXTEND      8 name · 8 offset of the chunk · 48 zeros, then the 256 octets of the chunk
 * </pre>
 */
final class EnclaveMeasurement {

  /** Octets of a page. */
  static final int PAGE = 4096;

  /** Octets that one EEXTEND measures. */
  static final int CHUNK = 256;

  private static final int RECORD = 64;

  private final ByteWriter records = new ByteWriter();

  private EnclaveMeasurement() {}

  /**
   * @param size of the enclave, a power of two
   */
  static EnclaveMeasurement create(long ssaFrameSize, long size) {
    EnclaveMeasurement measurement = new EnclaveMeasurement();
    measurement.record(
        new ByteWriter().put(Bytes.utf8("ECREATE\0")).u32le(ssaFrameSize).u64le(size));
    return measurement;
  }

  /**
   * Adds a page and measures all of it.
   *
   * @param flags of SECINFO: bits 0 to 2 read, write, execute; bits 8 to 15 the type of the page
   */
  EnclaveMeasurement add(long offset, long flags, Bytes page) {
    if (page.size() != PAGE) {
      throw new IllegalArgumentException("a page has " + PAGE + " octets, not " + page.size());
    }
    addUnmeasured(offset, flags);
    for (int at = 0; at < PAGE; at += CHUNK) {
      record(new ByteWriter().put(Bytes.utf8("EEXTEND\0")).u64le(offset + at));
      records.put(page.slice(at, at + CHUNK));
    }
    return this;
  }

  /** Adds a page whose contents stay unmeasured. */
  EnclaveMeasurement addUnmeasured(long offset, long flags) {
    record(new ByteWriter().put(Bytes.utf8("EADD\0\0\0\0")).u64le(offset).u64le(flags));
    return this;
  }

  /** 32 octets. */
  Bytes value() {
    return Crypto.sha256(records.toBytes());
  }

  private void record(ByteWriter content) {
    records.put(content.toBytes().padRight(RECORD));
  }
}
