package org.ccican.suit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;

/** What is checked of a manifest before any of its commands runs (suit-manifest section 6.2). */
final class SuitAdmission {

  private static final int MOST_COMPONENTS = 16;
  private static final int MOST_NESTING = 8;

  private final SuitBench bench;
  private final Checks checks;

  SuitAdmission(SuitBench bench) {
    this.bench = bench;
    this.checks = bench.checks();
  }

  /**
   * @throws Rejected naming the rule that does not hold
   */
  void admit(SuitFrame frame) throws Rejected {
    SuitManifest manifest = frame.manifest();
    // spec| suit-manifest §8.4.5: the list of components is not empty
    Rejected.unless(
        checks,
        "suit.components.some",
        !manifest.components().isEmpty(),
        Reason.MISSING_FIELD,
        () -> "no component");
    // spec| suit-manifest §6.2: no more components than there is room for
    Rejected.unless(
        checks,
        "suit.limit.components",
        manifest.components().size() <= MOST_COMPONENTS,
        Reason.LIMIT_EXCEEDED,
        () -> manifest.components().size() + " components, at most " + MOST_COMPONENTS);
    for (int index = 0; index < frame.cells().size(); index++) {
      SuitComponentId id = frame.cells().get(index).id();
      component(frame, id);
      if (!frame.isDependency(index)) {
        current(id, manifest);
      }
    }
    if (frame.isRoot() && manifest.manifestComponentId().isPresent()) {
      SuitComponentId id = manifest.manifestComponentId().get();
      // spec| trust-domains §10: a root manifest is stored where its signer may write
      Rejected.unless(
          checks,
          "suit.manifest-id.authorised",
          isOpen(id, frame),
          Reason.POLICY_VIOLATED,
          () -> "the place " + id + " of the manifest is not open to its signer");
      current(id, manifest);
    }
    if (manifest.components().size() > manifest.dependencies().size()) {
      identity(manifest);
    }
  }

  private void component(SuitFrame frame, SuitComponentId id) throws Rejected {
    // spec| suit-manifest §6.1: a component is one that the device has
    Rejected.unless(
        checks,
        "suit.component.supported",
        bench.device().hasPlace(id),
        Reason.NOT_AVAILABLE,
        () -> "there is no component " + id);
    if (frame.isRoot()) {
      // spec| suit-manifest §6.2 and §9: the signer's rights end with the device's access list
      Rejected.unless(
          checks,
          "suit.component.authorised",
          isOpen(id, frame),
          Reason.POLICY_VIOLATED,
          () -> "component " + id + " is not open to its signer");
    } else {
      // spec| trust-domains §5.1: a dependency installs what its own signer may install
      Rejected.unless(
          checks,
          "suit.dependency.rights",
          isOpen(id, frame),
          Reason.POLICY_VIOLATED,
          () -> "component " + id + " is not open to the dependency's signer");
    }
  }

  private void current(SuitComponentId id, SuitManifest manifest) throws Rejected {
    Optional<Long> highest = bench.ledger().highestSequence(id);
    // spec| suit-manifest §8.4.2: a lower sequence number is refused, an equal one is not
    Rejected.unless(
        checks,
        "suit.rollback",
        highest.isEmpty() || manifest.sequenceNumber() >= highest.get(),
        Reason.ROLLED_BACK,
        () -> "sequence number " + manifest.sequenceNumber() + " after " + highest.get());
  }

  /** A manifest without a signer came here because that was let through. */
  private static boolean isOpen(SuitComponentId id, SuitFrame frame) {
    return frame.signer().map(each -> each.mayInstall(id)).orElse(true);
  }

  private void identity(SuitManifest manifest) throws Rejected {
    Set<Long> codes = new HashSet<>();
    if (manifest.sharedSequence().isPresent()) {
      codes(manifest.sharedSequence().get(), codes, 0);
    }
    // spec| suit-manifest §6.2: the shared sequence tests the vendor
    Rejected.unless(
        checks,
        "suit.shared.vendor",
        codes.contains(SuitLabels.VENDOR_IDENTIFIER),
        Reason.POLICY_VIOLATED,
        () -> "the shared sequence does not test the vendor");
    // spec| suit-manifest §6.2: the shared sequence tests the class
    Rejected.unless(
        checks,
        "suit.shared.class",
        codes.contains(SuitLabels.CLASS_IDENTIFIER),
        Reason.POLICY_VIOLATED,
        () -> "the shared sequence does not test the class");
  }

  /** The commands of a sequence and of those within it, as far as they can be read. */
  private void codes(Bytes sequence, Set<Long> into, int depth) throws Rejected {
    Cbor item = new CborDecoder(checks).decode(sequence, CborProfile.VALID);
    List<Cbor> items = item instanceof Cbor.Array array ? array.items() : List.of();
    for (int i = 0; i + 1 < items.size(); i += 2) {
      SuitManifest.label(items.get(i)).ifPresent(into::add);
      for (Cbor nested : nested(items.get(i), items.get(i + 1))) {
        if (nested instanceof Cbor.Octets octets && depth < MOST_NESTING) {
          codes(octets.value(), into, depth + 1);
        }
      }
    }
  }

  private static List<Cbor> nested(Cbor code, Cbor argument) {
    if (code.equals(Cbor.integer(SuitLabels.RUN_SEQUENCE))) {
      return List.of(argument);
    }
    boolean alternatives = code.equals(Cbor.integer(SuitLabels.TRY_EACH));
    return alternatives && argument instanceof Cbor.Array array
        ? new ArrayList<>(array.items())
        : List.of();
  }
}
