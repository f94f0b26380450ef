package org.ccican.conformance.recording;

/** A recording that cannot be judged; the message says what is wrong and where. */
public final class UnusableRecording extends Exception {

  private static final long serialVersionUID = 1L;

  UnusableRecording(String message) {
    super(message);
  }

  UnusableRecording(String message, Throwable cause) {
    super(message, cause);
  }
}
