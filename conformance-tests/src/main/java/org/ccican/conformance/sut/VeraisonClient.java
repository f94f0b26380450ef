package org.ccican.conformance.sut;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.ccican.check.Checks;
import org.ccican.reject.Rejected;
import org.ccican.transport.AllowedHosts;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Base64Url;
import org.ccican.wire.Bytes;
import org.ccican.wire.Json;
import org.ccican.wire.JsonDecoder;

/**
 * A client of the Veraison API, as its documents and its implementation have it where they differ:
 * a session's place absolute or relative, its progress under {@code status} or {@code state}, the
 * nonce in either alphabet, padded or not, the result at once or by asking again. It follows no
 * place at a host that the recipe does not allow.
 */
final class VeraisonClient {

  private static final String SESSION = "application/vnd.veraison.challenge-response-session+json";
  private static final String DISCOVERY = "application/vnd.veraison.discovery+json";
  private static final String PROVISIONING = "application/vnd.veraison.provisioning-session+json";

  private static final Duration ROUND = Duration.ofMillis(200);

  private final TargetConnection http;
  private final AllowedHosts hosts;

  /**
   * @param hosts where a place may be that the service names
   */
  VeraisonClient(TargetConnection http, AllowedHosts hosts) {
    this.http = http;
    this.hosts = hosts;
  }

  /** An exchange that went otherwise than the API has it. */
  static final class Otherwise extends Exception {

    private static final long serialVersionUID = 1;

    private final boolean silent;
    private final transient HttpReply reply;

    private Otherwise(String detail, boolean silent, HttpReply reply) {
      super(detail);
      this.silent = silent;
      this.reply = reply;
    }

    /** Whether there was no answer at all. */
    boolean silent() {
      return silent;
    }

    /** The last answer. */
    HttpReply reply() {
      return reply;
    }
  }

  /**
   * What a service says of itself.
   *
   * @param mediaTypes that it takes
   * @param begin where a session is begun, or reference values are submitted
   * @param key x and y of the key that results verify with, of a verification service
   */
  record Service(List<String> mediaTypes, URI begin, Optional<Bytes> key) {}

  /**
   * A session that was begun.
   *
   * @param accept media types of evidence
   */
  record Session(URI place, List<String> accept) {}

  Service discover(URI base, String service, String endpoint) throws Otherwise {
    URI place = under(base, "/.well-known/veraison/" + service);
    HttpReply reply = exchange(place, "", "GET", Map.of("accept", DISCOVERY), Bytes.EMPTY);
    Json.Obj found = object(reply, 200, "the discovery of " + service);
    String path =
        found
            .find("api-endpoints")
            .filter(Json.Obj.class::isInstance)
            .flatMap(all -> text((Json.Obj) all, endpoint))
            .orElseThrow(() -> otherwise("api-endpoints without " + endpoint, reply));
    return new Service(texts(found, "media-types"), place(place, path, reply), key(found));
  }

  Session begin(Service service, String scenario, Bytes nonce) throws Otherwise {
    URI place = URI.create(service.begin() + "?nonce=" + Base64Url.encode(nonce));
    HttpReply reply = exchange(place, scenario, "POST", Map.of("accept", SESSION), Bytes.EMPTY);
    Json.Obj session = object(reply, 201, "a new session");
    Optional<Bytes> given = text(session, "nonce").flatMap(VeraisonClient::digits);
    if (!given.equals(Optional.of(nonce))) {
      throw otherwise("a session for another nonce than was asked for", reply);
    }
    String location = reply.headers().get("location");
    if (location == null) {
      throw otherwise("a session without place", reply);
    }
    return new Session(place(service.begin(), location, reply), texts(session, "accept"));
  }

  /** The token in which the Verifier says what it concluded. */
  Bytes submit(Session session, String scenario, String mediaType, Bytes evidence)
      throws Otherwise {
    HttpReply reply =
        exchange(
            session.place(),
            scenario,
            "POST",
            Map.of("accept", SESSION, "content-type", mediaType),
            evidence);
    long rounds = Math.max(1, http.target().limits().response().dividedBy(ROUND));
    while (reply.status() == 202 || reply.status() == 200 && processing(reply)) {
      if (rounds-- <= 0) {
        throw new Otherwise("no result in time", true, reply);
      }
      pause();
      reply = exchange(session.place(), scenario, "GET", Map.of("accept", SESSION), Bytes.EMPTY);
    }
    Json.Obj done = object(reply, 200, "a session with evidence");
    HttpReply last = reply;
    return text(done, "result")
        .map(Bytes::utf8)
        .orElseThrow(() -> otherwise("a session without result", last));
  }

  /** Why reference values were not taken; empty if they were. */
  Optional<String> provision(Service service, String scenario, Bytes corim) throws Otherwise {
    HttpReply reply =
        exchange(
            service.begin(),
            scenario,
            "POST",
            Map.of("accept", PROVISIONING, "content-type", "application/rim+cose"),
            corim);
    Json.Obj done = object(reply, 200, "submitted reference values");
    return text(done, "status").equals(Optional.of("success"))
        ? Optional.empty()
        : Optional.of(text(done, "failure-reason").orElse("failed"));
  }

  private HttpReply exchange(
      URI place, String scenario, String method, Map<String, String> headers, Bytes body)
      throws Otherwise {
    Map<String, String> more = new java.util.HashMap<>(headers);
    if (!scenario.isEmpty()) {
      more.put(Connection.CASE, scenario);
    }
    TargetConnection.Exchanged exchanged = http.send(place, scenario, method, more, body);
    if (!exchanged.answered()) {
      throw new Otherwise(
          "no answer from " + Reach.Http.shown(place) + ": " + exchanged.failure(),
          true,
          exchanged.reply());
    }
    return exchanged.reply();
  }

  private static boolean processing(HttpReply reply) throws Otherwise {
    Json.Obj session = object(reply, 200, "a session");
    Optional<String> status = text(session, "status").or(() -> text(session, "state"));
    return status.filter(List.of("waiting", "processing")::contains).isPresent();
  }

  private static void pause() {
    new CompletableFuture<Void>()
        .completeOnTimeout(null, ROUND.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  private static Json.Obj object(HttpReply reply, int status, String what) throws Otherwise {
    if (reply.status() != status) {
      throw otherwise(what + " answered with status " + reply.status(), reply);
    }
    try {
      if (JsonDecoder.decode(reply.body(), Checks.unbroken()) instanceof Json.Obj object) {
        return object;
      }
    } catch (Rejected e) {
      throw otherwise(what + " answered with no JSON: " + e.getMessage(), reply);
    }
    throw otherwise(what + " answered with JSON that is no object", reply);
  }

  private static Otherwise otherwise(String detail, HttpReply reply) {
    return new Otherwise(detail, false, reply);
  }

  private static Optional<String> text(Json.Obj object, String name) {
    return object
        .find(name)
        .filter(Json.Text.class::isInstance)
        .map(value -> ((Json.Text) value).value());
  }

  private static List<String> texts(Json.Obj object, String name) {
    List<String> texts = new ArrayList<>();
    object
        .find(name)
        .filter(Json.Array.class::isInstance)
        .ifPresent(
            array ->
                ((Json.Array) array)
                    .items()
                    .forEach(
                        each -> {
                          if (each instanceof Json.Text text) {
                            texts.add(text.value());
                          }
                        }));
    return texts;
  }

  private static Optional<Bytes> key(Json.Obj found) {
    return found
        .find("ear-verification-key")
        .filter(Json.Obj.class::isInstance)
        .map(Json.Obj.class::cast)
        .flatMap(
            jwk ->
                text(jwk, "x")
                    .flatMap(VeraisonClient::digits)
                    .flatMap(
                        x ->
                            text(jwk, "y")
                                .flatMap(VeraisonClient::digits)
                                .map(y -> Bytes.concat(x, y))));
  }

  /** Base64 in either alphabet, padded or not. */
  private static Optional<Bytes> digits(String text) {
    try {
      String digits = text.replace('+', '-').replace('/', '_').replaceFirst("={1,2}$", "");
      return Optional.of(Bytes.of(Base64.getUrlDecoder().decode(digits)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static URI under(URI base, String path) {
    String root = base.toString();
    return URI.create((root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + path);
  }

  /** A place that the target names: its own, or at a host that the recipe allows. */
  private URI place(URI from, String named, HttpReply reply) throws Otherwise {
    URI place;
    try {
      place = from.resolve(named);
    } catch (IllegalArgumentException e) {
      throw otherwise("a place that is no URI", reply);
    }
    Optional<String> complaint = hosts.complaint(place.toString());
    if (complaint.isPresent()) {
      throw otherwise("a place that is not asked: " + complaint.get() + " (allow-hosts)", reply);
    }
    return place;
  }
}
