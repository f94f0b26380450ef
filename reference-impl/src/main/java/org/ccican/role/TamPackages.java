package org.ccican.role;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.message.PackagingMessage.Packages;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.suit.SuitComponentId;
import org.ccican.suit.SuitEnvelope;
import org.ccican.suit.SuitManifest;
import org.ccican.wire.Bytes;

/**
 * The packages of a TAM: its own, which come from the repository, and those that Network Users
 * bring to a placement (usecase-for-cc-in-network-10 sections 2.1 and 4).
 */
final class TamPackages {

  private final Checks checks;
  private final Bounded<String, List<Bytes>> brought = new Bounded<>(TamSessions.ROOM);

  TamPackages(Checks checks) {
    this.checks = checks;
  }

  void bring(String placement, Packages packages) {
    brought.put(placement, packages.packages());
  }

  /** What goes to the environment of a placement, in the order of its installation. */
  List<Bytes> envelopes(String placement, Bytes own) {
    List<Bytes> envelopes = new ArrayList<>(List.of(own));
    // spec| usecase-for-cc-in-network-10 §4.2 to §4.5: the TAM deploys what the user brought
    if (checks.keeps("tam.packages.deployed")) {
      envelopes.addAll(brought.find(placement).orElse(List.of()));
    }
    return envelopes;
  }

  /**
   * @param envelope of a package that the TAM owns
   * @throws Rejected if there is something personal in it
   */
  void own(Bytes envelope) throws Rejected {
    // spec| usecase-for-cc-in-network-10 §2.1: the TAM owns no package with personal data
    Rejected.unless(
        checks,
        "tam.packages.impersonal",
        !components(envelope).contains(TargetingEnvironment.PERSONAL_DATA),
        Reason.POLICY_VIOLATED,
        () -> "a package of the TAM's own has " + TargetingEnvironment.PERSONAL_DATA);
  }

  /** Whether a package is of this sequence number or a later one, or cannot be read. */
  boolean isRecent(Bytes envelope, long least) {
    return manifest(envelope).map(read -> read.sequenceNumber() >= least).orElse(true);
  }

  /** Those of a manifest that can be read; any other is for the Agent to refuse. */
  private List<SuitComponentId> components(Bytes envelope) {
    return manifest(envelope).map(SuitManifest::components).orElse(List.of());
  }

  private Optional<SuitManifest> manifest(Bytes envelope) {
    try {
      return Optional.of(SuitManifest.parse(SuitEnvelope.parse(envelope, checks), checks));
    } catch (Rejected unreadable) {
      return Optional.empty();
    }
  }
}
