package org.ccican.vector.gen;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ccican.vector.TestVector;

/** An appraisal by a plan: a right one, and what was changed since. */
final class PlannedCase<P extends Plan> implements VectorCase {

  private final Supplier<P> right;
  private final List<Consumer<P>> changes;
  private final P plan;
  private final TestVector.Input input;

  /**
   * @param right makes the plan of a right appraisal, a new one each time
   */
  PlannedCase(Supplier<P> right) {
    this(right, List.of());
  }

  private PlannedCase(Supplier<P> right, List<Consumer<P>> changes) {
    this.right = right;
    this.changes = List.copyOf(changes);
    this.plan = right.get();
    changes.forEach(change -> change.accept(plan));
    this.input = plan.input();
  }

  PlannedCase<P> with(Consumer<P> change) {
    List<Consumer<P>> more = new ArrayList<>(changes);
    more.add(change);
    return new PlannedCase<>(right, more);
  }

  @Override
  public TestVector.Input input() {
    return input;
  }

  @Override
  public Instant time() {
    return plan.time();
  }

  @Override
  public TestVector.Expected expected() {
    return plan.expected();
  }

  @Override
  public String policy() {
    return plan.policy();
  }

  @Override
  public int signedOctets() {
    return plan.signedOctets(input.report().size());
  }

  @Override
  public List<TestVector.Stretch> signatures() {
    return plan.signatures(input.report().size());
  }
}
