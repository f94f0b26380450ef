package org.ccican.conformance.sut;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.cose.VerificationKey;
import org.ccican.format.Formats;
import org.ccican.wire.Bytes;

/**
 * Tells evidence of a processor from that of our emulators: whatever leads to a published test key
 * is emulated, wherever it came from.
 */
public final class Emulation {

  /** The header in which a way tells the recorder that no emulator of ours made the evidence. */
  public static final String EVIDENCE = "ccican-evidence";

  /** Its one value. */
  public static final String HARDWARE = "hardware";

  private final List<X509Certificate> published = new ArrayList<>();
  private final List<Bytes> keys = new ArrayList<>();

  Emulation(Formats formats) {
    for (String id : formats.ids()) {
      formats
          .emulatedAnchors(id)
          .ifPresent(
              anchors -> {
                anchors.anchors().forEach(each -> read(each.der()).ifPresent(published::add));
                anchors.others().forEach(each -> read(each.der()).ifPresent(published::add));
                for (VerificationKey each : anchors.keys()) {
                  if (each instanceof VerificationKey.Public known) {
                    keys.add(known.key().toSpki());
                  }
                }
              });
    }
  }

  /** Whether one of the certificates was issued with a published test key; without any, it was. */
  boolean made(List<Bytes> endorsements) {
    List<X509Certificate> chain =
        endorsements.stream().flatMap(each -> read(each).stream()).toList();
    return chain.isEmpty()
        || chain.stream().anyMatch(each -> published.stream().anyMatch(root -> issued(root, each)));
  }

  /** Whether the recipe pins hardware by its keys, and none of them is a published test key. */
  boolean foreign(List<Bytes> pinned) {
    return !pinned.isEmpty() && pinned.stream().noneMatch(keys::contains);
  }

  private static boolean issued(X509Certificate root, X509Certificate certificate) {
    try {
      certificate.verify(root.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static Optional<X509Certificate> read(Bytes der) {
    try {
      return Optional.of(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der.toArray())));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }
}
