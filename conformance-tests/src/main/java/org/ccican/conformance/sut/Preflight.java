package org.ccican.conformance.sut;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseKey;
import org.ccican.cose.CoseSign;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.Crypto;
import org.ccican.reject.Rejected;
import org.ccican.role.Message;
import org.ccican.teep.WireRevision;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Bytes;

/**
 * Looks, before anything is judged, whether a recipe fits its target: a wrong address or key is the
 * recipe's fault and no failure of the target's.
 */
public final class Preflight {

  private static final String WRITE = "; write the URI at which the TAM takes TEEP over HTTP";
  private static final Map<String, String> TYPED =
      Map.of("accept", Message.TEEP, "content-type", Message.TEEP);

  private final TargetConnection connection;
  private final SutRole target;
  private final Crypto crypto;
  private final InstantSource clock;

  /**
   * @param clock what the target's own is compared with
   */
  public Preflight(SutRole target, Crypto crypto, InstantSource clock) {
    this.connection = new TargetConnection(target, clock);
    this.clock = clock;
    this.target = target;
    this.crypto = crypto;
  }

  /**
   * What was found.
   *
   * @param probes up to the first complaint
   * @param typed whether the target begins only where the empty request has a media type (A22)
   */
  public record Found(List<Probe> probes, boolean typed) {

    public Found {
      probes = List.copyOf(probes);
    }

    /**
     * What is wrong with the recipe, naming the field and what to write there; empty if nothing is.
     */
    public Optional<String> complaint() {
      return Probe.firstComplaint(probes);
    }
  }

  /**
   * Asks the target for its first message, and once more with a media type if none comes; then at
   * its other URIs, and its clock for no time at all.
   */
  public Found look() {
    URI url = target.http().url();
    TargetConnection.Exchanged plain = begin(url, Map.of("accept", Message.TEEP));
    boolean typed = false;
    TargetConnection.Exchanged first = plain;
    if (plain.answered() && !isMessage(plain.reply())) {
      TargetConnection.Exchanged again = begin(url, TYPED);
      typed = again.answered() && isMessage(again.reply());
      first = typed ? again : plain;
    }
    return new Found(probes(first, typed), typed);
  }

  private List<Probe> probes(TargetConnection.Exchanged first, boolean typed) {
    URI url = target.http().url();
    Bytes message = first.reply().body();
    List<Supplier<Probe>> looks = new ArrayList<>();
    looks.add(() -> Probe.of("tam.url", answered(first.reply()), wrongUrl("tam.url", url, first)));
    looks.add(() -> Probe.of("tam.key", verified(message), wrongKey(message)));
    looks.add(
        () ->
            Probe.of(
                "tam.revision", target.revision().id() + " is spoken", wrongRevision(message)));
    looks.add(() -> UrlProbe.time(target, first.reply(), clock));
    target
        .uris()
        .forEach(
            (way, uri) ->
                looks.add(
                    () -> {
                      String field = "tam.uris." + way;
                      TargetConnection.Exchanged begun =
                          begin(uri, typed ? TYPED : Map.of("accept", Message.TEEP));
                      return Probe.of(field, answered(begun.reply()), wrongUrl(field, uri, begun));
                    }));
    if (target.clock().isPresent()) {
      looks.add(() -> Probe.of("tam.clock", "can be moved", UrlProbe.clock(target, connection)));
    }
    List<Probe> probes = new ArrayList<>();
    for (Supplier<Probe> look : looks) {
      Probe probe = look.get();
      probes.add(probe);
      if (probe.complaint().isPresent()) {
        break;
      }
    }
    return probes;
  }

  private static String answered(HttpReply reply) {
    return "answers "
        + reply.status()
        + (reply.body().isEmpty()
            ? ", without content"
            : ", " + reply.mediaType() + ", " + reply.body().size() + " octets");
  }

  private String verified(Bytes message) {
    return target
        .signingKey(crypto)
        .filter(key -> verifies(message, key))
        .map(key -> "verifies the first message")
        .orElse("is not contradicted by what the TAM sends first; the scenarios will judge that");
  }

  private TargetConnection.Exchanged begin(URI uri, Map<String, String> headers) {
    return connection.send(uri, "", "POST", headers, Bytes.EMPTY);
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

  /** An answer by somebody who is no TAM, or behind whom there is one; or none. */
  private static Optional<String> wrongUrl(
      String field, URI url, TargetConnection.Exchanged exchanged) {
    return UrlProbe.complaint("tam", field, url, exchanged, WRITE)
        .or(
            () ->
                exchanged.reply().status() < 300 && isOfAnotherKind(exchanged.reply())
                    ? Optional.of(UrlProbe.otherKind(field, url, exchanged.reply(), "TEEP", WRITE))
                    : Optional.empty());
  }

  /** Of another media type, and no message either: one in the wrong type is the TAM's fault. */
  private static boolean isOfAnotherKind(HttpReply reply) {
    return !reply.body().isEmpty()
        && !reply.mediaType().isEmpty()
        && !reply.mediaType().startsWith(Message.TEEP)
        && !isMessage(reply);
  }

  /**
   * A first message that another key than the recipe's has signed. One that claims the recipe's key
   * and does not verify is the TAM's fault, as is what is no signed message at all.
   */
  private Optional<String> wrongKey(Bytes message) {
    Checks checks = Checks.unbroken();
    try {
      CoseKey key = target.signingKey(crypto).orElseThrow();
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

  /** A first message with the numbers of the other edition, and not with the recipe's. */
  private Optional<String> wrongRevision(Bytes message) {
    if (message.isEmpty() || TeepPeek.read(message, target.revision()).isPresent()) {
      return Optional.empty();
    }
    return WireRevision.ALL.stream()
        .filter(other -> TeepPeek.read(message, other).isPresent())
        .findFirst()
        .map(
            other ->
                "tam.revision: the TAM's first message has the numbers of "
                    + other.id()
                    + ", and not of "
                    + target.revision().id()
                    + "; write revision: "
                    + other.id());
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
