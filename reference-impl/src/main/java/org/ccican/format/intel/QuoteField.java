package org.ccican.format.intel;

/**
 * The fields of a quote's header (Intel DCAP quote generation, appendix A.3 and A.4), 48 octets;
 * integers are little-endian.
 */
public enum QuoteField {
  VERSION(0, 2),
  /** 2 is ECDSA over P-256 with SHA-256. */
  ATT_KEY_TYPE(2, 2),
  /** 0 for SGX, 0x81 for TDX; reserved and zero in version 3, which is SGX alone. */
  TEE_TYPE(4, 4),
  /** Security version of the quoting enclave in version 3, reserved after that. */
  QE_SVN(8, 2),
  /** Security version of the provisioning enclave in version 3, reserved after that. */
  PCE_SVN(10, 2),
  QE_VENDOR_ID(12, 16),
  /** The quoting enclave's own; the first 16 octets name the platform. */
  USER_DATA(28, 20);

  /** Octets of a header. */
  public static final int SIZE = 48;

  private final int offset;
  private final int size;

  QuoteField(int offset, int size) {
    this.offset = offset;
    this.size = size;
  }

  public int offset() {
    return offset;
  }

  public int size() {
    return size;
  }

  @Override
  public String toString() {
    return name() + " at offset " + offset;
  }
}
