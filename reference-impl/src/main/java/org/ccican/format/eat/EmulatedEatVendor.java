package org.ccican.format.eat;

import java.util.List;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.reject.Rejected;
import org.ccican.trust.TrustAnchors;
import org.ccican.wire.Bytes;

/**
 * An emulated maker of entities, which hands out one attestation key per algorithm for all that it
 * makes. Keys follow from their names and are so worth nothing.
 */
public final class EmulatedEatVendor {

  private final Crypto crypto;

  public EmulatedEatVendor(Crypto crypto) {
    this.crypto = crypto;
  }

  /** What a relying party pins that wants to believe emulated tokens: raw keys. */
  public TrustAnchors anchors() {
    try {
      return TrustAnchors.withKeys(
          List.of(
              entity().publicKey().toSpki(),
              constrained().publicKey().toSpki(),
              component().publicKey().toSpki(),
              edwards().publicKey().toSpki()),
          crypto,
          Checks.unbroken());
    } catch (Rejected e) {
      throw new IllegalStateException("a key of our own is refused", e);
    }
  }

  /** Signs tokens of TEEP's profile. */
  SigningKey entity() {
    return key(CoseAlgorithm.ESP256, "entity");
  }

  /** Signs tokens of the profile for constrained devices. */
  SigningKey constrained() {
    return key(CoseAlgorithm.ES256, "constrained entity");
  }

  SigningKey edwards() {
    return key(CoseAlgorithm.ED25519, "entity");
  }

  /** Signs tokens inside tokens. */
  SigningKey component() {
    return key(CoseAlgorithm.ESP256, "component");
  }

  /** Nobody pins this one. */
  SigningKey stranger() {
    return key(CoseAlgorithm.ESP256, "stranger");
  }

  /** The key that tokens are about; it belongs to one entity. */
  SigningKey confirmed(Bytes seed) {
    return SigningKey.fromSeed(
        CoseAlgorithm.ESP256, Bytes.concat(Bytes.utf8("emulated EAT subject"), seed), crypto);
  }

  private SigningKey key(CoseAlgorithm algorithm, String owner) {
    return SigningKey.fromSeed(algorithm, Bytes.utf8("emulated EAT vendor, " + owner), crypto);
  }
}
