package org.ccican.format.eat;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ccican.cose.Crypto;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * Hashes by their identifiers in COSE's registry (RFC 9054 section 2.1): numbers or names. JOSE's
 * names are others.
 */
final class EatDigests {

  private static final Map<Cbor, UnaryOperator<Bytes>> HASHES =
      Map.of(
          Cbor.integer(-16), Crypto::sha256,
          Cbor.integer(-43), Crypto::sha384,
          Cbor.integer(-44), Crypto::sha512,
          Cbor.text("SHA-256"), Crypto::sha256,
          Cbor.text("SHA-384"), Crypto::sha384,
          Cbor.text("SHA-512"), Crypto::sha512);

  private EatDigests() {}

  static boolean isKnown(Cbor algorithm) {
    return HASHES.containsKey(algorithm);
  }

  /** The hash of octets; empty if the algorithm is unknown. */
  static Optional<Bytes> of(Cbor algorithm, Bytes octets) {
    return Optional.ofNullable(HASHES.get(algorithm)).map(hash -> hash.apply(octets));
  }
}
