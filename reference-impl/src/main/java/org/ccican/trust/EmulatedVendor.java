package org.ccican.trust;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
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
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * An emulated hardware vendor: certificates and revocation lists under RSA keys of 4096 bits that
 * are published with this class and vouch for nothing but emulated chips. What it issues depends on
 * what it is asked for alone, octet by octet.
 */
public final class EmulatedVendor {

  /** The published keys. */
  public enum Key {
    ROOT("emulated-ark"),
    AUTHORITY("emulated-ask"),
    /** A root that nobody trusts. */
    OTHER_ROOT("emulated-other-ark");

    private final String file;

    Key(String file) {
      this.file = file + ".test-key.pem";
    }
  }

  private final Map<Key, RsaSigner> signers = new EnumMap<>(Key.class);

  public EmulatedVendor() {
    for (Key key : Key.values()) {
      signers.put(key, new RsaSigner(read(key.file)));
    }
  }

  /** The DER SubjectPublicKeyInfo of a key. */
  public Bytes spki(Key key) {
    return signer(key).spki();
  }

  /** A DER certificate, signed as AMD signs. */
  public Bytes issue(CertificateTemplate template, Key key) {
    return issue(template, key, RsaSigner.Scheme.PSS_SHA384);
  }

  /** A DER certificate. */
  public Bytes issue(CertificateTemplate template, Key key, RsaSigner.Scheme scheme) {
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
      return Bytes.of(builder.build(signer(key).scheme(scheme)).getEncoded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A DER revocation list.
   *
   * @param issuer common name
   * @param critical contents of extensions, all critical
   */
  public Bytes revoke(
      String issuer,
      Instant thisUpdate,
      Instant nextUpdate,
      Set<BigInteger> serials,
      Map<String, Bytes> critical,
      Key key,
      RsaSigner.Scheme scheme) {
    X509v2CRLBuilder builder = new X509v2CRLBuilder(name(issuer), Date.from(thisUpdate));
    builder.setNextUpdate(Date.from(nextUpdate));
    for (BigInteger serial : new java.util.TreeSet<>(serials)) {
      builder.addCRLEntry(serial, Date.from(thisUpdate), 0);
    }
    try {
      for (Map.Entry<String, Bytes> each : critical.entrySet()) {
        builder.addExtension(
            new ASN1ObjectIdentifier(each.getKey()), true, each.getValue().toArray());
      }
      return Bytes.of(builder.build(signer(key).scheme(scheme)).getEncoded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RsaSigner signer(Key key) {
    return java.util.Objects.requireNonNull(signers.get(key));
  }

  private static X500Name name(String commonName) {
    return new X500NameBuilder()
        .addRDN(BCStyle.OU, "Emulated hardware")
        .addRDN(BCStyle.O, "Worthless test keys")
        .addRDN(BCStyle.CN, commonName)
        .build();
  }

  private static Bytes read(String file) {
    try (InputStream in = EmulatedVendor.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("resource " + file + " is missing");
      }
      return Pem.blocks(Bytes.of(in.readAllBytes())).get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Rejected e) {
      throw new IllegalStateException("resource " + file + " is damaged", e);
    }
  }
}
