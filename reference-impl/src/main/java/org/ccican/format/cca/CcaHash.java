package org.ccican.format.cca;

import java.util.Optional;
import org.ccican.cose.Crypto;
import org.ccican.wire.Bytes;

/** Hash algorithms by the names that tokens give them (IANA's named information registry). */
public enum CcaHash {
  SHA_256("sha-256", 32, 0),
  SHA_384("sha-384", 48, 2),
  SHA_512("sha-512", 64, 1);

  private final String id;
  private final int size;
  private final int parameter;

  CcaHash(String id, int size, int parameter) {
    this.id = id;
    this.size = size;
    this.parameter = parameter;
  }

  /** The value of a claim. */
  public String id() {
    return id;
  }

  /** Octets of a digest. */
  public int size() {
    return size;
  }

  /** How parameters of a realm number it (RMM specification, RmiHashAlgorithm). */
  int parameter() {
    return parameter;
  }

  public Bytes digest(Bytes octets) {
    return switch (this) {
      case SHA_256 -> Crypto.sha256(octets);
      case SHA_384 -> Crypto.sha384(octets);
      case SHA_512 -> Crypto.sha512(octets);
    };
  }

  public static Optional<CcaHash> find(String id) {
    for (CcaHash each : values()) {
      if (each.id.equals(id)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** Whether some digest has so many octets. */
  static boolean hasSize(int size) {
    return size == SHA_256.size || size == SHA_384.size || size == SHA_512.size;
  }
}
