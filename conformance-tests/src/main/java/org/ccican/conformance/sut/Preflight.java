package org.ccican.conformance.sut;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.ccican.cose.Crypto;
import org.ccican.role.Message;
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
    if (plain.answered() && !FirstMessage.isIn(plain.reply())) {
      TargetConnection.Exchanged again = begin(url, TYPED);
      typed = again.answered() && FirstMessage.isIn(again.reply());
      first = typed ? again : plain;
    }
    return new Found(probes(first, typed), typed);
  }

  private List<Probe> probes(TargetConnection.Exchanged first, boolean typed) {
    URI url = target.http().url();
    FirstMessage said = new FirstMessage(target, crypto, first.reply().body());
    List<Supplier<Probe>> looks = new ArrayList<>();
    looks.add(() -> Probe.of("tam.url", answered(first.reply()), wrongUrl("tam.url", url, first)));
    looks.add(said::key);
    looks.add(said::revision);
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

  private TargetConnection.Exchanged begin(URI uri, Map<String, String> headers) {
    return connection.send(uri, "", "POST", headers, Bytes.EMPTY);
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
        && !FirstMessage.isIn(reply);
  }
}
