package org.ccican.suit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * What the manifests of one tree share while they are processed: components by identifier, the
 * ledger, the trace, and the count of steps. It changes nothing outside itself.
 */
final class SuitBench {

  private static final int MOST_STEPS = 1000;
  private static final int MOST_MANIFESTS = 16;
  private static final long MOST_OCTETS = 64L << 20;

  private final Checks checks;
  private final Crypto crypto;
  private final SuitDevice device;
  private final SuitFetcher fetcher;
  private final SuitLedger ledger;
  private final SuitTrace trace = new SuitTrace();
  private final Map<SuitComponentId, SuitCell> cells = new HashMap<>();
  private final Set<SuitComponentId> checkedNow = new HashSet<>();
  private final Set<SuitComponentId> checkedBefore;
  private final Map<SuitComponentId, Map<Long, Cbor>> before;
  private int steps;
  private int manifests;
  private long octets;

  /**
   * @param earlier where an earlier manifest was processed; nothing of it may be left
   */
  SuitBench(
      Checks checks,
      Crypto crypto,
      SuitDevice device,
      SuitFetcher fetcher,
      SuitLedger ledger,
      Optional<SuitBench> earlier) {
    this.checks = checks;
    this.crypto = crypto;
    this.device = device;
    this.fetcher = fetcher;
    this.ledger = ledger;
    this.checkedBefore = new HashSet<>();
    this.before = new HashMap<>();
    earlier.ifPresent(this::remain);
  }

  private void remain(SuitBench earlier) {
    checkedBefore.addAll(earlier.checkedBefore);
    checkedBefore.addAll(earlier.checkedNow);
    Map<SuitComponentId, Map<Long, Cbor>> left = new HashMap<>(earlier.before);
    earlier.cells.forEach((id, cell) -> left.put(id, Map.copyOf(cell.parameters())));
    boolean clear = left.values().stream().allMatch(Map::isEmpty);
    // spec| suit-manifest §6.1: every manifest starts without parameters
    if (checks.holds("suit.parameters.cleared", clear)) {
      before.putAll(left);
    }
  }

  Checks checks() {
    return checks;
  }

  Crypto crypto() {
    return crypto;
  }

  SuitDevice device() {
    return device;
  }

  SuitLedger ledger() {
    return ledger;
  }

  SuitTrace trace() {
    return trace;
  }

  /** Dependencies that earlier manifests checked. */
  Set<SuitComponentId> checkedBefore() {
    return checkedBefore;
  }

  void checked(SuitComponentId dependency) {
    checkedNow.add(dependency);
  }

  SuitCell cell(SuitComponentId id) {
    return cells.computeIfAbsent(
        id,
        key -> {
          Optional<Bytes> stored =
              ledger
                  .component(key)
                  .map(InstalledComponent::payload)
                  .or(() -> ledger.manifest(key).map(StoredManifest::envelope));
          SuitCell cell = new SuitCell(key, stored);
          cell.parameters().putAll(before.getOrDefault(key, Map.of()));
          return cell;
        });
  }

  /** What a URI stands for: an integrated payload of the manifest, or something elsewhere. */
  Optional<Bytes> fetch(SuitFrame frame, String uri) throws Rejected {
    // spec| trust-domains §8.1.1: a dependency may travel in the envelope, as a payload may
    Optional<Bytes> integrated = Optional.ofNullable(frame.envelope().payloads().get(uri));
    if (integrated.isPresent()) {
      return integrated;
    }
    Optional<Bytes> fetched = fetcher.fetch(uri);
    octets += fetched.map(Bytes::size).orElse(0);
    // spec| RFC 8949 §10: what a manifest can have fetched is bounded
    Rejected.unless(
        checks,
        "suit.limit.octets",
        octets <= MOST_OCTETS,
        Reason.LIMIT_EXCEEDED,
        () -> octets + " octets fetched, at most " + MOST_OCTETS);
    return fetched;
  }

  List<SuitCell> cells(SuitManifest manifest, SuitComponentId prefix) {
    return manifest.components().stream().map(id -> cell(id.under(prefix))).toList();
  }

  /** Counts a manifest that is taken up. */
  void manifest() throws Rejected {
    manifests++;
    // spec| RFC 8949 §10: a tree of dependencies has a bounded number of manifests
    Rejected.unless(
        checks,
        "suit.limit.manifests",
        manifests <= MOST_MANIFESTS,
        Reason.LIMIT_EXCEEDED,
        () -> "more than " + MOST_MANIFESTS + " manifests");
  }

  void step() throws Rejected {
    steps++;
    // spec| RFC 8949 §10: a stranger's sequence ends
    Rejected.unless(
        checks,
        "suit.limit.steps",
        steps <= MOST_STEPS,
        Reason.LIMIT_EXCEEDED,
        () -> "more than " + MOST_STEPS + " steps");
  }
}
