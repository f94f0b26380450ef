package org.ccican.conformance.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ccican.conformance.verdict.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ccican stability}. */
@Command(
    name = "stability",
    description = {
      "Repeats the run against the reference in other orders, with other seeds and numbers of",
      "threads, in other time zones and languages, and names scenarios with two verdicts."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every scenario had one verdict",
      "1:one had two",
      "2:the folder cannot be written to",
      "5:the tags select nothing",
      "64:the command line cannot be understood"
    })
final class StabilityCommand implements Callable<Integer> {

  private static final int MOST_RUNS = 1000;

  private final Services.Proof service;

  @Spec private CommandSpec spec;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "20",
      description = "How often. Default: ${DEFAULT-VALUE}.")
  private int runs;

  @Option(
      names = "--tags",
      paramLabel = "EXPR",
      converter = TagExpression.Converter.class,
      description = "Only the scenarios with these tags.")
  private Optional<TagExpression> tags = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "ccican-stability",
      description = "Folder for the logs of the run at hand. Default: ${DEFAULT-VALUE}.")
  private Path out;

  StabilityCommand(Services.Proof service) {
    this.service = Objects.requireNonNull(service);
  }

  @Override
  public Integer call() throws CommandFailed {
    if (runs < 2 || runs > MOST_RUNS) {
      throw new ParameterException(
          spec.commandLine(), "Invalid value for option '--runs': expected 2 to " + MOST_RUNS);
    }
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw new CommandFailed(ExitCode.CONFIGURATION, out + ": is no folder");
    }
    return service.stability(runs, tags, out, spec.commandLine().getOut()).code();
  }
}
