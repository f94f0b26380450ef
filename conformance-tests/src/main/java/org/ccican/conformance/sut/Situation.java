package org.ccican.conformance.sut;

import java.time.InstantSource;
import java.util.function.Function;
import org.ccican.conformance.trace.ScenarioLog;
import org.ccican.role.RoleId;

/**
 * What a way is told of one scenario.
 *
 * @param log where it writes what went wrong on the way; its id goes along with what is sent
 * @param clock of the scenario
 * @param addresses the base URI of each role's listener in the scenario
 * @param bench what of the reference stands beside the target
 */
public record Situation(
    ScenarioLog log, InstantSource clock, Function<RoleId, String> addresses, Bench bench) {}
