package org.ccican.conformance.matrix;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.check.CheckPoint;
import org.ccican.conformance.suite.Equipment;

/** Why faults survive, where somebody wrote it down. */
final class Survivals {

  private final Map<String, String> equivalent;
  private final Map<String, String> unlisted;

  private Survivals(Map<String, String> equivalent, Map<String, String> unlisted) {
    this.equivalent = equivalent;
    this.unlisted = unlisted;
  }

  static Survivals load() {
    return new Survivals(
        Table.read(Survivals.class, "equivalents.tsv"),
        Table.read(Equipment.class, "unlisted-checks.tsv"));
  }

  Map<String, String> equivalents() {
    return equivalent;
  }

  KillMatrix.Entry entry(
      FaultCase tried,
      boolean reached,
      List<String> killers,
      Map<String, List<String>> judges,
      int touched,
      List<KillMatrix.Consequence> consequences) {
    boolean survived = killers.isEmpty();
    Optional<String> said = said(tried, survived, reached);
    return new KillMatrix.Entry(
        tried.id(),
        tried.fault().point().name(),
        tried.manner(),
        tried.kind(),
        tried.role(),
        List.copyOf(tried.requirements()),
        tried.scenarios(),
        tried.vectors(),
        reached,
        killers,
        judges,
        said.isPresent(),
        survived ? said.orElseGet(() -> reason(tried, reached)) : "",
        touched,
        consequences);
  }

  /** One that was found to leave all that can be observed as it was. */
  KillMatrix.Entry equivalent(FaultCase tried, String reason) {
    return new KillMatrix.Entry(
        tried.id(),
        tried.fault().point().name(),
        tried.manner(),
        tried.kind(),
        tried.role(),
        List.copyOf(tried.requirements()),
        tried.scenarios(),
        tried.vectors(),
        true,
        List.of(),
        Map.of(),
        true,
        reason,
        0,
        List.of());
  }

  /**
   * Why nothing can notice, where that is written: of the fault itself, or of the one that somebody
   * wrote for the same rule. A duty that is missed once is noticed by nobody if nothing notices
   * that it is never done; nor is how a guard refuses what no scenario has it refuse.
   */
  private Optional<String> said(FaultCase tried, boolean survived, boolean reached) {
    String own = equivalent.get(tried.id());
    boolean duty = tried.fault().point().kind() == CheckPoint.Kind.DUTY;
    boolean less =
        switch (tried.fault().manner()) {
          case OFF_BY_ONE -> duty || !reached;
          case WRONG_CODE -> !reached;
          case WRITTEN, INVERTED, ALWAYS_REFUSED -> false;
        };
    return own == null && survived && less
        ? Optional.ofNullable(equivalent.get(tried.fault().point().name()))
        : Optional.ofNullable(own);
  }

  private String reason(FaultCase tried, boolean reached) {
    String check = tried.fault().point().name();
    if (tried.scenarios().isEmpty() && tried.vectors().isEmpty()) {
      return unlisted.getOrDefault(check, "neither a scenario nor a vector claims this check");
    }
    return reached ? "" : "what claims it never comes to it";
  }
}
