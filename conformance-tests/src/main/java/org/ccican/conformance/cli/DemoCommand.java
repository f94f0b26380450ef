package org.ccican.conformance.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.ccican.conformance.verdict.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ccican demo}. */
@Command(
    name = "demo",
    description = "Runs the reference and six broken stacks and shows what catches each.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the reference passes and each broken stack is caught",
      "1:one is not as it should be",
      "2:the folder cannot be written to"
    })
final class DemoCommand implements Callable<Integer> {

  private final Services.Proof service;

  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "ccican-demo",
      description = "Folder of the page. Default: ${DEFAULT-VALUE}.")
  private Path out;

  DemoCommand(Services.Proof service) {
    this.service = Objects.requireNonNull(service);
  }

  @Override
  public Integer call() throws CommandFailed {
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw new CommandFailed(ExitCode.CONFIGURATION, out + ": is no folder");
    }
    return service.demo(out, spec.commandLine().getOut()).code();
  }
}
