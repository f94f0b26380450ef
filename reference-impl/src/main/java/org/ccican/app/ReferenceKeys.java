package org.ccican.app;

import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.wire.Bytes;

/**
 * The fixed keys of the reference roles: published, worthless, and the same in every process, so
 * that a role served elsewhere knows its peers.
 *
 * @param tam signs TEEP messages
 * @param vendor signs SUIT manifests: the Trusted Component Signer
 * @param verifier signs attestation results
 * @param stranger nobody's: no role knows it
 */
public record ReferenceKeys(
    SigningKey tam, SigningKey vendor, SigningKey verifier, SigningKey stranger) {

  public static ReferenceKeys fixed(Crypto crypto) {
    return new ReferenceKeys(
        key("tam", crypto),
        key("middleware vendor", crypto),
        key("verifier", crypto),
        key("nobody", crypto));
  }

  private static SigningKey key(String owner, Crypto crypto) {
    Bytes seed = Crypto.sha256(Bytes.utf8("ccican worthless reference key: " + owner));
    return SigningKey.fromSeed(CoseAlgorithm.ESP256, seed, crypto);
  }
}
