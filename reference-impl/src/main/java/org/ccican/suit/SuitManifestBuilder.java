package org.ccican.suit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.SigningKey;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * Makes envelopes with one component whose payload is inside. What is not set follows from the
 * payload and keeps every rule; what is set stands as it was set, right or wrong.
 */
public final class SuitManifestBuilder {

  /** The name of the payload in the envelope unless another is set. */
  public static final String PAYLOAD = "#payload";

  private static final long REPORT_ALWAYS = 15;

  private final SuitComponentId component;
  private final Bytes payload;
  private long version = 1;
  private long sequenceNumber = 1;
  private Bytes vendorId = Bytes.zero(16);
  private Bytes classId = Bytes.zero(16);
  private String uri = PAYLOAD;
  private Optional<Bytes> carried = Optional.empty();
  private Optional<SuitDigest> imageDigest = Optional.empty();
  private Optional<Long> imageSize = Optional.empty();
  private Optional<SuitDigest> manifestDigest = Optional.empty();
  private Optional<String> referenceUri = Optional.empty();
  private Optional<SuitComponentId> manifestComponentId = Optional.empty();
  private Optional<Cbor> installSequence = Optional.empty();
  private Optional<Cbor> sharedSequence = Optional.empty();
  private Optional<Cbor> validateSequence = Optional.empty();
  private final List<Cbor.Entry> extra = new ArrayList<>();

  public SuitManifestBuilder(SuitComponentId component, Bytes payload) {
    this.component = Objects.requireNonNull(component);
    this.payload = Objects.requireNonNull(payload);
  }

  public SuitManifestBuilder version(long number) {
    version = number;
    return this;
  }

  public SuitManifestBuilder sequenceNumber(long number) {
    sequenceNumber = number;
    return this;
  }

  /** A UUID of 16 octets; zeros unless set. */
  public SuitManifestBuilder vendorId(Bytes uuid) {
    vendorId = uuid;
    return this;
  }

  /** A UUID of 16 octets; zeros unless set. */
  public SuitManifestBuilder classId(Bytes uuid) {
    classId = uuid;
    return this;
  }

  /** The name under which the payload is fetched. */
  public SuitManifestBuilder uri(String name) {
    uri = name;
    return this;
  }

  /** What the envelope carries in place of the payload that the digest is of. */
  public SuitManifestBuilder carrying(Bytes other) {
    carried = Optional.of(other);
    return this;
  }

  public SuitManifestBuilder imageDigest(SuitDigest digest) {
    imageDigest = Optional.of(digest);
    return this;
  }

  public SuitManifestBuilder imageSize(long octets) {
    imageSize = Optional.of(octets);
    return this;
  }

  /** The digest that is signed in place of the manifest's own. */
  public SuitManifestBuilder manifestDigest(SuitDigest digest) {
    manifestDigest = Optional.of(digest);
    return this;
  }

  public SuitManifestBuilder referenceUri(String address) {
    referenceUri = Optional.of(address);
    return this;
  }

  /** The name by which the manifest can be unlinked. */
  public SuitManifestBuilder manifestComponentId(SuitComponentId id) {
    manifestComponentId = Optional.of(id);
    return this;
  }

  /** Commands and arguments in place of the usual section 20. */
  public SuitManifestBuilder install(Cbor... commands) {
    installSequence = Optional.of(Cbor.array(commands));
    return this;
  }

  /** Commands and arguments in place of the usual section 7. */
  public SuitManifestBuilder validate(Cbor... commands) {
    validateSequence = Optional.of(Cbor.array(commands));
    return this;
  }

  /** Commands and arguments in place of the usual shared sequence. */
  public SuitManifestBuilder shared(Cbor... commands) {
    sharedSequence = Optional.of(Cbor.array(commands));
    return this;
  }

  /** One more element of the manifest. */
  public SuitManifestBuilder element(long label, Cbor value) {
    extra.add(new Cbor.Entry(Cbor.integer(label), value));
    return this;
  }

  /** The untagged envelope, signed; the signature names its key by thumbprint. */
  public Bytes build(SigningKey signer) {
    Bytes manifest = manifest();
    Bytes digest = digest(manifest);
    Cbor.Map kid =
        Cbor.map().put(CoseSign1.KID, Cbor.octets(signer.publicKey().thumbprint())).build();
    CoseSign1 signature = CoseSign1.signDetached(signer, Cbor.map().build(), kid, digest);
    return envelope(manifest, Cbor.array(Cbor.octets(digest), Cbor.octets(signature.encode())));
  }

  /** The untagged envelope without a signature. */
  public Bytes buildUnsigned() {
    Bytes manifest = manifest();
    return envelope(manifest, Cbor.array(Cbor.octets(digest(manifest))));
  }

  private Bytes envelope(Bytes manifest, Cbor authentication) {
    return Cbor.map()
        .put(SuitLabels.AUTHENTICATION, Cbor.wrapped(authentication))
        .put(SuitLabels.MANIFEST, Cbor.octets(manifest))
        .put(uri, Cbor.octets(carried.orElse(payload)))
        .build()
        .encode();
  }

  private Bytes digest(Bytes manifest) {
    return manifestDigest
        .orElse(SuitDigest.sha256(Cbor.octets(manifest).encode()))
        .toCbor()
        .encode();
  }

  private Bytes manifest() {
    Cbor.MapBuilder map =
        Cbor.map()
            .put(SuitLabels.VERSION, Cbor.integer(version))
            .put(SuitLabels.SEQUENCE_NUMBER, Cbor.integer(sequenceNumber))
            .put(SuitLabels.COMMON, Cbor.wrapped(common()))
            .put(SuitLabels.REFERENCE_URI, referenceUri.map(Cbor::text))
            .put(SuitLabels.COMPONENT_ID, manifestComponentId.map(SuitComponentId::toCbor))
            .put(SuitLabels.VALIDATE, Cbor.wrapped(validateSequence.orElse(usualValidate())))
            .put(SuitLabels.INSTALL, Cbor.wrapped(installSequence.orElse(usualInstall())));
    extra.forEach(entry -> map.put(entry.key(), entry.value()));
    return map.build().encode();
  }

  private Cbor common() {
    return Cbor.map()
        .put(SuitLabels.COMPONENTS, Cbor.array(component.toCbor()))
        .put(SuitLabels.SHARED_SEQUENCE, Cbor.wrapped(sharedSequence.orElse(usualShared())))
        .build();
  }

  private Cbor usualShared() {
    SuitDigest digest = imageDigest.orElse(SuitDigest.sha256(payload));
    return Cbor.array(
        Cbor.integer(SuitLabels.OVERRIDE_PARAMETERS),
        Cbor.map()
            .put(SuitLabels.VENDOR_ID, Cbor.octets(vendorId))
            .put(SuitLabels.CLASS_ID, Cbor.octets(classId))
            .put(SuitLabels.IMAGE_DIGEST, Cbor.wrapped(digest.toCbor()))
            .put(SuitLabels.IMAGE_SIZE, Cbor.integer(imageSize.orElse((long) payload.size())))
            .build(),
        Cbor.integer(SuitLabels.VENDOR_IDENTIFIER),
        Cbor.integer(REPORT_ALWAYS),
        Cbor.integer(SuitLabels.CLASS_IDENTIFIER),
        Cbor.integer(REPORT_ALWAYS));
  }

  private static Cbor usualValidate() {
    return Cbor.array(Cbor.integer(SuitLabels.IMAGE_MATCH), Cbor.integer(REPORT_ALWAYS));
  }

  private Cbor usualInstall() {
    return Cbor.array(
        Cbor.integer(SuitLabels.OVERRIDE_PARAMETERS),
        Cbor.map().put(SuitLabels.URI, Cbor.text(uri)).build(),
        Cbor.integer(SuitLabels.FETCH),
        Cbor.integer(REPORT_ALWAYS),
        Cbor.integer(SuitLabels.IMAGE_MATCH),
        Cbor.integer(REPORT_ALWAYS));
  }
}
