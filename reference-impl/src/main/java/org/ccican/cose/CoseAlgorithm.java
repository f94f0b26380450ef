package org.ccican.cose;

import java.util.Optional;
import org.ccican.wire.Bytes;

/**
 * Signature algorithms of the IANA COSE registry (RFC 9053 sections 2.1 and 2.2; RFC 9864 for those
 * that fix their curve).
 */
public enum CoseAlgorithm {
  ES256(-7, Optional.empty()),
  ESP256(-9, Optional.of(CoseCurve.P256)),
  ES384(-35, Optional.empty()),
  ESP384(-51, Optional.of(CoseCurve.P384)),
  EDDSA(-8, Optional.of(CoseCurve.ED25519)),
  ED25519(-19, Optional.of(CoseCurve.ED25519)),
  ES512(-36, Optional.empty());

  private final long id;
  private final Optional<CoseCurve> curve;

  CoseAlgorithm(long id, Optional<CoseCurve> curve) {
    this.id = id;
    this.curve = curve;
  }

  /** The value of header parameter 1. */
  public long id() {
    return id;
  }

  public static Optional<CoseAlgorithm> find(long id) {
    for (CoseAlgorithm each : values()) {
      if (each.id == id) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** Whether keys on the curve may be used; ES256, ES384 and ES512 leave the curve open. */
  public boolean fits(CoseCurve other) {
    return curve.map(other::equals).orElse(other != CoseCurve.ED25519);
  }

  /** The curve of keys that are made for the algorithm. */
  CoseCurve usualCurve() {
    return curve.orElseGet(
        () ->
            switch (this) {
              case ES384 -> CoseCurve.P384;
              case ES512 -> CoseCurve.P521;
              default -> CoseCurve.P256;
            });
  }

  /** What the platform calls ECDSA with r and s side by side. */
  String ecdsaName() {
    String hash = usualCurve() == CoseCurve.P256 ? "SHA256" : "SHA384";
    return hash + "withECDSAinP1363Format";
  }

  /** What ECDSA signs; EdDSA signs the message itself. */
  Bytes digest(Bytes message) {
    return switch (this) {
      case ES256, ESP256 -> Crypto.sha256(message);
      case ES384, ESP384 -> Crypto.sha384(message);
      case ES512 -> Crypto.sha512(message);
      case EDDSA, ED25519 -> message;
    };
  }
}
