package org.ccican.vector.gen;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A revocation list as Intel publishes them (RFC 5280 section 5, DER), changeable like a
 * certificate.
 */
final class IntelCrl {

  String issuer;
  BigInteger signer;
  Instant from = Instant.parse("2025-11-20T00:00:00Z");
  Instant until = Instant.parse("2025-12-20T00:00:00Z");
  String digest = "SHA-256";
  String critical = "";

  /** How names are written. */
  Function<String, byte[]> names = IntelCertificate::name;

  final List<BigInteger> revoked = new ArrayList<>(List.of(BigInteger.valueOf(0x7777)));

  /** What is done to the finished octets. */
  UnaryOperator<byte[]> finish = UnaryOperator.identity();

  IntelCrl(String issuer, BigInteger signer) {
    this.issuer = issuer;
    this.signer = signer;
  }

  byte[] write(P256 curve) {
    byte[][] entries =
        revoked.stream()
            .map(serial -> Der.sequence(Der.integer(serial), Der.time(from)))
            .toArray(byte[][]::new);
    byte[] number = Der.sequence(Der.oid("2.5.29.20"), Der.octetString(Der.integer(1)));
    byte[] unknown =
        critical.isEmpty()
            ? new byte[0]
            : Der.sequence(Der.oid(critical), Der.bool(true), Der.octetString(Der.NULL));
    byte[] body =
        Der.sequence(
            Der.integer(1),
            IntelCertificate.algorithm(digest),
            names.apply(issuer),
            Der.time(from),
            Der.time(until),
            Der.sequence(entries),
            Der.explicit(0, Der.sequence(number, unknown)));
    return finish.apply(
        Der.sequence(
            body,
            IntelCertificate.algorithm(digest),
            Der.bitString(curve.signDer(signer, digest, body))));
  }
}
