package org.ccican.conformance.trace;

import java.util.Locale;

/** Who made a message's octets. */
public enum Origin {
  ROLE,
  SUITE;

  /** The spelling of the log. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
