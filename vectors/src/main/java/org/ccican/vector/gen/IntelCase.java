package org.ccican.vector.gen;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.ccican.vector.Octets;
import org.ccican.vector.TestVector;

/** An appraisal of a quote: a right one, and what was changed since. */
final class IntelCase implements VectorCase {

  private final IntelFormat format;
  private final int version;
  private final List<Consumer<IntelPlan>> changes;
  private final IntelPlan plan;
  private final TestVector.Input input;

  IntelCase(IntelFormat format, int version) {
    this(format, version, List.of());
  }

  private IntelCase(IntelFormat format, int version, List<Consumer<IntelPlan>> changes) {
    this.format = format;
    this.version = version;
    this.changes = List.copyOf(changes);
    this.plan = new IntelPlan(format, version);
    changes.forEach(change -> change.accept(plan));
    this.input = plan.input();
  }

  IntelCase with(Consumer<IntelPlan> change) {
    List<Consumer<IntelPlan>> more = new ArrayList<>(changes);
    more.add(change);
    return new IntelCase(format, version, more);
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
        Octets.of(plan.reportData), List.of(Octets.of(plan.measurement)));
  }

  @Override
  public String policy() {
    return plan.policy;
  }

  @Override
  public int signedOctets() {
    return plan.signedOctets();
  }
}
