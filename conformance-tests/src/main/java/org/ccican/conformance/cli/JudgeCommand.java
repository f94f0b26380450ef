package org.ccican.conformance.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ccican.conformance.verdict.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ccican judge}. */
@Command(
    name = "judge",
    description = "Judges the log of a run again, without running anything.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0 to 6:as for run",
      "2:the log is not there or cannot be read",
      "64:the command line cannot be understood"
    })
final class JudgeCommand implements Callable<Integer> {

  private final Services.Judge service;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "LOG", description = "The log that a run left.")
  private Path log;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for a report. Without it the summary alone is printed.")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--strict", description = "Lets a failed should requirement count.")
  private boolean strict;

  @Mixin private GateOptions gate = new GateOptions();

  JudgeCommand(Services.Judge service) {
    this.service = Objects.requireNonNull(service);
  }

  @Override
  public Integer call() throws CommandFailed {
    if (!Files.exists(log)) {
      throw new CommandFailed(ExitCode.CONFIGURATION, log + ": no such file");
    }
    if (!Files.isRegularFile(log)) {
      throw new CommandFailed(ExitCode.CONFIGURATION, log + ": is no file");
    }
    if (out.isPresent() && Files.exists(out.get()) && !Files.isDirectory(out.get())) {
      throw new CommandFailed(ExitCode.CONFIGURATION, out.get() + ": is no folder");
    }
    return service
        .judge(log, out, strict, gate.asked(spec.commandLine()), spec.commandLine().getOut())
        .code();
  }
}
