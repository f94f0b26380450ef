package org.ccican.conformance.verdict;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a requirement is judged by.
 *
 * @param level must, should, may, step or derived
 * @param roles ids of the roles that it binds
 * @param scenarios ids, those of outlines without their row
 * @param untested why there are no scenarios, if there are none
 * @param excluded why it is not asked for, whatever the target plays
 */
public record RequirementPlan(
    String id,
    String level,
    List<String> roles,
    List<String> scenarios,
    Optional<String> untested,
    Optional<String> excluded) {

  public RequirementPlan {
    Objects.requireNonNull(id);
    Objects.requireNonNull(level);
    Objects.requireNonNull(untested);
    Objects.requireNonNull(excluded);
    roles = List.copyOf(roles);
    scenarios = List.copyOf(scenarios);
  }

  /** A plan of what is asked for. */
  public RequirementPlan(
      String id,
      String level,
      List<String> roles,
      List<String> scenarios,
      Optional<String> untested) {
    this(id, level, roles, scenarios, untested, Optional.empty());
  }

  /** Recommended or optional: counted apart from what binds. */
  public boolean advisory() {
    return level.equals("should") || level.equals("may");
  }

  /** Whether breaking it fails a run. */
  boolean binding(boolean strict) {
    return !advisory() || strict && level.equals("should");
  }
}
