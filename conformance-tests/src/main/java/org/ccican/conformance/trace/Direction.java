package org.ccican.conformance.trace;

import java.util.Locale;

/** Which half of an exchange a message is. */
public enum Direction {
  REQUEST,
  RESPONSE;

  /** The spelling of the log. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
