package org.ccican.app;

import org.ccican.cose.AgreementKey;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.wire.Bytes;

/**
 * The fixed keys of the reference roles: published, worthless, and the same in every process, so
 * that a role served elsewhere knows its peers.
 *
 * @param tam signs TEEP messages for Agents with P-256
 * @param tamEd25519 signs TEEP messages for Agents with Ed25519
 * @param tamEncryption what only the TAM may read is encrypted to it, for key agreement on P-256
 * @param tamAttestation signs evidence of the TAM
 * @param agent of an Agent that the TAM was told about beforehand
 * @param agentEd25519 of another one
 * @param vendor signs SUIT manifests: the Trusted Component Signer
 * @param verifier signs attestation results
 * @param stranger nobody's: no role knows it
 */
public record ReferenceKeys(
    SigningKey tam,
    SigningKey tamEd25519,
    AgreementKey tamEncryption,
    SigningKey tamAttestation,
    SigningKey agent,
    SigningKey agentEd25519,
    SigningKey vendor,
    SigningKey verifier,
    SigningKey stranger) {

  public static ReferenceKeys fixed(Crypto crypto) {
    return new ReferenceKeys(
        key("tam", crypto),
        key(CoseAlgorithm.ED25519, "tam", crypto),
        AgreementKey.fromSeed(seed("tam, encryption")),
        key("tam, attestation", crypto),
        key("agent", crypto),
        key(CoseAlgorithm.ED25519, "agent", crypto),
        key("middleware vendor", crypto),
        key("verifier", crypto),
        key("nobody", crypto));
  }

  private static SigningKey key(String owner, Crypto crypto) {
    return key(CoseAlgorithm.ESP256, owner, crypto);
  }

  private static SigningKey key(CoseAlgorithm algorithm, String owner, Crypto crypto) {
    return SigningKey.fromSeed(algorithm, seed(owner), crypto);
  }

  private static Bytes seed(String owner) {
    return Crypto.sha256(Bytes.utf8("ccican worthless reference key: " + owner));
  }
}
