package org.ccican.conformance.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ccican.check.BrokenChecks;
import org.ccican.check.Fault;
import org.ccican.conformance.verdict.ScenarioJudgement;

/**
 * Tries a fault that nobody wrote: with the vectors of its check, then with the claiming scenarios
 * whose course it can change, and the accepted ones beside them; the first that notices is enough.
 *
 * <p>If none notices that another reason is named, every scenario in which the rule refuses is run.
 * Where nothing that can be observed differs in any of them, the reason stays inside: the fault is
 * equivalent.
 */
final class GeneratedTrial {

  /** Why, where it was found out and not written down. */
  static final String UNSEEN =
      "the reason stays inside: in every scenario in which the rule refuses, all that can be"
          + " observed is the same, but for the text for people in a TEEP message";

  /** As many scenarios at a time, after the first one. */
  private static final int CHUNK = 4;

  private final Trial trial;
  private final VectorTrial vectors;
  private final Survivals survivals;
  private final Reach reach;
  private final Map<String, String> observed;

  /**
   * @param reach of the unbroken reference
   * @param observed with the unbroken reference, by scenario
   */
  GeneratedTrial(
      Trial trial,
      VectorTrial vectors,
      Survivals survivals,
      Reach reach,
      Map<String, String> observed) {
    this.trial = trial;
    this.vectors = vectors;
    this.survivals = survivals;
    this.reach = reach;
    this.observed = Map.copyOf(observed);
  }

  /**
   * @param logs for the logs while they are needed
   */
  KillMatrix.Entry tried(FaultCase tried, Path logs) throws IOException {
    VectorTrial.Result appraised = vectors.tried(tried.fault(), tried.beside().vectors());
    if (!appraised.killers().isEmpty()) {
      return entry(tried, true, List.of(appraised.killers().get(0)), Map.of());
    }
    SortedSet<String> touched = reach.touchedBy(tried.fault());
    List<String> left = inOrder(tried).filter(touched::contains).distinct().toList();
    boolean reached = appraised.reached() || !touched.isEmpty();
    Map<String, String> seen = new TreeMap<>();
    for (int from = 0; from < left.size(); from += from == 0 ? 1 : CHUNK) {
      List<String> chunk = left.subList(from, Math.min(left.size(), from == 0 ? 1 : from + CHUNK));
      Ran ran = run(tried, chunk, logs);
      seen.putAll(ran.observed());
      for (ScenarioJudgement each : ran.judged()) {
        if (ran.reached().contains(each.id()) && Kill.is(each)) {
          return entry(tried, true, List.of(each.id()), Map.of(each.id(), Kill.judges(each)));
        }
      }
    }
    if (tried.fault().manner() == Fault.Manner.WRONG_CODE && unseen(tried, touched, seen, logs)) {
      return survivals.equivalent(tried, UNSEEN);
    }
    return entry(tried, reached, List.of(), Map.of());
  }

  /** Those first that will notice most likely. */
  private static Stream<String> inOrder(FaultCase tried) {
    boolean refuses =
        tried.fault().manner() == Fault.Manner.ALWAYS_REFUSED
            || tried.fault().manner() == Fault.Manner.INVERTED;
    return refuses
        ? Stream.concat(tried.beside().scenarios().stream(), tried.scenarios().stream())
        : Stream.concat(tried.scenarios().stream(), tried.beside().scenarios().stream());
  }

  private boolean unseen(FaultCase tried, Set<String> touched, Map<String, String> seen, Path logs)
      throws IOException {
    if (touched.isEmpty() || !same(seen)) {
      return false;
    }
    Set<String> others = new LinkedHashSet<>(touched);
    others.removeAll(seen.keySet());
    if (others.isEmpty()) {
      return true;
    }
    Ran ran = run(tried, List.copyOf(others), logs);
    return ran.observed().keySet().containsAll(others) && same(ran.observed());
  }

  private boolean same(Map<String, String> seen) {
    return seen.entrySet().stream()
        .allMatch(each -> each.getValue().equals(observed.get(each.getKey())));
  }

  private record Ran(
      List<ScenarioJudgement> judged, Set<String> reached, Map<String, String> observed) {}

  private Ran run(FaultCase tried, List<String> scenarios, Path logs) throws IOException {
    BrokenChecks broken = BrokenChecks.of(List.of(tried.fault()));
    Path folder = Files.createTempDirectory(logs, "fault");
    try {
      List<ScenarioJudgement> judged =
          trial.run(scenarios, broken, List.of(tried.id()), 1, folder).scenarios();
      Map<String, String> seen =
          observed.isEmpty() || tried.fault().manner() != Fault.Manner.WRONG_CODE
              ? Map.of()
              : Observables.of(Trial.trace(folder));
      return new Ran(judged, broken.reachedIn().keySet(), seen);
    } finally {
      Folders.remove(folder);
    }
  }

  private KillMatrix.Entry entry(
      FaultCase tried, boolean reached, List<String> killers, Map<String, List<String>> judges) {
    return survivals.entry(tried, reached, killers, judges, 0, List.of());
  }
}
