package org.ccican.conformance.report;

/**
 * Whom a failure is put down to.
 *
 * @param on {@code configuration}, {@code target}, {@code suite}, {@code environment} or {@code
 *     specification}; empty where nothing went wrong
 * @param evidence what says so, in a sentence
 * @param role which roles of a target whose roles meet each other; empty where it does not matter
 */
public record Blamed(String on, String evidence, String role) {

  public Blamed {
    on = Text.bounded(on);
    evidence = Text.bounded(evidence);
    role = Text.bounded(role);
  }

  /** Of whom there is one only. */
  public Blamed(String on, String evidence) {
    this(on, evidence, "");
  }

  /** Nothing went wrong. */
  public static Blamed nobody() {
    return new Blamed("", "");
  }

  /** For people: {@code the target: …} or {@code the target's tam: …}; empty if all went well. */
  public String words() {
    return on.isEmpty() ? "" : "the " + on + (role.isEmpty() ? "" : "'s " + role) + ": " + evidence;
  }
}
