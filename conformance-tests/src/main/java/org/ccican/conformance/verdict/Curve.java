package org.ccican.conformance.verdict;

import java.math.BigInteger;
import java.util.Optional;
import org.ccican.wire.Bytes;

/** The two curves of the drafts' signatures (FIPS 186-5, SP 800-186): y^2 = x^3 - 3x + b mod p. */
enum Curve {
  P256(
      32,
      "SHA256withECDSA",
      "3059301306072a8648ce3d020106082a8648ce3d03010703420004",
      "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff",
      "5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b",
      "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551"),
  P384(
      48,
      "SHA384withECDSA",
      "3076301006072a8648ce3d020106052b8104002203620004",
      "fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe"
          + "ffffffff0000000000000000ffffffff",
      "b3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875a"
          + "c656398d8a2ed19d2a85c8edd3ec2aef",
      "ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf"
          + "581a0db248b0a77aecec196accc52973");

  private final int size;
  private final String signature;
  private final Bytes head;
  private final BigInteger p;
  private final BigInteger b;
  private final BigInteger n;

  /**
   * @param size octets of a coordinate and of the order
   * @param signature the algorithm's name for a provider that takes r and s in DER
   * @param head what stands before the point's coordinates in a SubjectPublicKeyInfo, the octet 4
   *     of an uncompressed point included
   */
  Curve(int size, String signature, String head, String p, String b, String n) {
    this.size = size;
    this.signature = signature;
    this.head = Bytes.hex(head);
    this.p = new BigInteger(p, 16);
    this.b = new BigInteger(b, 16);
    this.n = new BigInteger(n, 16);
  }

  /** The curve of a COSE algorithm; ES256 and ES384 are taken with their usual curves. */
  static Optional<Curve> of(long algorithm) {
    if (algorithm == -7 || algorithm == -9) {
      return Optional.of(P256);
    }
    return algorithm == -35 || algorithm == -51 ? Optional.of(P384) : Optional.empty();
  }

  int size() {
    return size;
  }

  String signature() {
    return signature;
  }

  boolean isScalar(BigInteger value) {
    return value.signum() > 0 && value.compareTo(n) < 0;
  }

  /** Whether this is an uncompressed point of the curve, named by its OID, in DER. */
  boolean isKey(Bytes spki) {
    if (spki.size() != head.size() + 2 * size || !spki.slice(0, head.size()).equals(head)) {
      return false;
    }
    BigInteger x = unsigned(spki.slice(head.size(), head.size() + size));
    BigInteger y = unsigned(spki.slice(head.size() + size, spki.size()));
    if (x.compareTo(p) >= 0 || y.compareTo(p) >= 0) {
      return false;
    }
    BigInteger right = x.pow(3).subtract(x.multiply(BigInteger.valueOf(3))).add(b).mod(p);
    return y.multiply(y).mod(p).equals(right);
  }

  /** Key octets from coordinates of the curve's size, wherever the point lies. */
  Bytes spki(Bytes x, Bytes y) {
    return Bytes.concat(head, x, y);
  }

  /** Big-endian. */
  static BigInteger unsigned(Bytes octets) {
    return new BigInteger(1, octets.toArray());
  }
}
