package org.ccican.conformance.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ccican sut check}. */
@Command(
    name = "check",
    description = {
      "Explains a recipe without asking the target: who plays what and how it is reached, and",
      "which scenarios will apply and which not, and why."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the recipe can be used",
      "2:it cannot",
      "64:the command line cannot be understood"
    })
final class SutCheckCommand implements Callable<Integer> {

  private final SutServices service;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The recipe, in YAML.")
  private Path file;

  SutCheckCommand(SutServices service) {
    this.service = Objects.requireNonNull(service);
  }

  @Override
  public Integer call() throws CommandFailed {
    return service.check(SutFiles.read(file), spec.commandLine().getOut()).code();
  }
}
