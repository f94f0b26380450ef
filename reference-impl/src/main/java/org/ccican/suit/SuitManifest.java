package org.ccican.suit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.ccican.wire.Fields;

/**
 * A SUIT_Manifest (suit-manifest section 8.4) with its command sequences still encoded. To be read
 * from authenticated envelopes only.
 *
 * @param sections encoded command sequences by label, severed ones put back in their place
 */
public record SuitManifest(
    long version,
    long sequenceNumber,
    Optional<String> referenceUri,
    Optional<SuitComponentId> manifestComponentId,
    List<SuitComponentId> components,
    Optional<Bytes> sharedSequence,
    Map<Long, Bytes> sections) {

  private static final long KNOWN_VERSION = 1;

  private static final Set<Long> SEQUENCES =
      Set.of(
          SuitLabels.VALIDATE,
          SuitLabels.LOAD,
          SuitLabels.INVOKE,
          SuitLabels.PAYLOAD_FETCH,
          SuitLabels.CANDIDATE_VERIFICATION,
          SuitLabels.INSTALL,
          SuitLabels.UNINSTALL);

  private static final Set<Long> SEVERABLE =
      Set.of(
          SuitLabels.PAYLOAD_FETCH,
          SuitLabels.CANDIDATE_VERIFICATION,
          SuitLabels.INSTALL,
          SuitLabels.TEXT);

  private static final Set<Long> OTHERS =
      Set.of(
          SuitLabels.VERSION,
          SuitLabels.SEQUENCE_NUMBER,
          SuitLabels.COMMON,
          SuitLabels.REFERENCE_URI,
          SuitLabels.COMPONENT_ID,
          SuitLabels.TEXT);

  private static final Set<Long> COMMON = Set.of(SuitLabels.COMPONENTS, SuitLabels.SHARED_SEQUENCE);

  public SuitManifest {
    components = List.copyOf(components);
    sections = Map.copyOf(sections);
  }

  /**
   * @throws Rejected if the manifest is of another version, has parts that are not understood, or a
   *     severed part is not the one that was signed
   */
  public static SuitManifest parse(SuitEnvelope envelope, Checks checks) throws Rejected {
    Fields fields =
        Fields.of(
            new CborDecoder(checks).decode(envelope.manifest(), CborProfile.VALID),
            "suit.manifest.shape");
    long version = fields.integer(SuitLabels.VERSION);
    // spec| suit-manifest §6.1: an unknown version of the encoding is refused
    Rejected.unless(
        checks,
        "suit.version",
        version == KNOWN_VERSION,
        Reason.UNKNOWN_VERSION,
        () -> "version " + version + ", 1 expected");
    Map<Long, Bytes> sections = new HashMap<>();
    for (Cbor.Entry entry : fields.map().entries()) {
      Optional<Long> label = label(entry.key());
      boolean sequence = label.map(SEQUENCES::contains).orElse(false);
      // spec| suit-manifest §6.1: what is not supported makes a manifest invalid
      Rejected.unless(
          checks,
          "suit.manifest.known",
          sequence || label.map(OTHERS::contains).orElse(false),
          Reason.UNKNOWN_FIELD,
          () -> "element " + entry.key().encode() + " at offset " + entry.key().offset());
      boolean severed = label.map(SEVERABLE::contains).orElse(false);
      if (severed && entry.value() instanceof Cbor.Array) {
        restore(label.get(), entry.value(), envelope, sequence, sections, checks);
      } else if (sequence) {
        sections.put(label.get(), Fields.octets(entry.value(), "suit.manifest.shape"));
      }
    }
    Fields common =
        Fields.of(
            new CborDecoder(checks).decode(fields.octets(SuitLabels.COMMON), CborProfile.VALID),
            "suit.common.shape");
    for (Cbor.Entry entry : common.map().entries()) {
      // spec| suit-manifest §6.1; dependencies among them, which need trust domains
      Rejected.unless(
          checks,
          "suit.common.known",
          label(entry.key()).map(COMMON::contains).orElse(false),
          Reason.UNKNOWN_FIELD,
          () -> "element " + entry.key().encode() + " of the common part");
    }
    return new SuitManifest(
        version,
        sequenceNumber(fields),
        fields.findText(SuitLabels.REFERENCE_URI),
        manifestComponentId(fields),
        components(common),
        common.findOctets(SuitLabels.SHARED_SEQUENCE),
        sections);
  }

  private static void restore(
      long label,
      Cbor stated,
      SuitEnvelope envelope,
      boolean sequence,
      Map<Long, Bytes> sections,
      Checks checks)
      throws Rejected {
    Optional<Bytes> severed = Optional.ofNullable(envelope.severed().get(label));
    if (severed.isEmpty()) {
      return; // severed and left behind: the text, or a section that is over
    }
    SuitDigest digest = SuitDigest.parse(stated);
    // spec| suit-manifest §8.4.12: a severed element is the one whose digest was signed
    Rejected.unless(
        checks,
        "suit.severed.digest",
        digest.matches(severed.get()),
        Reason.DIGEST_MISMATCH,
        () -> "the severed element " + label + " has another digest than " + digest.value());
    if (sequence) {
      Cbor item = new CborDecoder(checks).decode(severed.get(), CborProfile.VALID);
      sections.put(label, Fields.octets(item, "suit.manifest.shape"));
    }
  }

  private static long sequenceNumber(Fields fields) throws Rejected {
    long number = fields.integer(SuitLabels.SEQUENCE_NUMBER);
    if (number < 0) {
      throw new Rejected(Reason.OUT_OF_RANGE, "suit.manifest.shape", "sequence number " + number);
    }
    return number;
  }

  private static Optional<SuitComponentId> manifestComponentId(Fields fields) throws Rejected {
    Optional<Cbor> id = fields.find(SuitLabels.COMPONENT_ID);
    return id.isPresent()
        ? Optional.of(SuitComponentId.parse(id.get(), "suit.manifest.shape"))
        : Optional.empty();
  }

  private static List<SuitComponentId> components(Fields common) throws Rejected {
    List<SuitComponentId> components = new ArrayList<>();
    for (Cbor item : common.findArray(SuitLabels.COMPONENTS).orElse(List.of())) {
      components.add(SuitComponentId.parse(item, "suit.common.shape"));
    }
    return components;
  }

  private static Optional<Long> label(Cbor key) {
    return key instanceof Cbor.Int label && label.isLong()
        ? Optional.of(label.longValue())
        : Optional.empty();
  }
}
