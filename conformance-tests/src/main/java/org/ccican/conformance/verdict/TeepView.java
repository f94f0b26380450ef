package org.ccican.conformance.verdict;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * A TEEP message as it was seen, without its COSE wrapper (draft-ietf-teep-protocol-26 section 4):
 * [type, {options}, further elements]. A value of another type than the draft's counts as absent
 * here and is listed by {@link #deviations()}.
 *
 * @param revision whose numbers it was read by
 * @param elements all of the array's, type and options included
 */
public record TeepView(
    TeepRevision revision, TeepType type, Cbor.Map options, List<Cbor> elements) {

  /** Bits of data-item-requested. */
  public static final long ATTESTATION = 1;

  public static final long TRUSTED_COMPONENTS = 2;
  public static final long EXTENSIONS = 4;
  public static final long SUIT_REPORTS = 8;

  private static final String WHAT = "teep-message";

  public TeepView {
    Objects.requireNonNull(revision);
    Objects.requireNonNull(type);
    Objects.requireNonNull(options);
    elements = List.copyOf(elements);
  }

  /**
   * @param message the payload of the COSE message
   */
  public static Reading<TeepView> read(Bytes message, TeepRevision revision) {
    return Reading.of(() -> split(CborView.decode(message), revision));
  }

  /** Reads the payload of a COSE_Sign1 or COSE_Sign, whoever signed it. */
  public static Reading<TeepView> readSigned(Bytes cose, TeepRevision revision) {
    return CoseView.readEach(cose)
        .then(
            views -> {
              CoseView view = views.get(0);
              return view.payload().isPresent()
                  ? read(view.payload().get(), revision)
                  : new Reading.Unreadable<>("the payload is detached");
            });
  }

  private static TeepView split(Cbor item, TeepRevision revision) throws Rejected {
    List<Cbor> elements = CborView.items(item, WHAT);
    if (elements.size() < 2) {
      throw CborView.wrong(WHAT, "an array of type, options and more", item);
    }
    Cbor number = elements.get(0);
    TeepType type =
        CborView.integer(number)
            .flatMap(revision::type)
            .orElseThrow(
                () ->
                    new Rejected(
                        Reason.UNKNOWN_MESSAGE,
                        WHAT,
                        CborView.place(number, "a message type of " + revision.id())));
    return new TeepView(revision, type, CborView.map(elements.get(1), WHAT), elements);
  }

  /**
   * Each rule of the draft that the message does not keep, with offsets; also those that only one
   * reading of an unclear text has, with the ids of the ambiguities.
   */
  public List<String> deviations() {
    TeepRules.Deviations found = TeepRules.of(this);
    return Stream.concat(
            found.broken().stream(),
            found.open().stream()
                .map(
                    open ->
                        open.words()
                            + " (the other reading of "
                            + String.join(" and ", new TreeSet<>(open.rule().ambiguities()))
                            + ")"))
        .toList();
  }

  /** Each rule that the message breaks by every reading of the draft, with offsets. */
  public List<String> broken() {
    return TeepRules.of(this).broken();
  }

  /** Ids of the ambiguities whose other reading the message follows. */
  public SortedSet<String> otherReadings() {
    return TeepRules.of(this).open().stream()
        .flatMap(open -> open.rule().ambiguities().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  public Optional<Cbor> option(TeepOption option) {
    return options.find(revision.label(option));
  }

  public Optional<Bytes> token() {
    return option(TeepOption.TOKEN).flatMap(CborView::octets);
  }

  public Optional<Bytes> challenge() {
    return option(TeepOption.CHALLENGE).flatMap(CborView::octets);
  }

  /** The bits of a QueryRequest. */
  public Optional<Long> dataItemRequested() {
    return type == TeepType.QUERY_REQUEST && elements.size() > 4
        ? CborView.integer(elements.get(4)).filter(bits -> bits >= 0)
        : Optional.empty();
  }

  /** Whether a QueryRequest asks for all of these bits. */
  public boolean asksFor(long bits) {
    return dataItemRequested().filter(asked -> (asked & bits) == bits).isPresent();
  }

  /** Algorithms of the suites that consist of one COSE_Sign1, in the order offered. */
  public List<Long> signatureAlgorithms() {
    Optional<Cbor> suites =
        type == TeepType.QUERY_REQUEST && elements.size() > 2
            ? Optional.of(elements.get(2))
            : option(TeepOption.SUPPORTED_TEEP_CIPHER_SUITES);
    return items(suites).stream()
        .map(suite -> items(Optional.of(suite)))
        .filter(steps -> steps.size() == 1)
        .map(steps -> items(Optional.of(steps.get(0))))
        .filter(step -> step.size() == 2 && step.get(0).equals(Cbor.integer(18)))
        .flatMap(step -> CborView.integer(step.get(1)).stream())
        .toList();
  }

  public List<Long> versions() {
    return integers(TeepOption.VERSIONS);
  }

  public Optional<Long> selectedVersion() {
    return option(TeepOption.SELECTED_VERSION).flatMap(CborView::integer);
  }

  public List<Long> freshnessMechanisms() {
    return integers(TeepOption.SUPPORTED_FRESHNESS_MECHANISMS);
  }

  public List<Long> extensions() {
    return integers(TeepOption.EXT_LIST);
  }

  public Optional<Bytes> attestationPayload() {
    return option(TeepOption.ATTESTATION_PAYLOAD).flatMap(CborView::octets);
  }

  public Optional<String> attestationPayloadFormat() {
    return option(TeepOption.ATTESTATION_PAYLOAD_FORMAT).flatMap(CborView::text);
  }

  /** The SUIT envelopes of an Update. */
  public List<Bytes> manifests() {
    return octets(TeepOption.MANIFEST_LIST);
  }

  public List<Bytes> suitReports() {
    return octets(TeepOption.SUIT_REPORTS);
  }

  /** Ids of the components that a QueryResponse lists as installed. */
  public List<List<Bytes>> installedComponents() {
    return components(TeepOption.TC_LIST, 0);
  }

  /** Ids of the components that a QueryResponse asks for. */
  public List<List<Bytes>> requestedComponents() {
    return components(TeepOption.REQUESTED_TC_LIST, revision.label(TeepOption.COMPONENT_ID));
  }

  public List<List<Bytes>> unneededManifests() {
    return items(option(TeepOption.UNNEEDED_MANIFEST_LIST)).stream()
        .flatMap(id -> SuitView.segments(id).stream())
        .toList();
  }

  /** The third element of an Error or the option of an Update. */
  public Optional<Long> errorCode() {
    Optional<Cbor> code =
        type == TeepType.ERROR
            ? elements.stream().skip(2).findFirst()
            : option(TeepOption.ERR_CODE);
    return code.flatMap(CborView::integer);
  }

  public Optional<String> errorMessage() {
    return option(TeepOption.ERR_MSG).flatMap(CborView::text);
  }

  /** The text of a Success. */
  public Optional<String> message() {
    return option(TeepOption.MSG).flatMap(CborView::text);
  }

  private List<Long> integers(TeepOption option) {
    return items(option(option)).stream().flatMap(item -> CborView.integer(item).stream()).toList();
  }

  private List<Bytes> octets(TeepOption option) {
    return items(option(option)).stream().flatMap(item -> CborView.octets(item).stream()).toList();
  }

  private List<List<Bytes>> components(TeepOption option, long label) {
    return items(option(option)).stream()
        .flatMap(item -> CborView.map(item).stream())
        .flatMap(claims -> claims.find(label).stream())
        .flatMap(id -> SuitView.segments(id).stream())
        .toList();
  }

  private static List<Cbor> items(Optional<Cbor> array) {
    return array.flatMap(CborView::items).orElse(List.of());
  }
}
