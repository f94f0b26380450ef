package org.ccican.conformance.sut;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ccican.conformance.trace.Blame;
import org.ccican.conformance.trace.ScenarioLog;
import org.ccican.conformance.trace.TraceEvent;
import org.ccican.transport.HttpCall;
import org.ccican.transport.HttpReply;

/**
 * What one scenario asks of a role over HTTP. What the target is sent says which scenario it
 * belongs to. After one exchange without answer nothing of this scenario can be judged, and the
 * target is not asked again.
 */
public final class ScenarioExchanges {

  /** The header that tells the recorder that an empty request was given a media type. */
  public static final String TYPED = "ccican-typed";

  /** The header that tells the recorder that the suite has answered in the target's place. */
  public static final String BESIDE = "ccican-beside";

  /** So many answers of the greatest size, and no more, are kept of one scenario. */
  private static final int GREAT_ANSWERS = 3;

  /** Headers of answers that mean something; what concerns the connection ends here. */
  static final List<String> HANDED_BACK =
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

  ScenarioExchanges(TargetConnection target, ScenarioLog log) {
    this.target = target;
    this.log = log;
  }

  /**
   * Hands a call on, and its answer back.
   *
   * @param uri where to
   * @param more headers beside the call's media types
   * @return status 0 if there was no answer, or no more is asked
   */
  HttpReply pass(HttpCall call, URI uri, Map<String, String> more) {
    if (over()) {
      return HttpReply.empty(0);
    }
    Map<String, String> headers = new HashMap<>();
    copy("content-type", call, headers);
    copy("accept", call, headers);
    headers.putAll(more);
    headers.put(Connection.CASE, log.id());
    TargetConnection.Exchanged exchanged =
        target.send(uri, log.id(), call.method(), headers, call.body());
    if (!exchanged.answered()) {
      return end(
          Blame.TIMEOUT, "no answer from " + Reach.Http.shown(uri) + ": " + exchanged.failure());
    }
    HttpReply reply = exchanged.reply();
    if (exceeded(reply.body().size())) {
      return exhausted();
    }
    Map<String, String> handedBack = new HashMap<>(reply.headers());
    handedBack.keySet().retainAll(HANDED_BACK);
    return new HttpReply(reply.status(), handedBack, reply.body());
  }

  private synchronized boolean over() {
    return ended;
  }

  private synchronized boolean exceeded(int octets) {
    received += octets;
    return received > (long) GREAT_ANSWERS * target.target().limits().size();
  }

  /** What came until now is judged; more of it would fill the log. */
  private synchronized HttpReply exhausted() {
    return end(
        Blame.CONFIGURATION,
        target.target().role().id()
            + ".limits.response: "
            + received
            + " octets in one scenario, "
            + GREAT_ANSWERS
            + " times the limit at most");
  }

  private synchronized HttpReply end(Blame blame, String detail) {
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
