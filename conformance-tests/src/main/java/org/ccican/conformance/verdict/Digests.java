package org.ccican.conformance.verdict;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.ccican.wire.Bytes;

/** Hashes by their COSE algorithm (RFC 9054). */
public final class Digests {

  private Digests() {}

  /** Of -16 (SHA-256), -43 (SHA-384) or -44 (SHA-512); empty for others. */
  public static Optional<Bytes> of(long algorithm, Bytes octets) {
    if (algorithm == -16) {
      return Optional.of(sha256(octets));
    } else if (algorithm == -43) {
      return Optional.of(hash("SHA-384", octets));
    }
    return algorithm == -44 ? Optional.of(hash("SHA-512", octets)) : Optional.empty();
  }

  public static Bytes sha256(Bytes octets) {
    return hash("SHA-256", octets);
  }

  public static Bytes sha512(Bytes octets) {
    return hash("SHA-512", octets);
  }

  private static Bytes hash(String name, Bytes octets) {
    try {
      return Bytes.of(MessageDigest.getInstance(name).digest(octets.toArray()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + name, e);
    }
  }
}
