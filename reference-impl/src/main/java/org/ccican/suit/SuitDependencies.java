package org.ccican.suit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.cose.CoseKey;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.Fields;

/** Dependencies of a manifest (trust-domains section 5). */
final class SuitDependencies {

  private static final int MOST_DEPTH = 8;

  private final SuitBench bench;
  private final Checks checks;
  private final SuitMachine machine;

  SuitDependencies(SuitBench bench, SuitMachine machine) {
    this.bench = bench;
    this.checks = bench.checks();
    this.machine = machine;
  }

  /** The dependency-integrity condition (trust-domains section 5.6.4). */
  void check(SuitFrame frame, int index) throws Rejected {
    SuitCell cell = frame.cells().get(index);
    SuitEnvelope envelope = envelope(cell);
    Optional<CoseKey> signer = Optional.empty();
    Optional<Rejected> refusal = Optional.empty();
    try {
      signer =
          envelope.verifySigner(bench.device().trustedSigners(), SuitProcessor.ALGORITHMS, checks);
    } catch (Rejected another) {
      refusal = Optional.of(another);
    }
    // spec| trust-domains §5.6.4: the signature over the dependency is verified
    Rejected.unless(
        checks,
        "suit.dependency.signature",
        refusal.isEmpty(),
        Reason.UNKNOWN_SIGNER,
        () -> "the dependency " + cell.id() + " is not signed by a trusted signer");
    SuitDigest stated = SuitDigest.parse(envelope.digest(), checks);
    Optional<Cbor> expected = cell.parameter(SuitLabels.IMAGE_DIGEST);
    boolean named =
        expected.isPresent()
            && SuitDigest.parse(Fields.octets(expected.get(), "suit.parameter.type"), checks)
                .equals(stated);
    // spec| trust-domains §5.6.4: the dependency is the one that the dependent names
    Rejected.unless(
        checks,
        "suit.dependency.digest",
        named,
        Reason.DIGEST_MISMATCH,
        () -> "the dependency " + cell.id() + " states another digest: " + stated.value());
    // spec| trust-domains §5.6.4: the dependency's manifest is the one that was signed
    Rejected.unless(
        checks,
        "suit.dependency.manifest",
        stated.matches(envelope.manifestItem()),
        Reason.DIGEST_MISMATCH,
        () -> "the manifest of the dependency " + cell.id() + " is not the one that was signed");
    frame.checked().add(index);
    bench.checked(cell.id());
    if (frame.isDependency(index)) {
      child(frame, index, envelope, signer);
    }
  }

  /** Process-dependency (trust-domains section 5.6.2). */
  void process(SuitFrame frame, int index, SuitContext context) throws Rejected {
    if (context.all() && !frame.isDependency(index)) {
      return;
    }
    // spec| trust-domains §5.6.2: the shared sequence processes no dependency
    Rejected.unless(
        checks,
        "suit.dependency.common",
        !context.inShared(),
        Reason.WRONG_ORDER,
        () -> "a dependency is processed in the shared sequence");
    if (context.inShared()) {
      return;
    }
    // spec| trust-domains §5.6.2: what is processed is a dependency
    Rejected.unless(
        checks,
        "suit.dependency.known",
        frame.isDependency(index),
        Reason.POLICY_VIOLATED,
        () -> frame.cells().get(index).id() + " is no dependency");
    if (!frame.isDependency(index)) {
      return;
    }
    SuitComponentId id = frame.cells().get(index).id();
    boolean carried =
        bench.checkedBefore().contains(id)
            // spec| trust-domains §5.6.4: the check of another manifest does not count
            && checks.holds("suit.dependency.own-check", false);
    // spec| trust-domains §5.6.2: dependency-integrity came before
    Rejected.unless(
        checks,
        "suit.dependency.checked",
        frame.checked().contains(index) || carried,
        Reason.WRONG_ORDER,
        () -> "the dependency " + id + " was not checked");
    SuitFrame child = frame.children().get(index);
    if (child == null) {
      child = child(frame, index, envelope(frame.cells().get(index)), Optional.empty());
    }
    frame.processed().add(index);
    // spec| trust-domains §5.4: the same section of the dependency is executed
    if (checks.keeps("suit.dependency.section")) {
      section(child, context.section());
    }
  }

  /**
   * Executes a section of a manifest, behind its shared sequence; success if it has none.
   *
   * @throws Rejected as the commands do, or if a dependency was left out
   */
  void section(SuitFrame frame, long label) throws Rejected {
    frame.processed().clear();
    // spec| suit-manifest §8.4.12: a severed sequence that is needed is there
    Rejected.unless(
        checks,
        "suit.severed.present",
        !frame.manifest().missing().contains(label),
        Reason.NOT_AVAILABLE,
        () -> "section " + label + " was severed and left behind");
    Optional<Bytes> commands = frame.section(label);
    if (commands.isEmpty()) {
      // spec| trust-domains §5.4: a section that is not there succeeds
      if (!frame.isRoot() && !checks.keeps("suit.dependency.absent")) {
        throw new Rejected(Reason.NOT_AVAILABLE, "suit.payload.available", "no section " + label);
      }
      return;
    }
    if (runsShared(frame)) {
      Optional<Bytes> shared = frame.manifest().sharedSequence();
      frame.sharedRuns();
      if (shared.isPresent()) {
        run(frame, shared.get(), label, true);
      }
    }
    // spec| suit-manifest §8.4.6: the section is executed
    if (checks.keeps(SuitSection.DUTIES.get(label))) {
      run(frame, commands.get(), label, false);
    }
    for (int index : frame.manifest().dependencies().keySet()) {
      SuitFrame child = frame.children().get(index);
      boolean due = child != null && child.section(label).isPresent();
      // spec| trust-domains §5.1: at the end of a section each dependency's was executed
      Rejected.unless(
          checks,
          "suit.dependency.processed",
          !due || frame.processed().contains(index),
          Reason.WRONG_ORDER,
          () -> "section " + label + " of a dependency was not executed");
    }
  }

  /** spec| suit-manifest §8.4.5: the shared sequence is executed before each other one. */
  private boolean runsShared(SuitFrame frame) {
    boolean again = !frame.sharedRan() || checks.keeps("suit.shared.run");
    return frame.isRoot() ? again : again && checks.keeps("suit.dependency.shared");
  }

  private void run(SuitFrame frame, Bytes sequence, long label, boolean shared) throws Rejected {
    bench.trace().at(frame.path(), shared ? SuitLabels.COMMON : label, 0, 0);
    List<Integer> start = frame.cells().size() == 1 ? List.of(0) : List.of();
    machine.run(
        frame,
        SuitCommand.sequence(sequence, 0, checks),
        new SuitContext(SuitContext.Kind.SECTION, label, shared, 0, start));
  }

  private SuitFrame child(
      SuitFrame frame, int index, SuitEnvelope envelope, Optional<CoseKey> signer) throws Rejected {
    SuitFrame known = frame.children().get(index);
    if (known != null && known.envelope().equals(envelope)) {
      return known;
    }
    // spec| RFC 8949 §10: chains of dependencies end, and so do circles
    Rejected.unless(
        checks,
        "suit.limit.dependencies",
        frame.path().size() < MOST_DEPTH,
        Reason.LIMIT_EXCEEDED,
        () -> "dependencies deeper than " + MOST_DEPTH);
    bench.manifest();
    SuitManifest manifest = SuitManifest.parse(envelope, checks);
    List<Long> path = new ArrayList<>(frame.path());
    path.add((long) index);
    SuitComponentId id = frame.cells().get(index).id();
    SuitFrame child =
        new SuitFrame(
            envelope,
            manifest,
            path,
            signer.flatMap(bench.device()::signer),
            Optional.of(id),
            bench.cells(manifest, frame.manifest().dependencies().get(index)));
    new SuitAdmission(bench).admit(child);
    for (long section : SuitSection.UPDATE) {
      // spec| trust-domains §5.1: a dependent has every section that its dependency has
      Rejected.unless(
          checks,
          "suit.dependency.sections",
          child.section(section).isEmpty() || frame.section(section).isPresent(),
          Reason.MISSING_FIELD,
          () -> "the dependency " + id + " has section " + section + ", its dependent has not");
    }
    frame.children().put(index, child);
    return child;
  }

  private SuitEnvelope envelope(SuitCell cell) throws Rejected {
    if (cell.payload().isEmpty()) {
      throw new Rejected(
          Reason.NOT_AVAILABLE, "suit.copy.source", "the dependency " + cell.id() + " is not here");
    }
    // spec| trust-domains §5.2.2: a dependency is an envelope
    try {
      return SuitEnvelope.parseDependency(cell.payload().get(), checks);
    } catch (Rejected refusal) {
      throw new Rejected(refusal.reason(), "suit.dependency.envelope", refusal.getMessage());
    }
  }

  /** The unlink directive (trust-domains section 5.6.5). */
  void unlink(SuitFrame frame, SuitCell cell) throws Rejected {
    // spec| trust-domains §5.6.5: unlink takes a reference back
    if (frame.holder().isEmpty() || !checks.keeps("suit.unlink")) {
      return;
    }
    if (bench.ledger().release(cell.id(), frame.holder().get())) {
      new SuitRemoval(bench, machine).remove(cell.id());
    }
  }
}
