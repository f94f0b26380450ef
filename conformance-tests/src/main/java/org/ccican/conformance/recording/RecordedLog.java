package org.ccican.conformance.recording;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ccican.conformance.requirement.Requirement;
import org.ccican.conformance.requirement.Requirements;
import org.ccican.conformance.trace.MessageDraft;
import org.ccican.conformance.trace.ScenarioLog;
import org.ccican.conformance.trace.Stamp;
import org.ccican.conformance.trace.TraceEvent;
import org.ccican.conformance.trace.TraceLog;
import org.ccican.conformance.verdict.Judges;
import org.ccican.conformance.verdict.Outcome;
import org.ccican.conformance.verdict.Recorded;
import org.ccican.conformance.verdict.Verdict;
import org.ccican.conformance.verdict.Verifier;

/**
 * Makes a recording the log of a run in which nobody was asked anything: each rule is a scenario of
 * its own, which ends in what is expected. Whoever judges that log judges the recording.
 */
public final class RecordedLog {

  private static final String FAILED = "failed";

  private final Judges judges;
  private final Verifier signatures;
  private final Requirements requirements;

  public RecordedLog(Judges judges, Verifier signatures, Requirements requirements) {
    this.judges = judges;
    this.signatures = signatures;
    this.requirements = requirements;
  }

  /**
   * Whose messages are judged, and by what.
   *
   * @param keys SubjectPublicKeyInfo in hex, by role, of those whose key is known
   * @param at the time at which signatures and validity are judged
   */
  public record Who(
      String description,
      Set<String> roles,
      Map<String, String> keys,
      String revision,
      Instant at) {

    public Who {
      roles = Set.copyOf(roles);
      keys = Map.copyOf(keys);
    }
  }

  /**
   * Writes the log.
   *
   * @param suiteVersion for its first line
   */
  public void write(Recording recording, Who who, String suiteVersion, TraceLog log) {
    InstantSource then = InstantSource.fixed(who.at());
    ScenarioLog run = log.scenario("", then);
    run.append(
        stamp ->
            new TraceEvent.Run(
                stamp,
                suiteVersion,
                "",
                who.at(),
                new ArrayList<>(new TreeSet<>(who.roles())),
                who.description(),
                who.revision(),
                List.of(),
                "",
                "",
                "",
                System.getProperty("java.version")));
    append(recording, who, log);
    run.append(stamp -> new TraceEvent.RunEnd(stamp, true));
  }

  /**
   * Writes the rules' scenarios alone, into the log of a run that had others.
   *
   * @return the requirements that were not kept
   */
  public Set<String> append(Recording recording, Who who, TraceLog log) {
    Set<String> broken = new TreeSet<>();
    InstantSource then = InstantSource.fixed(who.at());
    Map<String, Integer> numbers = new TreeMap<>();
    for (RecordedRule rule : RecordedRule.all()) {
      if (who.roles().contains(rule.role())) {
        List<List<Recording.Session>> parts =
            rule.session()
                ? recording.sessions().stream().map(List::of).toList()
                : List.of(recording.sessions());
        for (List<Recording.Session> part : parts) {
          String stem = rule.requirement() + Recorded.MARK + rule.role();
          int number = numbers.merge(stem, 1, Integer::sum);
          ScenarioLog scenario = log.scenario(stem + "." + number, then);
          scenario(scenario, rule, part, who);
          scenario
              .trace()
              .end()
              .filter(end -> end.status().equals(FAILED))
              .ifPresent(any -> broken.add(rule.requirement()));
        }
      }
    }
    return broken;
  }

  private void scenario(
      ScenarioLog log, RecordedRule rule, List<Recording.Session> sessions, Who who) {
    Requirement requirement = requirements.find(rule.requirement()).orElseThrow();
    List<Recording.Session> seen =
        sessions.stream().filter(each -> each.http() || !rule.http()).toList();
    String where =
        rule.session() ? sessions.get(0).name() : sessions.size() + " sessions as recorded";
    log.append(
        stamp ->
            new TraceEvent.Scenario(
                stamp,
                where + ": " + requirement.text(),
                "recording",
                0,
                rule.requirement(),
                List.of(rule.role()),
                requirement.level().id(),
                false,
                "",
                List.of()));
    for (Recording.Session session : seen) {
      for (MessageDraft message : session.messages()) {
        log.append(message::at);
      }
    }
    if (seen.isEmpty()) {
      leave(log, "the recording holds no HTTP");
      return;
    }
    rule.arguments(who.keys(), who.revision())
        .ifPresentOrElse(
            arguments -> judge(log, rule, arguments, who.at()),
            () -> leave(log, "the recipe names no key for what this rule verifies"));
  }

  private void judge(
      ScenarioLog log, RecordedRule rule, Map<String, String> arguments, Instant at) {
    Verdict verdict =
        judges.judge(
            log.trace(),
            new TraceEvent.Expectation(
                new Stamp(Long.MAX_VALUE, log.id(), at, at, Optional.empty()),
                rule.requirement(),
                rule.judge(),
                arguments,
                at),
            signatures);
    if (verdict.isUnseen()) {
      leave(log, "not in the recording: " + verdict.expected());
      return;
    }
    log.append(
        stamp ->
            new TraceEvent.Expectation(stamp, rule.requirement(), rule.judge(), arguments, at));
    String status = verdict.outcome() == Outcome.PASSED ? TraceEvent.ScenarioEnd.PASSED : FAILED;
    log.append(stamp -> new TraceEvent.ScenarioEnd(stamp, status));
  }

  private static void leave(ScenarioLog log, String why) {
    log.append(stamp -> new TraceEvent.Inapplicable(stamp, why));
    log.append(stamp -> new TraceEvent.ScenarioEnd(stamp, "skipped"));
  }
}
