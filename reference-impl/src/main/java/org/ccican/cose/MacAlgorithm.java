package org.ccican.cose;

import java.util.Optional;

/** HMAC with tags that are not truncated (RFC 9053 section 3.1). */
public enum MacAlgorithm {
  HMAC_256_256(5, "HmacSHA256", 32),
  HMAC_384_384(6, "HmacSHA384", 48),
  HMAC_512_512(7, "HmacSHA512", 64);

  private final long id;
  private final String standardName;
  private final int size;

  MacAlgorithm(long id, String standardName, int size) {
    this.id = id;
    this.standardName = standardName;
    this.size = size;
  }

  /** The value of header parameter 1. */
  public long id() {
    return id;
  }

  /** Octets of a tag. */
  public int size() {
    return size;
  }

  String standardName() {
    return standardName;
  }

  public static Optional<MacAlgorithm> find(long id) {
    for (MacAlgorithm each : values()) {
      if (each.id == id) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
