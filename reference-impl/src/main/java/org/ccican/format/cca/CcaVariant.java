package org.ccican.format.cca;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.ccican.cose.CoseAlgorithm;

/** The kinds of emulated platforms. */
public enum CcaVariant {
  /** The draft's profiles, ES384 for both tokens, SHA-256 in the realm. */
  REFERENCE(CoseAlgorithm.ES384, CcaHash.SHA_256),
  /** The platform signs with ES256. */
  REFERENCE_ES256(CoseAlgorithm.ES256, CcaHash.SHA_256),
  /** The realm is measured with SHA-512, its key hashed with SHA-256 all the same. */
  REFERENCE_SHA512(CoseAlgorithm.ES384, CcaHash.SHA_512),
  /** The realm's profile is not named. */
  UNNAMED_REALM(CoseAlgorithm.ES384, CcaHash.SHA_256),
  /** The platform names no verification service. */
  WITHOUT_SERVICE(CoseAlgorithm.ES384, CcaHash.SHA_256),
  /** Both claims-sets have claims that nobody knows. */
  UNKNOWN_CLAIMS(CoseAlgorithm.ES384, CcaHash.SHA_256),
  /** Claims-sets have longer heads than needed. */
  LONG_HEADS(CoseAlgorithm.ES384, CcaHash.SHA_256),
  /** As firmware from before the draft: the first profile, and the realm's key as a point. */
  LEGACY(CoseAlgorithm.ES384, CcaHash.SHA_256);

  private final CoseAlgorithm algorithm;
  private final CcaHash hash;

  CcaVariant(CoseAlgorithm algorithm, CcaHash hash) {
    this.algorithm = algorithm;
    this.hash = hash;
  }

  /** {@code reference-es256}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<CcaVariant> find(String id) {
    return Stream.of(values()).filter(each -> each.id().equals(id)).findFirst();
  }

  /** With which the platform signs. */
  CoseAlgorithm algorithm() {
    return algorithm;
  }

  /** Of the realm's measurements. */
  CcaHash hash() {
    return hash;
  }
}
