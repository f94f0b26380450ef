package org.ccican.conformance.specimen;

import org.ccican.conformance.tamper.MisbehavingKeys;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.SigningKey;
import org.ccican.wire.Bytes;

/** Whose key signs. */
enum Signer {
  TAM,
  AGENT,
  VENDOR,
  VERIFIER,
  /** Nobody that any role knows. */
  STRANGER;

  SigningKey key(Situation situation) {
    MisbehavingKeys keys = situation.keys();
    return switch (this) {
      case TAM -> keys.tam();
      case AGENT -> keys.agent();
      case VENDOR -> keys.vendor();
      case VERIFIER -> keys.verifier();
      case STRANGER -> keys.stranger();
    };
  }

  /** A key of nobody's for another algorithm. */
  static SigningKey strange(CoseAlgorithm algorithm, Situation situation) {
    return SigningKey.fromSeed(
        algorithm, Bytes.utf8("a key that nobody knows"), situation.keys().crypto());
  }
}
