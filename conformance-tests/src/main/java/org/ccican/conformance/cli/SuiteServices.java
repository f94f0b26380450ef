package org.ccican.conformance.cli;

import io.cucumber.tagexpressions.Expression;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.check.Fault;
import org.ccican.conformance.report.ConsoleSummary;
import org.ccican.conformance.report.ReportFiles;
import org.ccican.conformance.report.RunReport;
import org.ccican.conformance.suite.Equipment;
import org.ccican.conformance.suite.ReportMaker;
import org.ccican.conformance.suite.ShardMerge;
import org.ccican.conformance.suite.SuiteRun;
import org.ccican.conformance.suite.Terms;
import org.ccican.conformance.sut.Connections;
import org.ccican.conformance.sut.Opening;
import org.ccican.conformance.sut.Target;
import org.ccican.conformance.trace.MalformedTrace;
import org.ccican.conformance.trace.RunTrace;
import org.ccican.conformance.trace.TraceReader;
import org.ccican.conformance.trace.TraceWriter;
import org.ccican.conformance.verdict.ExitCode;
import org.ccican.conformance.verdict.RunJudgement;
import org.ccican.wire.Bytes;

/** What the process does when it is asked to run or judge. */
final class SuiteServices {

  /** Virtual time of a run against the reference, which nothing outside depends on. */
  private static final Instant EPOCH = Instant.parse("2026-06-01T12:00:00Z");

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int SEED_SIZE = 16;

  private final InstantSource clock;

  SuiteServices(InstantSource clock) {
    this.clock = clock;
  }

  ExitCode run(RunOptions options, Progress progress, PrintWriter out) throws CommandFailed {
    Target target =
        options.sut().map(Target::of).orElseGet(() -> Target.reference(options.revision()));
    Expression tags = options.tags().map(TagExpression::expression).orElseGet(SuiteRun::everything);
    Equipment equipment = Equipment.load();
    if (equipment.features().select(tags).isEmpty()) {
      throw new CommandFailed(ExitCode.NOTHING_MEASURED, "the tags select no scenario");
    }
    Opening opening =
        new Opening(target, clock, equipment.crypto(), equipment.formats(), equipment.keys());
    try (Connections connections = Connections.open(target, opening)) {
      Optional<String> complaint = connections.look().or(() -> connections.listen(target));
      if (complaint.isPresent()) {
        throw new CommandFailed(ExitCode.CONFIGURATION, complaint.get());
      }
      return run(options, progress, out, equipment, connections.claimed(target), tags, connections);
    }
  }

  private ExitCode run(
      RunOptions options,
      Progress progress,
      PrintWriter out,
      Equipment equipment,
      Target target,
      Expression tags,
      Connections connections)
      throws CommandFailed {
    SuiteRun.Plan plan = plan(options, target, tags, clock);
    SuiteRun run = new SuiteRun(equipment, plan, clock, connections);
    Interruption interruption = Interruption.concluding(run, options, progress, out);
    try {
      SuiteRun.Result result = run.run(options.out(), new Shown(progress));
      progress.end();
      return summed(result, options, out);
    } catch (IOException e) {
      progress.end();
      throw FileTrouble.failed(options.out(), "cannot be written", e);
    } finally {
      interruption.over();
    }
  }

  /** What the options come to for a target. */
  static SuiteRun.Plan plan(
      RunOptions options, Target target, Expression tags, InstantSource clock) {
    boolean foreign = target.isForeign();
    return new SuiteRun.Plan(
        Version.text(),
        target,
        tags,
        options.tags().map(TagExpression::text).orElse(""),
        options.seed().orElseGet(SuiteServices::drawn),
        foreign ? clock.instant().truncatedTo(ChronoUnit.SECONDS) : EPOCH,
        checks(options.faults()),
        options.faults(),
        // A foreign role is one instance: its scenarios go one at a time. Ours wait for each
        // other's answers about as long as they compute.
        options.threads().orElse(foreign ? 1 : 2 * Runtime.getRuntime().availableProcessors()),
        options.strict(),
        new Terms(options.gate().on(clock), options.catalogue(), options.shard()),
        TIMEOUT);
  }

  ExitCode judge(
      Path log, Optional<Path> folder, boolean strict, GateOptions.Asked gate, PrintWriter out)
      throws CommandFailed {
    ReportMaker maker = Equipment.load().reportMaker();
    RunTrace trace = read(log);
    RunJudgement judgement = maker.judge(trace);
    RunReport report = maker.report(trace, judgement, strict, gate.on(clock));
    if (folder.isPresent()) {
      try {
        Files.createDirectories(folder.get());
        ReportFiles.write(report, folder.get());
      } catch (IOException e) {
        throw FileTrouble.failed(folder.get(), "cannot be written", e);
      }
    }
    return summed(report, folder, out);
  }

  ExitCode merge(
      List<Path> folders, Path folder, boolean strict, GateOptions.Asked gate, PrintWriter out)
      throws CommandFailed {
    ReportMaker maker = Equipment.load().reportMaker();
    List<ShardMerge.Part> parts = new ArrayList<>();
    for (Path each : folders) {
      parts.add(new ShardMerge.Part(each.toString(), read(each.resolve(SuiteRun.LOG))));
    }
    try {
      RunTrace whole = new ShardMerge(maker::judge).join(parts);
      RunReport report = maker.report(whole, maker.judge(whole), strict, gate.on(clock));
      Files.createDirectories(folder);
      new TraceWriter().write(whole, folder.resolve(SuiteRun.LOG));
      ReportFiles.write(report, folder);
      return summed(report, Optional.of(folder), out);
    } catch (ShardMerge.Mismatch e) {
      throw new CommandFailed(ExitCode.CONFIGURATION, e.getMessage(), e);
    } catch (IOException e) {
      throw FileTrouble.failed(folder, "cannot be written", e);
    }
  }

  private static RunTrace read(Path log) throws CommandFailed {
    try {
      return new TraceReader().read(log);
    } catch (MalformedTrace e) {
      throw new CommandFailed(ExitCode.CONFIGURATION, log + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw FileTrouble.failed(log, "cannot be read", e);
    }
  }

  static ExitCode summed(SuiteRun.Result result, RunOptions options, PrintWriter out) {
    return summed(result.report(), Optional.of(options.out()), out);
  }

  /**
   * @param folder of the report; empty if none was left
   */
  static ExitCode summed(RunReport report, Optional<Path> folder, PrintWriter out) {
    ConsoleSummary.lines(report, folder.orElse(Path.of(""))).stream()
        .filter(line -> folder.isPresent() || !line.startsWith("report:"))
        .forEach(out::println);
    out.flush();
    return ExitCode.of(report.exitCode());
  }

  static Checks checks(List<String> faults) {
    if (faults.isEmpty()) {
      return Checks.unbroken();
    }
    CheckCatalogue catalogue = CheckCatalogue.load();
    return BrokenChecks.of(
        faults.stream().map(id -> Fault.find(catalogue, id).orElseThrow()).toList());
  }

  /** The one place where a run, or a served role, gets a seed that nobody gave it. */
  static Bytes drawn() {
    byte[] seed = new byte[SEED_SIZE];
    new SecureRandom().nextBytes(seed);
    return Bytes.of(seed);
  }

  /** Shows the progress of a run. */
  private record Shown(Progress progress) implements SuiteRun.Observer {

    @Override
    public void begins(int scenarios) {
      progress.begin(scenarios);
    }

    @Override
    public void ended(String id, String name, String outcome) {
      progress.ended(id, name, outcome);
    }
  }
}
