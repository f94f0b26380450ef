package org.ccican.trust;

import java.io.IOException;
import java.math.BigInteger;
import java.security.Provider;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.cose.Remembered;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * What is needed of an X.509 certificate (RFC 5280), read once and completely. A serial number of
 * zero is taken as it is: AMD's chip certificates all have it.
 *
 * @param subject the DER name
 * @param commonName the first common name of the subject; empty if there is none
 * @param issuer the DER name
 * @param issuerName the first common name of the issuer; empty if there is none
 * @param notBefore first instant of validity
 * @param notAfter last instant of validity
 * @param spki the DER SubjectPublicKeyInfo
 * @param authority whether basic constraints say CA
 * @param pathLength how many authorities may stand below, where stated
 * @param keyUsage the bits of KeyUsage as BouncyCastle numbers them; empty if there is no extension
 * @param critical object identifiers of the critical extensions
 * @param extensions contents of every extension's octet string, by object identifier
 * @param algorithm see {@link SignatureNames}
 */
public record VendorCertificate(
    Bytes der,
    Bytes subject,
    String commonName,
    Bytes issuer,
    String issuerName,
    BigInteger serial,
    Instant notBefore,
    Instant notAfter,
    Bytes spki,
    boolean authority,
    Optional<BigInteger> pathLength,
    Optional<Integer> keyUsage,
    Set<String> critical,
    Map<String, Bytes> extensions,
    String algorithm) {

  /** No certificate of a hardware vendor comes near this size. */
  private static final int LARGEST = 16 * 1024;

  /**
   * Octets of an RSA key of 4096 bits with room; what a larger key costs is a stranger's choice.
   */
  private static final int LARGEST_KEY = 600;

  public VendorCertificate {
    Objects.requireNonNull(der);
    critical = Set.copyOf(critical);
    extensions = Map.copyOf(extensions);
  }

  /**
   * @throws Rejected if this is not one certificate in DER
   */
  public static VendorCertificate parse(Bytes der, Checks checks) throws Rejected {
    return parse(der, new Remembered(), checks);
  }

  /**
   * The same, for a reader who may have seen the certificate before.
   *
   * @throws Rejected if this is not one certificate in DER
   */
  public static VendorCertificate parse(Bytes der, Remembered remembered, Checks checks)
      throws Rejected {
    if (der.size() > LARGEST) {
      throw new Rejected(
          Reason.LIMIT_EXCEEDED, "cert.malformed", der.size() + " octets, at most " + LARGEST);
    }
    Read read =
        remembered.of(Read.class, der, () -> Asn1.read("cert.malformed", () -> Read.of(der)));
    VendorCertificate parsed = read.certificate();
    if (parsed.spki.size() > LARGEST_KEY) {
      throw new Rejected(
          Reason.LIMIT_EXCEEDED,
          "cert.malformed",
          "key of " + parsed.spki.size() + " octets, at most " + LARGEST_KEY);
    }
    // spec| RFC 5280 §4.1: certificates are DER
    Rejected.unless(
        checks,
        "cert.der",
        read.strict(),
        Reason.NOT_DETERMINISTIC,
        () -> "certificate of " + parsed.commonName() + " is not DER");
    return parsed;
  }

  /** A certificate, and whether its octets are the ones that DER has for it. */
  private record Read(VendorCertificate certificate, boolean strict) {

    static Read of(Bytes der) throws IOException {
      return new Read(read(der), isDer(der));
    }
  }

  public boolean isSelfIssued() {
    return subject.equals(issuer);
  }

  /** Whether the signature on this certificate is right under the other's key. */
  boolean isSignedBy(VendorCertificate other, Crypto crypto) {
    return crypto
        .remembered()
        .of(
            VendorCertificate.class,
            Boolean.class,
            der,
            other.spki,
            () ->
                other.verifies(
                    crypto.provider(),
                    verifier ->
                        new X509CertificateHolder(der.toArray()).isSignatureValid(verifier)));
  }

  /** A question to the library about a signature. */
  @FunctionalInterface
  interface Verification {
    boolean holds(ContentVerifierProvider verifier) throws IOException, CertException;
  }

  /** Whether a signature is right under this certificate's key. */
  boolean verifies(Provider provider, Verification verification) {
    try {
      return verification.holds(
          new JcaContentVerifierProviderBuilder()
              .setProvider(provider)
              .build(SubjectPublicKeyInfo.getInstance(spki.toArray())));
    } catch (IOException e) {
      throw new IllegalStateException("was read before", e);
    } catch (OperatorCreationException | CertException | RuntimeException e) {
      return false; // an algorithm or key that the provider does not take verifies nothing
    }
  }

  private static VendorCertificate read(Bytes der) throws IOException {
    X509CertificateHolder holder = new X509CertificateHolder(der.toArray());
    Map<String, Bytes> extensions = new LinkedHashMap<>();
    Set<String> critical = new TreeSet<>();
    Optional<BasicConstraints> constraints = Optional.empty();
    Optional<Integer> usage = Optional.empty();
    Extensions all = holder.getExtensions();
    if (all != null) {
      for (ASN1ObjectIdentifier id : all.getExtensionOIDs()) {
        Extension extension = all.getExtension(id);
        extensions.put(id.getId(), Bytes.of(extension.getExtnValue().getOctets()));
        if (extension.isCritical()) {
          critical.add(id.getId());
        }
      }
      constraints = Optional.ofNullable(BasicConstraints.fromExtensions(all));
      usage = Optional.ofNullable(KeyUsage.fromExtensions(all)).map(VendorCertificate::bits);
    }
    return new VendorCertificate(
        der,
        Bytes.of(holder.getSubject().getEncoded()),
        commonName(holder.getSubject()),
        Bytes.of(holder.getIssuer().getEncoded()),
        commonName(holder.getIssuer()),
        holder.getSerialNumber(),
        holder.getNotBefore().toInstant(),
        holder.getNotAfter().toInstant(),
        Bytes.of(holder.getSubjectPublicKeyInfo().getEncoded(ASN1Encoding.DER)),
        constraints.map(BasicConstraints::isCA).orElse(false),
        constraints.flatMap(each -> Optional.ofNullable(each.getPathLenConstraint())),
        usage,
        critical,
        extensions,
        SignatureNames.of(holder.getSignatureAlgorithm()));
  }

  private static boolean isDer(Bytes der) throws IOException {
    X509CertificateHolder holder = new X509CertificateHolder(der.toArray());
    return Bytes.of(holder.toASN1Structure().getEncoded(ASN1Encoding.DER)).equals(der);
  }

  private static String commonName(X500Name name) {
    RDN[] names = name.getRDNs(BCStyle.CN);
    return names.length == 0 ? "" : IETFUtils.valueToString(names[0].getFirst().getValue());
  }

  private static Integer bits(KeyUsage usage) {
    byte[] octets = usage.getBytes();
    int low = octets.length > 0 ? octets[0] & 0xff : 0;
    return octets.length > 1 ? low | (octets[1] & 0xff) << 8 : low;
  }
}
