package org.ccican.conformance.trace;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ccican.wire.Bytes;

/**
 * What the log of a run is made of: what the suite saw at its own connections, and its expectations
 * as data. One event is one line; the JSON form is described by {@code trace.schema.json}.
 */
public sealed interface TraceEvent {

  /** Version of the line's form; a reader refuses any other. */
  String SCHEMA = "ccican-trace/1";

  /** The reason of a refusal that the suite writes down for a way that does not tell why. */
  String UNSAID = "unsaid";

  Stamp stamp();

  /** The event's name in the log. */
  String kind();

  default long seq() {
    return stamp().seq();
  }

  /**
   * The first line of a run.
   *
   * @param instant the virtual time at which the run begins
   * @param roles the ids of the roles that the target plays
   * @param target what is judged, in words
   * @param revision the edition of TEEP that is spoken: {@code teep-26}
   * @param faults names of the checks that the reference answers wrongly on purpose
   * @param catalogue the version of the catalogue that the run is held to
   * @param selection the tags of the scenarios, as the user wrote them; empty for all
   * @param shard which part of the run this is: {@code 2/5}; empty if it is all of it
   */
  record Run(
      Stamp stamp,
      String suiteVersion,
      String seed,
      Instant instant,
      List<String> roles,
      String target,
      String revision,
      List<String> faults,
      String catalogue,
      String selection,
      String shard,
      String java)
      implements TraceEvent {

    public Run {
      roles = List.copyOf(roles);
      faults = List.copyOf(faults);
      Objects.requireNonNull(instant);
      Objects.requireNonNull(revision);
      Objects.requireNonNull(catalogue);
      Objects.requireNonNull(selection);
      Objects.requireNonNull(shard);
      roles.forEach(TraceEvent::role);
    }

    @Override
    public String kind() {
      return "run";
    }
  }

  /**
   * A scenario begins.
   *
   * @param line line of the feature file, from 1
   * @param roles the judged roles
   * @param parent the valid scenario that this negative one departs from; empty if none
   */
  record Scenario(
      Stamp stamp,
      String name,
      String feature,
      int line,
      String requirement,
      List<String> roles,
      String level,
      boolean negative,
      String parent,
      List<String> tags)
      implements TraceEvent {

    /** Requirement levels; the last two are for procedures and for rules without a keyword. */
    public static final Set<String> LEVELS = Set.of("must", "should", "may", "step", "derived");

    public Scenario {
      roles = List.copyOf(roles);
      tags = List.copyOf(tags);
      Objects.requireNonNull(name);
      Objects.requireNonNull(feature);
      Objects.requireNonNull(requirement);
      Objects.requireNonNull(parent);
      roles.forEach(TraceEvent::role);
      if (!LEVELS.contains(level)) {
        throw new IllegalArgumentException("unknown level " + level);
      }
      if (line < 0) {
        throw new IllegalArgumentException("line is negative: " + line);
      }
    }

    @Override
    public String kind() {
      return "scenario";
    }
  }

  /**
   * The TLS connection that a message came over.
   *
   * @param peerKey SHA-256 of the server's SubjectPublicKeyInfo (DER), 32 octets
   */
  record Tls(String protocol, Bytes peerKey) {

    public Tls {
      Objects.requireNonNull(protocol);
      Objects.requireNonNull(peerKey);
    }
  }

  /**
   * Octets that passed one of the suite's connections.
   *
   * @param from id of the role that sent it
   * @param exchange number that a request and its response share, unique in the scenario
   * @param resource what was addressed, for instance {@code teep}
   * @param status of a response, and only there
   * @param mediaType as sent, with parameters; empty if none was named
   * @param headers names in lower case; a request's method may stand under {@code :method}
   * @param body as the sender sent it
   * @param delivered as passed on; absent if dropped
   * @param tampering id of what was done to it on the way; empty if nothing
   */
  record Message(
      Stamp stamp,
      String from,
      String to,
      int exchange,
      Direction direction,
      String resource,
      Optional<Integer> status,
      String mediaType,
      Map<String, String> headers,
      Optional<Tls> tls,
      Bytes body,
      Optional<Bytes> delivered,
      String tampering,
      Origin origin)
      implements TraceEvent {

    public Message {
      headers = sorted(headers);
      role(from);
      role(to);
      Objects.requireNonNull(resource);
      Objects.requireNonNull(mediaType);
      Objects.requireNonNull(tls);
      Objects.requireNonNull(body);
      Objects.requireNonNull(delivered);
      Objects.requireNonNull(tampering);
      Objects.requireNonNull(origin);
      if (status.isPresent() != (direction == Direction.RESPONSE)) {
        throw new IllegalArgumentException("a status belongs to a response and only there");
      }
      if (status.isPresent() && (status.get() < 0 || status.get() > 999)) {
        throw new IllegalArgumentException("status " + status.get());
      }
      if (exchange < 0) {
        throw new IllegalArgumentException("exchange is negative: " + exchange);
      }
      for (String name : headers.keySet()) {
        if (name.isEmpty() || !name.equals(name.toLowerCase(Locale.ROOT))) {
          throw new IllegalArgumentException("header name not in lower case: " + name);
        }
      }
    }

    @Override
    public String kind() {
      return "message";
    }
  }

  /**
   * What is to be judged, and by which judge.
   *
   * @param arguments octets in lower-case hex, keys as SubjectPublicKeyInfo
   * @param instant the time at which it is judged
   */
  record Expectation(
      Stamp stamp, String requirement, String judge, Map<String, String> arguments, Instant instant)
      implements TraceEvent {

    public Expectation {
      arguments = sorted(arguments);
      Objects.requireNonNull(requirement);
      Objects.requireNonNull(judge);
      Objects.requireNonNull(instant);
    }

    @Override
    public String kind() {
      return "expectation";
    }
  }

  /**
   * What a judge said at once; it is asked again at the end, and a difference is the suite's fault.
   *
   * @param expectation the sequence number of the expectation judged
   * @param outcome id of an outcome
   */
  record Verdict(
      Stamp stamp, long expectation, String outcome, String detail, String expected, String actual)
      implements TraceEvent {

    public Verdict {
      Objects.requireNonNull(outcome);
      Objects.requireNonNull(detail);
      Objects.requireNonNull(expected);
      Objects.requireNonNull(actual);
    }

    @Override
    public String kind() {
      return "verdict";
    }
  }

  /** What a role says of itself; it decides nothing. */
  record Claimed(Stamp stamp, String role, String text) implements TraceEvent {

    public Claimed {
      TraceEvent.role(role);
      Objects.requireNonNull(text);
    }

    @Override
    public String kind() {
      return "claimed";
    }
  }

  /** The target does not claim what the scenario is about. */
  record Inapplicable(Stamp stamp, String reason) implements TraceEvent {

    public Inapplicable {
      Objects.requireNonNull(reason);
    }

    @Override
    public String kind() {
      return "inapplicable";
    }
  }

  /** Something kept the suite from judging. */
  record Problem(Stamp stamp, Blame blame, String detail) implements TraceEvent {

    public Problem {
      Objects.requireNonNull(blame);
      Objects.requireNonNull(detail);
    }

    @Override
    public String kind() {
      return "problem";
    }
  }

  /**
   * A scenario is over.
   *
   * @param status the runner's word in lower case; {@link #PASSED} if every step ran to its end
   */
  record ScenarioEnd(Stamp stamp, String status) implements TraceEvent {

    public static final String PASSED = "passed";

    public ScenarioEnd {
      Objects.requireNonNull(status);
    }

    @Override
    public String kind() {
      return "scenario-end";
    }
  }

  /** The last line of a run that was not cut off. */
  record RunEnd(Stamp stamp, boolean complete) implements TraceEvent {

    @Override
    public String kind() {
      return "run-end";
    }
  }

  private static void role(String id) {
    if (!id.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException("no role id: " + id);
    }
  }

  private static Map<String, String> sorted(Map<String, String> map) {
    return Collections.unmodifiableMap(new TreeMap<>(map));
  }
}
