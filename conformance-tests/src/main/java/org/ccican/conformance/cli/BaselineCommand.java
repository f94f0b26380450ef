package org.ccican.conformance.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ccican baseline}. */
@Command(
    name = "baseline",
    description = "The list of failures that a team knows of and lives with for now.",
    synopsisSubcommandLabel = "COMMAND")
final class BaselineCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }
}
