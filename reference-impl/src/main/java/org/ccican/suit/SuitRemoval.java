package org.ccican.suit;

import java.util.List;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.cose.CoseKey;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;

/** Manifests that are no longer needed (trust-domains sections 5.6.5 and 6). */
final class SuitRemoval {

  private final SuitBench bench;
  private final SuitMachine machine;
  private final Checks checks;

  SuitRemoval(SuitBench bench, SuitMachine machine) {
    this.bench = bench;
    this.machine = machine;
    this.checks = bench.checks();
  }

  /**
   * Finds a root manifest by its own identifier.
   *
   * @return nothing only where that is let through
   * @throws Rejected if there is none
   */
  Optional<StoredManifest> find(SuitComponentId id) throws Rejected {
    Optional<StoredManifest> root = bench.ledger().manifest(id).filter(StoredManifest::root);
    if (root.isPresent()) {
      return root;
    }
    Optional<StoredManifest> dependency =
        bench.ledger().manifests().stream()
            .filter(each -> !each.root() && each.ownId().equals(Optional.of(id)))
            .findFirst();
    if (dependency.isPresent()) {
      // spec| trust-domains §5.2.1: the identifier of a dependency is ignored
      Rejected.unless(
          checks,
          "suit.manifest-id.dependency",
          false,
          Reason.NOT_AVAILABLE,
          () -> id + " is the identifier of a dependency");
      return dependency;
    }
    // spec| teep-protocol-26 §7.2.2: an error in unlinking is answered as one
    Rejected.unless(
        checks,
        "suit.unlink.known",
        false,
        Reason.NOT_AVAILABLE,
        () -> "nothing is installed from manifest " + id);
    return Optional.empty();
  }

  /** Uninstalls a manifest and forgets it. */
  SuitFrame uninstall(StoredManifest stored) throws Rejected {
    SuitFrame frame = frame(stored);
    machine.dependencies().section(frame, SuitLabels.UNINSTALL);
    boolean explicit = frame.section(SuitLabels.UNINSTALL).isPresent();
    for (SuitComponentId held : bench.ledger().heldBy(stored.id())) {
      // A manifest without an uninstall section gives back what it refers to; one with such a
      // section has said what is to go, and no longer refers to the rest.
      if (bench.ledger().release(held, stored.id()) && !explicit) {
        remove(held);
      }
    }
    bench.ledger().remove(stored.id());
    return frame;
  }

  /** Removes a component whose last reference is gone; of a manifest, what it installed as well. */
  void remove(SuitComponentId id) throws Rejected {
    Optional<StoredManifest> manifest = bench.ledger().manifest(id);
    if (manifest.isPresent()) {
      SuitRecord place = bench.trace().place();
      uninstall(manifest.get());
      bench.trace().at(place);
    }
    bench.ledger().remove(id);
    bench.cell(id).clear();
  }

  private SuitFrame frame(StoredManifest stored) throws Rejected {
    SuitEnvelope envelope = SuitEnvelope.parseDependency(stored.envelope(), checks);
    SuitManifest manifest = SuitManifest.parse(envelope, checks);
    Optional<CoseKey> signer =
        envelope.verifySigner(bench.device().trustedSigners(), SuitProcessor.ALGORITHMS, checks);
    return new SuitFrame(
        envelope,
        manifest,
        List.of(),
        signer.flatMap(bench.device()::signer),
        Optional.of(stored.id()),
        bench.cells(manifest, new SuitComponentId(List.of())));
  }
}
