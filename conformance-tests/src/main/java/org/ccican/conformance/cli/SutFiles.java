package org.ccican.conformance.cli;

import java.nio.file.Path;
import org.ccican.conformance.sut.SutFile;
import org.ccican.conformance.sut.SutFileException;
import org.ccican.conformance.verdict.ExitCode;

/** Recipes as commands read them. */
final class SutFiles {

  private SutFiles() {}

  /**
   * @throws CommandFailed if the recipe cannot be used, which is a configuration error
   */
  static SutFile read(Path file) throws CommandFailed {
    try {
      return SutFile.read(file);
    } catch (SutFileException e) {
      throw new CommandFailed(ExitCode.CONFIGURATION, e.getMessage(), e);
    }
  }
}
