package org.ccican.cose;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.ccican.wire.Bytes;

/**
 * The cryptographic provider of one run, handed to whoever needs it and never registered with the
 * platform. Hashes come from the platform, which is faster at them.
 */
public final class Crypto {

  private static final String FASTER =
      "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";

  private final Provider provider = new BouncyCastleProvider();
  private final Optional<Provider> faster = faster();
  private final Remembered remembered = new Remembered();

  public Provider provider() {
    return provider;
  }

  /** The provider that verifies ECDSA where there is a faster one than the usual. */
  Optional<Provider> forEcdsa() {
    return faster;
  }

  /** The name of the provider that verifies the ECDSA signatures of evidence. */
  public String verifier() {
    return faster.orElse(provider).getName();
  }

  /** Amazon's Corretto Crypto Provider, if it is on the class path and runs on this machine. */
  private static Optional<Provider> faster() {
    try {
      Class<?> found = Class.forName(FASTER);
      Provider instance = (Provider) found.getField("INSTANCE").get(null);
      boolean usable = found.getMethod("getLoadingError").invoke(instance) == null;
      return usable ? Optional.of(instance) : Optional.empty();
    } catch (ReflectiveOperationException | LinkageError e) {
      return Optional.empty(); // it is not there, or not for this machine
    }
  }

  /** What this run has found out about octets that come again and again. */
  public Remembered remembered() {
    return remembered;
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
