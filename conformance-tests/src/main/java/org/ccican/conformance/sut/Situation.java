package org.ccican.conformance.sut;

import java.time.InstantSource;
import java.util.function.Function;
import org.ccican.conformance.trace.ScenarioLog;
import org.ccican.role.RoleId;
import org.ccican.transport.AllowedHosts;
import org.ccican.transport.Endpoint;

/**
 * What a way is told of one scenario.
 *
 * @param log where it writes what went wrong on the way; its id goes along with what is sent
 * @param clock of the scenario
 * @param addresses the base URI of each role's listener in the scenario
 * @param hardwareType of the scenario's machine
 * @param door for what the target asks of its own accord
 * @param hosts that may be asked at an address which came in a message
 * @param bench what of the reference stands beside the target
 * @param bringsTam whether the target's own TAM is the one that its device asks
 */
public record Situation(
    ScenarioLog log,
    InstantSource clock,
    Function<RoleId, String> addresses,
    String hardwareType,
    Door door,
    AllowedHosts hosts,
    Bench bench,
    boolean bringsTam) {

  /** What a session is for where the scenario does not say. */
  String applicationType() {
    return "analytics";
  }

  /** Where the target comes in, and the end of the scenario. */
  public interface Door {

    /**
     * Lets somebody else answer for a role, beside the one who does in this scenario.
     *
     * @return the base URI, which is this scenario's alone
     */
    String open(RoleId role, Endpoint endpoint);

    /** What is to be done before the scenario is over. */
    void whenOver(Runnable task);
  }
}
