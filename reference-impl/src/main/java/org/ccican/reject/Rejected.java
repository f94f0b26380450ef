package org.ccican.reject;

import java.util.Objects;
import java.util.function.Supplier;
import org.ccican.check.Checks;

/**
 * A peer's octets, or what they claim, were refused. Never thrown for a fault of our own: those are
 * unchecked exceptions.
 */
public final class Rejected extends Exception {

  private final Reason reason;
  private final String check;

  /**
   * @param check the name of the check that refused, as in the check catalogue
   * @param detail expected, actual and, for octets, the offset; never a secret
   */
  public Rejected(Reason reason, String check, String detail) {
    super(reason.id() + " (" + check + "): " + detail);
    this.reason = Objects.requireNonNull(reason);
    this.check = Objects.requireNonNull(check);
  }

  /**
   * Refuses with the given reason unless the rule holds.
   *
   * @param detail asked only if the rule does not hold
   * @throws Rejected naming the rule
   */
  public static void unless(
      Checks checks, String name, boolean condition, Reason reason, Supplier<String> detail)
      throws Rejected {
    if (!checks.holds(name, condition)) {
      throw new Rejected(reason.given(checks, name), name, detail.get());
    }
  }

  public Reason reason() {
    return reason;
  }

  public String check() {
    return check;
  }
}
