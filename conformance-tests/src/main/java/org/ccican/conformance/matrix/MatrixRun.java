package org.ccican.conformance.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccican.check.BrokenChecks;
import org.ccican.check.Fault;
import org.ccican.conformance.step.Scenario;
import org.ccican.conformance.verdict.Outcome;
import org.ccican.conformance.verdict.RunJudgement;
import org.ccican.conformance.verdict.ScenarioJudgement;

/** Tries fault after fault, in one process, and says which scenario noticed which. */
public final class MatrixRun {

  /** An unsigned message is what every judge of signatures is there for. */
  public static final String CANARY = "tam.message.signed";

  /** Told how far it has come, by any thread. */
  public interface Observer {

    void begins(int faults);

    void ended(KillMatrix.Entry entry);
  }

  private final Trial trial;
  private final VectorTrial vectors;
  private final FaultCases cases;
  private final MatrixPlan plan;
  private final Survivals survivals;

  MatrixRun(
      Trial trial, VectorTrial vectors, FaultCases cases, Survivals survivals, MatrixPlan plan) {
    this.trial = trial;
    this.vectors = vectors;
    this.cases = cases;
    this.survivals = survivals;
    this.plan = plan;
  }

  /** The faults that will be tried. */
  public List<FaultCase> selected() {
    return plan.select(cases);
  }

  /**
   * @param folder for the logs while they are needed; it is left as it was
   * @throws IOException if a log cannot be written
   */
  public KillMatrix run(Path folder, Observer observer) throws IOException, InterruptedException {
    List<FaultCase> selected = selected();
    Files.createDirectories(folder);
    Path logs = Files.createTempDirectory(folder, "logs");
    try {
      Reach reach = new Reach();
      FaultCase canary = cases.find(CANARY).orElseThrow();
      Set<String> claiming = new LinkedHashSet<>(canary.scenarios());
      selected.forEach(each -> claiming.addAll(each.scenarios()));
      selected.forEach(each -> claiming.addAll(each.beside().scenarios()));
      boolean compared = selected.stream().anyMatch(MatrixRun::namesAnotherReason);
      if (plan.all() || compared) {
        trial.equipment().features().all().stream().map(Scenario::id).forEach(claiming::add);
      }
      RunJudgement unbroken =
          trial.run(claiming, reach, List.of(), plan.threads(), logs.resolve("unbroken"));
      Map<String, String> observed =
          compared ? Observables.of(Trial.trace(logs.resolve("unbroken"))) : Map.of();
      KillMatrix.Controls controls =
          new KillMatrix.Controls(
              unbroken.scenarios().size(),
              vectors.size(),
              Stream.concat(notPassed(unbroken).stream(), vectors.notPassed().stream()).toList(),
              CANARY,
              !tried(canary, Set.of(), logs).killedBy().isEmpty());
      observer.begins(controls.hold() ? selected.size() : 0);
      List<KillMatrix.Entry> entries =
          controls.hold() ? all(selected, reach, observed, logs, observer) : List.of();
      return matrix(controls, selected, entries);
    } finally {
      Folders.remove(logs);
    }
  }

  private static boolean namesAnotherReason(FaultCase each) {
    return each.fault().manner() == Fault.Manner.WRONG_CODE;
  }

  private KillMatrix matrix(
      KillMatrix.Controls controls, List<FaultCase> selected, List<KillMatrix.Entry> entries) {
    Set<String> killers =
        entries.stream().flatMap(each -> each.killedBy().stream()).collect(Collectors.toSet());
    return new KillMatrix(
        KillMatrix.SCHEMA,
        plan.suiteVersion(),
        plan.selection(),
        plan.seed().toHex(),
        controls,
        KillMatrix.Count.of(
            entries.stream().filter(each -> each.kind().equals("written")).toList()),
        KillMatrix.Count.of(
            entries.stream().filter(each -> each.kind().equals("generated")).toList()),
        entries,
        selected.stream()
            .flatMap(each -> Stream.concat(each.scenarios().stream(), each.vectors().stream()))
            .distinct()
            .filter(id -> !entries.isEmpty() && !killers.contains(id))
            .toList());
  }

  private List<KillMatrix.Entry> all(
      List<FaultCase> selected,
      Reach reach,
      Map<String, String> observed,
      Path logs,
      Observer observer)
      throws IOException, InterruptedException {
    GeneratedTrial generated = new GeneratedTrial(trial, vectors, survivals, reach, observed);
    ExecutorService executor = Executors.newFixedThreadPool(plan.threads());
    try {
      List<Future<KillMatrix.Entry>> waiting = new ArrayList<>();
      for (FaultCase each : selected) {
        Set<String> touched = plan.all() ? reach.touchedBy(each.fault()) : Set.of();
        waiting.add(
            executor.submit(
                () -> {
                  KillMatrix.Entry entry =
                      each.fault().isWritten() || plan.all()
                          ? tried(each, touched, logs)
                          : generated.tried(each, logs);
                  observer.ended(entry);
                  return entry;
                }));
      }
      List<KillMatrix.Entry> entries = new ArrayList<>();
      for (Future<KillMatrix.Entry> each : waiting) {
        entries.add(each.get());
      }
      return entries;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      executor.shutdownNow();
    }
  }

  /**
   * @param touchable the scenarios that the fault can touch, besides its own
   */
  private KillMatrix.Entry tried(FaultCase tried, Set<String> touchable, Path logs)
      throws IOException {
    Set<String> touched = touchable.size() > plan.most() ? Set.of() : touchable;
    BrokenChecks broken = BrokenChecks.of(List.of(tried.fault()));
    Set<String> scenarios = new LinkedHashSet<>(tried.scenarios());
    scenarios.addAll(touched);
    VectorTrial.Result appraised = vectors.tried(tried.fault());
    if (scenarios.isEmpty()) {
      return survivals.entry(
          tried, appraised.reached(), appraised.killers(), Map.of(), 0, List.of());
    }
    Path folder = Files.createTempDirectory(logs, "fault");
    RunJudgement judgement = trial.run(scenarios, broken, List.of(tried.id()), 1, folder);
    Folders.remove(folder);
    Map<String, ScenarioJudgement> judged = new HashMap<>();
    judgement.scenarios().forEach(each -> judged.put(each.id(), each));
    Set<String> reached = broken.reachedIn().keySet();
    List<String> killers =
        tried.scenarios().stream()
            .filter(id -> reached.contains(id) && Kill.is(judged.get(id)))
            .toList();
    return survivals.entry(
        tried,
        appraised.reached() || tried.scenarios().stream().anyMatch(reached::contains),
        Stream.concat(killers.stream(), appraised.killers().stream()).toList(),
        killers.stream().collect(Collectors.toMap(id -> id, id -> Kill.judges(judged.get(id)))),
        touchable.size(),
        Consequences.of(tried, judgement, touched, trial.equipment().requirements()));
  }

  private static List<String> notPassed(RunJudgement judgement) {
    return judgement.scenarios().stream()
        .filter(MatrixRun::failed)
        .map(each -> each.id() + ": " + each.findings())
        .toList();
  }

  /** Only what a parent that was not selected leaves blocked is left out. */
  private static boolean failed(ScenarioJudgement each) {
    return each.outcome() != Outcome.PASSED
        && !(each.outcome() == Outcome.BLOCKED
            && each.expectations().stream()
                .allMatch(one -> one.verdict().outcome() == Outcome.PASSED));
  }
}
