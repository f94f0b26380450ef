package org.ccican.conformance.suite;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ccican.conformance.recording.Between;
import org.ccican.conformance.recording.RecordedLog;
import org.ccican.conformance.sut.Connection;
import org.ccican.conformance.sut.Connections;
import org.ccican.conformance.trace.RunTrace;
import org.ccican.conformance.trace.TraceLog;

/** What passed between roles of the target is judged by looking on, as a recording would be. */
final class PassedBetween {

  private final Equipment equipment;
  private final SuiteRun.Plan plan;
  private final Connections connections;

  PassedBetween(Equipment equipment, SuiteRun.Plan plan, Connections connections) {
    this.equipment = equipment;
    this.plan = plan;
    this.connections = connections;
  }

  /**
   * Adds a scenario for each rule.
   *
   * @param run what was logged until now
   * @param wanting ids of scenarios that were not passed
   * @return the requirements that were not kept
   */
  Set<String> append(RunTrace run, Set<String> wanting, TraceLog log) {
    if (plan.terms().shard().isPresent()) {
      // Other parts of the run have other traffic, and some rules look at all of it.
      return Set.of();
    }
    Map<String, String> keys = new TreeMap<>();
    plan.target()
        .foreign()
        .forEach(role -> role.key().ifPresent(key -> keys.put(role.role().id(), key.toHex())));
    Instant now =
        connections.all().stream()
            .map(Connection::now)
            .max(Comparator.naturalOrder())
            .orElse(plan.start());
    RecordedLog.Who who =
        new RecordedLog.Who(
            plan.target().description(),
            plan.target().roles(),
            keys,
            plan.target().revision().id(),
            now);
    RecordedLog rules =
        new RecordedLog(equipment.judges(), equipment.signatures(), equipment.requirements());
    return Between.of(run, wanting)
        .map(recording -> rules.append(recording, who, log))
        .orElse(Set.of());
  }
}
