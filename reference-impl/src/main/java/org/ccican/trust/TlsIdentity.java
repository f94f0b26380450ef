package org.ccican.trust;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.ccican.cose.CoseCurve;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.wire.Bytes;

/**
 * The key and self-signed certificate of a TLS server inside an environment. The certificate
 * vouches for nothing: who connects compares the key with the one in the evidence.
 */
public final class TlsIdentity {

  private final X509Certificate certificate;
  private final PrivateKey privateKey;
  private final Bytes spki;

  private TlsIdentity(X509Certificate certificate, PrivateKey privateKey, Bytes spki) {
    this.certificate = certificate;
    this.privateKey = privateKey;
    this.spki = spki;
  }

  /**
   * @param key a P-256 key that signs with SHA-256
   * @throws IllegalArgumentException if the key is of another curve
   */
  public static TlsIdentity create(
      SigningKey key, Instant notBefore, Instant notAfter, Crypto crypto) {
    Objects.requireNonNull(crypto);
    if (key.publicKey().curve() != CoseCurve.P256) {
      throw new IllegalArgumentException("P-256 expected, found " + key.publicKey().curve());
    }
    Bytes spki = key.publicKey().toSpki();
    X500Name name = new X500Name("CN=ccican environment");
    // Positive, never zero and at most 20 octets (RFC 5280 section 4.1.2.2).
    BigInteger serial = new BigInteger(1, Crypto.sha256(spki).slice(0, 16).toArray()).setBit(127);
    X509v3CertificateBuilder builder =
        new X509v3CertificateBuilder(
            name,
            serial,
            Date.from(notBefore),
            Date.from(notAfter),
            name,
            SubjectPublicKeyInfo.getInstance(spki.toArray()));
    try {
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(
              new GeneralName[] {
                new GeneralName(GeneralName.dNSName, "localhost"),
                new GeneralName(GeneralName.iPAddress, "127.0.0.1")
              }));
      byte[] der = builder.build(new EcdsaSigner(key)).getEncoded();
      X509Certificate certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der));
      return new TlsIdentity(certificate, key.toKeyPair().getPrivate(), spki);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CertificateException e) {
      throw new IllegalStateException("a certificate of our own is refused", e);
    }
  }

  public X509Certificate certificate() {
    return certificate;
  }

  public PrivateKey privateKey() {
    return privateKey;
  }

  /** The DER SubjectPublicKeyInfo, whose hash the evidence binds. */
  public Bytes spki() {
    return spki;
  }

  /** ECDSA with SHA-256 in the DER form that certificates have. */
  private record EcdsaSigner(SigningKey key, ByteArrayOutputStream content)
      implements ContentSigner {

    EcdsaSigner(SigningKey key) {
      this(key, new ByteArrayOutputStream());
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
      Bytes raw = key.sign(Bytes.of(content.toByteArray()));
      int half = raw.size() / 2;
      try {
        return new DERSequence(
                new ASN1Integer[] {
                  integer(raw.slice(0, half)), integer(raw.slice(half, raw.size()))
                })
            .getEncoded();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static ASN1Integer integer(Bytes octets) {
      return new ASN1Integer(new BigInteger(1, octets.toArray()));
    }
  }
}
