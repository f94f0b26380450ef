package org.ccican.vector.gen;

import java.util.Locale;

/** The two kinds of Intel's quotes. */
enum IntelFormat {
  SGX(0, 384),
  TDX(0x81, 584);

  private final int teeType;
  private final int bodySize;

  IntelFormat(int teeType, int bodySize) {
    this.teeType = teeType;
    this.bodySize = bodySize;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  int teeType() {
    return teeType;
  }

  /** Octets of what a quote is about before version 5. */
  int bodySize() {
    return bodySize;
  }
}
