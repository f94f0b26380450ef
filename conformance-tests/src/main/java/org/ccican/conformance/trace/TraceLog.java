package org.ccican.conformance.trace;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * The log of a run while it is written: every event is one line, and on its way to the disk before
 * the writer goes on. Threads may write to different scenarios, or to the same, at once.
 */
public final class TraceLog implements AutoCloseable {

  private final OutputStream out;
  private final InstantSource real;
  private final LineWriter writer = new LineWriter();
  private final LineParser parser = new LineParser();
  private final Set<String> scenarios = new HashSet<>();
  private boolean open = true;

  /**
   * @param out gets one write and one flush for each event
   * @param real the suite's own clock
   */
  public TraceLog(OutputStream out, InstantSource real) {
    this.out = Objects.requireNonNull(out);
    this.real = Objects.requireNonNull(real);
  }

  /**
   * A log in a new file.
   *
   * @throws java.nio.file.FileAlreadyExistsException if there is one already: a log is never
   *     overwritten
   */
  public static TraceLog create(Path file, InstantSource real) throws IOException {
    return new TraceLog(
        Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), real);
  }

  /**
   * The part of the log that belongs to one scenario.
   *
   * @param id empty for the run as a whole
   * @param virtual the time that the scenario's roles are told
   * @throws IllegalStateException if it was opened before
   */
  public ScenarioLog scenario(String id, InstantSource virtual) {
    synchronized (this) {
      if (!scenarios.add(id)) {
        throw new IllegalStateException("scenario '" + id + "' is in the log already");
      }
    }
    return new ScenarioLog(this, id, virtual);
  }

  /**
   * Writes an event and gives it back as a reader of the file will see it, so that what is judged
   * at once is what is judged at the end.
   */
  TraceEvent append(TraceEvent made) {
    byte[] line = writer.write(made);
    if (line.length > TraceLimits.LINE) {
      throw new IllegalArgumentException("an event of " + line.length + " octets");
    }
    TraceEvent event;
    try {
      event = parser.parse(line);
    } catch (LineParser.NotJson | LineParser.NotEvent e) {
      throw new IllegalArgumentException("an event that could not be read back", e);
    }
    byte[] terminated = Arrays.copyOf(line, line.length + 1);
    terminated[line.length] = '\n';
    put(terminated);
    return event;
  }

  private synchronized void put(byte[] terminated) {
    if (!open) {
      throw new IllegalStateException("the log is closed");
    }
    try {
      out.write(terminated);
      out.flush();
    } catch (IOException e) {
      // Half a line may stand there; another one after it would make the log unreadable.
      open = false;
      throw new UncheckedIOException("the log cannot be written", e);
    }
  }

  InstantSource real() {
    return real;
  }

  /** Ends the log; what was written stays. */
  @Override
  public synchronized void close() throws IOException {
    open = false;
    out.close();
  }
}
