package org.ccican.suit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/** One manifest processed, and the report on it. */
final class SuitAttempt {

  private static final Set<SuitReason> LACKS =
      Set.of(SuitReason.COMMAND_UNSUPPORTED, SuitReason.PARAMETER_UNSUPPORTED);

  private final SuitBench bench;
  private final Checks checks;
  private final SuitUpdate update;
  private Optional<SuitEnvelope> envelope = Optional.empty();

  SuitAttempt(SuitBench bench) {
    this.bench = bench;
    this.checks = bench.checks();
    this.update = new SuitUpdate(bench);
  }

  SuitBench bench() {
    return bench;
  }

  SuitOutcome update(Bytes octets, SuitProcessor.Approval approval) {
    List<SuitComponentId> before = bench.ledger().removed();
    try {
      envelope = Optional.of(SuitEnvelope.parse(octets, checks));
      List<InstalledComponent> installed = update.install(envelope.get());
      approval.approve(installed);
      return succeeded(installed, before);
    } catch (Rejected refusal) {
      return failed(refusal);
    }
  }

  SuitOutcome uninstall(SuitComponentId manifestId) {
    List<SuitComponentId> before = bench.ledger().removed();
    try {
      Optional<StoredManifest> stored = update.find(manifestId);
      if (stored.isPresent()) {
        envelope = Optional.of(SuitEnvelope.parseDependency(stored.get().envelope(), checks));
        update.uninstall(stored.get());
      }
      return succeeded(List.of(), before);
    } catch (Rejected refusal) {
      return failed(refusal);
    }
  }

  SuitOutcome invoke(SuitComponentId manifestId) {
    try {
      update.invoke(manifestId);
      return succeeded(List.of(), List.of());
    } catch (Rejected refusal) {
      return failed(refusal);
    }
  }

  private SuitOutcome succeeded(List<InstalledComponent> installed, List<SuitComponentId> before) {
    List<SuitComponentId> removed =
        bench.ledger().removed().stream().filter(id -> !before.contains(id)).toList();
    return new SuitOutcome(report(Optional.empty()), installed, removed, Optional.empty());
  }

  private SuitOutcome failed(Rejected refusal) {
    return new SuitOutcome(
        report(Optional.of(refusal)), List.of(), List.of(), Optional.of(refusal));
  }

  private SuitReport report(Optional<Rejected> refusal) {
    Optional<SuitReason> reason = refusal.map(SuitReason::of);
    return new SuitReport(
        referenceUri(),
        envelope.map(SuitEnvelope::digest).filter(this::isDigest).orElse(Bytes.EMPTY),
        Optional.empty(),
        bench.trace().records(),
        bench.trace().claims(),
        reason.map(why -> new SuitReport.Failure(why.id(), bench.trace().place(), why.id())),
        reason.filter(LACKS::contains).map(why -> SuitCapabilities.encode(bench.device())));
  }

  private boolean isDigest(Bytes octets) {
    try {
      SuitDigest.parse(octets, Checks.unbroken());
      return true;
    } catch (Rejected none) {
      return false;
    }
  }

  /** As far as the manifest can be read. */
  private String referenceUri() {
    try {
      return envelope.isPresent()
          ? SuitManifest.parse(envelope.get(), Checks.unbroken()).referenceUri().orElse("")
          : "";
    } catch (Rejected unreadable) {
      return "";
    }
  }
}
