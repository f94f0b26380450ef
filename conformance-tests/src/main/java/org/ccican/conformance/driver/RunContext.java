package org.ccican.conformance.driver;

import java.time.Duration;
import java.time.Instant;
import org.ccican.app.Listeners;
import org.ccican.app.ReferenceKeys;
import org.ccican.app.SeededRandomness;
import org.ccican.check.Checks;
import org.ccican.conformance.specimen.Specimens;
import org.ccican.conformance.sut.Connections;
import org.ccican.conformance.sut.Target;
import org.ccican.conformance.trace.TraceLog;
import org.ccican.cose.Crypto;
import org.ccican.format.Formats;

/**
 * What the scenarios of one run share.
 *
 * @param checks asked by the reference roles; broken on purpose with {@code --fault}
 * @param start the virtual time at which every scenario begins
 * @param timeout real time that a role of the reference has for one answer
 * @param specimens what the suite can send by itself
 * @param connections the ways to roles of the target in other processes
 * @param rehearsal whether scenarios are only walked through, to see what applies: nothing is done
 *     and nothing is expected
 */
public record RunContext(
    Target target,
    SeededRandomness randomness,
    Checks checks,
    Instant start,
    Duration timeout,
    Crypto crypto,
    Formats formats,
    ReferenceKeys keys,
    Specimens specimens,
    Listeners listeners,
    TraceLog log,
    Connections connections,
    boolean rehearsal) {

  /** The same run as one of its scenarios sees it. */
  RunContext within(String scenario) {
    return new RunContext(
        target,
        randomness,
        checks.within(scenario),
        start,
        timeout,
        crypto,
        formats,
        keys,
        specimens,
        listeners,
        log,
        connections,
        rehearsal);
  }
}
