package org.ccican.conformance.trace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads a log back, line by line. A last line without line feed that is no whole JSON object is
 * where the run was cut off: everything before it stands. Anything else that is no event of this
 * schema is refused.
 */
public final class TraceReader {

  private final LineParser parser = new LineParser();
  private final int longestLine;

  public TraceReader() {
    this(TraceLimits.LINE);
  }

  /**
   * @param longestLine most octets of a line, without its line feed
   */
  TraceReader(int longestLine) {
    this.longestLine = longestLine;
  }

  public RunTrace read(Path log) throws IOException, MalformedTrace {
    try (InputStream in = Files.newInputStream(log)) {
      return read(in);
    }
  }

  /** Reads to the end of the stream and leaves it open. */
  public RunTrace read(InputStream log) throws IOException, MalformedTrace {
    Collector collector = new Collector();
    Lines lines = new Lines(log, longestLine);
    for (boolean more = true; more; ) {
      more = collector.line(lines);
    }
    return collector.trace();
  }

  private final class Collector {

    private final Map<String, List<TraceEvent>> scenarios = new TreeMap<>();
    private final Map<String, Set<Long>> sequences = new TreeMap<>();
    private long number;
    private boolean cutOff;

    /** Takes one line; false after the last. */
    boolean line(Lines lines) throws IOException, MalformedTrace {
      number++;
      if (!lines.next()) {
        throw new MalformedTrace(number, "longer than " + longestLine + " octets");
      }
      if (!lines.isLast() || lines.line().length > 0) {
        take(lines.line(), lines.isLast());
      }
      return !lines.isLast();
    }

    private void take(byte[] line, boolean unterminated) throws MalformedTrace {
      try {
        TraceEvent event = parser.parse(line);
        String scenario = event.stamp().scenario();
        if (!sequences.computeIfAbsent(scenario, any -> new HashSet<>()).add(event.seq())) {
          throw new MalformedTrace(
              number, "seq " + event.seq() + " of scenario '" + scenario + "' stands twice");
        }
        scenarios.computeIfAbsent(scenario, any -> new ArrayList<>()).add(event);
      } catch (LineParser.NotJson e) {
        if (!unterminated) {
          throw new MalformedTrace(number, e.getMessage());
        }
        cutOff = true;
      } catch (LineParser.NotEvent e) {
        throw new MalformedTrace(number, e.getMessage());
      }
    }

    RunTrace trace() {
      ScenarioTrace run = new ScenarioTrace("", scenarios.getOrDefault("", List.of()));
      Map<String, ScenarioTrace> traces = new TreeMap<>();
      scenarios.forEach((id, events) -> traces.put(id, new ScenarioTrace(id, events)));
      traces.remove("");
      return new RunTrace(run, traces, cutOff);
    }
  }
}
