package org.ccican.conformance.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.ccican.conformance.matrix.ConsequenceFile;
import org.ccican.conformance.matrix.KillMatrix;
import org.ccican.conformance.matrix.Matrices;
import org.ccican.conformance.matrix.MatrixFiles;
import org.ccican.conformance.matrix.MatrixPlan;
import org.ccican.conformance.matrix.MatrixRun;
import org.ccican.conformance.matrix.Ratchet;
import org.ccican.conformance.suite.Equipment;
import org.ccican.conformance.verdict.ExitCode;
import org.ccican.wire.Bytes;

/** What the process does when the suite itself is to be tested. */
final class ProofServices {

  private static final Bytes SEED = Bytes.utf8("the seed of the matrix");

  private final InstantSource clock;

  ProofServices(InstantSource clock) {
    this.clock = clock;
  }

  ExitCode matrix(MatrixOptions options, Progress progress, PrintWriter out) throws CommandFailed {
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
    out.println("faults:   " + line("written", matrix.written()));
    if (matrix.generated().all() > 0) {
      out.println("          " + line("generated", matrix.generated()));
    }
    out.println("matrix:   " + folder.resolve(MatrixFiles.HTML));
    out.flush();
    if (!controls.hold()) {
      return ExitCode.SUITE_ERROR;
    }
    return unexplained.isEmpty() ? ExitCode.PASSED : ExitCode.FAILED;
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
