package org.ccican.conformance.driver;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ccican.conformance.trace.Blame;
import org.ccican.conformance.trace.ScenarioLog;
import org.ccican.conformance.trace.TraceEvent;
import org.ccican.role.Message;
import org.ccican.transport.Endpoint;
import org.ccican.transport.HttpCall;
import org.ccican.transport.HttpReply;

/**
 * Stands where the reference TAM would: hands TEEP over HTTP on to the target's URL and its answer
 * back. What the target is sent says which scenario it belongs to. After one exchange without
 * answer nothing of this scenario can be judged, and the target is not asked again.
 */
final class ForeignTamEndpoint implements Endpoint {

  /** The header that carries the scenario's id to the target. */
  static final String CASE = "ccican-case";

  /** The header that tells the recorder that an empty request was given a media type. */
  static final String TYPED = "ccican-typed";

  /** So many answers of the greatest size, and no more, are kept of one scenario. */
  private static final int GREAT_ANSWERS = 3;

  /** Headers of answers that mean something; what concerns the connection ends here. */
  private static final List<String> HANDED_BACK =
      List.of(
          "allow",
          "content-type",
          "content-security-policy",
          "referrer-policy",
          "set-cookie",
          "x-content-type-options");

  private final TargetConnection target;
  private final ScenarioLog log;
  private boolean ended;
  private long received;

  ForeignTamEndpoint(TargetConnection target, ScenarioLog log) {
    this.target = target;
    this.log = log;
  }

  @Override
  public synchronized HttpReply handle(HttpCall call) {
    if (!call.resource().equals("teep")) {
      return HttpReply.empty(404);
    }
    if (ended) {
      return HttpReply.empty(0);
    }
    Map<String, String> headers = new HashMap<>();
    copy("content-type", call, headers);
    copy("accept", call, headers);
    headers.put(CASE, log.id());
    // reading: of A22 the second, where the target was found to follow it
    boolean typed =
        target.typed()
            && call.method().equals("POST")
            && call.body().isEmpty()
            && headers.putIfAbsent("content-type", Message.TEEP) == null;
    TargetConnection.Exchanged exchanged =
        target.send(call.item(), log.id(), call.method(), headers, call.body());
    if (!exchanged.answered()) {
      return end(
          Blame.TIMEOUT,
          "no answer from " + target.target().shownUrl() + ": " + exchanged.failure());
    }
    HttpReply reply = exchanged.reply();
    received += reply.body().size();
    if (received > (long) GREAT_ANSWERS * target.target().responseLimit()) {
      return exhausted();
    }
    Map<String, String> handedBack = new HashMap<>(reply.headers());
    handedBack.keySet().retainAll(HANDED_BACK);
    if (typed) {
      handedBack.put(TYPED, Message.TEEP);
    }
    return new HttpReply(reply.status(), handedBack, reply.body());
  }

  /** What came until now is judged; more of it would fill the log. */
  private HttpReply exhausted() {
    return end(
        Blame.CONFIGURATION,
        "tam.limits.response: "
            + received
            + " octets in one scenario, "
            + GREAT_ANSWERS
            + " times the limit at most");
  }

  private HttpReply end(Blame blame, String detail) {
    ended = true;
    log.append(stamp -> new TraceEvent.Problem(stamp, blame, detail));
    return HttpReply.empty(0);
  }

  private static void copy(String name, HttpCall call, Map<String, String> headers) {
    String value = call.headers().get(name);
    if (value != null) {
      headers.put(name, value);
    }
  }
}
