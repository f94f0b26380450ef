package org.ccican.conformance.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.ccican.conformance.verdict.ExitCode;

/** What became of a file, in words: most exceptions of the JDK have its name for a message. */
final class FileTrouble {

  private FileTrouble() {}

  /**
   * @param subject what the user named
   * @param attempt what was tried: {@code cannot be written}
   */
  static CommandFailed failed(Object subject, String attempt, IOException e) {
    return new CommandFailed(
        ExitCode.CONFIGURATION, subject + ": " + attempt + " (" + reason(e) + ")", e);
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException denied) {
      return "no access to " + denied.getFile();
    }
    if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
      return ((FileSystemException) e).getFile() + " is no folder";
    }
    if (e instanceof DirectoryNotEmptyException full) {
      return full.getFile() + " is a folder";
    }
    if (e instanceof NoSuchFileException missing) {
      return missing.getFile() + " is not there";
    }
    return String.valueOf(e.getMessage());
  }
}
