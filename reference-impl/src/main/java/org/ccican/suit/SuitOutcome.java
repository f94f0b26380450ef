package org.ccican.suit;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ccican.reject.Rejected;

/**
 * What became of one manifest.
 *
 * @param report what the TAM is told; it has a reference to the manifest unless the envelope had
 *     none that could be read, see {@link SuitReport#isReferring}
 * @param installed components as they now stand in the store, in the order of the manifests; none
 *     if anything was refused
 * @param removed components that are gone
 * @param refusal why nothing was changed, if so
 */
public record SuitOutcome(
    SuitReport report,
    List<InstalledComponent> installed,
    List<SuitComponentId> removed,
    Optional<Rejected> refusal) {

  public SuitOutcome {
    Objects.requireNonNull(report);
    installed = List.copyOf(installed);
    removed = List.copyOf(removed);
    Objects.requireNonNull(refusal);
  }
}
