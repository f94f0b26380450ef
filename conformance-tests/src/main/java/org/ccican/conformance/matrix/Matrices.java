package org.ccican.conformance.matrix;

import java.time.InstantSource;
import org.ccican.check.CheckCatalogue;
import org.ccican.conformance.suite.Equipment;

/** What matrices share: loaded once, asked as often as wanted. */
public final class Matrices {

  private final Equipment equipment;
  private final InstantSource clock;
  private final FaultCases cases;
  private final Survivals survivals;

  /**
   * @param clock stamps the logs; nothing depends on it
   */
  public Matrices(Equipment equipment, InstantSource clock) {
    this.equipment = equipment;
    this.clock = clock;
    this.cases = FaultCases.of(CheckCatalogue.load(), equipment.requirements());
    this.survivals = Survivals.load();
  }

  public FaultCases cases() {
    return cases;
  }

  public MatrixRun of(MatrixPlan plan) {
    return new MatrixRun(
        new Trial(equipment, plan.suiteVersion(), plan.seed(), clock), cases, survivals, plan);
  }
}
