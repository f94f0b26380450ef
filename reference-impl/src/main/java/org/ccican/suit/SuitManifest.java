package org.ccican.suit;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
 * @param dependencies component indices that are dependencies, each with its prefix (empty if none)
 * @param sections encoded command sequences by label, severed ones put back in their place
 * @param missing sections that were severed and left behind
 */
public record SuitManifest(
    long version,
    long sequenceNumber,
    Optional<String> referenceUri,
    Optional<SuitComponentId> manifestComponentId,
    List<SuitComponentId> components,
    Map<Integer, SuitComponentId> dependencies,
    Optional<Bytes> sharedSequence,
    Map<Long, Bytes> sections,
    Set<Long> missing) {

  private static final long KNOWN_VERSION = 1;
  private static final String SHAPE = "suit.manifest.shape";

  private static final Set<Long> SEQUENCES =
      Set.of(
          SuitLabels.VALIDATE,
          SuitLabels.LOAD,
          SuitLabels.INVOKE,
          SuitLabels.DEPENDENCY_RESOLUTION,
          SuitLabels.PAYLOAD_FETCH,
          SuitLabels.CANDIDATE_VERIFICATION,
          SuitLabels.INSTALL,
          SuitLabels.UNINSTALL);

  private static final Set<Long> OTHERS =
      Set.of(
          SuitLabels.VERSION,
          SuitLabels.SEQUENCE_NUMBER,
          SuitLabels.COMMON,
          SuitLabels.REFERENCE_URI,
          SuitLabels.COMPONENT_ID,
          SuitLabels.TEXT);

  public SuitManifest {
    components = List.copyOf(components);
    dependencies = Collections.unmodifiableMap(new TreeMap<>(dependencies));
    sections = Map.copyOf(sections);
    missing = Set.copyOf(missing);
  }

  /**
   * @throws Rejected if the manifest is of another version, has parts that are not understood, or a
   *     severed part is not the one that was signed
   */
  public static SuitManifest parse(SuitEnvelope envelope, Checks checks) throws Rejected {
    Fields fields =
        Fields.of(new CborDecoder(checks).decode(envelope.manifest(), CborProfile.VALID), SHAPE);
    for (long label : List.of(SuitLabels.VERSION, SuitLabels.SEQUENCE_NUMBER, SuitLabels.COMMON)) {
      // spec| suit-manifest §8.4: version, sequence number and common part are there
      Rejected.unless(
          checks,
          "suit.manifest.complete",
          fields.find(label).isPresent(),
          Reason.MISSING_FIELD,
          () -> "no element " + label + " in the manifest");
    }
    long version = fields.findInteger(SuitLabels.VERSION).orElse(KNOWN_VERSION);
    // spec| suit-manifest §6.1: an unknown version of the encoding is refused
    Rejected.unless(
        checks,
        "suit.version",
        version == KNOWN_VERSION,
        Reason.UNKNOWN_VERSION,
        () -> "version " + version + ", 1 expected");
    SuitSeverance sections = new SuitSeverance(envelope, checks);
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
      if (sequence) {
        sections.take(label.get(), entry.value());
      } else if (label.equals(Optional.of(SuitLabels.TEXT))) {
        sections.passOver(entry.value());
      }
    }
    SuitCommon common = SuitCommon.parse(sections.common(fields), checks);
    return new SuitManifest(
        version,
        sequenceNumber(fields, checks),
        referenceUri(fields, checks),
        manifestComponentId(fields, checks),
        common.components(),
        common.dependencies(),
        common.sharedSequence(),
        sections.sections(),
        sections.missing());
  }

  private static long sequenceNumber(Fields fields, Checks checks) throws Rejected {
    Optional<Cbor> item = fields.find(SuitLabels.SEQUENCE_NUMBER);
    boolean unsigned =
        item.isEmpty()
            || item.get() instanceof Cbor.Int number && !number.negative() && number.isLong();
    // spec| suit-manifest §8.4.2: a sequence number is an unsigned integer
    Rejected.unless(
        checks,
        "suit.sequence.unsigned",
        unsigned,
        Reason.OUT_OF_RANGE,
        () -> "sequence number " + item.get().encode());
    return unsigned && item.isPresent() ? Fields.integer(item.get(), SHAPE) : Long.MAX_VALUE;
  }

  private static Optional<String> referenceUri(Fields fields, Checks checks) throws Rejected {
    Optional<Cbor> item = fields.find(SuitLabels.REFERENCE_URI);
    // spec| suit-manifest §8.4.3: a reference URI is a text
    Rejected.unless(
        checks,
        "suit.manifest.reference-uri",
        item.isEmpty() || item.get() instanceof Cbor.Text,
        Reason.WRONG_TYPE,
        () -> "reference-uri " + item.get().encode());
    return item.flatMap(
        each -> each instanceof Cbor.Text text ? Optional.of(text.value()) : Optional.empty());
  }

  private static Optional<SuitComponentId> manifestComponentId(Fields fields, Checks checks)
      throws Rejected {
    Optional<Cbor> id = fields.find(SuitLabels.COMPONENT_ID);
    return id.isPresent() ? Optional.of(SuitCommon.identifier(id.get(), checks)) : Optional.empty();
  }

  static Optional<Long> label(Cbor key) {
    return key instanceof Cbor.Int label && label.isLong()
        ? Optional.of(label.longValue())
        : Optional.empty();
  }
}
