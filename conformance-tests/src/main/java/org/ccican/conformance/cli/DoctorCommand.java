package org.ccican.conformance.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ccican doctor}. */
@Command(
    name = "doctor",
    description = {
      "Asks the target, in seconds, whether the recipe fits it: address, TLS, media type, key,",
      "edition and clock of each role. What is wrong is said with the field and what to write"
          + " there."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the recipe fits",
      "2:it does not, or cannot be used",
      "64:the command line cannot be understood"
    })
final class DoctorCommand implements Callable<Integer> {

  private final SutServices service;

  @Spec private CommandSpec spec;

  @Option(
      names = "--sut",
      required = true,
      paramLabel = "FILE",
      description = "The recipe, in YAML.")
  private Path file;

  DoctorCommand(SutServices service) {
    this.service = Objects.requireNonNull(service);
  }

  @Override
  public Integer call() throws CommandFailed {
    return service.doctor(SutFiles.read(file), spec.commandLine().getOut()).code();
  }
}
