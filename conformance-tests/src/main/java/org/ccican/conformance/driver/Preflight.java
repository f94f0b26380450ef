package org.ccican.conformance.driver;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseKey;
import org.ccican.cose.CoseSign;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.Crypto;
import org.ccican.reject.Rejected;
import org.ccican.role.Message;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Bytes;

/**
 * Looks, before anything is judged, whether a recipe fits its target: a wrong address or key is the
 * recipe's fault and no failure of the target's.
 */
public final class Preflight {

  private static final String WRITE = "; write the URI at which the TAM takes TEEP over HTTP";

  private final TargetConnection connection;
  private final SutFileTarget target;
  private final Crypto crypto;

  public Preflight(SutFileTarget target, Crypto crypto) {
    this.connection = new TargetConnection(target, InstantSource.fixed(Instant.EPOCH), false);
    this.target = target;
    this.crypto = crypto;
  }

  /**
   * What was found.
   *
   * @param complaint what is wrong with the recipe, naming the field and what to write there; empty
   *     if nothing is
   * @param typed whether the target begins only where the empty request has a media type (A22)
   */
  public record Found(Optional<String> complaint, boolean typed) {}

  /** Asks the target for its first message, and once more with a media type if none comes. */
  public Found look() {
    TargetConnection.Exchanged plain = begin(Map.of("accept", Message.TEEP));
    if (!plain.answered() || isMessage(plain.reply())) {
      return new Found(complaint(plain), false);
    }
    TargetConnection.Exchanged typed =
        begin(Map.of("accept", Message.TEEP, "content-type", Message.TEEP));
    return typed.answered() && isMessage(typed.reply())
        ? new Found(complaint(typed), true)
        : new Found(complaint(plain), false);
  }

  private TargetConnection.Exchanged begin(Map<String, String> headers) {
    return connection.send("", "", "POST", headers, Bytes.EMPTY);
  }

  /** A success whose content is signed with COSE, whoever signed it. */
  private static boolean isMessage(HttpReply reply) {
    if (reply.status() < 200 || reply.status() >= 300 || reply.body().isEmpty()) {
      return false;
    }
    try {
      kids(reply.body(), Checks.unbroken());
      return true;
    } catch (Rejected e) {
      return false;
    }
  }

  private Optional<String> complaint(TargetConnection.Exchanged exchanged) {
    if (!exchanged.answered()) {
      return Optional.of(
          "tam.url: no answer from "
              + target.shownUrl()
              + " ("
              + exchanged.failure()
              + ")"
              + WRITE
              + ", and start it first");
    }
    return wrongUrl(exchanged.reply()).or(() -> wrongKey(exchanged.reply().body()));
  }

  /** An answer by somebody who is no TAM, or behind whom there is one. */
  private Optional<String> wrongUrl(HttpReply reply) {
    int status = reply.status();
    String answers = target.shownUrl() + " answers " + status;
    if (status == 401 || status == 403 || status == 407) {
      return Optional.of("tam.headers: " + answers + "; write there what gives access");
    }
    if (status == 404 || status == 405 || status == 410) {
      return Optional.of("tam.url: " + answers + WRITE + ", path included");
    }
    if (status >= 300 && status < 400) {
      return Optional.of(
          "tam.url: "
              + answers
              + ", which TEEP over HTTP does not follow"
              + Optional.ofNullable(reply.headers().get("location"))
                  .map(place -> " (to " + place + ")")
                  .orElse("")
              + WRITE);
    }
    if (status < 300 && reply.mediaType().startsWith("text/html")) {
      return Optional.of("tam.url: " + target.shownUrl() + " answers with a web page" + WRITE);
    }
    return Optional.empty();
  }

  /**
   * A first message that another key than the recipe's has signed. One that claims the recipe's key
   * and does not verify is the TAM's fault, as is what is no signed message at all.
   */
  private Optional<String> wrongKey(Bytes message) {
    Checks checks = Checks.unbroken();
    try {
      CoseKey key = CoseKey.ofSpki(target.key(), crypto);
      List<Bytes> kids = kids(message, checks);
      if (kids.contains(key.thumbprint()) || verifies(message, key)) {
        return Optional.empty();
      }
      Optional<Bytes> kid = kids.stream().findFirst();
      return Optional.of(
          "tam.key: the TAM's first message does not verify with the recipe's key"
              + kid.map(named -> ", it names the key " + named).orElse("")
              + " (the recipe's has the thumbprint "
              + key.thumbprint()
              + "); write the file with the TAM's own public key");
    } catch (Rejected e) {
      // What the message itself is worth is for the scenarios to judge.
      return Optional.empty();
    }
  }

  /** The keys that a message names, which may have one signature or several. */
  private static List<Bytes> kids(Bytes message, Checks checks) throws Rejected {
    List<Bytes> kids = new ArrayList<>();
    if (CoseSign.isTagged(message)) {
      for (CoseSign.Signature each : CoseSign.parse(message, checks).signatures()) {
        each.kid(checks).ifPresent(kids::add);
      }
    } else {
      CoseSign1.parse(message, checks).kid(checks).ifPresent(kids::add);
    }
    return kids;
  }

  private static boolean verifies(Bytes message, CoseKey key) {
    Checks checks = Checks.unbroken();
    Set<CoseAlgorithm> any = Set.of(CoseAlgorithm.values());
    try {
      if (CoseSign.isTagged(message)) {
        CoseSign.parse(message, checks).verify(key, any, checks);
      } else {
        CoseSign1.parse(message, checks).verify(key, any, checks);
      }
      return true;
    } catch (Rejected e) {
      return false;
    }
  }
}
