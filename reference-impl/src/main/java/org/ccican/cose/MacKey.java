package org.ccican.cose;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.ccican.wire.Bytes;

/** A secret that two sides share, for HMAC (RFC 9053 section 3.1). */
public final class MacKey {

  private final Bytes secret;

  /**
   * @param secret any number of octets but none
   */
  public MacKey(Bytes secret) {
    if (secret.isEmpty()) {
      throw new IllegalArgumentException("a secret of no octets");
    }
    this.secret = secret;
  }

  /** The whole tag over a message. */
  public Bytes tag(MacAlgorithm algorithm, Bytes message) {
    try {
      Mac mac = Mac.getInstance(algorithm.standardName());
      mac.init(new SecretKeySpec(secret.toArray(), algorithm.standardName()));
      return Bytes.of(mac.doFinal(message.toArray()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }

  /** Whether a tag is right; compared in a time that tells nothing. */
  public boolean verify(MacAlgorithm algorithm, Bytes message, Bytes tag) {
    return tag(algorithm, message).equalsConstantTime(tag);
  }

  /** SHA-256 of the secret's SHA-256: names the key without giving anything of it away. */
  public Bytes fingerprint() {
    return Crypto.sha256(Crypto.sha256(secret));
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "HMAC key " + fingerprint();
  }
}
