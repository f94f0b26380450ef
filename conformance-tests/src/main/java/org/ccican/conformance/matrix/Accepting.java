package org.ccican.conformance.matrix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ccican.conformance.step.Scenario;
import org.ccican.conformance.suite.FeatureCatalogue;

/**
 * Who notices that a rule refuses what it must let through: the accepted scenarios from which those
 * depart that claim the rule, the accepted ones of the same requirements, and what {@code
 * accepting.tsv} names where none of these goes through it.
 */
final class Accepting {

  /**
   * @param scenarios ids, parents of the claiming ones first
   * @param vectors ids, with their mark
   * @param requirements those of what the table names
   */
  record Beside(List<String> scenarios, List<String> vectors, SortedSet<String> requirements) {

    Beside {
      scenarios = List.copyOf(scenarios);
      vectors = List.copyOf(vectors);
      requirements = Collections.unmodifiableSortedSet(new TreeSet<>(requirements));
    }
  }

  private final Map<String, Scenario> scenarios = new HashMap<>();
  private final Map<String, List<String>> ofRequirement = new HashMap<>();
  private final Map<String, List<String>> table;
  private final VectorTrial vectors;

  private Accepting(Map<String, List<String>> table, VectorTrial vectors) {
    this.table = table;
    this.vectors = vectors;
  }

  static Accepting of(FeatureCatalogue features, VectorTrial vectors) {
    Accepting accepting = new Accepting(table(), vectors);
    for (Scenario each : features.all()) {
      accepting.scenarios.put(each.id(), each);
      if (!each.negative()) {
        accepting
            .ofRequirement
            .computeIfAbsent(each.requirement(), any -> new ArrayList<>())
            .add(each.id());
      }
    }
    return accepting;
  }

  /** By check, accepted scenarios and vectors that go through it. */
  static Map<String, List<String>> table() {
    Map<String, List<String>> table = new TreeMap<>();
    Table.read(Accepting.class, "accepting.tsv")
        .forEach((check, ids) -> table.put(check, List.of(ids.split(" "))));
    return table;
  }

  /** Those that notice beside the claiming scenarios and the naming vectors. */
  Beside of(String check, List<String> claiming, SortedSet<String> naming) {
    Set<String> beside = new LinkedHashSet<>();
    for (String id : claiming) {
      String parent = scenarios.get(id).parent();
      if (!parent.isEmpty()) {
        beside.add(parent);
      }
    }
    naming.forEach(id -> beside.addAll(ofRequirement.getOrDefault(id, List.of())));
    List<String> octets = new ArrayList<>();
    SortedSet<String> requirements = new TreeSet<>();
    for (String id : table.getOrDefault(check, List.of())) {
      if (id.startsWith(VectorTrial.MARK)) {
        octets.add(id);
        requirements.addAll(vectors.requirementsOf(id));
      } else {
        beside.add(id);
        requirements.add(scenarios.get(id).requirement());
      }
    }
    beside.removeAll(claiming);
    return new Beside(List.copyOf(beside), octets, requirements);
  }
}
