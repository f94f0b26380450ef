package org.ccican.conformance.matrix;

import java.util.List;
import java.util.Map;
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
    String id = tried.id();
    return new KillMatrix.Entry(
        id,
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
        equivalent.containsKey(id),
        survived ? reason(tried, reached) : "",
        touched,
        consequences);
  }

  private String reason(FaultCase tried, boolean reached) {
    String written = equivalent.get(tried.id());
    if (written != null) {
      return written;
    }
    String check = tried.fault().point().name();
    if (tried.scenarios().isEmpty() && tried.vectors().isEmpty()) {
      return unlisted.getOrDefault(check, "neither a scenario nor a vector claims this check");
    }
    return reached ? "" : "what claims it never comes to it";
  }
}
