package org.ccican.conformance.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ccican.conformance.report.Baseline;
import org.ccican.conformance.report.BaselineFile;
import org.ccican.conformance.report.BaselineUpdate;
import org.ccican.conformance.report.RunReport;
import org.ccican.conformance.verdict.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ccican baseline update}. */
@Command(
    name = "update",
    description = {
      "Writes the baseline that fits a report: reasons of entries that still hold are kept,",
      "what passed is taken out, and what failed anew needs --reason. Comments are not kept."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the baseline is written",
      "2:there is no such report, a file cannot be used, or a reason is missing",
      "64:the command line cannot be understood"
    })
final class BaselineUpdateCommand implements Callable<Integer> {

  private static final int SHOWN = 10;

  private final InstantSource clock;

  @Spec private CommandSpec spec;

  @Option(
      names = "--report",
      required = true,
      paramLabel = "DIR|FILE",
      description = "The report of a run.")
  private Path report;

  @Option(
      names = "--baseline",
      required = true,
      paramLabel = "FILE",
      description = "The baseline; it is made if it is not there.")
  private Path baseline;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why new failures are put up with.")
  private Optional<String> reason = Optional.empty();

  @Option(
      names = "--until",
      paramLabel = "DAY",
      description = "The last day on which new entries count, such as 2026-12-31.")
  private Optional<LocalDate> until = Optional.empty();

  @Option(
      names = "--link",
      paramLabel = "URL",
      defaultValue = "",
      description = "Where new failures are dealt with.")
  private String link;

  /**
   * @param clock says which entries have ended
   */
  BaselineUpdateCommand(InstantSource clock) {
    this.clock = Objects.requireNonNull(clock);
  }

  @Override
  public Integer call() throws CommandFailed {
    if (reason.map(String::isBlank).orElse(false)) {
      throw new ParameterException(spec.commandLine(), "--reason: is empty");
    }
    RunReport run = Reports.read(report);
    Baseline former = Files.exists(baseline) ? GateOptions.read(baseline) : named(baseline);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    BaselineUpdate.Result result = new BaselineUpdate(reason, until, link, today).of(run, former);
    if (!result.unexplained().isEmpty()) {
      throw new CommandFailed(
          ExitCode.CONFIGURATION,
          "--reason is missing for what failed anew: " + some(result.unexplained()));
    }
    try {
      Files.writeString(baseline, BaselineFile.text(result.baseline()));
    } catch (IOException e) {
      throw FileTrouble.failed(baseline, "cannot be written", e);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        baseline
            + ": "
            + result.baseline().failures().size()
            + " known failures, "
            + result.added().size()
            + " of them new; "
            + result.removed().size()
            + " taken out");
    out.flush();
    return ExitCode.PASSED.code();
  }

  private static Baseline named(Path file) {
    return new Baseline(file.toString(), List.of(), List.of());
  }

  private static String some(List<String> ids) {
    return String.join(", ", ids.subList(0, Math.min(SHOWN, ids.size())))
        + (ids.size() > SHOWN ? " and " + (ids.size() - SHOWN) + " more" : "");
  }
}
