package org.ccican.vector.gen;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.ccican.vector.Octets;
import org.ccican.vector.TestVector;

/** An appraisal of a PSA token: a right one, and what was changed since. */
final class PsaCase implements VectorCase {

  private final List<Consumer<PsaPlan>> changes;
  private final PsaPlan plan = new PsaPlan();
  private final TestVector.Input input;

  PsaCase() {
    this(List.of());
  }

  private PsaCase(List<Consumer<PsaPlan>> changes) {
    this.changes = List.copyOf(changes);
    changes.forEach(change -> change.accept(plan));
    this.input = plan.input();
  }

  PsaCase with(Consumer<PsaPlan> change) {
    List<Consumer<PsaPlan>> more = new ArrayList<>(changes);
    more.add(change);
    return new PsaCase(more);
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
    return new TestVector.Expected(Octets.of(plan.expectedNonce), plan.references());
  }

  @Override
  public String policy() {
    return plan.policy;
  }

  /** All but the signature at the end. */
  @Override
  public int signedOctets() {
    return input.report().size() - plan.signatureSize();
  }
}
