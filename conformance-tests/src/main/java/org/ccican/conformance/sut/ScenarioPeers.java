package org.ccican.conformance.sut;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.role.Answer;
import org.ccican.role.Message;
import org.ccican.role.RoleId;
import org.ccican.role.Turn;
import org.ccican.transport.HttpCaller;
import org.ccican.transport.HttpListener;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Bytes;

/**
 * Makes the calls of a role behind an adapter: to whoever plays the other role in the scenario, or
 * at an address that the recipe allows.
 */
final class ScenarioPeers implements Adapter.Peers {

  /** SHA-256 of the SubjectPublicKeyInfo at the other end of a TLS channel, in hex. */
  private static final String CHANNEL = "ccican-channel-key";

  private static final List<String> SAID = List.of("accept", "content-type", "cookie");

  private final RoleId from;
  private final Situation situation;
  private final HttpCaller caller;

  /**
   * @param from the role that asks
   * @param patience real time for one whole answer
   */
  ScenarioPeers(RoleId from, Situation situation, HttpClient client, Duration patience) {
    this.from = from;
    this.situation = situation;
    this.caller = new HttpCaller(client, any -> "", patience, situation.hosts(), Checks.unbroken());
  }

  @Override
  public HttpReply answer(AdapterCall call) {
    if (call.uri().regionMatches(true, 0, "https:", 0, "https:".length())) {
      return from == RoleId.APPLICATION_OWNER
          ? secure(call)
          : unseen("whom an adapter asks over TLS, the suite would have to look at");
    }
    Optional<String> uri = uri(call);
    if (uri.isEmpty()) {
      return HttpReply.empty(404);
    }
    Map<String, String> headers = new HashMap<>(call.headers());
    headers.keySet().retainAll(SAID);
    headers.put(HttpListener.FROM, from.id());
    HttpReply reply = caller.send(call.method(), uri.get(), headers, call.body()).reply();
    Map<String, String> told = new HashMap<>(reply.headers());
    told.keySet().retainAll(ScenarioExchanges.HANDED_BACK);
    Optional.ofNullable(reply.headers().get("location"))
        .ifPresent(place -> told.put("location", place));
    return new HttpReply(reply.status(), told, reply.body());
  }

  private HttpReply unseen(String why) {
    Unsayable.because(situation.log(), why);
    return HttpReply.empty(0);
  }

  /**
   * The suite is the TLS client in the owner's place: it says whose key the channel has, and asks
   * only a server with the key that the owner wants, if it wants one.
   */
  private HttpReply secure(AdapterCall call) {
    Optional<Bytes> wanted = Optional.ofNullable(call.headers().get(CHANNEL)).flatMap(this::key);
    Message message =
        new Message("", "", call.headers().getOrDefault("content-type", ""), call.body());
    Answer answer =
        caller.call(
            from,
            new Turn.Ask(RoleId.MIDDLEWARE, call.uri(), message, wanted, any -> Turn.nothing()));
    Map<String, String> told = new HashMap<>();
    if (!answer.mediaType().isEmpty()) {
      told.put("content-type", answer.mediaType());
    }
    answer.channel().ifPresent(tls -> told.put(CHANNEL, tls.peerKey().toHex()));
    return new HttpReply(answer.status(), told, answer.body());
  }

  /** A key that is none of a server's, where it is no digest. */
  private Optional<Bytes> key(String hex) {
    return Optional.of(hex.matches("([0-9a-f]{2}){32}") ? Bytes.hex(hex) : Bytes.EMPTY);
  }

  private Optional<String> uri(AdapterCall call) {
    if (call.to().isEmpty()) {
      return Optional.of(call.uri());
    }
    String item = call.item().isEmpty() ? "" : "/" + call.item();
    return call.to().get() == RoleId.MIDDLEWARE
        ? Optional.empty()
        : Optional.of(situation.addresses().apply(call.to().get()) + "/" + call.resource() + item);
  }
}
