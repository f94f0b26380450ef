package org.ccican.conformance.matrix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.CheckPoint;
import org.ccican.check.Fault;
import org.ccican.conformance.requirement.Requirement;
import org.ccican.conformance.requirement.Requirements;
import org.ccican.conformance.requirement.ScenarioRef;
import org.ccican.conformance.suite.FeatureCatalogue;
import org.ccican.role.RoleId;

/** Every fault there is: those that are written, and those that follow from the kinds of rules. */
public final class FaultCases {

  /** Areas that are a role's own. */
  private static final Map<String, RoleId> ROLES =
      Map.of(
          "owner", RoleId.APPLICATION_OWNER,
          "moc", RoleId.MOC,
          "tam", RoleId.TAM,
          "repository", RoleId.MIDDLEWARE_REPOSITORY,
          "broker", RoleId.TEEP_BROKER,
          "platform", RoleId.PLATFORM,
          "agent", RoleId.TEEP_AGENT,
          "middleware", RoleId.MIDDLEWARE,
          "attester", RoleId.ATTESTING_ENVIRONMENT,
          "verifier", RoleId.VERIFIER);

  private static final Accepting.Beside NOBODY =
      new Accepting.Beside(List.of(), List.of(), Collections.emptySortedSet());

  private final List<FaultCase> all;

  private FaultCases(List<FaultCase> all) {
    this.all = List.copyOf(all);
  }

  static FaultCases of(
      CheckCatalogue checks,
      Requirements requirements,
      FeatureCatalogue features,
      VectorTrial vectors) {
    Accepting accepting = Accepting.of(features, vectors);
    Map<String, String> manners = Table.read(CheckCatalogue.class, "manners.tsv");
    Map<String, List<String>> scenarios = new TreeMap<>();
    Map<String, SortedSet<String>> naming = new TreeMap<>();
    for (Requirement requirement : requirements.all()) {
      for (ScenarioRef each : requirement.scenarios()) {
        for (String check : each.checks()) {
          scenarios.computeIfAbsent(check, any -> new ArrayList<>()).add(each.id());
          naming.computeIfAbsent(check, any -> new TreeSet<>()).add(requirement.id());
        }
      }
    }
    List<FaultCase> all = new ArrayList<>();
    for (CheckPoint point : checks.all()) {
      if (point.kind() != CheckPoint.Kind.STRUCTURAL) {
        SortedSet<String> claiming = naming.getOrDefault(point.name(), new TreeSet<>());
        SortedSet<String> own = claiming.isEmpty() ? vectors.requirements(point.name()) : claiming;
        List<Fault> faults = new ArrayList<>(List.of(Fault.written(point)));
        faults.addAll(Fault.generated(point));
        List<String> named = scenarios.getOrDefault(point.name(), List.of());
        Accepting.Beside beside = accepting.of(point.name(), named, own);
        SortedSet<String> both = new TreeSet<>(own);
        both.addAll(beside.requirements());
        for (Fault fault : faults) {
          all.add(
              new FaultCase(
                  fault,
                  manner(fault, manners),
                  role(point, own, requirements),
                  fault.isWritten() ? own : both,
                  documents(claiming, requirements),
                  named,
                  fault.isWritten() ? NOBODY : beside,
                  vectors.naming(point.name())));
        }
      }
    }
    return new FaultCases(all);
  }

  /** The written ones first as they stand in the catalogue, each before those made from it. */
  public List<FaultCase> all() {
    return all;
  }

  /** These faults alone, each with these scenarios, whether they claim it or not. */
  FaultCases limitedTo(Map<String, List<String>> scenarios) {
    return new FaultCases(
        all.stream()
            .filter(each -> scenarios.containsKey(each.id()))
            .map(
                each ->
                    new FaultCase(
                        each.fault(),
                        each.manner(),
                        each.role(),
                        each.requirements(),
                        each.documents(),
                        scenarios.get(each.id()),
                        NOBODY,
                        each.vectors()))
            .toList());
  }

  public Optional<FaultCase> find(String id) {
    return all.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  private static String manner(Fault fault, Map<String, String> manners) {
    if (!fault.isWritten()) {
      return fault.manner().id();
    }
    boolean guard = fault.point().kind() == CheckPoint.Kind.GUARD;
    return manners.getOrDefault(fault.point().name(), guard ? "always-accepted" : "skipped");
  }

  private static SortedSet<String> documents(SortedSet<String> own, Requirements requirements) {
    SortedSet<String> documents = new TreeSet<>();
    own.forEach(id -> documents.add(requirements.find(id).orElseThrow().document()));
    return documents;
  }

  /** Of a rule that several roles keep, the role that is judged by it; else who reads evidence. */
  private static String role(CheckPoint point, SortedSet<String> own, Requirements requirements) {
    RoleId owner = ROLES.get(point.name().substring(0, point.name().indexOf('.')));
    if (owner != null) {
      return owner.id();
    }
    return own.stream()
        .findFirst()
        .flatMap(requirements::find)
        .flatMap(requirement -> requirement.roles().stream().findFirst())
        .orElse(RoleId.VERIFIER.id());
  }
}
