package org.ccican.app;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.ccican.check.Checks;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.SigningKey;
import org.ccican.reject.Rejected;
import org.ccican.suit.SuitComponentId;
import org.ccican.suit.SuitDigest;
import org.ccican.suit.SuitEnvelopeBuilder;
import org.ccican.suit.SuitLabels;
import org.ccican.suit.SuitManifestBuilder;
import org.ccican.suit.SuitScript;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;

/**
 * The vendor as the author of what its repository hands out: what suit-manifest sections 7 and 8
 * ask of an author, each as a duty of its own.
 */
public final class PackageAuthor {

  private static final String PAYLOAD = SuitManifestBuilder.PAYLOAD;

  private static final long TEXT_MANIFEST_DESCRIPTION = 1;
  private static final long TEXT_VENDOR_NAME = 1;
  private static final long TEXT_COMPONENT_DESCRIPTION = 5;

  private final SigningKey vendor;
  private final Bytes vendorId;
  private final Bytes classId;
  private final Checks checks;

  public PackageAuthor(SigningKey vendor, Checks checks) {
    this(vendor, ReferenceImages.VENDOR_ID, ReferenceImages.CLASS_ID, checks);
  }

  /**
   * @param vendorId UUID of the vendor of the devices that the packages are for, 16 octets
   * @param classId UUID of their class, 16 octets
   */
  public PackageAuthor(SigningKey vendor, Bytes vendorId, Bytes classId, Checks checks) {
    this.vendorId = Objects.requireNonNull(vendorId);
    this.classId = Objects.requireNonNull(classId);
    this.vendor = Objects.requireNonNull(vendor);
    this.checks = Objects.requireNonNull(checks);
  }

  /** The signed envelope of a package with one component whose payload is inside. */
  public Bytes envelope(SuitComponentId component, Bytes payload) {
    SuitEnvelopeBuilder author = manifest(component, payload);
    Bytes manifest = ordered(author);
    Bytes stated = SuitDigest.sha256(Cbor.octets(manifest).encode()).toCbor().encode();
    Cbor wrapper =
        Cbor.wrapped(Cbor.array(Cbor.octets(stated), Cbor.octets(signature(stated).encode())));
    List<Cbor.Entry> entries = new ArrayList<>();
    entries.add(new Cbor.Entry(Cbor.integer(SuitLabels.AUTHENTICATION), wrapper));
    // spec| suit-manifest §8.3: the wrapper comes before the manifest
    entries.add(
        checks.keeps("repository.manifest.wrapper-first") ? 1 : 0,
        new Cbor.Entry(Cbor.integer(SuitLabels.MANIFEST), Cbor.octets(manifest)));
    // spec| suit-manifest §7.5: an integrated payload is a byte string under a text
    Cbor name =
        checks.keeps("repository.manifest.payload-key")
            ? Cbor.text(PAYLOAD)
            : Cbor.octets(Bytes.utf8(PAYLOAD));
    author
        .severed()
        .forEach((label, element) -> entries.add(new Cbor.Entry(Cbor.integer(label), element)));
    entries.add(new Cbor.Entry(name, Cbor.octets(payload)));
    return Cbor.unsorted(entries).encode();
  }

  private SuitEnvelopeBuilder manifest(SuitComponentId component, Bytes payload) {
    SuitScript addressed = new SuitScript().override(it -> it.uri(PAYLOAD));
    SuitScript fetched = new SuitScript().fetch();
    // spec| suit-manifest §7: parameters are set before the command that needs them
    SuitScript install =
        checks.keeps("repository.manifest.parameters")
            ? addressed.then(fetched)
            : fetched.then(addressed);
    SuitEnvelopeBuilder author =
        new SuitEnvelopeBuilder()
            // spec| suit-manifest Appendix A: a sequence number is unsigned, as the grammar has it
            .sequenceNumber(
                checks.keeps("repository.manifest.grammar") ? ReferenceImages.SEQUENCE_NUMBER : -1)
            .components(component)
            .shared(shared(payload))
            .install(install.imageMatch())
            .validate(new SuitScript().imageMatch())
            .element(SuitLabels.TEXT, Cbor.wrapped(text(component)));
    // spec| suit-manifest §8.4.4: text is severable
    if (checks.keeps("repository.manifest.text-severed")) {
      author.sever(SuitLabels.TEXT);
    }
    // spec| suit-manifest §8.6: what is shorter than its digest is not severed
    return checks.keeps("repository.manifest.severed-size")
        ? author
        : author.sever(SuitLabels.INSTALL);
  }

  /** What a reader of the package is told of it (section 8.4.4), in English. */
  private Cbor text(SuitComponentId component) {
    // spec| suit-manifest §8.4.4: components of the text are components of the manifest
    SuitComponentId described =
        checks.keeps("repository.manifest.text-component")
            ? component
            : SuitComponentId.of("another component");
    return Cbor.map()
        .put(
            "en",
            Cbor.map()
                .put(TEXT_MANIFEST_DESCRIPTION, Cbor.text("A package of the reference's vendor"))
                .put(
                    described.toCbor(),
                    Cbor.map()
                        .put(TEXT_VENDOR_NAME, Cbor.text("ccican reference vendor"))
                        .put(TEXT_COMPONENT_DESCRIPTION, Cbor.text("runs in an environment"))
                        .build())
                .build())
        .build();
  }

  private SuitScript shared(Bytes payload) {
    // spec| suit-manifest §8.4.8.2: vendor and class are UUIDs of version 3, 4 or 5
    Bytes named =
        checks.keeps("repository.manifest.uuid") ? vendorId : vendorId.with(6, Bytes.of(0x15));
    SuitScript shared = new SuitScript();
    // spec| suit-manifest §7: digests are set by override-parameters
    if (checks.keeps("repository.manifest.override")) {
      shared.override(it -> it.vendor(named).classIdentifier(classId).image(payload));
    } else {
      shared.set(it -> it.vendor(named).classIdentifier(classId).image(payload));
    }
    // spec| suit-manifest §6.2: the shared sequence checks vendor and class
    return checks.keeps("repository.manifest.identity")
        ? shared.vendor().classIdentifier()
        : shared;
  }

  /** spec| suit-manifest §8.1: maps are in deterministic order. */
  private Bytes ordered(SuitEnvelopeBuilder manifest) {
    if (checks.keeps("repository.manifest.order")) {
      return manifest.manifest();
    }
    try {
      Cbor item =
          new CborDecoder(Checks.unbroken()).decode(manifest.manifest(), CborProfile.DETERMINISTIC);
      List<Cbor.Entry> entries = new ArrayList<>(((Cbor.Map) item).entries());
      Collections.reverse(entries);
      return Cbor.unsorted(entries).encode();
    } catch (Rejected e) {
      throw new IllegalStateException("a manifest of our own is refused", e);
    }
  }

  private CoseSign1 signature(Bytes stated) {
    Cbor.Map none = Cbor.map().build();
    Cbor.Map kid =
        Cbor.map().put(CoseSign1.KID, Cbor.octets(vendor.publicKey().thumbprint())).build();
    // spec| suit-manifest §8.3: the signature is detached
    return checks.keeps("repository.manifest.detached")
        ? CoseSign1.signDetached(vendor, none, kid, stated)
        : CoseSign1.sign(vendor, none, kid, stated);
  }
}
