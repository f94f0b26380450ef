package org.ccican.vector.gen;

import java.util.Arrays;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.signers.PSSSigner;
import org.bouncycastle.crypto.signers.RSADigestSigner;

/**
 * How a certificate or CRL is signed. AMD's way is the first; the others are defects. The PSS salt
 * is taken from the hash of what is signed, so that the same octets come out every time.
 */
enum CaSignature {
  PSS_SHA384(true, 48),
  PSS_SHA384_SHORT_SALT(true, 32),
  PSS_SHA256(true, 32),
  PKCS1_SHA384(false, 0);

  private static final String SHA256 = "2.16.840.1.101.3.4.2.1";
  private static final String SHA384 = "2.16.840.1.101.3.4.2.2";

  private final boolean pss;
  private final int saltSize;

  CaSignature(boolean pss, int saltSize) {
    this.pss = pss;
    this.saltSize = saltSize;
  }

  /** The DER AlgorithmIdentifier (RFC 4055). */
  byte[] algorithm() {
    if (!pss) {
      return Der.sequence(Der.oid("1.2.840.113549.1.1.12"), Der.NULL);
    }
    byte[] hash = Der.sequence(Der.oid(this == PSS_SHA256 ? SHA256 : SHA384), Der.NULL);
    byte[] mask = Der.sequence(Der.oid("1.2.840.113549.1.1.8"), hash);
    return Der.sequence(
        Der.oid("1.2.840.113549.1.1.10"),
        Der.sequence(
            Der.explicit(0, hash), Der.explicit(1, mask), Der.explicit(2, Der.integer(saltSize))));
  }

  byte[] sign(RSAPrivateCrtKeyParameters key, byte[] content) {
    Signer signer = signer(content);
    signer.init(true, key);
    signer.update(content, 0, content.length);
    try {
      return signer.generateSignature();
    } catch (CryptoException e) {
      throw new IllegalStateException(e);
    }
  }

  private Signer signer(byte[] content) {
    if (!pss) {
      return new RSADigestSigner(new SHA384Digest());
    }
    byte[] salt = Arrays.copyOf(TestKeys.sha384(content), saltSize);
    return new PSSSigner(new RSAEngine(), hash(), hash(), salt);
  }

  private Digest hash() {
    return this == PSS_SHA256 ? new SHA256Digest() : new SHA384Digest();
  }
}
