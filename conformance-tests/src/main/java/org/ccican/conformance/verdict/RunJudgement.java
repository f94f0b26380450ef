package org.ccican.conformance.verdict;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ccican.conformance.trace.Blame;
import org.ccican.conformance.trace.RunTrace;
import org.ccican.conformance.trace.TraceEvent;

/**
 * How a run came out, as a pure function of its log. What roles say of themselves decides nothing,
 * nor does the order in which lines of different scenarios stand.
 *
 * @param run how the run began; absent if the log lacks it
 * @param complete whether the run and all its scenarios came to their end
 * @param misconfigured whether the run as a whole could not begin as configured
 * @param requirements in the order of the plans
 * @param scenarios by id
 * @param problems of the run as a whole
 */
public record RunJudgement(
    Optional<TraceEvent.Run> run,
    boolean complete,
    boolean misconfigured,
    List<RequirementJudgement> requirements,
    List<ScenarioJudgement> scenarios,
    List<Finding> problems) {

  public RunJudgement {
    Objects.requireNonNull(run);
    requirements = List.copyOf(requirements);
    scenarios = List.copyOf(scenarios);
    problems = List.copyOf(problems);
  }

  /** Judges a whole log. */
  public static RunJudgement of(
      RunTrace trace, List<RequirementPlan> plans, Judges judges, Verifier signatures) {
    // each for itself, so that the order in which they are judged does not matter
    Map<String, ScenarioJudgement> alone = new TreeMap<>();
    trace.scenarios().values().parallelStream()
        .map(each -> ScenarioJudgement.of(each, judges, signatures))
        .toList()
        .forEach(each -> alone.put(each.id(), each));
    Map<String, ScenarioJudgement> all = Parents.resolve(WholeRun.resolve(trace, alone));
    Set<String> roles = trace.header().map(run -> Set.copyOf(run.roles())).orElse(Set.of());
    List<RequirementJudgement> requirements =
        plans.stream().map(plan -> RequirementJudgement.of(plan, all, roles)).toList();
    boolean complete =
        trace.ended()
            && trace.header().isPresent()
            && trace.scenarios().values().stream().allMatch(each -> each.end().isPresent());
    return new RunJudgement(
        trace.header(),
        complete,
        trace.problems().stream().anyMatch(problem -> problem.blame() == Blame.CONFIGURATION),
        requirements,
        List.copyOf(all.values()),
        problems(trace, all, requirements));
  }

  /** All requirements, those that only recommend included. */
  public Counts counts() {
    return Counts.of(requirements.stream().map(RequirementJudgement::outcome).toList());
  }

  /** The requirements of level should and may, which are part of {@link #counts()} too. */
  public Counts advisory() {
    return Counts.of(
        requirements.stream()
            .filter(each -> each.plan().advisory())
            .map(RequirementJudgement::outcome)
            .toList());
  }

  /**
   * @param strict whether a broken recommendation fails the run
   */
  public ExitCode exitCode(boolean strict) {
    return ExitCode.first(exitCodes(strict, Set.of()));
  }

  /**
   * Everything that applies, without what some scenarios came to.
   *
   * @param excused ids of scenarios that are not held against the run
   */
  public Set<ExitCode> exitCodes(boolean strict, Set<String> excused) {
    EnumSet<ExitCode> applicable = EnumSet.noneOf(ExitCode.class);
    if (misconfigured) {
      applicable.add(ExitCode.CONFIGURATION);
    }
    for (Finding problem : problems) {
      applicable.add(code(problem.outcome()));
    }
    for (RequirementJudgement each : requirements) {
      if (each.plan().binding(strict) || each.outcome() == Outcome.SUITE_ERROR) {
        applicable.add(code(held(each, excused)));
      }
    }
    if (!complete) {
      applicable.add(ExitCode.UNSETTLED);
    }
    Counts counts = counts();
    if (counts.passed() + counts.failed() + counts.refusedOtherwise() == 0) {
      applicable.add(ExitCode.NOTHING_MEASURED);
    }
    return applicable;
  }

  private Outcome held(RequirementJudgement requirement, Set<String> excused) {
    if (requirement.scenarios().stream().noneMatch(excused::contains)) {
      return requirement.outcome();
    }
    return Outcome.worst(
        scenarios.stream()
            .filter(each -> requirement.scenarios().contains(each.id()))
            .filter(each -> !excused.contains(each.id()))
            .map(ScenarioJudgement::outcome)
            .toList());
  }

  private static ExitCode code(Outcome outcome) {
    return switch (outcome) {
      case FAILED, REFUSED_OTHERWISE -> ExitCode.FAILED;
      case SUITE_ERROR -> ExitCode.SUITE_ERROR;
      case INCONCLUSIVE, BLOCKED -> ExitCode.UNSETTLED;
      case NOT_RUN, PASSED, INAPPLICABLE -> ExitCode.PASSED;
    };
  }

  private static List<Finding> problems(
      RunTrace trace,
      Map<String, ScenarioJudgement> scenarios,
      List<RequirementJudgement> requirements) {
    List<Finding> problems = new ArrayList<>();
    for (TraceEvent.Problem problem : trace.problems()) {
      problems.add(new Finding(ScenarioJudgement.outcome(problem.blame()), problem.detail()));
    }
    Set<String> counted = new HashSet<>();
    requirements.forEach(each -> counted.addAll(each.scenarios()));
    for (String id : scenarios.keySet()) {
      if (!counted.contains(id)) {
        problems.add(
            new Finding(Outcome.SUITE_ERROR, "scenario " + id + " belongs to no requirement"));
      }
    }
    return problems;
  }
}
