package org.ccican.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.ccican.cose.SigningKey;
import org.ccican.wire.Bytes;

/**
 * Writes the certificates and revocation lists of emulated vendors. Names of organisation and unit
 * say what they are; what is written depends on what is asked for alone, octet by octet.
 */
public final class EmulatedIssuer {

  private EmulatedIssuer() {}

  /** A DER certificate signed with ECDSA over P-256 and SHA-256. */
  public static Bytes issue(CertificateTemplate template, SigningKey key) {
    return issue(template, new EcSigner(key));
  }

  /**
   * A DER revocation list signed with ECDSA over P-256 and SHA-256.
   *
   * @param issuer common name
   * @param critical contents of extensions, all critical
   */
  public static Bytes revoke(
      String issuer,
      Instant thisUpdate,
      Instant nextUpdate,
      Set<BigInteger> serials,
      Map<String, Bytes> critical,
      SigningKey key) {
    return revoke(issuer, thisUpdate, nextUpdate, serials, critical, new EcSigner(key));
  }

  static Bytes issue(CertificateTemplate template, ContentSigner signer) {
    X509v3CertificateBuilder builder =
        new X509v3CertificateBuilder(
            name(template.issuer()),
            template.serial(),
            Date.from(template.notBefore()),
            Date.from(template.notAfter()),
            name(template.subject()),
            SubjectPublicKeyInfo.getInstance(template.spki().toArray()));
    try {
      for (Map.Entry<String, Bytes> each : template.extensions().entrySet()) {
        builder.addExtension(
            new ASN1ObjectIdentifier(each.getKey()), false, each.getValue().toArray());
      }
      for (Map.Entry<String, Bytes> each : template.critical().entrySet()) {
        builder.addExtension(
            new ASN1ObjectIdentifier(each.getKey()), true, each.getValue().toArray());
      }
      if (template.authority().isPresent()) {
        int length = template.authority().get();
        builder.addExtension(
            Extension.basicConstraints,
            true,
            length < 0 ? new BasicConstraints(true) : new BasicConstraints(length));
      }
      if (template.keyUsage().isPresent()) {
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(template.keyUsage().get()));
      }
      return Bytes.of(builder.build(signer).getEncoded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Bytes revoke(
      String issuer,
      Instant thisUpdate,
      Instant nextUpdate,
      Set<BigInteger> serials,
      Map<String, Bytes> critical,
      ContentSigner signer) {
    X509v2CRLBuilder builder = new X509v2CRLBuilder(name(issuer), Date.from(thisUpdate));
    builder.setNextUpdate(Date.from(nextUpdate));
    for (BigInteger serial : new TreeSet<>(serials)) {
      builder.addCRLEntry(serial, Date.from(thisUpdate), 0);
    }
    try {
      for (Map.Entry<String, Bytes> each : critical.entrySet()) {
        builder.addExtension(
            new ASN1ObjectIdentifier(each.getKey()), true, each.getValue().toArray());
      }
      return Bytes.of(builder.build(signer).getEncoded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static X500Name name(String commonName) {
    return new X500NameBuilder()
        .addRDN(BCStyle.OU, "Emulated hardware")
        .addRDN(BCStyle.O, "Worthless test keys")
        .addRDN(BCStyle.CN, commonName)
        .build();
  }
}
