package org.ccican.conformance.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How far a run has come: one line that is written over on a terminal, a line per scenario
 * elsewhere. May be called from several threads.
 */
public final class Progress {

  /** How progress is shown. */
  public enum Mode {
    /** One line, written over; what did not pass stays. */
    LIVE,
    /** A line per scenario. */
    PLAIN,
    /** Nothing. */
    QUIET;

    /**
     * Chooses by the environment: plain lines in CI and on terminals that cannot write over.
     *
     * @param terminal whether the stream is shown on a terminal
     */
    public static Mode of(boolean quiet, boolean terminal, Map<String, String> environment) {
      if (quiet) {
        return QUIET;
      }
      String ci = environment.getOrDefault("CI", "");
      boolean automatic = !ci.isEmpty() && !ci.equals("false");
      boolean dumb = environment.getOrDefault("TERM", "").equals("dumb");
      return terminal && !automatic && !dumb ? LIVE : PLAIN;
    }
  }

  private static final String PASSED = "passed";
  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintWriter out;
  private final Mode mode;
  private final int width;
  private int total;
  private int done;
  private int passed;
  private boolean lineOpen;

  /**
   * @param width columns of the terminal
   */
  public Progress(PrintWriter out, Mode mode, int width) {
    this.out = Objects.requireNonNull(out);
    this.mode = Objects.requireNonNull(mode);
    this.width = width;
  }

  /** For this process: the launcher says in {@code ccican.terminal} whether there is a terminal. */
  static Progress ofProcess(PrintWriter out, boolean quiet) {
    boolean terminal =
        Optional.ofNullable(System.getProperty("ccican.terminal"))
            .map(Boolean::parseBoolean)
            .orElseGet(() -> System.console() != null);
    String columns = System.getenv().getOrDefault("COLUMNS", "");
    int width = columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : 80;
    return new Progress(out, Mode.of(quiet, terminal, System.getenv()), width);
  }

  /** So many scenarios are to come. */
  public synchronized void begin(int scenarios) {
    total = scenarios;
  }

  /** What is going on before the first scenario, or between them. */
  public synchronized void note(String text) {
    if (mode == Mode.LIVE) {
      over(text);
    } else if (mode == Mode.PLAIN) {
      out.println(text);
      out.flush();
    }
  }

  /**
   * A scenario has ended.
   *
   * @param id the scenario's
   * @param outcome its id: {@code passed}
   */
  public synchronized void ended(String id, String name, String outcome) {
    done++;
    boolean good = outcome.equals(PASSED);
    passed += good ? 1 : 0;
    String line = String.format("%-12s %-12s %s", outcome, id, name);
    if (mode == Mode.PLAIN || mode == Mode.LIVE && !good) {
      close();
      out.println(mode == Mode.LIVE ? line : counter() + " " + line);
    }
    if (mode == Mode.LIVE) {
      over(counter() + " " + passed + " passed, " + (done - passed) + " not  " + id + " " + name);
    }
    out.flush();
  }

  /** Leaves the terminal at the beginning of an empty line. */
  public synchronized void end() {
    close();
    out.flush();
  }

  private String counter() {
    String all = Integer.toString(total);
    return total == 0 ? "[" + done + "]" : String.format("[%" + all.length() + "d/%s]", done, all);
  }

  private void over(String text) {
    out.print(ERASE_LINE + (text.length() < width ? text : text.substring(0, width - 1)));
    out.flush();
    lineOpen = true;
  }

  private void close() {
    if (lineOpen) {
      out.print(ERASE_LINE);
      lineOpen = false;
    }
  }
}
