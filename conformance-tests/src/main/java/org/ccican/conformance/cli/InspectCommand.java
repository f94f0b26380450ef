package org.ccican.conformance.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ccican inspect}. */
@Command(
    name = "inspect",
    description = {
      "Recognises a file by its content and shows what stands where in it: evidence, endorsements,",
      "collateral, results, reference values, messages and manifests. Nothing is verified."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:recognised",
      "2:the file is not there, or of no kind that is known",
      "64:the command line cannot be understood"
    })
final class InspectCommand implements Callable<Integer> {

  private final Services.Inspect service;

  @Parameters(paramLabel = "FILE", description = "At most 1 MiB.")
  private Path file;

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  InspectCommand(Services.Inspect service) {
    this.service = Objects.requireNonNull(service);
  }

  @Override
  public Integer call() {
    return service.inspect(file, json);
  }
}
