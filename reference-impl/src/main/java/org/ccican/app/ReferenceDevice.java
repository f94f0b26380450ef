package org.ccican.app;

import org.ccican.cose.AgreementKey;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.wire.Bytes;

/**
 * What SUIT manifests need to know of the reference's devices beyond vendor and class: fixed,
 * published and worthless, as {@link ReferenceKeys} are.
 */
public final class ReferenceDevice {

  /** The device identifier of every device of the reference, 16 octets. */
  public static final Bytes ID = seed("device identifier").slice(0, 16);

  private ReferenceDevice() {}

  /** What is for the device alone is encrypted to this key. */
  public static AgreementKey agreementKey() {
    return AgreementKey.fromSeed(seed("device"));
  }

  /** A signer of manifests beside the vendor, who signs with Ed25519 and has fewer rights. */
  public static SigningKey personaliser(Crypto crypto) {
    return SigningKey.fromSeed(CoseAlgorithm.ED25519, seed("personaliser"), crypto);
  }

  private static Bytes seed(String owner) {
    return Crypto.sha256(Bytes.utf8("ccican worthless reference key: " + owner));
  }
}
