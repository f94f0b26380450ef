package org.ccican.format.intel;

import java.util.Optional;

/**
 * What a quote is about. Version 5 states the type as a number; before that the TEE type decides.
 */
public enum BodyType {
  /** An enclave's report, see {@link EnclaveField}. */
  ENCLAVE(1, 384, QuoteLayout.SGX),
  /** A TD's report of TDX 1.0. */
  TD_1_0(2, 584, QuoteLayout.TDX),
  /** A TD's report of TDX 1.5. */
  TD_1_5(3, 648, QuoteLayout.TDX),
  /** A TD's report of TDX 1.5 with service TDs at launch and now. */
  TD_1_5_EXTENDED(4, 885, QuoteLayout.TDX);

  private final int id;
  private final int size;
  private final long teeType;

  BodyType(int id, int size, long teeType) {
    this.id = id;
    this.size = size;
    this.teeType = teeType;
  }

  /** The number in version 5. */
  public int id() {
    return id;
  }

  /** Octets of the body. */
  public int size() {
    return size;
  }

  public long teeType() {
    return teeType;
  }

  public static Optional<BodyType> find(int id) {
    for (BodyType each : values()) {
      if (each.id == id) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
