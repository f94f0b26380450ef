package org.ccican.conformance.matrix;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ccican.check.CheckCatalogue;
import org.ccican.conformance.suite.Equipment;
import org.ccican.wire.Bytes;

/** What matrices share: loaded once, asked as often as wanted. */
public final class Matrices {

  private final Equipment equipment;
  private final InstantSource clock;
  private final VectorTrial vectors;
  private final FaultCases cases;
  private final Survivals survivals;

  /**
   * @param clock stamps the logs; nothing depends on it
   */
  public Matrices(Equipment equipment, InstantSource clock) {
    this.equipment = equipment;
    this.clock = clock;
    this.vectors = VectorTrial.load(equipment.formats(), equipment.crypto());
    this.cases =
        FaultCases.of(
            CheckCatalogue.load(), equipment.requirements(), equipment.features(), vectors);
    this.survivals = Survivals.load();
  }

  public FaultCases cases() {
    return cases;
  }

  public MatrixRun of(MatrixPlan plan) {
    return new MatrixRun(
        new Trial(equipment, plan.suiteVersion(), plan.seed(), clock),
        vectors,
        cases,
        survivals,
        plan);
  }

  /** The fixed sample alone: its faults, and of their scenarios those in it. */
  public MatrixRun sample(Ratchet ratchet, MatrixPlan plan) {
    Map<String, List<String>> scenarios = new HashMap<>(ratchet.scenarios());
    scenarios.putIfAbsent(MatrixRun.CANARY, cases.find(MatrixRun.CANARY).orElseThrow().scenarios());
    return new MatrixRun(
        new Trial(equipment, plan.suiteVersion(), plan.seed(), clock),
        vectors,
        cases.limitedTo(scenarios),
        survivals,
        plan.only(ratchet.faults()));
  }

  /** The stacks of the demonstration. */
  public Zoo zoo(String suiteVersion, Bytes seed) {
    return new Zoo(new Trial(equipment, suiteVersion, seed, clock), cases);
  }
}
