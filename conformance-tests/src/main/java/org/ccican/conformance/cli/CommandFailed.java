package org.ccican.conformance.cli;

import java.util.Objects;
import org.ccican.conformance.verdict.ExitCode;

/** A command ends with one line that says why. */
public final class CommandFailed extends Exception {

  private static final long serialVersionUID = 1;

  private final ExitCode exit;

  public CommandFailed(ExitCode exit, String message) {
    super(message);
    this.exit = Objects.requireNonNull(exit);
  }

  public CommandFailed(ExitCode exit, String message, Throwable cause) {
    super(message, cause);
    this.exit = Objects.requireNonNull(exit);
  }

  public ExitCode exit() {
    return exit;
  }
}
