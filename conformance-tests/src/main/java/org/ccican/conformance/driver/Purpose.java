package org.ccican.conformance.driver;

import java.util.Locale;

/** Why the suite sends a message of its own. */
public enum Purpose {
  /** It has to be accepted, so that what follows means something. */
  GIVEN,
  /** It is what the scenario is about. */
  WHEN,
  /** It shows in what state the target is. */
  PROBE;

  /** The spelling of the log. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
