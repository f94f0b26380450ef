package org.ccican.suit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
  private final Map<Long, Cbor> extra = new LinkedHashMap<>();

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
    extra.put(label, value);
    return this;
  }

  /** The untagged envelope, signed; the signature names its key by thumbprint. */
  public Bytes build(SigningKey signer) {
    return envelope().signedBy(signer).build();
  }

  /** The untagged envelope without a signature. */
  public Bytes buildUnsigned() {
    return envelope().build();
  }

  private SuitEnvelopeBuilder envelope() {
    SuitEnvelopeBuilder envelope =
        new SuitEnvelopeBuilder()
            .element(SuitLabels.VERSION, Cbor.integer(version))
            .sequenceNumber(sequenceNumber)
            .components(component)
            .common(SuitLabels.SHARED_SEQUENCE, Cbor.wrapped(sharedSequence.orElse(usualShared())))
            .element(SuitLabels.VALIDATE, Cbor.wrapped(validateSequence.orElse(usualValidate())))
            .element(SuitLabels.INSTALL, Cbor.wrapped(installSequence.orElse(usualInstall())))
            .payload(uri, carried.orElse(payload));
    referenceUri.ifPresent(envelope::referenceUri);
    manifestComponentId.ifPresent(envelope::manifestComponentId);
    manifestDigest.ifPresent(envelope::stating);
    extra.forEach(envelope::element);
    return envelope;
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
