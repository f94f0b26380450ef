package org.ccican.conformance.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ccican keys}. */
@Command(
    name = "keys",
    description = "Keys that target and suite have to know of each other.",
    synopsisSubcommandLabel = "COMMAND")
final class KeysCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }
}
