package org.ccican.suit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What belongs to one command sequence while it is executed, and ends with it. */
final class SuitContext {

  /** Where a sequence stands. */
  enum Kind {
    SECTION,
    TRY_EACH,
    RUN_SEQUENCE
  }

  private final Kind kind;
  private final long section;
  private final boolean inShared;
  private final int depth;
  private final Set<Integer> targets = new HashSet<>();
  private final Set<Integer> sources = new HashSet<>();
  private List<Integer> selected;
  private boolean several;
  private boolean soft;
  private boolean strict = true;
  private boolean fixed;

  /**
   * @param section the section of the procedure that is executed
   * @param inShared whether the sequence is the shared one, or within it
   * @param depth nesting, 0 for a section
   */
  SuitContext(Kind kind, long section, boolean inShared, int depth, List<Integer> selected) {
    this.kind = kind;
    this.section = section;
    this.inShared = inShared;
    this.depth = depth;
    this.selected = selected;
    this.soft = kind == Kind.TRY_EACH;
  }

  Kind kind() {
    return kind;
  }

  long section() {
    return section;
  }

  boolean inShared() {
    return inShared;
  }

  int depth() {
    return depth;
  }

  /** Components for which the next command is executed. */
  List<Integer> selected() {
    return selected;
  }

  /** Whether the index was True. */
  boolean all() {
    return several;
  }

  void select(List<Integer> components, boolean all) {
    selected = List.copyOf(components);
    several = all;
  }

  boolean soft() {
    return soft;
  }

  void soft(boolean on) {
    soft = on;
  }

  boolean strict() {
    return strict;
  }

  void strict(boolean on) {
    strict = on;
    targets.clear();
    sources.clear();
  }

  /** Whether the components may not be chosen again. */
  boolean fixed() {
    return fixed;
  }

  void fix() {
    fixed = true;
  }

  /** Components written and read since strict order was turned off. */
  Set<Integer> targets() {
    return targets;
  }

  Set<Integer> sources() {
    return sources;
  }
}
