package org.ccican.appraisal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.cose.Remembered;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

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

  /** Reads octets, asking the checks that it is given. */
  @FunctionalInterface
  public interface Reading<T> {
    T by(Checks checks) throws Rejected;
  }

  /** What was read, and the checks that passed meanwhile. */
  private record Read(Object value, List<String> passed) {}

  private final CheckOrder order;
  private final Checks checks;
  private final Checks recording;
  private final AppraisalPolicy.NotEvaluated notEvaluated;
  private final CheckOutcome[] found;
  private boolean failed;

  public OrderedChecks(CheckOrder order, Checks checks, AppraisalPolicy policy) {
    this.order = order;
    this.checks = checks;
    this.recording = new Recording();
    this.notEvaluated = policy.notEvaluated();
    this.found = new CheckOutcome[order.size()];
  }

  /** The given checks, with what they answer on record. */
  public Checks checks() {
    return recording;
  }

  /**
   * What octets hold; where no check is broken they are read once, and what passed then passes
   * again.
   *
   * @param kind what is read from them
   * @throws Rejected if the reading does
   */
  public <T> T read(Remembered remembered, Class<T> kind, Bytes octets, Reading<T> reading)
      throws Rejected {
    if (!checks.areUnbroken()) {
      return reading.by(recording);
    }
    Read read =
        remembered.of(
            kind,
            Read.class,
            octets,
            Bytes.EMPTY,
            () -> {
              Set<String> passed = new LinkedHashSet<>();
              T value =
                  reading.by(
                      (name, holds) -> {
                        if (holds) {
                          passed.add(name);
                          passed(name, "");
                        }
                        return holds;
                      });
              return new Read(value, List.copyOf(passed));
            });
    read.passed().forEach(name -> passed(name, ""));
    return kind.cast(read.value());
  }

  /** Records that a check passed, and what it saw; a failure already on record stays. */
  public void passed(String name, String detail) {
    CheckOrder.Place place = order.place(name);
    CheckOutcome before = found[place.index()];
    if (before == null || before.status() == CheckOutcome.Status.PASSED && !detail.isEmpty()) {
      put(place, CheckOutcome.Status.PASSED, Optional.empty(), detail);
    }
  }

  /**
   * Records that there was nothing to compare with.
   *
   * @throws Rejected if the policy does not put up with that
   */
  public void notEvaluated(String name, String why) throws Rejected {
    CheckOrder.Place place = order.place(name);
    Rejected.unless(
        checks,
        name,
        !notEvaluated.isFatal(name),
        Reason.NOT_APPRAISED,
        () -> "not evaluated, which the policy forbids: " + why);
    put(place, CheckOutcome.Status.NOT_EVALUATED, Optional.empty(), why);
  }

  /** Makes a part of the appraisal; what refuses there is on record and goes no further. */
  public void attempt(Stage stage) {
    try {
      stage.run();
    } catch (Rejected e) {
      put(order.place(e.check()), CheckOutcome.Status.FAILED, Optional.of(e.reason()), detail(e));
    }
  }

  public boolean hasFailed() {
    return failed;
  }

  /** Every check of the format; those without a result were not reached. */
  public Appraisal appraisal() {
    List<CheckOutcome> outcomes = new ArrayList<>(found.length);
    for (CheckOrder.Place place : order.places()) {
      CheckOutcome outcome = found[place.index()];
      outcomes.add(
          outcome != null
              ? outcome
              : new CheckOutcome(
                  place.name(),
                  CheckOutcome.Status.NOT_REACHED,
                  Optional.empty(),
                  "",
                  place.spec()));
    }
    return new Appraisal(outcomes);
  }

  private void put(
      CheckOrder.Place place, CheckOutcome.Status status, Optional<Reason> reason, String detail) {
    failed |= status == CheckOutcome.Status.FAILED;
    found[place.index()] = new CheckOutcome(place.name(), status, reason, detail, place.spec());
  }

  /** The given checks; what they let pass is on record. */
  private final class Recording implements Checks {

    @Override
    public boolean holds(String name, boolean condition) {
      boolean holds = checks.holds(name, condition);
      if (holds) {
        passed(name, "");
      }
      return holds;
    }

    @Override
    public int code(String name, int code, int codes) {
      return checks.code(name, code, codes);
    }
  }

  private static String detail(Rejected refusal) {
    String prefix = refusal.reason().id() + " (" + refusal.check() + "): ";
    return refusal.getMessage().substring(prefix.length());
  }
}
