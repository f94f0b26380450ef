package org.ccican.conformance.sut;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ccican.conformance.trace.Blame;
import org.ccican.role.RoleId;
import org.ccican.transport.HttpCall;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Bytes;

/**
 * Stands where an Agent would, and turns the direction round: the target's Broker is the client of
 * TEEP over HTTP, so what the suite sends is the answer to the Broker's pending request, and the
 * Broker's next request is the Agent's answer. The trigger opens a session where none is open. One
 * Agent for each item of the path.
 */
final class TurnedAgent implements SessionAgent {

  private final SutRole role;
  private final Trigger trigger;
  private final Situation situation;
  private final Device.Silence silence;
  private final Map<String, TurnedSession> sessions = new ConcurrentHashMap<>();
  private final String tamUri;
  private boolean ended;

  TurnedAgent(SutRole role, Trigger trigger, Situation situation, Device.Silence silence) {
    this.role = role;
    this.trigger = trigger;
    this.situation = situation;
    this.silence = silence;
    this.tamUri = situation.door().open(RoleId.TAM, this::fromBroker) + "/teep/";
    situation.door().whenOver(() -> sessions.values().forEach(TurnedSession::close));
  }

  /** What the Broker posts to the TAM that the suite plays. */
  private HttpReply fromBroker(HttpCall call) {
    TurnedSession session = sessions.get(call.item());
    if (session == null || !call.resource().equals("teep")) {
      return HttpReply.empty(404);
    }
    return call.method().equals("POST") ? session.posted(call) : HttpReply.empty(405);
  }

  @Override
  public synchronized HttpReply handle(HttpCall call) {
    if (!call.resource().equals("teep")) {
      return Unsayable.because(
          situation.log(),
          "only its Broker asks the Agent of the target's device for " + call.resource());
    }
    if (ended) {
      return HttpReply.empty(0);
    }
    TurnedSession session = session(call.item(), situation.applicationType());
    TurnedSession.Came came = session.send(call.body());
    boolean answered = came.blame().isEmpty();
    silence.note(situation.log().id(), answered || came.blame().get() != Blame.TIMEOUT);
    if (answered) {
      return came.reply();
    }
    ended = true;
    session.close();
    return TriggeredRole.problem(situation.log(), came.blame().get(), came.why());
  }

  private TurnedSession session(String item, String applicationType) {
    return sessions.computeIfAbsent(
        item,
        any ->
            new TurnedSession(
                trigger,
                new TriggerWords(
                    situation.log().id(),
                    situation.log().id() + "-" + item,
                    tamUri + item,
                    applicationType,
                    situation.hardwareType()),
                role.limits().response()));
  }

  /** Has the Broker open it. */
  @Override
  public synchronized Optional<Bytes> begin(String item, String applicationType) {
    Optional<TurnedSession.Came> none = session(item, applicationType).open();
    if (none.isEmpty()) {
      return Optional.of(session(item, applicationType).first());
    }
    ended = true;
    TriggeredRole.problem(situation.log(), none.get().blame().orElseThrow(), none.get().why());
    return Optional.empty();
  }

  @Override
  public synchronized String end(String item) {
    return session(item, "").close().flatMap(Trigger::middleware).orElse("");
  }
}
