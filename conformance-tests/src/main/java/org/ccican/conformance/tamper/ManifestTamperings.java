package org.ccican.conformance.tamper;

import java.util.List;
import org.ccican.app.ReferenceImages;
import org.ccican.check.Checks;
import org.ccican.conformance.trace.Direction;
import org.ccican.cose.SigningKey;
import org.ccican.message.ProvisioningMessage.MiddlewarePackage;
import org.ccican.program.Program;
import org.ccican.reject.Rejected;
import org.ccican.role.MiddlewareImage;
import org.ccican.suit.SuitDigest;
import org.ccican.suit.SuitManifestBuilder;
import org.ccican.wire.Bytes;

/**
 * What the repository, or whoever fills it, can do to packages; the TAM signs them all the same.
 */
final class ManifestTamperings {

  private static final Tampering.Point FROM_REPOSITORY =
      new Tampering.Point("middleware-repository", "middleware", Direction.RESPONSE);
  private static final Bytes ANOTHER_ID = Bytes.utf8("another identity");

  private ManifestTamperings() {}

  static List<Tampering> list() {
    return List.of(
        manifest(
            "is signed by an unknown signer",
            (manifest, passing) -> manifest.build(passing.keys().stranger())),
        manifest(
            "has a signature that fails",
            (manifest, passing) -> brokenSignature(manifest, passing.keys().vendor())),
        manifest(
            "is not the one that was signed",
            (manifest, passing) ->
                manifest
                    .manifestDigest(SuitDigest.sha256(ANOTHER_ID))
                    .build(passing.keys().vendor())),
        manifest(
            "is for another vendor",
            (manifest, passing) -> manifest.vendorId(ANOTHER_ID).build(passing.keys().vendor())),
        manifest(
            "is for another class",
            (manifest, passing) -> manifest.classId(ANOTHER_ID).build(passing.keys().vendor())),
        manifest(
            "has the digest of other content",
            (manifest, passing) ->
                manifest.imageDigest(SuitDigest.sha256(ANOTHER_ID)).build(passing.keys().vendor())),
        manifest(
            "is older than the installed one",
            (manifest, passing) ->
                manifest
                    .sequenceNumber(
                        ReferenceImages.SEQUENCE_NUMBER - (passing.earlier().isEmpty() ? 0 : 1))
                    .build(passing.keys().vendor())),
        manifest(
            "is newer each time",
            (manifest, passing) ->
                manifest
                    .sequenceNumber(ReferenceImages.SEQUENCE_NUMBER + passing.earlier().size())
                    .build(passing.keys().vendor())),
        repository(
            "middleware-repository packs something that is no middleware",
            passing ->
                repacked(
                    passing,
                    found ->
                        ReferenceImages.manifest(Bytes.utf8("no middleware"))
                            .build(passing.keys().vendor()))),
        repository(
            "middleware-repository changes the middleware",
            passing ->
                repacked(
                    passing,
                    found ->
                        ReferenceImages.manifest(ReferenceImages.packed(changed(found).encode()))
                            .build(passing.keys().vendor()))));
  }

  @FunctionalInterface
  private interface Building {
    Bytes envelope(SuitManifestBuilder manifest, Passing passing);
  }

  @FunctionalInterface
  private interface Packing {
    Bytes envelope(MiddlewarePackage found);
  }

  private static Tampering manifest(String defect, Building building) {
    return repository(
        "manifest " + defect,
        passing ->
            repacked(
                passing,
                found ->
                    building.envelope(
                        ReferenceImages.manifest(ReferenceImages.packed(image(found).encode())),
                        passing)));
  }

  private static Tampering repository(String words, Tampering.Change change) {
    return new Tampering(words, FROM_REPOSITORY, passing -> !passing.body().isEmpty(), change)
        .signedAs("middleware-repository");
  }

  private static Delivery repacked(Passing passing, Packing packing) {
    try {
      MiddlewarePackage found = MiddlewarePackage.parse(passing.body(), Checks.unbroken());
      return new Delivery.Altered(
          new MiddlewarePackage(
                  found.name(),
                  found.applicationType(),
                  found.hardwareType(),
                  packing.envelope(found))
              .encode());
    } catch (Rejected e) {
      return new Delivery.Altered(passing.body());
    }
  }

  private static MiddlewareImage image(MiddlewarePackage found) {
    return ReferenceImages.middleware(found.applicationType(), found.hardwareType());
  }

  /** Middleware that does the same and is of another version. */
  private static MiddlewareImage changed(MiddlewarePackage found) {
    MiddlewareImage image = image(found);
    return new MiddlewareImage(
        image.name(),
        image.version() + " changed",
        image.applicationType(),
        image.hardwareType(),
        new Program(image.feed().code()));
  }

  /** One bit of the vendor's signature, which is found by signing the same manifest again. */
  private static Bytes brokenSignature(SuitManifestBuilder manifest, SigningKey vendor) {
    Bytes envelope = manifest.build(vendor);
    return envelope.flip(SignaturePlace.lastOctet(envelope), 0);
  }
}
