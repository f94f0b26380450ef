package org.ccican.conformance.sut;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.ccican.wire.ByteWriter;
import org.ccican.wire.Bytes;

/**
 * The lines that a program of the target's writes. A few wait to be read; whoever writes more waits
 * as well. After a line that is too long, or too much altogether, nothing is read any more.
 */
final class BoundedLines {

  private static final int WAITING = 8;
  private static final int PORTION = 1 << 13;
  private static final int LINE_FEED = '\n';
  private static final int RETURN = '\r';

  /**
   * A line, or why there are no more.
   *
   * @param octets without the line feed, nor a carriage return before it
   * @param end in words; empty for a line
   */
  record Line(Bytes octets, String end) {

    boolean isEnd() {
      return !end.isEmpty();
    }
  }

  private final AdapterProcess child;
  private final int longest;
  private final BlockingQueue<Line> lines = new ArrayBlockingQueue<>(WAITING);

  /**
   * @param longest octets of one line
   */
  BoundedLines(AdapterProcess child, int longest) {
    this.child = child;
    this.longest = longest;
    AdapterProcess.daemon("lines of " + child.program().words().get(0), this::read);
  }

  /** The next line, or the end, if it comes within the time. */
  Optional<Line> next(Duration within) {
    try {
      return Optional.ofNullable(lines.poll(within.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private void read() {
    try {
      String end = split(child.out());
      lines.put(new Line(Bytes.EMPTY, end));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Reads to the end and says what it was. */
  private String split(InputStream in) throws InterruptedException {
    byte[] portion = new byte[PORTION];
    ByteWriter line = new ByteWriter();
    int begun = 0;
    while (true) {
      int read;
      try {
        read = in.read(portion);
      } catch (IOException e) {
        return "its standard output broke off";
      }
      if (read < 0) {
        return begun == 0
            ? "it closed its standard output"
            : "it closed its standard output within a line";
      }
      if (!child.counted(read)) {
        return "it wrote more than is allowed in a run";
      }
      int from = 0;
      for (int at = 0; at < read; at++) {
        if (portion[at] == LINE_FEED) {
          line.put(part(portion, from, at));
          lines.put(new Line(withoutReturn(line.toBytes()), ""));
          line = new ByteWriter();
          begun = 0;
          from = at + 1;
        }
      }
      line.put(part(portion, from, read));
      begun += read - from;
      if (begun > longest) {
        return "it wrote a line of more than " + longest + " octets";
      }
    }
  }

  private static Bytes part(byte[] portion, int from, int to) {
    return Bytes.of(java.util.Arrays.copyOfRange(portion, from, to));
  }

  private static Bytes withoutReturn(Bytes line) {
    int size = line.size();
    return size > 0 && line.at(size - 1) == RETURN ? line.slice(0, size - 1) : line;
  }
}
