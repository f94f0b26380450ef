package org.ccican.check;

import java.util.Objects;
import java.util.Set;

/**
 * One rule that can be broken on purpose.
 *
 * @param name dotted and permanent: owner of the rule, subject, rule
 * @param kind whether the rule guards against others or is a duty of one's own
 * @param spec document and section
 * @param statement what holds while the rule is kept
 * @param traits of a guard
 */
public record CheckPoint(String name, Kind kind, String spec, String statement, Set<Trait> traits) {

  /**
   * How the rule is broken: a guard lets everything through, a duty is never done. A structural
   * rule cannot be broken, since without it there are no octets to go on with (a truncated item, a
   * field of the wrong type); it is listed so that every refusal has a name.
   */
  public enum Kind {
    GUARD,
    DUTY,
    STRUCTURAL
  }

  /** What not every guard is. */
  public enum Trait {
    /** Its refusal names no reason, since only the course of things follows from it. */
    SILENT,
    /** It is asked only of what breaks it. */
    BREACHED
  }

  public CheckPoint {
    Objects.requireNonNull(name);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(spec);
    Objects.requireNonNull(statement);
    traits = Set.copyOf(traits);
    if (!traits.isEmpty() && kind != Kind.GUARD) {
      throw new IllegalArgumentException(name + " is no guard: " + traits);
    }
  }

  /** Without traits. */
  public CheckPoint(String name, Kind kind, String spec, String statement) {
    this(name, kind, spec, statement, Set.of());
  }

  public boolean is(Trait trait) {
    return traits.contains(trait);
  }
}
