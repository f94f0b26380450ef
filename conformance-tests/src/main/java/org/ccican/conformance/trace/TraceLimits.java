package org.ccican.conformance.trace;

/** How long a line of the log may be; the writer keeps what the reader demands. */
final class TraceLimits {

  /**
   * Octets of one line without its line feed: room for 16 MiB of body in hex, as sent and as
   * delivered, and for what stands around it.
   */
  static final int LINE = 80 << 20;

  private TraceLimits() {}
}
