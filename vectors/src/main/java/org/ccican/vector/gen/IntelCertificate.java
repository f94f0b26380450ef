package org.ccican.vector.gen;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * An X.509 v3 certificate as Intel issues them (RFC 5280, DER), on its way to being written: right
 * at first, then changed in one place by a recipe.
 */
final class IntelCertificate {

  private static final String P256 = "1.2.840.10045.3.1.7";

  BigInteger serial;
  String issuer;
  String subject;
  BigInteger signer;
  Instant from = Instant.parse("2025-06-01T00:00:00Z");
  Instant until = Instant.parse("2032-06-01T00:00:00Z");
  byte[] publicKey;
  String digest = "SHA-256";

  /** Whether it is an authority, and with which path length. */
  boolean authority;

  int pathLength = -1;

  /** Bits of KeyUsage in the order of RFC 5280. */
  int[] usage;

  final Map<String, byte[]> extensions = new LinkedHashMap<>();
  String critical = "";

  /** How names are written. */
  Function<String, byte[]> names = IntelCertificate::name;

  /** What is done to the finished octets. */
  UnaryOperator<byte[]> finish = UnaryOperator.identity();

  IntelCertificate(long serial, String issuer, BigInteger signer, String subject, byte[] point) {
    this.serial = BigInteger.valueOf(serial);
    this.issuer = issuer;
    this.signer = signer;
    this.subject = subject;
    this.publicKey = CertificateWriter.ecPublicKey(P256, point);
  }

  /** An authority that signs certificates and lists. */
  IntelCertificate authority(int length) {
    authority = true;
    pathLength = length;
    usage = new int[] {5, 6};
    return this;
  }

  /** An end certificate for signatures. */
  IntelCertificate end() {
    usage = new int[] {0, 1};
    return this;
  }

  byte[] write(P256 curve) {
    List<byte[]> all = new ArrayList<>();
    all.add(extension("2.5.29.15", true, Der.namedBits(usage)));
    byte[] length = pathLength < 0 ? new byte[0] : Der.integer(pathLength);
    all.add(
        extension(
            "2.5.29.19",
            true,
            Der.sequence(authority ? Der.concat(Der.bool(true), length) : new byte[0])));
    extensions.forEach((oid, value) -> all.add(extension(oid, false, value)));
    if (!critical.isEmpty()) {
      all.add(extension(critical, true, Der.NULL));
    }
    byte[] body =
        Der.sequence(
            Der.explicit(0, Der.integer(2)),
            Der.integer(serial),
            algorithm(digest),
            names.apply(issuer),
            Der.sequence(Der.time(from), Der.time(until)),
            names.apply(subject),
            publicKey,
            Der.explicit(3, Der.sequence(all.toArray(new byte[0][]))));
    return finish.apply(
        Der.sequence(body, algorithm(digest), Der.bitString(curve.signDer(signer, digest, body))));
  }

  /** The DER AlgorithmIdentifier of ECDSA (RFC 5758). */
  static byte[] algorithm(String digest) {
    return Der.sequence(
        Der.oid(
            switch (digest) {
              case "SHA-1" -> "1.2.840.10045.4.1";
              case "SHA-256" -> "1.2.840.10045.4.3.2";
              default -> "1.2.840.10045.4.3.3";
            }));
  }

  /** Intel's names differ in the common name only. */
  static byte[] name(String commonName) {
    return Der.sequence(
        attribute("2.5.4.3", Der.utf8(commonName)),
        attribute("2.5.4.10", Der.utf8("Intel Corporation")),
        attribute("2.5.4.7", Der.utf8("Santa Clara")),
        attribute("2.5.4.8", Der.utf8("CA")),
        attribute("2.5.4.6", Der.printable("US")));
  }

  static byte[] attribute(String oid, byte[] text) {
    return Der.set(Der.sequence(Der.oid(oid), text));
  }

  private static byte[] extension(String oid, boolean critical, byte[] value) {
    return critical
        ? Der.sequence(Der.oid(oid), Der.bool(true), Der.octetString(value))
        : Der.sequence(Der.oid(oid), Der.octetString(value));
  }
}
