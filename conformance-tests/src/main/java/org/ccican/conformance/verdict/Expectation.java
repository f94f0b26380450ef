package org.ccican.conformance.verdict;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.ccican.conformance.trace.TraceEvent;
import org.ccican.wire.Bytes;

/**
 * What is to be judged.
 *
 * @param requirement id of the requirement
 * @param judge name in {@link Judges}
 * @param arguments octets in lower-case hex, keys as SubjectPublicKeyInfo (DER)
 * @param instant the time at which it is judged, for validity periods
 */
public record Expectation(
    String requirement, String judge, Map<String, String> arguments, Instant instant) {

  public Expectation {
    Objects.requireNonNull(requirement);
    Objects.requireNonNull(judge);
    Objects.requireNonNull(instant);
    // in one order in every process: judges name arguments in what they say
    arguments = Collections.unmodifiableMap(new TreeMap<>(arguments));
  }

  static Expectation of(TraceEvent.Expectation event) {
    return new Expectation(event.requirement(), event.judge(), event.arguments(), event.instant());
  }

  /**
   * @throws IllegalArgumentException if the argument is not there: the suite's own fault
   */
  public String text(String name) {
    return findText(name).orElseThrow(() -> fault(name + " is missing"));
  }

  public Optional<String> findText(String name) {
    return Optional.ofNullable(arguments.get(name));
  }

  /**
   * @throws IllegalArgumentException if the argument is not there or no hex
   */
  public Bytes octets(String name) {
    return Bytes.hex(text(name));
  }

  /**
   * @throws IllegalArgumentException if the argument is there and no hex
   */
  public Optional<Bytes> findOctets(String name) {
    return findText(name).map(Bytes::hex);
  }

  /**
   * @throws IllegalArgumentException if the argument is not there or no decimal number
   */
  public long number(String name) {
    String text = text(name);
    if (!text.matches("-?[0-9]{1,18}")) {
      throw fault(name + " is no number: " + text);
    }
    return Long.parseLong(text);
  }

  /**
   * The edition of TEEP that the target speaks; the newest unless an argument says otherwise.
   *
   * @throws IllegalArgumentException if the argument names none
   */
  TeepRevision revision() {
    return findText("revision")
        .map(id -> TeepRevision.find(id).orElseThrow(() -> fault("revision: none is " + id)))
        .orElse(TeepRevision.TEEP_26);
  }

  private IllegalArgumentException fault(String what) {
    return new IllegalArgumentException("judge " + judge + ": argument " + what);
  }
}
