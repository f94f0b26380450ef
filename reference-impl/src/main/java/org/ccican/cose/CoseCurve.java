package org.ccican.cose;

import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.ccican.wire.Bytes;

/** The curves that keys may be on (RFC 9053 section 7.1), with the sizes of their coordinates. */
public enum CoseCurve {
  P256(1, 2, 32, "3059301306072a8648ce3d020106082a8648ce3d030107034200"),
  P384(2, 2, 48, "3076301006072a8648ce3d020106052b81040022036200"),
  ED25519(6, 1, 32, "302a300506032b6570032100"),
  P521(3, 2, 66, "30819b301006072a8648ce3d020106052b8104002303818600");

  private final long id;
  private final long keyType;
  private final int size;
  private final Bytes spkiHead;

  CoseCurve(long id, long keyType, int size, String spkiHead) {
    this.id = id;
    this.keyType = keyType;
    this.size = size;
    this.spkiHead = Bytes.hex(spkiHead);
  }

  /** The value of key parameter -1. */
  public long id() {
    return id;
  }

  /** The value of key parameter 1: 1 for OKP, 2 for EC2. */
  public long keyType() {
    return keyType;
  }

  /** Octets of one coordinate, of a private key, and of half a signature. */
  public int size() {
    return size;
  }

  /** Everything of a DER SubjectPublicKeyInfo that stands before the point (RFC 5480, RFC 8410). */
  Bytes spkiHead() {
    return spkiHead;
  }

  /** The name in FIPS 186. */
  String standardName() {
    return switch (this) {
      case P256 -> "P-256";
      case P384 -> "P-384";
      case ED25519 -> "Ed25519";
      case P521 -> "P-521";
    };
  }

  boolean isWeierstrass() {
    return this != ED25519;
  }

  /**
   * @throws IllegalStateException for Ed25519
   */
  ECDomainParameters domain() {
    if (!isWeierstrass()) {
      throw new IllegalStateException(this + " is no Weierstrass curve");
    }
    X9ECParameters parameters = CustomNamedCurves.getByName(standardName());
    return new ECDomainParameters(parameters);
  }
}
