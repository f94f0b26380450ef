package org.ccican.format.intel;

import java.util.Objects;
import org.ccican.wire.ByteWriter;
import org.ccican.wire.Bytes;

/**
 * What leads to the key that signed the quoting enclave's report (Intel DCAP quote generation,
 * appendix A.3): two octets of type, four of length, the data.
 *
 * @param type see the constants; others are not defined
 */
public record CertificationData(int type, Bytes data) {

  /** PPID in the clear, CPUSVN, PCESVN, PCEID. */
  public static final int PPID = 1;

  /** PPID encrypted with RSA of 3072 bits, CPUSVN, PCESVN, PCEID. */
  public static final int PPID_RSA_3072 = 3;

  /** The PCK certificate and its issuers in PEM, in any order. */
  public static final int PCK_CHAIN = 5;

  /** The quoting enclave's report and what belongs to it, around another of these. */
  public static final int QE_REPORT = 6;

  /** Octets before the data. */
  static final int HEAD = 6;

  public CertificationData {
    Objects.requireNonNull(data);
  }

  /** Whether this names a platform, whose certificate has to come otherwise. */
  boolean namesPlatform() {
    return type >= PPID && type <= PPID_RSA_3072;
  }

  void write(ByteWriter writer) {
    writer.u16le(type).u32le(data.size()).put(data);
  }
}
