package org.ccican.check;

/**
 * The one door through which roles, codecs and appraisers ask whether a rule holds. Every rule is
 * one call by name, so that any of them can be answered wrongly from outside and the suite can show
 * that it would notice; the names are listed in {@link CheckCatalogue}.
 */
public interface Checks {

  /**
   * Whether the rule holds. A guard passes what its rule says of somebody else's octets; a duty
   * passes {@code true} and does the right thing only if the answer is true.
   *
   * @param name the rule's name in the catalogue, for instance {@code tam.token.reuse}
   * @param condition what was found
   */
  boolean holds(String name, boolean condition);

  /** A duty of one's own: true unless it is broken from outside. */
  default boolean keeps(String name) {
    return holds(name, true);
  }

  /**
   * The code that a refusal is given.
   *
   * @param name the rule that did not hold
   * @param code the right one
   * @param codes how many there are, from 0
   */
  default int code(String name, int code, int codes) {
    return code;
  }

  /** The same checks for one part of what asks them, where parts are kept apart. */
  default Checks within(String part) {
    return this;
  }

  /** Whether every answer is as found, so that it does not matter who asks. */
  default boolean areUnbroken() {
    return false;
  }

  /** Answers as found: the checks of a role without a fault. */
  static Checks unbroken() {
    return Unbroken.ALL;
  }

  /** See {@link #unbroken}. */
  enum Unbroken implements Checks {
    ALL;

    @Override
    public boolean holds(String name, boolean condition) {
      return condition;
    }

    @Override
    public boolean areUnbroken() {
      return true;
    }
  }
}
