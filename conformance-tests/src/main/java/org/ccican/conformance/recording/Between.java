package org.ccican.conformance.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ccican.conformance.trace.Direction;
import org.ccican.conformance.trace.Origin;
import org.ccican.conformance.trace.RunTrace;
import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.conformance.trace.TraceEvent.Message;
import org.ccican.conformance.verdict.Recorded;

/**
 * What roles of one target said to each other in the scenarios of a run, where the suite did
 * nothing but look on. Nothing was altered there, and no TEEP message was the suite's.
 */
public final class Between {

  /** So many sessions: each rule has a copy of all of them. */
  private static final int MOST = 4;

  private Between() {}

  /**
   * The sessions of a run.
   *
   * @param first ids of scenarios whose traffic is of more interest than that of others
   * @return empty if there are none, or they are larger than a recording may be
   */
  public static Optional<Recording> of(RunTrace log, Set<String> first) {
    List<ScenarioTrace> chosen = new ArrayList<>();
    for (boolean wanted : List.of(true, false)) {
      log.scenarios().values().stream()
          .filter(each -> first.contains(each.id()) == wanted && !Recorded.isMade(each.id()))
          .filter(Between::untouched)
          .limit(MOST - chosen.size())
          .forEach(chosen::add);
    }
    try {
      return chosen.isEmpty()
          ? Optional.empty()
          : Optional.of(LoggedSessions.of(chosen, Between::asked));
    } catch (UnusableRecording e) {
      return Optional.empty();
    }
  }

  /** What roles asked each other, and the answers; what the suite asked in somebody's place not. */
  private static List<Message> asked(ScenarioTrace scenario) {
    Set<Integer> asked =
        scenario.messages().stream()
            .filter(each -> each.direction() == Direction.REQUEST && each.origin() == Origin.ROLE)
            .map(Message::exchange)
            .collect(Collectors.toSet());
    return scenario.messages().stream().filter(each -> asked.contains(each.exchange())).toList();
  }

  private static boolean untouched(ScenarioTrace scenario) {
    List<Message> teep =
        scenario.messages().stream().filter(each -> each.resource().equals("teep")).toList();
    return teep.size() > 2
        && teep.stream().allMatch(each -> each.origin() == Origin.ROLE)
        && scenario.messages().stream().allMatch(each -> each.tampering().isEmpty());
  }
}
