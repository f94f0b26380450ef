package org.ccican.conformance.recording;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.ccican.conformance.trace.Direction;
import org.ccican.conformance.trace.MessageDraft;
import org.ccican.conformance.trace.Origin;
import org.ccican.conformance.trace.RunTrace;
import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.conformance.trace.TraceEvent.Message;

/** The scenarios of an event log as sessions: what passed, and nothing of what was expected. */
final class LoggedSessions {

  private LoggedSessions() {}

  static Recording of(RunTrace log) throws UnusableRecording {
    return of(log.scenarios().values(), ScenarioTrace::messages);
  }

  /**
   * @param shown what of each scenario is shown
   */
  static Recording of(
      Collection<ScenarioTrace> scenarios, Function<ScenarioTrace, List<Message>> shown)
      throws UnusableRecording {
    List<Recording.Session> sessions = new ArrayList<>();
    Bounds bounds = new Bounds();
    int first = 0;
    for (ScenarioTrace scenario : scenarios) {
      List<MessageDraft> messages = new ArrayList<>();
      int last = first;
      for (Message message : shown.apply(scenario)) {
        bounds.take("scenario " + scenario.id(), message.body());
        last = Math.max(last, first + message.exchange() + 1);
        messages.add(again(message, first + message.exchange()));
      }
      first = last;
      if (!messages.isEmpty()) {
        sessions.add(new Recording.Session(scenario.id(), true, messages));
      }
    }
    if (sessions.isEmpty()) {
      throw new UnusableRecording("the log holds no message");
    }
    return new Recording(sessions);
  }

  private static MessageDraft again(Message message, int exchange) {
    MessageDraft draft =
        message.direction() == Direction.REQUEST
            ? MessageDraft.request(
                message.from(), message.to(), exchange, message.resource(), message.body())
            : MessageDraft.response(
                message.from(),
                message.to(),
                exchange,
                message.resource(),
                message.status().orElseThrow(),
                message.body());
    draft.mediaType(message.mediaType());
    message.headers().forEach(draft::header);
    message.tls().ifPresent(draft::tls);
    if (message.delivered().isEmpty()) {
      draft.dropped(message.tampering());
    } else if (!message.tampering().isEmpty()) {
      draft.changed(message.tampering(), message.delivered().get());
    }
    return message.origin() == Origin.SUITE ? draft.bySuite() : draft;
  }
}
