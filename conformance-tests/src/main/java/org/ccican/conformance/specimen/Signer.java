package org.ccican.conformance.specimen;

import org.ccican.conformance.tamper.MisbehavingKeys;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseCurve;
import org.ccican.cose.SigningKey;
import org.ccican.wire.Bytes;

/** Whose key signs. */
enum Signer {
  TAM,
  /** Another TAM that the Agent obeys, with a key on another curve. */
  OTHER_TAM,
  AGENT,
  VENDOR,
  VERIFIER,
  /** Nobody that any role knows. */
  STRANGER;

  SigningKey key(Situation situation) {
    MisbehavingKeys keys = situation.keys();
    return switch (this) {
      case TAM -> keys.tam();
      case OTHER_TAM -> keys.otherTam().with(situation.revision().signature(CoseCurve.ED25519));
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
