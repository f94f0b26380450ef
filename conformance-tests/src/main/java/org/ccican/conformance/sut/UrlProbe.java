package org.ccican.conformance.sut;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.role.Message;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Bytes;

/** Asks whether somebody who may be the role listens at the recipe's URL. */
final class UrlProbe {

  private static final String TRUST =
      "; write http:// where the %s speaks no TLS, and name the trust store of a private CA in"
          + " CCICAN_JAVA_OPTS=-Djavax.net.ssl.trustStore=FILE";

  /** Further apart than this, what is fresh for one is stale for the other. */
  private static final Duration APART = Duration.ofMinutes(5);

  private final SutRole role;
  private final TargetConnection http;
  private final InstantSource clock;

  UrlProbe(SutRole role, TargetConnection http, InstantSource clock) {
    this.role = role;
    this.http = http;
    this.clock = clock;
  }

  /** Posts nothing to a resource of the role, which it may refuse; then moves its clock nowhere. */
  List<Probe> look() {
    String id = role.role().id();
    String field = id + ".url";
    String write = "; write the URL below which the " + id + " has the resource " + resource();
    TargetConnection.Exchanged exchanged =
        http.send(
            UrlRole.below(role, resource()),
            "",
            "POST",
            Map.of("content-type", Message.CCICAN),
            Bytes.EMPTY);
    URI url = role.http().url();
    HttpReply reply = exchanged.reply();
    Optional<String> wrong =
        complaint(id, field, url, exchanged, write)
            .or(
                () ->
                    reply.mediaType().startsWith("text/html")
                        ? Optional.of(otherKind(field, url, reply, "CCICAN", write))
                        : Optional.empty());
    List<Probe> probes = new ArrayList<>();
    probes.add(Probe.of(field, "answers " + reply.status() + " to an empty request", wrong));
    if (wrong.isEmpty()) {
      probes.add(time(role, reply, clock));
      if (role.clock().isPresent() && Probe.firstComplaint(probes).isEmpty()) {
        probes.add(Probe.of(id + ".clock", "can be moved", clock(role, http)));
      }
    }
    return probes;
  }

  /**
   * Compares the time that a server puts on its answers with ours. One whose clock the recipe can
   * move is where the last run left it.
   */
  static Probe time(SutRole role, HttpReply reply, InstantSource clock) {
    String id = role.role().id();
    Optional<Instant> date = date(reply.headers().getOrDefault("date", ""));
    if (date.isEmpty() || role.clock().isPresent()) {
      return Probe.fits(id + ".url", "says nothing of its time that could be compared");
    }
    Duration ahead = Duration.between(clock.instant(), date.get());
    boolean far = ahead.abs().compareTo(APART) > 0;
    return Probe.of(
        id + ".url",
        "has the time of this machine, within " + (ahead.abs().toSeconds() + 1) + " s",
        far
            ? Optional.of(
                id
                    + ".url: the server's clock is "
                    + ahead.abs().toSeconds()
                    + " s "
                    + (ahead.isNegative() ? "behind" : "ahead of")
                    + " this machine's, and what is fresh to one is stale to the other; set both"
                    + " right, or write in "
                    + id
                    + ".clock where the target's is moved")
            : Optional.empty());
  }

  private static Optional<Instant> date(String header) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A resource that every implementation of the role has. */
  private String resource() {
    return switch (role.role()) {
      case VERIFIER -> "appraisals";
      case MIDDLEWARE_REPOSITORY -> "middleware";
      case ATTESTING_ENVIRONMENT -> "evidence";
      case MOC -> "requests";
      case APPLICATION_OWNER -> "sessions";
      case TEEP_BROKER -> "wake-ups";
      case PLATFORM -> "environments";
      case TEEP_AGENT, TAM -> "teep";
      case MIDDLEWARE -> "attestation";
    };
  }

  /** A clock that the recipe names and that cannot be moved. */
  static Optional<String> clock(SutRole role, TargetConnection http) {
    return role.clock()
        .flatMap(
            url ->
                http.advance(Duration.ZERO)
                    .map(
                        failure ->
                            role.role().id()
                                + ".clock: "
                                + Reach.Http.shown(url)
                                + ": "
                                + failure
                                + "; write the URL at which a POST of 0, or of more seconds, is"
                                + " answered with a status from 200 to 299"));
  }

  /** An answer by somebody who is not the role, or behind whom it is; or none. */
  static Optional<String> complaint(
      String role, String field, URI url, TargetConnection.Exchanged exchanged, String write) {
    String shown = Reach.Http.shown(url);
    if (!exchanged.answered()) {
      boolean tls = exchanged.failure().startsWith("TLS: ");
      return Optional.of(
          field
              + ": no answer from "
              + shown
              + " ("
              + exchanged.failure()
              + ")"
              + (tls
                  ? TRUST.formatted(role.equals("tam") ? "TAM" : role)
                  : write + ", and start it first"));
    }
    HttpReply reply = exchanged.reply();
    int status = reply.status();
    String answers = shown + " answers " + status;
    if (status == 401 || status == 403 || status == 407) {
      return Optional.of(role + ".headers: " + answers + "; write there what gives access");
    }
    if (status == 404 || status == 405 || status == 410) {
      return Optional.of(field + ": " + answers + write + ", path included");
    }
    if (status >= 300 && status < 400) {
      return Optional.of(
          field
              + ": "
              + answers
              + ", which is not followed"
              + Optional.ofNullable(reply.headers().get("location"))
                  .map(place -> " (to " + place + ")")
                  .orElse("")
              + write);
    }
    return Optional.empty();
  }

  /** An answer that nobody who is the role gives. */
  static String otherKind(String field, URI url, HttpReply reply, String protocol, String write) {
    return field
        + ": "
        + Reach.Http.shown(url)
        + (reply.mediaType().startsWith("text/html")
            ? " answers with a web page"
            : " answers with " + reply.mediaType() + ", and no message of " + protocol + " in it")
        + write;
  }
}
