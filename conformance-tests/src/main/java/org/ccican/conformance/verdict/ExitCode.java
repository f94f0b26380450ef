package org.ccican.conformance.verdict;

import java.util.Collection;

/** What a run tells the shell; of several that apply, the first in this order. */
public enum ExitCode {
  USAGE(64),
  CONFIGURATION(2),
  SUITE_ERROR(3),
  FAILED(1),
  STALE_BASELINE(4),
  /** None failed, but one is blocked or inconclusive, or the run did not come to its end. */
  UNSETTLED(6),
  NOTHING_MEASURED(5),
  PASSED(0);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /**
   * @throws IllegalArgumentException if no code has this number
   */
  public static ExitCode of(int code) {
    for (ExitCode each : values()) {
      if (each.code == code) {
        return each;
      }
    }
    throw new IllegalArgumentException("no exit code " + code);
  }

  /** The one that precedes the others; {@link #PASSED} if none applies. */
  public static ExitCode first(Collection<ExitCode> applicable) {
    return applicable.stream().min(ExitCode::compareTo).orElse(PASSED);
  }
}
