package org.ccican.conformance.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.ccican.conformance.suite.SuiteRun;
import org.ccican.conformance.verdict.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ccican report merge}. */
@Command(
    name = "merge",
    description = {
      "Joins the parts of a run, which --shard made, to one log and one report.",
      "All parts have to be there, of the same suite, seed, target and selection."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0 to 6:as for run",
      "2:a part is missing, or is none of this run",
      "64:the command line cannot be understood"
    })
final class MergeCommand implements Callable<Integer> {

  private final Services.Merge service;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DIR",
      arity = "1..*",
      description = "The folders that the parts left, in any order.")
  private List<Path> parts;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the joined log and report.")
  private Path out;

  @Option(names = "--strict", description = "Lets a failed should requirement count.")
  private boolean strict;

  @Mixin private GateOptions gate = new GateOptions();

  MergeCommand(Services.Merge service) {
    this.service = Objects.requireNonNull(service);
  }

  @Override
  public Integer call() throws CommandFailed {
    for (Path part : parts) {
      if (!Files.isRegularFile(part.resolve(SuiteRun.LOG))) {
        throw new CommandFailed(ExitCode.CONFIGURATION, part + ": no " + SuiteRun.LOG + " in it");
      }
    }
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw new CommandFailed(ExitCode.CONFIGURATION, out + ": is no folder");
    }
    return service
        .merge(parts, out, strict, gate.asked(spec.commandLine()), spec.commandLine().getOut())
        .code();
  }
}
