package org.ccican.trust;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.ContentSigner;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.SigningKey;
import org.ccican.wire.Bytes;

/** Signs certificates and revocation lists with ECDSA over P-256 and SHA-256, as Intel does. */
final class EcSigner implements ContentSigner {

  private final SigningKey key;
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();

  EcSigner(SigningKey key) {
    if (key.algorithm() != CoseAlgorithm.ES256) {
      throw new IllegalArgumentException("ES256 expected, found " + key.algorithm());
    }
    this.key = key;
  }

  @Override
  public AlgorithmIdentifier getAlgorithmIdentifier() {
    return new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
  }

  @Override
  public OutputStream getOutputStream() {
    return content;
  }

  @Override
  public byte[] getSignature() {
    Bytes signature = key.sign(Bytes.of(content.toByteArray()));
    int half = signature.size() / 2;
    try {
      return new DERSequence(
              new ASN1Integer[] {
                number(signature.slice(0, half)), number(signature.slice(half, 2 * half))
              })
          .getEncoded(ASN1Encoding.DER);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static ASN1Integer number(Bytes octets) {
    return new ASN1Integer(new BigInteger(1, octets.toArray()));
  }
}
