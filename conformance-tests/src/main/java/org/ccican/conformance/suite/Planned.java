package org.ccican.conformance.suite;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ccican.conformance.step.Scenario;

/**
 * A scenario that a run is about to have.
 *
 * @param inapplicable why it will not be asked of the target; empty if it will
 */
public record Planned(Scenario scenario, Optional<String> inapplicable) {

  public Planned {
    Objects.requireNonNull(scenario);
    Objects.requireNonNull(inapplicable);
  }

  /**
   * @param reasons by id, of those that do not apply; without its parent a scenario means nothing
   */
  static Planned of(Scenario scenario, Map<String, String> reasons) {
    Optional<String> own = Optional.ofNullable(reasons.get(scenario.id()));
    return new Planned(
        scenario,
        own.or(
            () ->
                reasons.containsKey(scenario.parent())
                    ? Optional.of("its parent " + scenario.parent() + " does not apply")
                    : Optional.empty()));
  }
}
