package org.ccican.format.eat;

import java.util.Optional;
import java.util.function.Predicate;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Cbor;

/**
 * Asks rules about the claims of one set.
 *
 * @param where the path of submodules to the set, empty for the token's own
 */
record EatDemands(EatClaims claims, String where, Checks checks) {

  /** A claim that may be absent but not be wrong. */
  void wellFormed(String check, EatClaim claim, Reason reason, Predicate<Cbor> form)
      throws Rejected {
    Optional<Cbor> value = claims.find(claim);
    demand(check, value.isEmpty() || form.test(value.get()), reason, claim.id());
  }

  /** A claim that another one must accompany. */
  void accompanied(String check, boolean present, EatClaim companion, String what) throws Rejected {
    demand(
        check,
        !present || claims.has(companion),
        Reason.MISSING_FIELD,
        what + " without " + companion.id());
  }

  void demand(String check, boolean holds, Reason reason, String what) throws Rejected {
    Rejected.unless(
        checks, check, holds, reason, () -> what + (where.isEmpty() ? "" : " of ") + where);
  }

  static boolean isSize(Cbor item, int least, int most) {
    return item instanceof Cbor.Octets octets
        && octets.value().size() >= least
        && octets.value().size() <= most;
  }

  static boolean isCount(Cbor item) {
    return item instanceof Cbor.Int number && !number.negative();
  }

  static boolean isNumber(Cbor item) {
    return item instanceof Cbor.Int || item instanceof Cbor.Real;
  }

  static boolean isText(Cbor item) {
    return item instanceof Cbor.Text;
  }

  /** A byte string, or the text that holds something in JSON. */
  static boolean isContent(Cbor item) {
    return item instanceof Cbor.Octets || item instanceof Cbor.Text;
  }

  /** An array of so many items. */
  static boolean isArray(Cbor item, int least, int most) {
    return item instanceof Cbor.Array array
        && array.items().size() >= least
        && array.items().size() <= most;
  }

  /** An array with at least one item, all of one form. */
  static boolean isArrayOf(Cbor item, Predicate<Cbor> form) {
    return item instanceof Cbor.Array array
        && !array.items().isEmpty()
        && array.items().stream().allMatch(form);
  }
}
