package org.ccican.conformance.trace;

import java.util.Locale;

/** Whose fault it is that something could not be judged. */
public enum Blame {
  SUITE,
  TIMEOUT,
  PREREQUISITE,
  CONFIGURATION,
  /** It broke: that is neither an answer nor a refusal. */
  TARGET;

  /** The spelling of the log. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
