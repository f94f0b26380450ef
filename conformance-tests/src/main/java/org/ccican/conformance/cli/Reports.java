package org.ccican.conformance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ccican.conformance.report.ReportFiles;
import org.ccican.conformance.report.RunReport;
import org.ccican.conformance.report.UnreadableReport;
import org.ccican.conformance.verdict.ExitCode;

/** Reports that users name by their folder or by their file. */
final class Reports {

  private Reports() {}

  static RunReport read(Path named) throws CommandFailed {
    Path file = Files.isDirectory(named) ? named.resolve(ReportFiles.JSON) : named;
    try {
      return ReportFiles.read(file);
    } catch (UnreadableReport e) {
      throw new CommandFailed(ExitCode.CONFIGURATION, e.getMessage(), e);
    } catch (IOException e) {
      throw FileTrouble.failed(file, "cannot be read", e);
    }
  }
}
