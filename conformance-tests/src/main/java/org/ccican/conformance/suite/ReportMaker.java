package org.ccican.conformance.suite;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ccican.conformance.report.Blamed;
import org.ccican.conformance.report.Gate;
import org.ccican.conformance.report.GateNote;
import org.ccican.conformance.report.GateResult;
import org.ccican.conformance.report.RequirementResult;
import org.ccican.conformance.report.RunReport;
import org.ccican.conformance.report.ScenarioResult;
import org.ccican.conformance.requirement.Ambiguities;
import org.ccican.conformance.requirement.Level;
import org.ccican.conformance.requirement.Requirement;
import org.ccican.conformance.requirement.Requirements;
import org.ccican.conformance.requirement.ScenarioRef;
import org.ccican.conformance.sut.SutClaims;
import org.ccican.conformance.trace.RunTrace;
import org.ccican.conformance.trace.TraceEvent;
import org.ccican.conformance.verdict.Attribution;
import org.ccican.conformance.verdict.Attributions;
import org.ccican.conformance.verdict.ExitCode;
import org.ccican.conformance.verdict.Judges;
import org.ccican.conformance.verdict.Recorded;
import org.ccican.conformance.verdict.RequirementJudgement;
import org.ccican.conformance.verdict.RequirementPlan;
import org.ccican.conformance.verdict.RunJudgement;
import org.ccican.conformance.verdict.ScenarioJudgement;
import org.ccican.conformance.verdict.Verifier;
import org.ccican.role.RoleId;

/** Judges a log and makes its report: a function of the log and the catalogue, of nothing else. */
public final class ReportMaker {

  /** The reference plays all of them. */
  private static final int ROLES = RoleId.values().length;

  private final Requirements requirements;
  private final Ambiguities ambiguities;
  private final Map<String, String> cases;
  private final int catalogue;
  private final Judges judges;
  private final Verifier signatures;

  /**
   * @param cases every case that there is, and the requirement that it tests
   * @param catalogue the latest version of the catalogue
   */
  public ReportMaker(
      Requirements requirements,
      Ambiguities ambiguities,
      Map<String, String> cases,
      int catalogue,
      Judges judges,
      Verifier signatures) {
    this.requirements = requirements;
    this.ambiguities = ambiguities;
    this.cases = Map.copyOf(cases);
    this.catalogue = catalogue;
    this.judges = judges;
    this.signatures = signatures;
  }

  public RunJudgement judge(RunTrace trace) {
    Optional<Integer> held = trace.header().flatMap(run -> Terms.version(run.catalogue()));
    boolean recorded = Recorded.is(trace);
    List<String> claims = claims(trace);
    List<RequirementPlan> plans =
        requirements.all().stream()
            .map(
                requirement ->
                    new RequirementPlan(
                        requirement.id(),
                        claims.contains(SutClaims.OPTION + requirement.id())
                            ? Level.MUST.id()
                            : requirement.level().id(),
                        requirement.roles(),
                        recorded
                            ? List.of()
                            : requirement.scenarios().stream().map(ScenarioRef::id).toList(),
                        // what the scenarios of the features would ask is not missing there
                        recorded
                            ? Optional.of("looking on does not show it")
                            : requirement.untested(),
                        held.flatMap(version -> Terms.newer(requirement, version))))
            .toList();
    return RunJudgement.of(trace, plans, judges, signatures);
  }

  /** What the recipe said that the target can do. */
  private static List<String> claims(RunTrace trace) {
    return trace.run().all(TraceEvent.Claimed.class).stream()
        .filter(each -> each.role().equals(SuiteRun.RECIPE))
        .map(TraceEvent.Claimed::text)
        .toList();
  }

  /** The report of what was judged, held to some terms. */
  public RunReport report(RunTrace trace, RunJudgement judgement, boolean strict, Gate gate) {
    Optional<TraceEvent.Run> run = judgement.run();
    String seed = run.map(TraceEvent.Run::seed).orElse("");
    Instant started = run.map(each -> each.stamp().real()).orElse(Instant.EPOCH);
    Map<String, Attribution> blame = Attributions.of(trace, judgement);
    List<ScenarioResult> scenarios =
        judgement.scenarios().stream()
            .filter(scenario -> scenario.header().isPresent())
            .map(
                scenario ->
                    ScenarioResults.of(
                        scenario,
                        trace.scenarios().get(scenario.id()),
                        Optional.ofNullable(blame.get(scenario.id()))))
            .toList();
    GateResult gated = gate.pass(asked(scenarios, run), cases);
    Set<ExitCode> codes = EnumSet.noneOf(ExitCode.class);
    codes.addAll(judgement.exitCodes(strict, gated.excused()));
    if (run.map(each -> !each.shard().isEmpty()).orElse(false)) {
      // There may be more parts than scenarios; what counts is measured once they are joined.
      codes.remove(ExitCode.NOTHING_MEASURED);
    }
    codes.addAll(gated.exitCodes());
    return RunReport.of(
        run.map(TraceEvent.Run::suiteVersion).orElse("unknown"),
        run.map(TraceEvent.Run::catalogue).orElse("unknown"),
        seed,
        started,
        run.map(TraceEvent.Run::instant).orElse(Instant.EPOCH),
        run.map(TraceEvent.Run::java).orElse("unknown"),
        incomplete(judgement),
        new RunReport.Target(
            run.map(ReportMaker::target).orElse("unknown"),
            run.map(TraceEvent.Run::revision).orElse("unknown"),
            run.map(TraceEvent.Run::roles).orElse(List.of()),
            emulated(trace),
            claims(trace)),
        new RunReport.Reproduction(
            seed.isEmpty()
                ? RunReport.Reproduction.OBSERVE + " RECORDING --sut FILE"
                : command(run) + " --seed " + seed,
            run.map(TraceEvent.Run::selection).orElse(""),
            run.map(TraceEvent.Run::shard).orElse("")),
        ExitCode.first(codes).code(),
        gated,
        judgement.requirements().stream().map(this::requirement).toList(),
        scenarios.stream().map(each -> disputed(each, gated)).toList(),
        ReadingResults.of(ambiguities, trace, judgement));
  }

  /** What is newer than the run is held to says nothing about what is known of it. */
  private List<ScenarioResult> asked(List<ScenarioResult> scenarios, Optional<TraceEvent.Run> run) {
    Optional<Integer> held = run.flatMap(each -> Terms.version(each.catalogue()));
    return scenarios.stream()
        .filter(
            each ->
                held.isEmpty()
                    || requirements
                        .find(each.requirement())
                        .flatMap(found -> Terms.newer(found, held.get()))
                        .isEmpty())
        .toList();
  }

  /**
   * Evidence is that of an emulator unless the suite saw otherwise; of what others captured it says
   * nothing.
   */
  private static boolean emulated(RunTrace trace) {
    return !Recorded.is(trace)
        && trace.scenarios().values().stream()
            .flatMap(scenario -> scenario.responses("evidence").stream())
            .noneMatch(answer -> answer.headers().containsKey(":evidence"));
  }

  /** The log does not hold where the recipe of a target elsewhere was. */
  private String command(Optional<TraceEvent.Run> run) {
    boolean reference = run.map(each -> each.roles().size() == ROLES).orElse(true);
    StringBuilder command = new StringBuilder("./ccican run");
    command.append(reference ? "" : " --sut FILE");
    // A target elsewhere has its edition in its recipe.
    run.map(TraceEvent.Run::revision)
        .filter(revision -> reference && !revision.equals("teep-26"))
        .ifPresent(revision -> command.append(" --revision ").append(revision));
    run.map(TraceEvent.Run::catalogue)
        .filter(version -> !version.equals(Integer.toString(catalogue)))
        .ifPresent(version -> command.append(" --catalogue ").append(version));
    run.map(TraceEvent.Run::faults)
        .orElse(List.of())
        .forEach(fault -> command.append(" --fault ").append(fault));
    return command.toString();
  }

  /** What was judged, and what was broken in it on purpose: a reader must not miss that. */
  private static String target(TraceEvent.Run run) {
    return run.faults().isEmpty()
        ? run.target()
        : run.target()
            + ", in which the reference is broken on purpose: "
            + String.join(", ", run.faults());
  }

  private static String incomplete(RunJudgement judgement) {
    if (judgement.complete()) {
      return "";
    }
    List<String> unfinished =
        judgement.scenarios().stream()
            .filter(scenario -> scenario.outcome().id().equals("inconclusive"))
            .map(ScenarioJudgement::id)
            .toList();
    return unfinished.isEmpty()
        ? "the log ends before the run does"
        : "the log ends before the run does; not finished: " + String.join(", ", unfinished);
  }

  private RequirementResult requirement(RequirementJudgement judged) {
    Requirement requirement = requirements.find(judged.plan().id()).orElseThrow();
    return new RequirementResult(
        requirement.id(),
        requirement.level(),
        requirement.document(),
        requirement.section(),
        requirement.roles(),
        requirement.text(),
        judged.outcome(),
        judged.plan().untested().isPresent()
            ? judged.scenarios()
            : Stream.concat(
                    requirement.scenarios().stream().map(ScenarioRef::id),
                    judged.scenarios().stream().filter(Recorded::isMade))
                .toList(),
        requirement.since(),
        judged.scenarios().isEmpty() ? judged.plan().untested().orElse("") : "");
  }

  /** What somebody disputes with a reason is put down to the text until that is settled. */
  private static ScenarioResult disputed(ScenarioResult scenario, GateResult gated) {
    return gated
        .find(scenario.id())
        .filter(note -> note.kind() == GateNote.Kind.QUARANTINED)
        .map(note -> scenario.blamed(new Blamed("specification", "disputed: " + note.reason())))
        .orElse(scenario);
  }
}
