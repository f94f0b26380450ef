package org.ccican.conformance.verdict;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import org.ccican.wire.Bytes;

/**
 * Verifies ECDSA over P-256 and P-384 and Ed25519. Lengths, ranges and points are checked here, so
 * that no verdict depends on how lenient a provider is.
 */
public final class Signatures implements Verifier {

  private final Provider provider;

  /**
   * @throws IllegalArgumentException if the provider lacks one of the algorithms
   */
  public Signatures(Provider provider) {
    this.provider = provider;
    for (String signature : new String[] {"SHA256withECDSA", "SHA384withECDSA", "Ed25519"}) {
      needed("Signature", signature);
    }
    needed("KeyFactory", "EC");
    needed("KeyFactory", "Ed25519");
  }

  @Override
  public boolean verifies(long algorithm, Bytes spki, Bytes message, Bytes signature) {
    Optional<Curve> curve = Curve.of(algorithm);
    if (curve.isEmpty()) {
      return (algorithm == -8 || algorithm == -19) && ed25519(spki, message, signature);
    }
    return ecdsa(curve.get(), spki, message, signature);
  }

  private boolean ecdsa(Curve curve, Bytes spki, Bytes message, Bytes signature) {
    int size = curve.size();
    // spec| RFC 9053 §2.1: r and s, each of the size of the curve's order
    if (!curve.isKey(spki) || signature.size() != 2 * size) {
      return false;
    }
    BigInteger r = Curve.unsigned(signature.slice(0, size));
    BigInteger s = Curve.unsigned(signature.slice(size, 2 * size));
    // spec| FIPS 186-5 §6.4.2 (1): r and s from 1 to n - 1
    if (!curve.isScalar(r) || !curve.isScalar(s)) {
      return false;
    }
    return verify("EC", curve.signature(), spki, message, der(r, s));
  }

  private boolean ed25519(Bytes spki, Bytes message, Bytes signature) {
    // spec| RFC 8410 §4 and RFC 8032 §5.1.5: 32 octets of key behind a fixed head
    Bytes head = Bytes.hex("302a300506032b6570032100");
    boolean key = spki.size() == head.size() + 32 && spki.slice(0, head.size()).equals(head);
    // spec| RFC 8032 §5.1.7: 64 octets; some providers ignore what follows them
    return key
        && signature.size() == 64
        && EdwardsPoints.isUsable(spki.slice(head.size(), head.size() + 32))
        && verify("Ed25519", "Ed25519", spki, message, signature);
  }

  private boolean verify(
      String keys, String algorithm, Bytes spki, Bytes message, Bytes signature) {
    try {
      Signature verifier = Signature.getInstance(algorithm, provider);
      verifier.initVerify(
          KeyFactory.getInstance(keys, provider)
              .generatePublic(new X509EncodedKeySpec(spki.toArray())));
      verifier.update(message.toArray());
      return verifier.verify(signature.toArray());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** SEQUENCE of two INTEGERs; 104 octets at most, so every length is one octet. */
  private static Bytes der(BigInteger r, BigInteger s) {
    Bytes content = Bytes.concat(integer(r), integer(s));
    return Bytes.concat(Bytes.of(0x30, content.size()), content);
  }

  private static Bytes integer(BigInteger value) {
    Bytes octets = Bytes.of(value.toByteArray());
    return Bytes.concat(Bytes.of(0x02, octets.size()), octets);
  }

  private void needed(String type, String algorithm) {
    if (provider.getService(type, algorithm) == null) {
      throw new IllegalArgumentException(provider.getName() + " has no " + type + " " + algorithm);
    }
  }
}
