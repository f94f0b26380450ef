package org.ccican.trust;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cert.X509CRLEntryHolder;
import org.bouncycastle.cert.X509CRLHolder;
import org.ccican.cose.Crypto;
import org.ccican.cose.Remembered;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * What is needed of a certificate revocation list (RFC 5280 section 5).
 *
 * @param issuer the DER name
 * @param nextUpdate absent if the list does not say, which RFC 5280 forbids
 * @param revoked serial numbers
 * @param critical object identifiers of the list's critical extensions
 * @param algorithm see {@link SignatureNames}
 */
public record VendorCrl(
    Bytes der,
    Bytes issuer,
    Instant thisUpdate,
    Optional<Instant> nextUpdate,
    Set<BigInteger> revoked,
    Set<String> critical,
    String algorithm) {

  private static final int LARGEST = 1 << 20;

  public VendorCrl {
    Objects.requireNonNull(der);
    revoked = Set.copyOf(revoked);
    critical = Set.copyOf(critical);
  }

  /**
   * @throws Rejected if this is no revocation list
   */
  public static VendorCrl parse(Bytes der) throws Rejected {
    if (der.size() > LARGEST) {
      throw new Rejected(
          Reason.LIMIT_EXCEEDED, "cert.crl.malformed", der.size() + " octets, at most " + LARGEST);
    }
    return Asn1.read("cert.crl.malformed", () -> read(der));
  }

  /**
   * The same, for a reader who may have seen the list before.
   *
   * @throws Rejected if this is not one list in DER
   */
  public static VendorCrl parse(Bytes der, Remembered remembered) throws Rejected {
    return remembered.of(VendorCrl.class, der, () -> parse(der));
  }

  /** Whether the signature on this list is right under a certificate's key. */
  boolean isSignedBy(VendorCertificate signer, Crypto crypto) {
    return crypto
        .remembered()
        .of(
            VendorCrl.class,
            Boolean.class,
            der,
            signer.spki(),
            () ->
                signer.verifies(
                    crypto.provider(),
                    verifier -> new X509CRLHolder(der.toArray()).isSignatureValid(verifier)));
  }

  private static VendorCrl read(Bytes der) throws IOException {
    X509CRLHolder holder = new X509CRLHolder(der.toArray());
    if (!Bytes.of(holder.toASN1Structure().getEncoded(ASN1Encoding.DER)).equals(der)) {
      throw new IOException("not DER, or octets after the list");
    }
    Set<BigInteger> revoked = new HashSet<>();
    for (Object each : holder.getRevokedCertificates()) {
      revoked.add(((X509CRLEntryHolder) each).getSerialNumber());
    }
    Set<String> critical = new TreeSet<>();
    for (Object each : holder.getCriticalExtensionOIDs()) {
      critical.add(((ASN1ObjectIdentifier) each).getId());
    }
    return new VendorCrl(
        der,
        Bytes.of(holder.getIssuer().getEncoded(ASN1Encoding.DER)),
        holder.getThisUpdate().toInstant(),
        Optional.ofNullable(holder.getNextUpdate()).map(java.util.Date::toInstant),
        revoked,
        critical,
        SignatureNames.of(holder.toASN1Structure().getSignatureAlgorithm()));
  }
}
