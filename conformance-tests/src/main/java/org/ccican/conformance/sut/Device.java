package org.ccican.conformance.sut;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ccican.role.RoleId;
import org.ccican.transport.Endpoint;

/**
 * A device of the target's that begins a TEEP session at a trigger: its Broker, and what the recipe
 * names behind it. An Agent is never without a Broker, a platform and an Attesting Environment of
 * its own; what passes between them is out of the suite's sight.
 */
final class Device extends TriggeredRole {

  /** What a device consists of. */
  static final Set<RoleId> ROLES =
      Set.of(
          RoleId.TEEP_BROKER,
          RoleId.TEEP_AGENT,
          RoleId.PLATFORM,
          RoleId.ATTESTING_ENVIRONMENT,
          RoleId.MIDDLEWARE);

  private final Set<RoleId> plays;
  private final Silence silence = new Silence();

  Device(SutRole role, Opening opening) {
    super(role, opening);
    Set<RoleId> named =
        opening.target().foreign().stream()
            .filter(each -> each.reach() instanceof Reach.Trigger)
            .map(SutRole::role)
            .filter(ROLES::contains)
            .collect(Collectors.toCollection(TreeSet::new));
    if (named.contains(RoleId.TEEP_AGENT) || named.contains(RoleId.MIDDLEWARE)) {
      named.addAll(ROLES);
    }
    this.plays = Set.copyOf(named);
  }

  @Override
  public Set<RoleId> plays() {
    return plays;
  }

  @Override
  public Map<RoleId, Endpoint> endpoints(Situation situation) {
    Map<RoleId, Endpoint> endpoints = new HashMap<>();
    for (RoleId each : plays) {
      endpoints.put(each, hidden(each, situation));
    }
    endpoints.put(RoleId.TEEP_BROKER, endpoint(situation));
    if (plays.contains(RoleId.TEEP_AGENT) && !situation.bringsTam()) {
      TurnedAgent agent = new TurnedAgent(role(), trigger(), situation, silence);
      endpoints.put(RoleId.TEEP_AGENT, agent);
      if (role().role() == RoleId.TEEP_AGENT) {
        endpoints.put(RoleId.TEEP_BROKER, new Relay(role(), agent, situation));
      }
    }
    return endpoints;
  }

  /** Stands for a part of a device that is asked inside it alone. */
  static Endpoint hidden(RoleId role, Situation situation) {
    return call ->
        Unsayable.because(
            situation.log(),
            "the " + role.id() + " is inside the target's device, where only its Broker asks it");
  }

  @Override
  public Optional<String> givenUp() {
    return super.givenUp().or(silence::givenUp);
  }

  /** Counts scenarios in a row in which a device said nothing. */
  static final class Silence {

    private final Set<String> silent = new TreeSet<>();

    synchronized void note(String scenario, boolean answered) {
      if (answered) {
        silent.clear();
      } else {
        silent.add(scenario);
      }
    }

    synchronized Optional<String> givenUp() {
      return silent.size() >= TargetConnection.PATIENCE
          ? Optional.of("the target's device has stopped to answer")
          : Optional.empty();
    }
  }
}
