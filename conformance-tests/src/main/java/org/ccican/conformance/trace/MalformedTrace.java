package org.ccican.conformance.trace;

/** A log that was not written by this suite, or was changed since. */
public final class MalformedTrace extends Exception {

  private final long line;

  /**
   * @param line from 1
   */
  MalformedTrace(long line, String detail) {
    super("line " + line + ": " + detail);
    this.line = line;
  }

  /** The line at fault, from 1. */
  public long line() {
    return line;
  }
}
