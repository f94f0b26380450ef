package org.ccican.conformance.cli;

import io.cucumber.tagexpressions.Expression;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.ccican.check.Checks;
import org.ccican.conformance.matrix.ConsequenceFile;
import org.ccican.conformance.matrix.KillMatrix;
import org.ccican.conformance.matrix.KillsFile;
import org.ccican.conformance.matrix.Matrices;
import org.ccican.conformance.matrix.MatrixFiles;
import org.ccican.conformance.matrix.MatrixPlan;
import org.ccican.conformance.matrix.MatrixRun;
import org.ccican.conformance.matrix.Ratchet;
import org.ccican.conformance.matrix.Stability;
import org.ccican.conformance.matrix.Zoo;
import org.ccican.conformance.suite.Equipment;
import org.ccican.conformance.suite.SuiteRun;
import org.ccican.conformance.verdict.ExitCode;
import org.ccican.conformance.verdict.Outcome;
import org.ccican.conformance.verdict.RunJudgement;
import org.ccican.conformance.verdict.ScenarioJudgement;
import org.ccican.wire.Bytes;

/** What the process does when the suite itself is to be tested. */
final class ProofServices implements Services.Proof {

  private static final Bytes SEED = Bytes.utf8("the seed of the matrix");

  private final InstantSource clock;

  ProofServices(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public ExitCode matrix(MatrixOptions options, Progress progress, PrintWriter out)
      throws CommandFailed {
    Equipment equipment = Equipment.load();
    MatrixPlan plan =
        new MatrixPlan(
            Version.text(),
            options.role(),
            options.faults(),
            options.generated(),
            options.shard(),
            options.all(),
            options.most(),
            options.consequences().isPresent() ? ConsequenceFile.DOCUMENTS : List.of(),
            options.threads().orElse(2 * Runtime.getRuntime().availableProcessors()),
            SEED);
    Matrices matrices = new Matrices(equipment, clock);
    Ratchet ratchet = Ratchet.load();
    MatrixRun run = options.sample() ? matrices.sample(ratchet, plan) : matrices.of(plan);
    if (run.selected().isEmpty()) {
      throw new CommandFailed(ExitCode.NOTHING_MEASURED, "no fault is left to be tried");
    }
    try {
      KillMatrix matrix = run.run(options.out(), new Shown(progress));
      progress.end();
      MatrixFiles.write(matrix, equipment.requirements(), command(options), options.out());
      if (options.consequences().isPresent() && matrix.controls().hold()) {
        ConsequenceFile.of(matrix, options.most()).write(options.consequences().get());
      }
      if (options.result().isPresent() && matrix.controls().hold()) {
        Path file = options.result().get();
        KillsFile.write(
            matrix, equipment.requirements(), file, file.resolveSibling(KillsFile.PAGE));
      }
      ExitCode code = summed(matrix, options.out(), out);
      return options.sample() && code == ExitCode.PASSED ? compared(ratchet.of(matrix), out) : code;
    } catch (IOException e) {
      progress.end();
      throw FileTrouble.failed(options.out(), "cannot be written", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailed(ExitCode.UNSETTLED, "interrupted", e);
    }
  }

  @Override
  public ExitCode demo(Path folder, PrintWriter out) throws CommandFailed {
    try {
      List<Zoo.Visit> visits =
          new Matrices(Equipment.load(), clock)
              .zoo(Version.text(), SEED)
              .visit(folder, 2 * Runtime.getRuntime().availableProcessors());
      for (Zoo.Visit each : visits) {
        out.println(
            each.animal().name()
                + ": "
                + (each.catches().isEmpty()
                    ? "nothing found"
                    : "caught by "
                        + String.join(
                            " ", each.catches().stream().map(Zoo.Catch::scenario).toList())));
      }
      out.println("page: " + folder.resolve(Zoo.HTML));
      out.flush();
      return visits.stream().allMatch(Zoo.Visit::right) ? ExitCode.PASSED : ExitCode.FAILED;
    } catch (IOException e) {
      throw FileTrouble.failed(folder, "cannot be written", e);
    }
  }

  @Override
  public ExitCode stability(int runs, Optional<TagExpression> tags, Path folder, PrintWriter out)
      throws CommandFailed {
    Equipment equipment = Equipment.load();
    Expression chosen = tags.map(TagExpression::expression).orElseGet(SuiteRun::everything);
    if (equipment.features().select(chosen).isEmpty()) {
      throw new CommandFailed(ExitCode.NOTHING_MEASURED, "the tags select no scenario");
    }
    try {
      SortedMap<String, SortedSet<String>> unstable =
          new Stability(equipment, Version.text(), chosen, Checks.unbroken(), clock)
              .unstable(
                  Stability.settings(runs),
                  folder,
                  (run, setting, judgement) -> tell(run, setting, judgement, out));
      unstable.forEach((id, outcomes) -> out.println("unstable: " + id + " " + outcomes));
      out.println(unstable.isEmpty() ? "one verdict per scenario" : unstable.size() + " unstable");
      out.flush();
      return unstable.isEmpty() ? ExitCode.PASSED : ExitCode.FAILED;
    } catch (IOException e) {
      throw FileTrouble.failed(folder, "cannot be written", e);
    }
  }

  /** A run, and what did not pass in it: the same may pass in the next. */
  private static void tell(
      int run, Stability.Setting setting, RunJudgement judgement, PrintWriter out) {
    out.println("run " + run + ": " + judgement.scenarios().size() + " scenarios, " + setting);
    for (ScenarioJudgement each : judgement.scenarios()) {
      if (each.outcome() != Outcome.PASSED) {
        out.println("  " + each.id() + " " + each.outcome().id() + ": " + each.findings());
      }
    }
    out.flush();
  }

  private static ExitCode summed(KillMatrix matrix, Path folder, PrintWriter out) {
    KillMatrix.Controls controls = matrix.controls();
    controls.notPassed().forEach(line -> out.println("unbroken: " + line));
    if (!controls.canaryDied()) {
      out.println("canary:   " + controls.canary() + " was not noticed");
    }
    List<KillMatrix.Entry> unexplained =
        matrix.survivors().stream()
            .filter(each -> !each.equivalent() && !each.explained())
            .toList();
    unexplained.forEach(each -> out.println("survived: " + each.id() + " " + each.requirement()));
    matrix.stale().forEach(each -> out.println("stale:    " + each.id() + " is not equivalent"));
    out.println("faults:   " + line("written", matrix.written()));
    if (matrix.generated().all() > 0) {
      out.println("          " + line("generated", matrix.generated()));
    }
    out.println("matrix:   " + folder.resolve(MatrixFiles.HTML));
    out.flush();
    if (!controls.hold()) {
      return ExitCode.SUITE_ERROR;
    }
    return unexplained.isEmpty() && matrix.stale().isEmpty() ? ExitCode.PASSED : ExitCode.FAILED;
  }

  private static ExitCode compared(Ratchet.Result result, PrintWriter out) {
    result.lost().forEach(row -> out.println("lost:     " + row));
    out.println(
        "sample:   " + result.found() + " of " + result.rows() + ", at least " + result.least());
    return result.holds() ? ExitCode.PASSED : ExitCode.FAILED;
  }

  private static String line(String kind, KillMatrix.Count count) {
    return String.format(
        Locale.ROOT,
        "%d of %d %s noticed, %d equivalent, %d not (%.1f %%)",
        count.killed(),
        count.all(),
        kind,
        count.equivalent(),
        count.survived(),
        count.rate());
  }

  private static String command(MatrixOptions options) {
    StringBuilder words = new StringBuilder("./ccican kill-matrix");
    options.role().ifPresent(id -> words.append(" --role ").append(id));
    options.faults().forEach(id -> words.append(" --fault ").append(id));
    if (options.shard().of() > 1) {
      words
          .append(" --shard ")
          .append(options.shard().index())
          .append('/')
          .append(options.shard().of());
    }
    words.append(options.generated() ? " --generated" : "");
    words.append(options.all() ? " --all" : "");
    if (options.most() != Integer.MAX_VALUE) {
      words.append(" --most ").append(options.most());
    }
    options.consequences().ifPresent(file -> words.append(" --consequences ").append(file));
    options.result().ifPresent(file -> words.append(" --result ").append(file));
    words.append(options.sample() ? " --sample" : "");
    return words.toString();
  }

  /** Shows the progress of a matrix. */
  private record Shown(Progress progress) implements MatrixRun.Observer {

    @Override
    public void begins(int faults) {
      progress.begin(faults);
    }

    @Override
    public void ended(KillMatrix.Entry entry) {
      progress.ended(
          entry.id(),
          entry.killedBy().isEmpty() ? entry.reason() : String.join(" ", entry.killedBy()),
          entry.killedBy().isEmpty() ? "survived" : "passed");
    }
  }
}
