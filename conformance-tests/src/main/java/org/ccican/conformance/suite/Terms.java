package org.ccican.conformance.suite;

import java.util.Objects;
import java.util.Optional;
import org.ccican.conformance.report.Gate;
import org.ccican.conformance.requirement.Catalogue;
import org.ccican.conformance.requirement.Requirement;

/**
 * What a run is held to, and how much of it this is.
 *
 * @param gate what is known beforehand
 * @param catalogue the version of the catalogue; what later ones brought is not asked for
 * @param shard which part of the run this is; empty if it is all of it
 */
public record Terms(Gate gate, int catalogue, Optional<Shard> shard) {

  public Terms {
    Objects.requireNonNull(gate);
    Objects.requireNonNull(shard);
  }

  /** All that there is, held to everything. */
  public static Terms all() {
    return new Terms(Gate.open(), Catalogue.load().latest(), Optional.empty());
  }

  /** Why a requirement is not asked for by a version of the catalogue. */
  static Optional<String> newer(Requirement requirement, int version) {
    return requirement.since() > version
        ? Optional.of(
            "it came with version "
                + requirement.since()
                + " of the catalogue; this run is held to version "
                + version)
        : Optional.empty();
  }

  /** A version as the log has it. */
  static Optional<Integer> version(String text) {
    return text.matches("[1-9][0-9]{0,4}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }
}
