package org.ccican.suit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/** The procedures of one manifest, from its octets to the ledger. */
final class SuitUpdate {

  private final SuitBench bench;
  private final Checks checks;
  private final SuitMachine machine;

  SuitUpdate(SuitBench bench) {
    this.bench = bench;
    this.checks = bench.checks();
    this.machine = new SuitMachine(bench);
  }

  /**
   * The update procedure.
   *
   * @return what was installed, dependencies first; the ledger has it
   */
  List<InstalledComponent> install(SuitEnvelope envelope) throws Rejected {
    SuitFrame root = root(envelope);
    for (long section : SuitSection.UPDATE) {
      machine.dependencies().section(root, section);
    }
    // spec| suit-manifest §8.4.6: load and invoke are no part of an update
    if (!checks.keeps("suit.section.update-only")) {
      machine.dependencies().section(root, SuitLabels.LOAD);
      machine.dependencies().section(root, SuitLabels.INVOKE);
    }
    for (SuitFrame frame : root.tree()) {
      for (int index = 0; index < frame.cells().size(); index++) {
        complete(frame, index);
      }
    }
    List<InstalledComponent> installed = new ArrayList<>();
    for (SuitFrame frame : root.tree()) {
      installed.addAll(store(frame, root));
    }
    return installed;
  }

  /** The invocation procedure; nothing changes. */
  void invoke(SuitComponentId manifestId) throws Rejected {
    Optional<StoredManifest> stored = find(manifestId);
    if (stored.isEmpty()) {
      return;
    }
    SuitFrame root = root(SuitEnvelope.parseDependency(stored.get().envelope(), checks));
    for (long section : SuitSection.INVOCATION) {
      machine.dependencies().section(root, section);
    }
  }

  /**
   * Uninstalls a manifest that {@link #find} found. A root holds itself; while others depend on it,
   * it stays as their dependency.
   */
  void uninstall(StoredManifest stored) throws Rejected {
    if (stored.root() && !bench.ledger().release(stored.id(), stored.id())) {
      bench.ledger().put(new StoredManifest(stored.id(), stored.envelope(), false, stored.ownId()));
      return;
    }
    new SuitRemoval(bench, machine).uninstall(stored);
  }

  Optional<StoredManifest> find(SuitComponentId manifestId) throws Rejected {
    return new SuitRemoval(bench, machine).find(manifestId);
  }

  private SuitFrame root(SuitEnvelope envelope) throws Rejected {
    Optional<CoseKey> signer =
        envelope.authenticate(bench.device().trustedSigners(), SuitProcessor.ALGORITHMS, checks);
    SuitManifest manifest = SuitManifest.parse(envelope, checks);
    SuitFrame root =
        new SuitFrame(
            envelope,
            manifest,
            List.of(),
            signer.flatMap(bench.device()::signer),
            manifest.manifestComponentId(),
            bench.cells(manifest, new SuitComponentId(List.of())));
    new SuitAdmission(bench).admit(root);
    return root;
  }

  private void complete(SuitFrame frame, int index) throws Rejected {
    SuitCell cell = frame.cells().get(index);
    if (bench.ledger().removed().contains(cell.id())) {
      return;
    }
    if (cell.payload().isEmpty() && frame.section(SuitLabels.LOAD).isPresent()) {
      return; // loading fills it
    }
    if (cell.payload().isEmpty()) {
      throw new Rejected(
          Reason.NOT_AVAILABLE, "suit.payload.some", "nothing fetched for " + cell.id());
    }
    // spec| suit-manifest §5.5: what was fetched is vouched for by a digest alone
    Rejected.unless(
        checks,
        "suit.image.compared",
        frame.isDependency(index) || cell.compared(),
        Reason.POLICY_VIOLATED,
        () -> "the payload of " + cell.id() + " was not compared with its digest");
  }

  private List<InstalledComponent> store(SuitFrame frame, SuitFrame root) {
    List<InstalledComponent> installed = new ArrayList<>();
    SuitManifest manifest = frame.manifest();
    Bytes digest = Crypto.sha256(frame.envelope().manifestItem());
    for (int index = 0; index < frame.cells().size(); index++) {
      SuitCell cell = frame.cells().get(index);
      boolean written = cell.writer().equals(Optional.of(frame));
      // A dependency that was there already is needed as much as one that was fetched.
      if (written || frame.children().containsKey(index)) {
        frame.holder().ifPresent(holder -> bench.ledger().hold(cell.id(), holder));
      }
      if (!written) {
        continue;
      }
      if (frame.isDependency(index)) {
        Optional<SuitComponentId> own =
            Optional.ofNullable(frame.children().get(index))
                .flatMap(child -> child.manifest().manifestComponentId());
        boolean isRoot = bench.ledger().manifest(cell.id()).map(StoredManifest::root).orElse(false);
        bench.ledger().put(new StoredManifest(cell.id(), cell.payload().get(), isRoot, own));
      } else {
        InstalledComponent component =
            new InstalledComponent(
                cell.id(), cell.payload().get(), digest, manifest.sequenceNumber(), frame.holder());
        bench.ledger().put(component);
        installed.add(component);
      }
    }
    for (int index = 0; index < frame.cells().size(); index++) {
      if (!frame.isDependency(index)) {
        bench.ledger().remember(frame.cells().get(index).id(), manifest.sequenceNumber());
      }
    }
    if (frame == root && root.holder().isPresent()) {
      SuitComponentId id = root.holder().get();
      bench.ledger().remember(id, manifest.sequenceNumber());
      // spec| trust-domains §5.2.1: a root manifest is stored under its identifier
      if (checks.keeps("suit.manifest-id.stored")) {
        bench
            .ledger()
            .put(new StoredManifest(id, root.envelope().withoutPayloads(), true, Optional.of(id)));
        bench.ledger().hold(id, id);
      }
    }
    return installed;
  }
}
