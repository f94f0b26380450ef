package org.ccican.appraisal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.CheckPoint;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.reject.SpecRef;

/**
 * Keeps the outcome of each check while an appraiser makes them, and the list of those it never
 * came to. Codecs and paths are handed {@link #checks()}, so that their checks are on record too.
 */
public final class OrderedChecks {

  /** A part of an appraisal; refusing ends it. */
  @FunctionalInterface
  public interface Stage {
    void run() throws Rejected;
  }

  private final List<CheckPoint> order;
  private final Checks checks;
  private final AppraisalPolicy.NotEvaluated notEvaluated;
  private final Map<String, CheckOutcome> found = new LinkedHashMap<>();

  /**
   * @param order the names of all checks of the format, in order
   * @throws IllegalArgumentException if a name is not in the catalogue
   */
  public OrderedChecks(
      List<String> order, CheckCatalogue catalogue, Checks checks, AppraisalPolicy policy) {
    this.order =
        order.stream()
            .map(
                name ->
                    catalogue
                        .find(name)
                        .orElseThrow(() -> new IllegalArgumentException("no check " + name)))
            .toList();
    this.checks = checks;
    this.notEvaluated = policy.notEvaluated();
  }

  /** The given checks, with what they answer on record. */
  public Checks checks() {
    return (name, condition) -> {
      boolean holds = checks.holds(name, condition);
      if (holds) {
        passed(name, "");
      }
      return holds;
    };
  }

  /** Records that a check passed, and what it saw; a failure already on record stays. */
  public void passed(String name, String detail) {
    CheckPoint point = point(name);
    CheckOutcome before = found.get(name);
    if (before == null || before.status() == CheckOutcome.Status.PASSED && !detail.isEmpty()) {
      put(point, CheckOutcome.Status.PASSED, Optional.empty(), detail);
    }
  }

  /**
   * Records that there was nothing to compare with.
   *
   * @throws Rejected if the policy does not put up with that
   */
  public void notEvaluated(String name, String why) throws Rejected {
    CheckPoint point = point(name);
    Rejected.unless(
        checks,
        name,
        !notEvaluated.isFatal(name),
        Reason.NOT_APPRAISED,
        () -> "not evaluated, which the policy forbids: " + why);
    put(point, CheckOutcome.Status.NOT_EVALUATED, Optional.empty(), why);
  }

  /** Makes a part of the appraisal; what refuses there is on record and goes no further. */
  public void attempt(Stage stage) {
    try {
      stage.run();
    } catch (Rejected e) {
      put(point(e.check()), CheckOutcome.Status.FAILED, Optional.of(e.reason()), detail(e));
    }
  }

  public boolean hasFailed() {
    return found.values().stream().anyMatch(each -> each.status() == CheckOutcome.Status.FAILED);
  }

  /** Every check of the format; those without a result were not reached. */
  public Appraisal appraisal() {
    List<CheckOutcome> outcomes = new ArrayList<>();
    for (CheckPoint point : order) {
      CheckOutcome outcome = found.get(point.name());
      outcomes.add(
          outcome != null
              ? outcome
              : new CheckOutcome(
                  point.name(),
                  CheckOutcome.Status.NOT_REACHED,
                  Optional.empty(),
                  "",
                  spec(point)));
    }
    return new Appraisal(outcomes);
  }

  private void put(
      CheckPoint point, CheckOutcome.Status status, Optional<Reason> reason, String detail) {
    found.put(point.name(), new CheckOutcome(point.name(), status, reason, detail, spec(point)));
  }

  private CheckPoint point(String name) {
    for (CheckPoint each : order) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    throw new IllegalStateException("check " + name + " is missing in the order of the format");
  }

  private static String detail(Rejected refusal) {
    String prefix = refusal.reason().id() + " (" + refusal.check() + "): ";
    return refusal.getMessage().substring(prefix.length());
  }

  private static SpecRef spec(CheckPoint point) {
    String[] parts = point.spec().split(" §", 2);
    return new SpecRef(parts[0], parts.length == 2 ? parts[1] : "");
  }
}
