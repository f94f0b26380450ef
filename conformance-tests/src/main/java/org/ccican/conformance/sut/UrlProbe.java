package org.ccican.conformance.sut;

import java.net.URI;
import java.time.Duration;
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

  private final SutRole role;
  private final TargetConnection http;

  UrlProbe(SutRole role, TargetConnection http) {
    this.role = role;
    this.http = http;
  }

  /** Posts nothing to a resource of the role, which it may refuse; then moves its clock nowhere. */
  Optional<String> look() {
    String id = role.role().id();
    String write = "; write the URL below which the " + id + " has the resource " + resource();
    TargetConnection.Exchanged exchanged =
        http.send(
            UrlRole.below(role, resource()),
            "",
            "POST",
            Map.of("content-type", Message.CCICAN),
            Bytes.EMPTY);
    URI url = role.http().url();
    return complaint(id, id + ".url", url, exchanged, write)
        .or(
            () ->
                exchanged.reply().mediaType().startsWith("text/html")
                    ? Optional.of(otherKind(id + ".url", url, exchanged.reply(), "CCICAN", write))
                    : Optional.empty())
        .or(() -> clock(role, http));
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
