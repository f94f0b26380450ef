package org.ccican.conformance.trace;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a log that is known as a whole, stamps and all: a reader finds what was written. */
public final class TraceWriter {

  private final LineWriter lines = new LineWriter();

  /**
   * Writes a file, in the place of one that may be there: the run's first line, the scenarios by
   * id, then the rest of the run.
   */
  public void write(RunTrace trace, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (TraceEvent event : trace.run().all(TraceEvent.Run.class)) {
        line(event, out);
      }
      for (ScenarioTrace scenario : trace.scenarios().values()) {
        for (TraceEvent event : scenario.events()) {
          line(event, out);
        }
      }
      for (TraceEvent event : trace.run().events()) {
        if (!(event instanceof TraceEvent.Run)) {
          line(event, out);
        }
      }
    }
  }

  private void line(TraceEvent event, OutputStream out) throws IOException {
    out.write(lines.write(event));
    out.write('\n');
  }
}
