package org.ccican.vector.gen;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.ccican.vector.Octets;

/**
 * One X.509 v2 revocation list as AMD's roots sign them (RFC 5280 section 5, DER).
 *
 * @param issuer common name of the root
 * @param issuerKey the root's own key, named by the authority key identifier
 * @param signer the key that really signs
 * @param revoked serial numbers, all revoked at {@code thisUpdate}
 * @param critical object identifiers of critical extensions to add, each with a NULL inside
 */
record CrlWriter(
    String issuer,
    RSAPrivateCrtKeyParameters issuerKey,
    RSAPrivateCrtKeyParameters signer,
    Instant thisUpdate,
    Instant nextUpdate,
    List<Long> revoked,
    List<String> critical,
    CaSignature signature) {

  CrlWriter {
    revoked = List.copyOf(revoked);
    critical = List.copyOf(critical);
  }

  CrlWriter valid(Instant from, Instant until) {
    return new CrlWriter(issuer, issuerKey, signer, from, until, revoked, critical, signature);
  }

  CrlWriter revoking(Long... serials) {
    return new CrlWriter(
        issuer, issuerKey, signer, thisUpdate, nextUpdate, List.of(serials), critical, signature);
  }

  CrlWriter signedBy(RSAPrivateCrtKeyParameters other) {
    return new CrlWriter(
        issuer, issuerKey, other, thisUpdate, nextUpdate, revoked, critical, signature);
  }

  CrlWriter signature(CaSignature form) {
    return new CrlWriter(
        issuer, issuerKey, signer, thisUpdate, nextUpdate, revoked, critical, form);
  }

  CrlWriter critical(String oid) {
    return new CrlWriter(
        issuer, issuerKey, signer, thisUpdate, nextUpdate, revoked, List.of(oid), signature);
  }

  Octets write() {
    byte[][] entries =
        revoked.stream()
            .map(serial -> Der.sequence(Der.integer(serial), Der.time(thisUpdate)))
            .toArray(byte[][]::new);
    List<byte[]> extensions = new ArrayList<>();
    byte[] authority = Der.sequence(Der.implicit(0, CertificateWriter.keyIdentifier(issuerKey)));
    extensions.add(Der.sequence(Der.oid("2.5.29.35"), Der.octetString(authority)));
    extensions.add(Der.sequence(Der.oid("2.5.29.20"), Der.octetString(Der.integer(2))));
    for (String oid : critical) {
      extensions.add(Der.sequence(Der.oid(oid), Der.bool(true), Der.octetString(Der.NULL)));
    }
    byte[] body =
        Der.sequence(
            Der.integer(1),
            signature.algorithm(),
            CertificateWriter.name(issuer),
            Der.time(thisUpdate),
            Der.time(nextUpdate),
            entries.length == 0 ? new byte[0] : Der.sequence(entries),
            Der.explicit(0, Der.sequence(extensions.toArray(new byte[0][]))));
    return CertificateWriter.signed(body, signature, signer);
  }
}
