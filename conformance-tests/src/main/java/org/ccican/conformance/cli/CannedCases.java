package org.ccican.conformance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccican.conformance.step.Scenario;
import org.ccican.conformance.suite.Planned;
import org.ccican.conformance.suite.SuiteRun;
import org.ccican.conformance.sut.Probe;
import org.ccican.conformance.sut.SutRole;
import org.ccican.conformance.sut.Target;
import org.ccican.conformance.verdict.Outcome;
import org.ccican.conformance.verdict.ScenarioJudgement;

/**
 * One accepted case and one that departs from it and has to be refused, for a role that a program
 * of the user's stands in for: a program that says yes to everything, or no, fits no recipe.
 */
final class CannedCases {

  private static final Set<String> PROGRAMS = Set.of("adapter", "command");

  private final Target target;
  private final List<Planned> planned;

  /**
   * @param planned the scenarios of a whole run
   */
  CannedCases(Target target, List<Planned> planned) {
    this.target = target;
    this.planned = planned;
  }

  /**
   * @param runs a run of some scenarios, by their tags
   * @throws IOException if there is no room for its log
   */
  List<Probe> probes(Function<String, SuiteRun> runs) throws IOException {
    List<Probe> probes = new ArrayList<>();
    for (SutRole role : target.foreign()) {
      Optional<Scenario> refused =
          PROGRAMS.contains(role.way()) ? refusal(role.role().id()) : Optional.empty();
      if (refused.isPresent()) {
        probes.add(probe(role, refused.get(), runs));
      }
    }
    return probes;
  }

  private Probe probe(SutRole role, Scenario refused, Function<String, SuiteRun> runs)
      throws IOException {
    String field = role.role().id() + "." + role.way();
    String tags = "@id-" + refused.parent() + " or @id-" + refused.id();
    Path folder = Files.createTempDirectory("ccican-doctor");
    try {
      List<ScenarioJudgement> judged = runs.apply(tags).judged(folder, new Silent()).scenarios();
      Optional<String> wrong =
          judged.stream()
              .filter(each -> each.outcome() != Outcome.PASSED)
              .map(
                  each ->
                      field
                          + ": "
                          + (each.id().equals(refused.id())
                              ? "does not refuse what has to be refused ("
                              : "does not accept what is good (")
                          + each.id()
                          + " is "
                          + each.outcome().words()
                          + "); write the program that answers for the "
                          + role.role().id()
                          + ", or mend it")
              .findFirst();
      return Probe.of(
          field,
          "accepts " + refused.parent() + " and refuses " + refused.id() + ", as it has to",
          wrong);
    } finally {
      delete(folder);
    }
  }

  /** A negative case that will be asked, as will its parent. */
  private Optional<Scenario> refusal(String role) {
    Set<String> asked =
        planned.stream()
            .filter(each -> each.inapplicable().isEmpty())
            .map(each -> each.scenario().id())
            .collect(Collectors.toSet());
    return planned.stream()
        .map(Planned::scenario)
        .filter(each -> each.negative() && each.roles().contains(role))
        .filter(each -> asked.contains(each.id()) && asked.contains(each.parent()))
        .findFirst();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  /** Nobody watches. */
  private static final class Silent implements SuiteRun.Observer {

    @Override
    public void begins(int scenarios) {}

    @Override
    public void ended(String id, String name, String outcome) {}
  }
}
