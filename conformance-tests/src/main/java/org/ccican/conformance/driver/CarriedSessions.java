package org.ccican.conformance.driver;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.ccican.conformance.trace.Blame;
import org.ccican.role.RoleId;
import org.ccican.transport.Endpoint;
import org.ccican.transport.HttpCall;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Bytes;

/**
 * Stands between a TAM and a device of the target's. What the Agent is given and says passes in the
 * same octets as what TAM and Broker exchange: the body of a response is for the Agent, and what
 * the Broker posts next comes from there. So each message passes the recorder at either end, and
 * can be altered there.
 */
final class CarriedSessions implements Endpoint.Interceptor {

  private final Recorder recorder;
  private final BiConsumer<Blame, String> unopened;

  /** Messages whose Agents have yet to answer; a session amidst another one is the later. */
  private final Deque<Given> given = new ArrayDeque<>();

  /** The status with which the device last ended without a session. */
  private Optional<Integer> unopenedWith = Optional.empty();

  private int sessions;
  private int posts;
  private int open;

  /** What an Agent was given. */
  private record Given(HttpCall call, int exchange) {}

  /**
   * @param unopened told why nothing can be said of the scenario
   */
  CarriedSessions(Recorder recorder, BiConsumer<Blame, String> unopened) {
    this.recorder = recorder;
    this.unopened = unopened;
  }

  @Override
  public HttpReply around(HttpCall call, Endpoint role) {
    boolean session =
        call.to() == RoleId.TAM
            && call.resource().equals("teep")
            && call.method().equals("POST")
            && !call.headers().containsKey(Recorder.SUITE);
    if (session) {
      return carry(call, role);
    }
    if (call.to() != RoleId.TEEP_BROKER) {
      return recorder.around(call, role);
    }
    int before = begin();
    HttpReply reply = recorder.around(call, role);
    end(reply.status());
    if (over(before) && reply.status() / 100 != 2) {
      refused(reply.status());
    }
    return reply;
  }

  private synchronized void refused(int status) {
    unopenedWith = Optional.of(status);
  }

  private synchronized int begin() {
    open++;
    return posts;
  }

  /** Whether nothing was posted since. */
  private synchronized boolean over(int before) {
    open--;
    return posts == before;
  }

  /**
   * Says so where the device has not ended what it was to begin, or opened no session: nobody knows
   * what it would do.
   *
   * @param callerJudged whether the scenario is about who has the device begin, so that the device
   *     may have refused what it was asked for a reason
   */
  synchronized void demandEnd(boolean callerJudged) {
    if (open > 0) {
      unopened.accept(Blame.TIMEOUT, "the target's device has not come to an end in time");
    } else if (unopenedWith.filter(status -> !callerJudged || status / 100 != 4).isPresent()) {
      unopened.accept(Blame.PREREQUISITE, "the target's device opened no session");
    }
    unopenedWith = Optional.empty();
  }

  private HttpReply carry(HttpCall call, Endpoint tam) {
    synchronized (this) {
      posts++;
    }
    Optional<Given> asked = call.body().isEmpty() ? Optional.empty() : latest();
    HttpCall said = call;
    if (asked.isPresent()) {
      HttpReply answer = new HttpReply(200, type(call.mediaType()), call.body());
      said =
          call.withBody(recorder.back(asked.get().call(), asked.get().exchange(), answer).body());
    }
    HttpReply reply = recorder.around(said, tam);
    if (reply.body().isEmpty() || reply.status() != 200) {
      return reply;
    }
    String session = asked.map(each -> each.call().item()).orElseGet(this::next);
    return give(session, reply);
  }

  /** What the TAM has answered, on its way to the Agent. */
  private HttpReply give(String session, HttpReply reply) {
    HttpCall call =
        new HttpCall(
            Optional.of(RoleId.TEEP_BROKER),
            RoleId.TEEP_AGENT,
            "POST",
            "teep",
            session,
            type(reply.mediaType()),
            reply.body(),
            Optional.empty());
    Recorder.Forth forth = recorder.forth(call);
    if (forth.dropped().isPresent()) {
      return forth.dropped().get();
    }
    synchronized (this) {
      given.push(new Given(call, forth.exchange()));
    }
    return reply.withBody(forth.call().body());
  }

  /**
   * The device has ended its sessions: whoever had yet to answer has answered nothing. Where the
   * device did not come to an end, nobody knows.
   *
   * @param status of the answer to what began the sessions; 0 if there was none
   */
  private void end(int status) {
    for (Optional<Given> left = latest(); left.isPresent(); left = latest()) {
      if (status != 0) {
        HttpReply nothing = HttpReply.empty(status / 100 == 2 ? 204 : status);
        recorder.back(left.get().call(), left.get().exchange(), nothing);
      }
    }
  }

  private synchronized Optional<Given> latest() {
    return Optional.ofNullable(given.poll());
  }

  private synchronized String next() {
    sessions++;
    return Bytes.of(sessions).toHex();
  }

  private static Map<String, String> type(String mediaType) {
    return mediaType.isEmpty() ? Map.of() : Map.of("content-type", mediaType);
  }
}
