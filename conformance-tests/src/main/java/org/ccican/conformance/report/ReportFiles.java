package org.ccican.conformance.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The files of a report: {@value #JSON} is the report, {@value #HTML} and {@value #JUNIT} are views
 * of what was read back from it.
 */
public final class ReportFiles {

  public static final String JSON = "report.json";
  public static final String HTML = "report.html";
  public static final String JUNIT = "junit.xml";

  private ReportFiles() {}

  /**
   * Reads a report.
   *
   * @throws UnreadableReport if the file is missing, too long or no report
   * @throws IOException if it cannot be read; the message is one line
   */
  public static RunReport read(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new UnreadableReport(file + ": there is no such file");
    }
    if (!Files.isRegularFile(file)) {
      throw new UnreadableReport(file + ": not a file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] json = in.readNBytes(ReportJson.LIMIT + 1);
      if (json.length > ReportJson.LIMIT) {
        throw new UnreadableReport("a report has at most " + ReportJson.LIMIT + " octets");
      }
      return new ReportJson().read(json);
    } catch (UnreadableReport e) {
      throw new UnreadableReport(file + ": " + e.getMessage());
    } catch (IOException e) {
      throw new IOException(describe("cannot read", file, e), e);
    }
  }

  /**
   * Writes the three files into a folder, which is made if need be. Each appears whole or not at
   * all; the report comes first, so that it is kept if a view cannot be written, and no view of an
   * earlier report stays beside it.
   *
   * @throws IOException if a file cannot be written; the message is one line
   */
  public static void write(RunReport report, Path directory) throws IOException {
    ReportJson mapper = new ReportJson();
    byte[] json = mapper.write(report);
    if (json.length > ReportJson.LIMIT) {
      throw new IOException(
          "the report has "
              + json.length
              + " octets, "
              + ReportJson.LIMIT
              + " at most can be read");
    }
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new IOException(describe("cannot make the folder", directory, e), e);
    }
    replace(directory.resolve(JSON), json);
    remove(directory.resolve(JUNIT));
    remove(directory.resolve(HTML));
    RunReport written = mapper.read(json);
    replace(directory.resolve(JUNIT), JunitReport.render(written));
    replace(directory.resolve(HTML), HtmlReport.render(written).getBytes(StandardCharsets.UTF_8));
  }

  private static void remove(Path file) throws IOException {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new IOException(describe("cannot replace", file, e), e);
    }
  }

  private static void replace(Path file, byte[] content) throws IOException {
    Path unfinished =
        file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
    try {
      Files.write(unfinished, content);
      try {
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new IOException(describe("cannot write", file, e), e);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static String describe(String attempt, Path file, IOException problem) {
    String why;
    if (problem instanceof AccessDeniedException) {
      why = "access denied";
    } else if (problem instanceof FileAlreadyExistsException) {
      why = "a file of that name is in the way";
    } else if (problem instanceof DirectoryNotEmptyException) {
      why = "a folder of that name is in the way";
    } else if (problem instanceof FileSystemException failed && failed.getReason() != null) {
      why = failed.getReason();
    } else {
      why = problem.toString();
    }
    return attempt + " " + file + ": " + Text.line(why);
  }
}
