package org.ccican;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program of the tests in a virtual machine of its own, which may end as abruptly as it likes.
 */
public final class ChildProcess {

  /** Only for a child that hangs. */
  private static final int PATIENCE = 120;

  private ChildProcess() {}

  /**
   * Runs a program to its end, whatever end that is.
   *
   * @return the exit status
   */
  public static int run(Class<?> program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            program.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(sink()))
            .start();
    if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException(program.getSimpleName() + " did not end");
    }
    return process.exitValue();
  }

  private static File sink() {
    return new File(File.separatorChar == '/' ? "/dev/null" : "NUL");
  }
}
