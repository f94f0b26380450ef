package org.ccican.conformance.driver;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import org.ccican.app.Stack;
import org.ccican.conformance.sut.Bench;
import org.ccican.conformance.sut.Connection;
import org.ccican.conformance.sut.Participants;
import org.ccican.conformance.sut.Situation;
import org.ccican.conformance.trace.Blame;
import org.ccican.conformance.trace.ScenarioLog;
import org.ccican.conformance.trace.TraceEvent;
import org.ccican.role.RoleId;
import org.ccican.transport.AllowedHosts;
import org.ccican.transport.Endpoint;

/** The roles of the target as the stack of one scenario meets them, with the suite in front. */
final class TargetEnds {

  private final RunContext run;
  private final ScenarioLog log;
  private final InstantSource clock;
  private final Participants participants;
  private final Recorder recorder;
  private final CarriedSessions carried;
  private final Doors doors;

  TargetEnds(
      RunContext run,
      ScenarioLog log,
      InstantSource clock,
      Participants participants,
      Recorder recorder) {
    this.run = run;
    this.log = log;
    this.clock = clock;
    this.participants = participants;
    this.recorder = recorder;
    this.carried = new CarriedSessions(recorder, this::problem);
    this.doors = new Doors(run.listeners(), Scene.instance(log.id()), recorder);
  }

  private void problem(Blame blame, String why) {
    log.append(stamp -> new TraceEvent.Problem(stamp, blame, why));
  }

  /** The base URI of a role's listener in this scenario. */
  String address(RoleId role) {
    return run.listeners().of(role).address(Scene.instance(log.id()));
  }

  /** Whether the target is at both ends of TEEP, and the suite stands between them. */
  boolean areBoth() {
    return participants.plays(RoleId.TEEP_AGENT) && participants.find(RoleId.TAM).isPresent();
  }

  /** Who stands in front of every role. */
  Endpoint.Interceptor interceptor() {
    return areBoth() ? carried : recorder;
  }

  /**
   * What was begun at a device of the target's has come to an end, or the log says that not.
   *
   * @param callerJudged whether the scenario is about who has the device begin
   */
  void demandEnd(boolean callerJudged) {
    if (areBoth()) {
      carried.demandEnd(callerJudged);
    }
  }

  /** Whoever the recipe allows, and the run's own listeners; who else is meant, the log has. */
  AllowedHosts hosts() {
    return run.target()
        .hosts()
        .andPorts(run.listeners()::owns)
        .telling(why -> problem(Blame.CONFIGURATION, "allow-hosts: " + why));
  }

  /**
   * The roles that are not the reference's.
   *
   * @param hardwareType of the device that is there
   */
  Map<RoleId, Stack.Foreign> foreign(String hardwareType, Bench bench) {
    Situation situation =
        new Situation(log, clock, this::address, hardwareType, doors, hosts(), bench, areBoth());
    Map<RoleId, Stack.Foreign> foreign = new EnumMap<>(RoleId.class);
    for (Connection each : participants.connections()) {
      // A device of several roles is one.
      if (!foreign.containsKey(each.role().role())) {
        each.endpoints(situation)
            .forEach(
                (role, endpoint) ->
                    foreign.put(role, new Stack.Foreign(endpoint, each.key(run.crypto()))));
      }
    }
    return foreign;
  }

  void close() {
    doors.close();
    run.connections().end();
  }
}
