package org.ccican.conformance.driver;

import java.util.HashMap;
import java.util.Map;
import org.ccican.conformance.trace.Blame;
import org.ccican.conformance.trace.TraceEvent;
import org.ccican.role.Message;
import org.ccican.role.RoleId;
import org.ccican.transport.HttpCaller;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Bytes;

/** Posts the suite's own TEEP messages, with what the log is to say of them, and reads answers. */
final class Posting {

  /** Names the specimen, its purpose and its session to the recorder, and to nobody else. */
  static final String WORDS = "ccican-specimen";

  static final String PURPOSE = "ccican-purpose";
  static final String SESSION = "ccican-session";

  private final Scene scene;

  Posting(Scene scene) {
    this.scene = scene;
  }

  /**
   * One exchange.
   *
   * @param uri of a TAM, or of an Agent's {@code teep} resource
   * @param words what the message is called; empty for an empty body
   * @return what came back; status 0 if nothing did
   */
  HttpReply post(String uri, String session, Purpose purpose, String words, Bytes body) {
    Map<String, String> headers = new HashMap<>();
    headers.put("accept", Message.TEEP);
    if (!body.isEmpty()) {
      headers.put("content-type", Message.TEEP);
    }
    return post(uri, session, purpose, words, headers, body);
  }

  /** As above, with headers of the scenario's choice. */
  HttpReply post(
      String uri,
      String session,
      Purpose purpose,
      String words,
      Map<String, String> headers,
      Bytes body) {
    Map<String, String> all = new HashMap<>(headers);
    all.put(SESSION, session);
    all.put(PURPOSE, purpose.id());
    if (!words.isEmpty()) {
      all.put(WORDS, words);
    }
    HttpCaller.Posted posted = scene.stimuli().send(RoleId.TEEP_BROKER, "POST", uri, all, body);
    if (posted.failure().startsWith("no complete answer within")) {
      scene.log().append(stamp -> new TraceEvent.Problem(stamp, Blame.TIMEOUT, posted.failure()));
    }
    return posted.reply();
  }
}
