package org.ccican.vector.gen;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.ccican.vector.Octets;
import org.ccican.vector.TestVector;

/** An appraisal of a token: a right one, and what was changed since. */
final class EatCase implements VectorCase {

  private final List<Consumer<EatPlan>> changes;
  private final EatPlan plan = new EatPlan();
  private final TestVector.Input input;

  EatCase() {
    this(List.of());
  }

  private EatCase(List<Consumer<EatPlan>> changes) {
    this.changes = List.copyOf(changes);
    changes.forEach(change -> change.accept(plan));
    this.input = plan.input();
  }

  EatCase with(Consumer<EatPlan> change) {
    List<Consumer<EatPlan>> more = new ArrayList<>(changes);
    more.add(change);
    return new EatCase(more);
  }

  @Override
  public TestVector.Input input() {
    return input;
  }

  @Override
  public Instant time() {
    return plan.time;
  }

  @Override
  public TestVector.Expected expected() {
    return new TestVector.Expected(
        Octets.of(plan.expectedNonce), List.of(Octets.of(EatPlan.MEASUREMENT)));
  }

  @Override
  public String policy() {
    return plan.policy;
  }

  /** The signature is what comes last. */
  @Override
  public int signedOctets() {
    return Math.max(0, Raw.of(input.report()).size() - 2 * P256.NUMBER);
  }
}
