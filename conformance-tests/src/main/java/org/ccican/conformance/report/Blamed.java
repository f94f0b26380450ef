package org.ccican.conformance.report;

/**
 * Whom a failure is put down to.
 *
 * @param on {@code configuration}, {@code target}, {@code suite}, {@code environment} or {@code
 *     specification}; empty where nothing went wrong
 * @param evidence what says so, in a sentence
 */
public record Blamed(String on, String evidence) {

  public Blamed {
    on = Text.bounded(on);
    evidence = Text.bounded(evidence);
  }

  /** Nothing went wrong. */
  public static Blamed nobody() {
    return new Blamed("", "");
  }

  /** For people: {@code the target: …}; empty where nothing went wrong. */
  public String words() {
    return on.isEmpty() ? "" : "the " + on + ": " + evidence;
  }
}
