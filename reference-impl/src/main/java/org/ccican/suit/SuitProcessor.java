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
import org.ccican.wire.Cbor;

/**
 * Installs components from envelopes: what suit-manifest section 8.5 demands of a minimal updater,
 * for payloads that travel in the envelope. Nothing is stored unless everything held.
 */
public final class SuitProcessor {

  /** The signature algorithms of the suit-mti profiles. */
  public static final Set<CoseAlgorithm> ALGORITHMS =
      Set.of(CoseAlgorithm.ESP256, CoseAlgorithm.ED25519);

  private static final int MOST_COMPONENTS = 16;

  private final Checks checks;
  private final SuitDevice device;
  private final SuitStore store;
  private final SuitFetcher fetcher;

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
    Objects.requireNonNull(crypto);
    this.device = Objects.requireNonNull(device);
    this.store = Objects.requireNonNull(store);
    this.fetcher = Objects.requireNonNull(fetcher);
  }

  /**
   * Runs the update procedure for an untagged envelope; whatever the envelope holds, the outcome
   * says what became of it.
   */
  public SuitOutcome update(Bytes untaggedEnvelope) {
    try {
      List<InstalledComponent> installed = installAll(untaggedEnvelope);
      return new SuitOutcome(
          report(untaggedEnvelope, Optional.empty()), installed, List.of(), Optional.empty());
    } catch (Rejected refusal) {
      return new SuitOutcome(
          report(untaggedEnvelope, Optional.of(refusal)),
          List.of(),
          List.of(),
          Optional.of(refusal));
    }
  }

  /**
   * Takes back what a manifest installed, as an Update's unneeded-manifest-list asks.
   *
   * @param manifestId the manifest's own component identifier
   */
  public SuitOutcome uninstall(SuitComponentId manifestId) {
    try {
      List<SuitComponentId> removed =
          unlink(manifestId).stream().map(InstalledComponent::id).toList();
      return new SuitOutcome(
          report(Bytes.EMPTY, Optional.empty()), List.of(), removed, Optional.empty());
    } catch (Rejected refusal) {
      return new SuitOutcome(
          report(Bytes.EMPTY, Optional.of(refusal)), List.of(), List.of(), Optional.of(refusal));
    }
  }

  private SuitReport report(Bytes octets, Optional<Rejected> refusal) {
    String uri = "";
    Bytes digest = Bytes.EMPTY;
    try {
      SuitEnvelope envelope = SuitEnvelope.parse(octets, checks);
      digest = envelope.digest();
      uri = SuitManifest.parse(envelope, checks).referenceUri().orElse("");
    } catch (Rejected unreadable) {
      // what could be read of it until here is what can be reported
    }
    SuitRecord nowhere = new SuitRecord(List.of(), 0, 0, 0, Cbor.map().build());
    return new SuitReport(
        uri,
        digest,
        Optional.empty(),
        List.of(),
        List.of(),
        refusal.map(
            why -> {
              long reason = SuitReason.of(why).id();
              return new SuitReport.Failure(reason, nowhere, reason);
            }),
        Optional.empty());
  }

  /**
   * Runs the update procedure for an untagged envelope.
   *
   * @return the first component of the manifest; the store has the others
   * @throws Rejected naming the rule that did not hold; the store is then as it was
   */
  public InstalledComponent install(Bytes envelope) throws Rejected {
    return installAll(envelope).get(0);
  }

  /** As {@link #install}, with every component of the manifest in its order. */
  public List<InstalledComponent> installAll(Bytes octets) throws Rejected {
    SuitEnvelope envelope = SuitEnvelope.parse(octets, checks);
    envelope.authenticate(device.trustedSigners(), ALGORITHMS, checks);
    SuitManifest manifest = SuitManifest.parse(envelope, checks);
    if (manifest.components().isEmpty()) {
      throw new Rejected(Reason.MISSING_FIELD, "suit.component.some", "no component");
    }
    // spec| suit-manifest §6.2: no more components than there is room for
    Rejected.unless(
        checks,
        "suit.limit.components",
        manifest.components().size() <= MOST_COMPONENTS,
        Reason.LIMIT_EXCEEDED,
        () -> manifest.components().size() + " components, at most " + MOST_COMPONENTS);
    for (SuitComponentId id : manifest.components()) {
      checkComponent(id, manifest);
    }
    SuitRun run = new SuitRun(checks, device, store, fetcher, envelope, manifest);
    run.update();
    List<InstalledComponent> installed = new ArrayList<>();
    for (int index = 0; index < manifest.components().size(); index++) {
      installed.add(
          new InstalledComponent(
              manifest.components().get(index),
              run.payload(index),
              Crypto.sha256(envelope.manifestItem()),
              manifest.sequenceNumber(),
              manifest.manifestComponentId()));
    }
    store.commit(installed);
    return List.copyOf(installed);
  }

  /**
   * Removes every component that came with a manifest.
   *
   * @param manifestId the manifest's own component identifier
   * @return what was removed
   * @throws Rejected if nothing that is installed came with it
   */
  public List<InstalledComponent> unlink(SuitComponentId manifestId) throws Rejected {
    List<InstalledComponent> linked =
        store.components().stream()
            .filter(each -> each.manifestId().equals(Optional.of(manifestId)))
            .toList();
    // spec| teep-protocol-26 §7.2.2: an error in unlinking is answered as one
    Rejected.unless(
        checks,
        "suit.unlink.known",
        !linked.isEmpty(),
        Reason.NOT_AVAILABLE,
        () -> "nothing is installed from manifest " + manifestId);
    store.remove(linked.stream().map(InstalledComponent::id).toList());
    return linked;
  }

  private void checkComponent(SuitComponentId id, SuitManifest manifest) throws Rejected {
    // spec| suit-manifest §6.2 and §9: the signer's rights end with the device's access list
    Rejected.unless(
        checks,
        "suit.component.authorised",
        device.componentPrefixes().stream().anyMatch(id::startsWith),
        Reason.POLICY_VIOLATED,
        () -> "component " + id + " is not open to its signer");
    Optional<Long> highest = store.highestSequence(id);
    // spec| suit-manifest §8.4.2: a lower sequence number is refused, an equal one is not
    Rejected.unless(
        checks,
        "suit.rollback",
        highest.isEmpty() || manifest.sequenceNumber() >= highest.get(),
        Reason.ROLLED_BACK,
        () -> "sequence number " + manifest.sequenceNumber() + " after " + highest.get());
  }
}
