package org.ccican.transport;

import static org.ccican.transport.VeraisonReplies.json;
import static org.ccican.transport.VeraisonReplies.only;
import static org.ccican.transport.VeraisonReplies.problem;
import static org.ccican.transport.VeraisonReplies.takes;
import static org.ccican.transport.VeraisonReplies.texts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.message.AttestationMessage.AppraisalRequest;
import org.ccican.reject.Rejected;
import org.ccican.role.Message;
import org.ccican.role.Randomness;
import org.ccican.role.RoleId;
import org.ccican.wire.Base64Url;
import org.ccican.wire.Bytes;
import org.ccican.wire.JsonText;

/**
 * Challenge-response sessions of the Veraison API: {@code POST newSession} with a nonce or its
 * size, {@code POST session/ID} with evidence, {@code GET} and {@code DELETE} of the same. Evidence
 * that does not convince is no error of HTTP: the session is complete, and its result says so.
 */
final class VeraisonSessions implements Endpoint {

  private static final String SESSION = "application/vnd.veraison.challenge-response-session+json";
  private static final String PREFIX = "session/";
  private static final String IDENTIFIER =
      "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

  /** How many sessions there are at once; the oldest makes room. */
  private static final int ROOM = 256;

  private static final int ID_SIZE = 16;
  private static final int USUAL_NONCE = 32;
  private static final int SHORTEST_NONCE = 8;
  private static final int LONGEST_NONCE = 64;
  private static final Duration LIFE = Duration.ofSeconds(150);

  private final Endpoint verifier;
  private final VeraisonEvidence evidence;
  private final Randomness randomness;
  private final InstantSource clock;
  private final Checks checks;
  private final Map<String, Session> sessions = new LinkedHashMap<>();

  VeraisonSessions(
      Endpoint verifier,
      VeraisonEvidence evidence,
      Randomness randomness,
      InstantSource clock,
      Checks checks) {
    this.verifier = verifier;
    this.evidence = evidence;
    this.randomness = randomness;
    this.clock = clock;
    this.checks = checks;
  }

  /** A session; what was submitted and concluded is empty until then. */
  private record Session(
      Bytes nonce, Instant expiry, Optional<Submitted> submitted, Optional<String> result) {}

  private record Submitted(String mediaType, Bytes octets) {}

  @Override
  public synchronized HttpReply handle(HttpCall call) {
    if (!call.resource().equals("v1")) {
      return HttpReply.empty(404);
    }
    if (call.item().equals("newSession")) {
      return call.method().equals("POST") ? begun(call) : only("POST");
    }
    if (!call.item().startsWith(PREFIX)) {
      return HttpReply.empty(404);
    }
    String id = call.item().substring(PREFIX.length());
    return switch (call.method()) {
      case "POST" -> submitted(call, id);
      case "GET" -> polled(call, id);
      case "DELETE" -> deleted(id);
      default -> only("GET", "POST", "DELETE");
    };
  }

  private HttpReply begun(HttpCall call) {
    if (!takes(call, SESSION)) {
      return problem(406, "only " + SESSION);
    }
    Optional<Bytes> nonce = nonce(call.headers().getOrDefault(HttpCall.QUERY, ""));
    if (nonce.isEmpty()) {
      return problem(400, "either nonce or nonceSize, 8 to 64 octets");
    }
    Session session =
        new Session(nonce.get(), clock.instant().plus(LIFE), Optional.empty(), Optional.empty());
    String id = identifier();
    sessions.put(id, session);
    if (sessions.size() > ROOM) {
      sessions.remove(sessions.keySet().iterator().next());
    }
    return json(201, SESSION, shown(session)).withHeader("location", PREFIX + id);
  }

  /** The nonce that is asked for, or one of the size that is; empty if the query is neither. */
  private Optional<Bytes> nonce(String query) {
    Optional<Bytes> nonce = Optional.empty();
    if (query.isEmpty()) {
      nonce = Optional.of(randomness.next(USUAL_NONCE));
    } else if (query.matches("nonceSize=[1-9][0-9]?")) {
      nonce =
          Optional.of(randomness.next(Integer.parseInt(query.substring(query.indexOf('=') + 1))));
    } else if (query.startsWith("nonce=") && query.indexOf('&') < 0) {
      nonce = digits(query.substring(query.indexOf('=') + 1).replaceFirst("(=|%3[dD]){1,2}$", ""));
    }
    return nonce.filter(each -> each.size() >= SHORTEST_NONCE && each.size() <= LONGEST_NONCE);
  }

  private static Optional<Bytes> digits(String text) {
    try {
      return Optional.of(Base64Url.decode(text, "json.syntax"));
    } catch (Rejected e) {
      return Optional.empty();
    }
  }

  private HttpReply submitted(HttpCall call, String id) {
    if (!takes(call, SESSION)) {
      return problem(406, "only " + SESSION);
    }
    if (call.body().isEmpty()) {
      return problem(400, "no evidence");
    }
    Optional<Bytes> collection;
    try {
      collection = evidence.collection(call.mediaType(), call.body(), checks);
    } catch (Rejected e) {
      return problem(400, e.getMessage());
    }
    if (collection.isEmpty()) {
      return problem(415, "evidence of another type than the session takes")
          .withHeader("accept", String.join(", ", evidence.accepted()));
    }
    Optional<Session> session = find(id);
    return session.isPresent() ? concluded(id, session.get(), call, collection.get()) : unknown(id);
  }

  private HttpReply concluded(String id, Session session, HttpCall call, Bytes collection) {
    HttpReply reply =
        verifier.handle(
            new HttpCall(
                Optional.empty(),
                RoleId.VERIFIER,
                "POST",
                "appraisals",
                "",
                Map.of("content-type", Message.CCICAN),
                AppraisalRequest.jwt(collection, session.nonce()).encode(),
                Optional.empty()));
    boolean done = reply.status() == 200;
    Session concluded =
        new Session(
            session.nonce(),
            session.expiry(),
            Optional.of(new Submitted(call.mediaType(), call.body())),
            done ? Optional.of(reply.body().toText()) : Optional.empty());
    sessions.put(id, concluded);
    return done ? json(200, SESSION, shown(concluded)) : problem(500, "the verifier failed");
  }

  private HttpReply polled(HttpCall call, String id) {
    if (!takes(call, SESSION)) {
      return problem(406, "only " + SESSION);
    }
    return find(id).map(found -> json(200, SESSION, shown(found))).orElseGet(() -> unknown(id));
  }

  private HttpReply deleted(String id) {
    if (!id.matches(IDENTIFIER)) {
      return unknown(id);
    }
    sessions.remove(id);
    return HttpReply.empty(204);
  }

  private static HttpReply unknown(String id) {
    return id.matches(IDENTIFIER) ? problem(404, "no such session") : problem(400, "no session id");
  }

  private Optional<Session> find(String id) {
    return Optional.ofNullable(sessions.get(id))
        .filter(session -> clock.instant().isBefore(session.expiry()));
  }

  private String identifier() {
    String hex = randomness.next(ID_SIZE).toHex();
    return hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
  }

  private Map<String, String> shown(Session session) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("nonce", JsonText.string(Base64Url.encode(session.nonce())));
    members.put("expiry", JsonText.string(session.expiry().toString()));
    members.put("accept", texts(evidence.accepted()));
    members.put("status", JsonText.string(status(session)));
    session
        .submitted()
        .ifPresent(
            sent ->
                members.put(
                    "evidence",
                    "{\"type\":"
                        + JsonText.string(sent.mediaType())
                        + ",\"value\":\""
                        + Base64.getEncoder().encodeToString(sent.octets().toArray())
                        + "\"}"));
    session.result().ifPresent(ear -> members.put("result", JsonText.string(ear)));
    return members;
  }

  private static String status(Session session) {
    if (session.submitted().isEmpty()) {
      return "waiting";
    }
    return session.result().isPresent() ? "complete" : "failed";
  }
}
