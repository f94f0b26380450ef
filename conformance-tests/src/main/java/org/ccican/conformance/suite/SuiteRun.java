package org.ccican.conformance.suite;

import io.cucumber.tagexpressions.Expression;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.ccican.app.Listeners;
import org.ccican.app.SeededRandomness;
import org.ccican.check.BrokenChecks;
import org.ccican.check.Checks;
import org.ccican.conformance.driver.RunContext;
import org.ccican.conformance.driver.VirtualClock;
import org.ccican.conformance.report.ReportFiles;
import org.ccican.conformance.report.RunReport;
import org.ccican.conformance.requirement.Level;
import org.ccican.conformance.step.Judging;
import org.ccican.conformance.step.Scenario;
import org.ccican.conformance.sut.Connections;
import org.ccican.conformance.sut.Target;
import org.ccican.conformance.trace.MalformedTrace;
import org.ccican.conformance.trace.RunTrace;
import org.ccican.conformance.trace.ScenarioLog;
import org.ccican.conformance.trace.TraceEvent;
import org.ccican.conformance.trace.TraceLog;
import org.ccican.conformance.trace.TraceReader;
import org.ccican.conformance.verdict.Attributions;
import org.ccican.conformance.verdict.Outcome;
import org.ccican.conformance.verdict.RunJudgement;
import org.ccican.wire.Bytes;

/** One run from the choice of scenarios to the report. */
public final class SuiteRun {

  /** The log of a run, beside its report. */
  public static final String LOG = "events.jsonl";

  /** Who says in the log what the target claims: {@code KIND: NAME}. */
  static final String RECIPE = "recipe";

  /** Outcomes, as judged at once, of which somebody will want to know whose fault they are. */
  private static final Set<String> WANTING =
      Set.of(Outcome.FAILED.id(), Outcome.REFUSED_OTHERWISE.id(), Outcome.BLOCKED.id());

  /**
   * What is run.
   *
   * @param suiteVersion for the log
   * @param tags which scenarios; the accepted parents of negative ones come along
   * @param selection the tags as the user wrote them, empty for all
   * @param faults names of the checks that are broken, for the log
   * @param start the virtual time of every scenario's beginning
   * @param terms what it is held to, and how much of it this is
   * @param timeout real time that a role of the reference has for one answer
   */
  public record Plan(
      String suiteVersion,
      Target target,
      Expression tags,
      String selection,
      Bytes seed,
      Instant start,
      Checks checks,
      List<String> faults,
      int threads,
      boolean strict,
      Terms terms,
      Duration timeout) {}

  /** What came of it. */
  public record Result(RunReport report, RunJudgement judgement) {}

  /** Told how far the run has come. */
  public interface Observer {

    void begins(int scenarios);

    /**
     * @param outcome id of the outcome as judged at once
     */
    void ended(String id, String name, String outcome);
  }

  /** Cases of a target whose roles met each other that each of them is asked alone. */
  private static final int MOST_APART = 100;

  private final Equipment equipment;
  private final Plan plan;
  private final InstantSource realClock;
  private final Connections connections;

  /**
   * A run of the reference.
   *
   * @param realClock stamps the events; no verdict depends on it
   */
  public SuiteRun(Equipment equipment, Plan plan, InstantSource realClock) {
    this(equipment, plan, realClock, Connections.none());
  }

  /**
   * @param realClock stamps the events; no verdict depends on it
   * @param connections to the roles that the plan's target plays in other processes
   */
  public SuiteRun(
      Equipment equipment, Plan plan, InstantSource realClock, Connections connections) {
    this.equipment = equipment;
    this.plan = plan;
    this.realClock = realClock;
    this.connections = connections;
  }

  /**
   * Runs, judges and leaves {@value #LOG} and the report in a folder. Those of an earlier run are
   * removed first, and nothing else.
   *
   * @throws IOException if the folder cannot be written to; what was logged by then stays
   */
  public Result run(Path folder, Observer observer) throws IOException {
    record(folder, observer, selected());
    return conclude(folder);
  }

  /**
   * Runs and judges what the tags pick, without the parents of negative scenarios and without a
   * report: for whoever looks at the verdicts on single expectations, many times over.
   *
   * @throws IOException if the log cannot be written to the folder
   */
  public RunJudgement judged(Path folder, Observer observer) throws IOException {
    record(folder, observer, equipment.features().only(plan.tags()));
    return equipment.reportMaker().judge(read(folder.resolve(LOG)));
  }

  /**
   * A log in a folder from which those of an earlier run, and its reports, are removed; nothing
   * else is.
   *
   * @param real stamps the events
   */
  public static TraceLog fresh(Path folder, InstantSource real) throws IOException {
    Files.createDirectories(folder);
    for (String name : List.of(LOG, ReportFiles.JSON, ReportFiles.HTML, ReportFiles.JUNIT)) {
      Files.deleteIfExists(folder.resolve(name));
    }
    return TraceLog.create(folder.resolve(LOG), real);
  }

  private RunContext context(
      Target target,
      Checks checks,
      Listeners listeners,
      TraceLog log,
      Connections ways,
      boolean rehearsal) {
    return new RunContext(
        target,
        new SeededRandomness(plan.seed()),
        checks,
        plan.start(),
        plan.timeout(),
        equipment.crypto(),
        equipment.formats(),
        equipment.keys(),
        equipment.specimens(),
        listeners,
        log,
        ways,
        rehearsal);
  }

  private void record(Path folder, Observer observer, List<Scenario> selected) throws IOException {
    try (TraceLog log = fresh(folder, realClock);
        Listeners listeners = new Listeners()) {
      RunContext context =
          context(plan.target(), plan.checks(), listeners, log, connections, false);
      execute(context, observer, selected, folder.resolve(LOG));
    }
  }

  /**
   * The scenarios that a run would have, and why some of them would not be asked: walked through
   * without a word to the target.
   *
   * @throws IOException if there is no port to listen at
   */
  public List<Planned> rehearse() throws IOException {
    List<Scenario> selected = selected();
    try (TraceLog log = new TraceLog(OutputStream.nullOutputStream(), realClock);
        Listeners listeners = new Listeners()) {
      RunContext context = context(plan.target(), plan.checks(), listeners, log, connections, true);
      Map<String, String> reasons = new ConcurrentHashMap<>();
      selected.forEach(each -> inapplicable(each).ifPresent(why -> reasons.put(each.id(), why)));
      List<Scenario> asked =
          selected.stream().filter(each -> !reasons.containsKey(each.id())).toList();
      Judging judging = new Judging(equipment.judges(), equipment.signatures());
      new FeatureRunner(equipment.features(), context, judging, plan.threads())
          .run(asked, (id, outcome, why) -> walked(id, outcome, why, reasons));
      return selected.stream().map(each -> Planned.of(each, reasons)).toList();
    }
  }

  private static void walked(String id, String outcome, String why, Map<String, String> reasons) {
    switch (outcome) {
      case "passed" -> {}
      case "inapplicable" -> reasons.put(id, why);
      default -> throw new IllegalStateException(id + " cannot be walked through: " + why);
    }
  }

  /**
   * Judges what the log in the folder holds, be the run at its end or not, and leaves the report
   * beside it.
   *
   * @throws IOException if there is no log, or the folder cannot be written to
   */
  public Result conclude(Path folder) throws IOException {
    ReportMaker maker = equipment.reportMaker();
    RunTrace trace = read(folder.resolve(LOG));
    RunJudgement judgement = maker.judge(trace);
    RunReport report = maker.report(trace, judgement, plan.strict(), plan.terms().gate());
    ReportFiles.write(report, folder);
    return new Result(report, judgement);
  }

  private void execute(RunContext context, Observer observer, List<Scenario> selected, Path written)
      throws IOException {
    ScenarioLog run = context.log().scenario("", new VirtualClock(plan.start()));
    run.append(
        stamp ->
            new TraceEvent.Run(
                stamp,
                plan.suiteVersion(),
                plan.seed().toHex(),
                plan.start(),
                plan.target().roles().stream().sorted().toList(),
                plan.target().description(),
                plan.target().revision().id(),
                plan.faults(),
                Integer.toString(plan.terms().catalogue()),
                plan.selection(),
                plan.terms().shard().map(Shard::toString).orElse(""),
                System.getProperty("java.version")));
    plan.target().claims().all().forEach(text -> claim(run, RECIPE, text));
    connections.seen().forEach(text -> claim(run, Attributions.PREFLIGHT, text));
    Map<String, Scenario> chosen = new TreeMap<>();
    List<Scenario> applicable = new ArrayList<>();
    for (Scenario scenario : selected) {
      chosen.put(scenario.id(), scenario);
      Optional<String> reason = inapplicable(scenario);
      if (reason.isEmpty()) {
        applicable.add(scenario);
      } else {
        leaveOut(context, scenario, reason.get());
      }
    }
    observer.begins(applicable.size());
    Judging judging = new Judging(equipment.judges(), equipment.signatures());
    Set<String> wanting = ConcurrentHashMap.newKeySet();
    new FeatureRunner(equipment.features(), context, judging, plan.threads())
        .run(
            applicable,
            (id, status, why) -> {
              if (WANTING.contains(status)) {
                wanting.add(id);
              }
              observer.ended(id, chosen.get(id).name(), status);
            });
    if (plan.target().isForeign()) {
      List<Scenario> again =
          applicable.stream().filter(each -> wanting.contains(each.id())).toList();
      control(context, again).forEach(text -> claim(run, Attributions.CONTROL, text));
      if (plan.target().together()) {
        plan.target().parties().forEach(text -> claim(run, Attributions.TOGETHER, text));
        Set<String> broken =
            new PassedBetween(equipment, plan, connections)
                .append(read(written), wanting, context.log());
        List<Scenario> some =
            equipment.features().all().stream()
                .filter(each -> wanting.contains(each.id()) || broken.contains(each.requirement()))
                .filter(each -> inapplicable(each).isEmpty())
                .limit(MOST_APART)
                .toList();
        Map<String, String> roles = new TreeMap<>();
        some.forEach(each -> roles.put(each.id(), " " + String.join(" ", each.roles())));
        outcomes(context, plan.target().apart(), plan.checks(), connections.apart(), some)
            .forEach(text -> claim(run, Attributions.ALONE, text + roles.get(text.split(" ")[0])));
      }
    }
    if (plan.checks() instanceof BrokenChecks broken) {
      reached(broken)
          .forEach(text -> run.append(stamp -> new TraceEvent.Claimed(stamp, "reference", text)));
    }
    run.append(stamp -> new TraceEvent.RunEnd(stamp, true));
  }

  private static void claim(ScenarioLog run, String who, String text) {
    run.append(stamp -> new TraceEvent.Claimed(stamp, who, text));
  }

  /** How the reference, unbroken, comes out of cases that the target did not pass. */
  private List<String> control(RunContext context, List<Scenario> scenarios) {
    Target reference = Target.reference(plan.target().revision());
    return outcomes(context, reference, Checks.unbroken(), Connections.none(), scenarios);
  }

  /** How somebody comes out of cases that the target did not pass. */
  private List<String> outcomes(
      RunContext context,
      Target target,
      Checks checks,
      Connections ways,
      List<Scenario> scenarios) {
    try (TraceLog log = new TraceLog(OutputStream.nullOutputStream(), realClock)) {
      RunContext reference = context(target, checks, context.listeners(), log, ways, false);
      Judging judging = new Judging(equipment.judges(), equipment.signatures());
      Map<String, String> outcomes = new ConcurrentHashMap<>();
      new FeatureRunner(equipment.features(), reference, judging, plan.threads())
          .run(scenarios, (id, status, why) -> outcomes.put(id, status));
      return new TreeMap<>(outcomes)
          .entrySet().stream().map(each -> each.getKey() + " " + each.getValue()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("a log that goes nowhere cannot be closed", e);
    }
  }

  private static List<String> reached(BrokenChecks broken) {
    return broken.reachedIn().entrySet().stream()
        .map(each -> "fault reached in " + each.getKey() + ", " + each.getValue() + " times")
        .toList();
  }

  private List<Scenario> selected() {
    FeatureCatalogue features = equipment.features();
    if (plan.terms().shard().isEmpty()) {
      return features.select(plan.tags());
    }
    // Those that do not run weigh nothing, so they are dealt out for themselves.
    Map<Boolean, List<Scenario>> picked =
        features.select(plan.tags()).stream()
            .collect(Collectors.partitioningBy(each -> inapplicable(each).isEmpty()));
    Shard shard = plan.terms().shard().get();
    List<Scenario> part = new ArrayList<>(shard.part(picked.get(true)));
    part.addAll(shard.part(picked.get(false)));
    return features.withParents(part);
  }

  private Optional<String> inapplicable(Scenario scenario) {
    if (scenario.roles().stream().noneMatch(plan.target()::plays)) {
      // The reference plays what the scenario judges: it is not about this target.
      return Optional.of("the target does not play the " + String.join(", ", scenario.roles()));
    }
    if (isUnclaimed(scenario)) {
      return Optional.of("the recipe does not claim the option " + scenario.requirement());
    }
    return equipment
        .requirements()
        .find(scenario.requirement())
        .flatMap(requirement -> Terms.newer(requirement, plan.terms().catalogue()));
  }

  /** What an implementation may do is asked of one that claims options only if it is claimed. */
  private boolean isUnclaimed(Scenario scenario) {
    return scenario.level().equals(Level.MAY.id())
        && plan.target()
            .claims()
            .options()
            .filter(claimed -> !claimed.contains(scenario.requirement()))
            .isPresent();
  }

  private void leaveOut(RunContext context, Scenario scenario, String reason) {
    ScenarioLog log = context.log().scenario(scenario.id(), new VirtualClock(plan.start()));
    log.append(scenario::event);
    log.append(stamp -> new TraceEvent.Inapplicable(stamp, reason));
    log.append(stamp -> new TraceEvent.ScenarioEnd(stamp, "skipped"));
  }

  private static RunTrace read(Path file) throws IOException {
    try {
      return new TraceReader().read(file);
    } catch (MalformedTrace e) {
      throw new IllegalStateException("the suite wrote a log that it cannot read", e);
    }
  }

  /** The tags of everything. */
  public static Expression everything() {
    return io.cucumber.tagexpressions.TagExpressionParser.parse("");
  }
}
