package org.ccican.cose;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.ccican.wire.Bytes;

/**
 * The cryptographic provider of one run, handed to whoever needs it and never registered with the
 * platform. Hashes come from the platform, which is faster at them.
 */
public final class Crypto {

  private final Provider provider = new BouncyCastleProvider();

  public Provider provider() {
    return provider;
  }

  /** 32 octets. */
  public static Bytes sha256(Bytes octets) {
    return hash("SHA-256", octets);
  }

  /** 48 octets. */
  public static Bytes sha384(Bytes octets) {
    return hash("SHA-384", octets);
  }

  /** 64 octets. */
  public static Bytes sha512(Bytes octets) {
    return hash("SHA-512", octets);
  }

  private static Bytes hash(String algorithm, Bytes octets) {
    try {
      return Bytes.of(MessageDigest.getInstance(algorithm).digest(octets.toArray()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }
}
