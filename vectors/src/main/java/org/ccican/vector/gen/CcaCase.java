package org.ccican.vector.gen;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.ccican.vector.Octets;
import org.ccican.vector.TestVector;

/** An appraisal of a CCA token: a right one, and what was changed since. */
final class CcaCase implements VectorCase {

  private final List<Consumer<CcaPlan>> changes;
  private final CcaPlan plan = new CcaPlan();
  private final TestVector.Input input;

  CcaCase() {
    this(List.of());
  }

  private CcaCase(List<Consumer<CcaPlan>> changes) {
    this.changes = List.copyOf(changes);
    changes.forEach(change -> change.accept(plan));
    this.input = plan.input();
  }

  CcaCase with(Consumer<CcaPlan> change) {
    List<Consumer<CcaPlan>> more = new ArrayList<>(changes);
    more.add(change);
    return new CcaCase(more);
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
    return new TestVector.Expected(Octets.of(plan.expectedChallenge), plan.references());
  }

  @Override
  public String policy() {
    return plan.policy;
  }

  /** All but the realm's signature; the platform's stands among them. */
  @Override
  public int signedOctets() {
    return input.report().size() - plan.realm.signatureSize();
  }

  @Override
  public List<TestVector.Stretch> signatures() {
    return plan.signatures(input.report().size());
  }
}
