package org.ccican.conformance.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ccican.conformance.verdict.Outcome;

/**
 * What a team knows of its target beforehand: failures that it lives with for now, and tests that
 * it disputes.
 *
 * @param file as it was named; empty if there is none
 */
public record Baseline(String file, List<KnownFailure> failures, List<Quarantined> quarantine) {

  public Baseline {
    Objects.requireNonNull(file);
    failures = List.copyOf(failures);
    quarantine = List.copyOf(quarantine);
  }

  /** Nothing is known. */
  public static Baseline none() {
    return new Baseline("", List.of(), List.of());
  }

  /**
   * One case that fails, and why that is put up with.
   *
   * @param requirement id of the requirement that fails
   * @param scenario id of the case, with the row of an outline
   * @param outcome how it fails; anything else is not what is known
   * @param reason never empty
   * @param until the last day on which the entry counts; empty if there is none
   * @param link where the fault is dealt with; empty if nowhere
   * @param place line and column in the file; empty if it was not read from one
   */
  public record KnownFailure(
      String requirement,
      String scenario,
      Outcome outcome,
      String reason,
      Optional<LocalDate> until,
      String link,
      String place) {

    /**
     * @throws IllegalArgumentException if the outcome is no failure, or the reason is missing
     */
    public KnownFailure {
      Objects.requireNonNull(requirement);
      Objects.requireNonNull(scenario);
      if (!outcome.needsAttention() || outcome == Outcome.SUITE_ERROR) {
        throw new IllegalArgumentException(outcome.id() + " is no failure of a target");
      }
      if (reason.isBlank()) {
        throw new IllegalArgumentException("a known failure has a reason");
      }
      Objects.requireNonNull(until);
      Objects.requireNonNull(link);
      Objects.requireNonNull(place);
    }
  }

  /**
   * One test that is disputed: whatever it says does not count until the dispute is over.
   *
   * @param scenario id of the case, or of an outline for all of its rows
   * @param reason never empty
   * @param until the last day on which the quarantine holds
   * @param link where the dispute is; empty if nowhere
   * @param place line and column in the file
   */
  public record Quarantined(
      String scenario, String reason, LocalDate until, String link, String place) {

    /**
     * @throws IllegalArgumentException if the reason is missing
     */
    public Quarantined {
      Objects.requireNonNull(scenario);
      if (reason.isBlank()) {
        throw new IllegalArgumentException("a quarantine has a reason");
      }
      Objects.requireNonNull(until);
      Objects.requireNonNull(link);
      Objects.requireNonNull(place);
    }

    boolean covers(String id) {
      return id.equals(scenario) || id.startsWith(scenario + "#");
    }
  }
}
