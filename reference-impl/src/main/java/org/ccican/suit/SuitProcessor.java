package org.ccican.suit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.Crypto;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * Processes manifests for a device: update, uninstall and invocation (suit-manifest section 6,
 * trust-domains). Nothing is stored unless everything held.
 */
public final class SuitProcessor {

  /** The signature algorithms of the suit-mti profiles. */
  public static final Set<CoseAlgorithm> ALGORITHMS =
      Set.of(CoseAlgorithm.ESP256, CoseAlgorithm.ED25519);

  private final Checks checks;
  private final Crypto crypto;
  private final SuitDevice device;
  private final SuitStore store;
  private final SuitFetcher fetcher;
  private Optional<SuitBench> earlier = Optional.empty();

  /** A processor for envelopes that bring everything with them. */
  public SuitProcessor(Checks checks, Crypto crypto, SuitDevice device, SuitStore store) {
    this(checks, crypto, device, store, SuitFetcher.none());
  }

  /**
   * @param fetcher asked for what is not integrated
   */
  public SuitProcessor(
      Checks checks, Crypto crypto, SuitDevice device, SuitStore store, SuitFetcher fetcher) {
    this.checks = Objects.requireNonNull(checks);
    this.crypto = Objects.requireNonNull(crypto);
    this.device = Objects.requireNonNull(device);
    this.store = Objects.requireNonNull(store);
    this.fetcher = Objects.requireNonNull(fetcher);
  }

  /** Says at the last moment whether what was processed may be stored. */
  @FunctionalInterface
  public interface Approval {

    /**
     * @param installed what an envelope installs
     * @throws Rejected if the device cannot use it; then nothing at all is stored
     */
    void approve(List<InstalledComponent> installed) throws Rejected;
  }

  /**
   * Runs the update procedure for an untagged envelope; whatever the envelope holds, the outcome
   * says what became of it.
   */
  public SuitOutcome update(Bytes untaggedEnvelope) {
    return apply(List.of(), List.of(untaggedEnvelope), installed -> {}).get(0);
  }

  /**
   * Takes back what a manifest installed, as an Update's unneeded-manifest-list asks.
   *
   * @param manifestId the manifest's own component identifier
   */
  public SuitOutcome uninstall(SuitComponentId manifestId) {
    return apply(List.of(manifestId), List.of(), installed -> {}).get(0);
  }

  /**
   * Everything that one TEEP Update asks for, or nothing of it.
   *
   * @param unneeded manifests to be uninstalled first
   * @param envelopes untagged, in their order
   * @return one outcome for each manifest up to the first that was refused; if one was, then
   *     nothing was installed or removed
   */
  public synchronized List<SuitOutcome> apply(
      List<SuitComponentId> unneeded, List<Bytes> envelopes, Approval approval) {
    SuitLedger ledger = new SuitLedger(store.state(), checks);
    List<SuitOutcome> outcomes = new ArrayList<>();
    for (SuitComponentId id : unneeded) {
      if (refusal(outcomes).isEmpty()) {
        SuitAttempt attempt = attempt(ledger);
        outcomes.add(attempt.uninstall(id));
        earlier = Optional.of(attempt.bench());
      }
    }
    for (Bytes envelope : envelopes) {
      if (refusal(outcomes).isEmpty()) {
        SuitAttempt attempt = attempt(ledger);
        outcomes.add(attempt.update(envelope, approval));
        earlier = Optional.of(attempt.bench());
      }
    }
    if (refusal(outcomes).isEmpty() && !outcomes.isEmpty()) {
      demandRoom(ledger.state())
          .ifPresent(full -> outcomes.add(refused(outcomes.remove(outcomes.size() - 1), full)));
    }
    if (refusal(outcomes).isEmpty()) {
      store.commit(ledger.state());
      return List.copyOf(outcomes);
    }
    return outcomes.stream()
        .map(each -> new SuitOutcome(each.report(), List.of(), List.of(), each.refusal()))
        .toList();
  }

  private Optional<Rejected> demandRoom(SuitState next) {
    try {
      // spec| suit-manifest §6.2: what is installed has to be stored
      Rejected.unless(
          checks,
          "suit.store.room",
          store.hasRoom(next),
          Reason.LIMIT_EXCEEDED,
          () -> "no room for what is to be installed");
      return Optional.empty();
    } catch (Rejected rejected) {
      return Optional.of(rejected);
    }
  }

  private static SuitOutcome refused(SuitOutcome outcome, Rejected why) {
    return new SuitOutcome(
        outcome.report(), outcome.installed(), outcome.removed(), Optional.of(why));
  }

  /** Runs the invocation procedure of a manifest that is installed; the store stays as it is. */
  public synchronized SuitOutcome invoke(SuitComponentId manifestId) {
    return attempt(new SuitLedger(store.state(), checks)).invoke(manifestId);
  }

  private SuitAttempt attempt(SuitLedger ledger) {
    return new SuitAttempt(new SuitBench(checks, crypto, device, fetcher, ledger, earlier));
  }

  private static Optional<Rejected> refusal(List<SuitOutcome> outcomes) {
    return outcomes.isEmpty() ? Optional.empty() : outcomes.get(outcomes.size() - 1).refusal();
  }
}
