package org.ccican.conformance.report;

import java.io.IOException;

/** A report file that is none; the message is one line that names the file and what is wrong. */
public final class UnreadableReport extends IOException {

  private static final long serialVersionUID = 1L;

  UnreadableReport(String message) {
    super(message);
  }
}
