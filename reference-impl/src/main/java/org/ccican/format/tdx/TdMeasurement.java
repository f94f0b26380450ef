package org.ccican.format.tdx;

import org.ccican.cose.Crypto;
import org.ccican.wire.ByteWriter;
import org.ccican.wire.Bytes;

/**
 * MRTD as the TDX module computes it while a TD is built (Intel TDX module 1.5 base specification,
 * section on the measurement of the TD's build): SHA-384 over one record of 128 octets for each
 * call, and over what TDH.MR.EXTEND reads.
 *
 * <pre>
 * call              octets of its record
 * TDH.MEM.PAGE.ADD  12 "MEM.PAGE.ADD" · 4 zeros · 8 guest physical address · 104 zeros
 * TDH.MR.EXTEND     9 "MR.EXTEND" · 7 zeros · 8 guest physical address · 104 zeros, then 256 octets
 * </pre>
 */
final class TdMeasurement {

  /** Octets of a page. */
  static final int PAGE = 4096;

  /** Octets that one TDH.MR.EXTEND measures. */
  static final int CHUNK = 256;

  private static final int NAME = 16;
  private static final int RECORD = 128;

  private final ByteWriter records = new ByteWriter();

  /** Adds a page and measures all of it. */
  TdMeasurement add(long address, Bytes page) {
    if (page.size() != PAGE) {
      throw new IllegalArgumentException("a page has " + PAGE + " octets, not " + page.size());
    }
    addUnmeasured(address);
    for (int at = 0; at < PAGE; at += CHUNK) {
      record("MR.EXTEND", address + at);
      records.put(page.slice(at, at + CHUNK));
    }
    return this;
  }

  /** Adds a page of which the address alone is measured. */
  TdMeasurement addUnmeasured(long address) {
    record("MEM.PAGE.ADD", address);
    return this;
  }

  /** 48 octets. */
  Bytes value() {
    return Crypto.sha384(records.toBytes());
  }

  private void record(String call, long address) {
    records.put(
        new ByteWriter()
            .put(Bytes.utf8(call).padRight(NAME))
            .u64le(address)
            .toBytes()
            .padRight(RECORD));
  }
}
