package org.ccican.conformance.trace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Splits a stream at its line feeds, a block at a time, with a bound on the length of a line. */
final class Lines {

  private final InputStream in;
  private final int longest;
  private final byte[] block = new byte[1 << 16];
  private int from;
  private int to;
  private byte[] line = new byte[0];
  private boolean last;

  Lines(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /** Reads on to the next line feed or the end; false if the line is longer than it may be. */
  boolean next() throws IOException {
    ByteArrayOutputStream collected = new ByteArrayOutputStream();
    while (true) {
      if (from == to) {
        from = 0;
        to = Math.max(0, in.read(block));
        if (to == 0) {
          last = true;
          line = collected.toByteArray();
          return true;
        }
      }
      int end = from;
      while (end < to && block[end] != '\n') {
        end++;
      }
      if (collected.size() + (end - from) > longest) {
        return false;
      }
      collected.write(block, from, end - from);
      boolean complete = end < to;
      from = complete ? end + 1 : end;
      if (complete) {
        line = collected.toByteArray();
        return true;
      }
    }
  }

  /** The line without its line feed. */
  byte[] line() {
    return line;
  }

  /** Whether the line ended with the stream and not with a line feed. */
  boolean isLast() {
    return last;
  }
}
