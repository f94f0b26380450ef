package org.ccican.ear;

import java.util.Locale;
import java.util.Optional;

/** What a claim of trustworthiness is about, in the order of its labels 0 to 7 in CBOR. */
public enum TrustCategory {
  INSTANCE_IDENTITY,
  CONFIGURATION,
  EXECUTABLES,
  FILE_SYSTEM,
  HARDWARE,
  RUNTIME_OPAQUE,
  STORAGE_OPAQUE,
  SOURCED_DATA;

  /** {@code instance-identity}, the label in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<TrustCategory> find(String id) {
    for (TrustCategory each : values()) {
      if (each.id().equals(id)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  static Optional<TrustCategory> find(long label) {
    return label >= 0 && label < values().length
        ? Optional.of(values()[(int) label])
        : Optional.empty();
  }
}
