package org.ccican.conformance.sut;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.conformance.trace.ScenarioLog;
import org.ccican.role.RoleId;
import org.ccican.transport.HttpCaller;
import org.ccican.transport.HttpListener;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Bytes;

/**
 * Makes the calls of a role behind an adapter: to whoever plays the other role in the scenario, or
 * at an address that the recipe allows.
 */
final class ScenarioPeers implements Adapter.Peers {

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
    Optional<String> uri = uri(call, situation.log());
    if (uri.isEmpty()) {
      return HttpReply.empty(404);
    }
    Map<String, String> headers = new HashMap<>(call.headers());
    headers.keySet().retainAll(SAID);
    headers.put(HttpListener.FROM, from.id());
    HttpCaller.Posted posted = caller.send(call.method(), uri.get(), headers, call.body());
    Map<String, String> told = new HashMap<>(posted.reply().headers());
    told.keySet().retainAll(ScenarioExchanges.HANDED_BACK);
    Optional.ofNullable(posted.reply().headers().get("location"))
        .ifPresent(place -> told.put("location", place));
    Bytes body = posted.reply().body();
    return new HttpReply(posted.reply().status(), told, body);
  }

  private Optional<String> uri(AdapterCall call, ScenarioLog log) {
    if (call.to().isPresent()) {
      String item = call.item().isEmpty() ? "" : "/" + call.item();
      return call.to().get() == RoleId.MIDDLEWARE
          ? Optional.empty()
          : Optional.of(
              situation.addresses().apply(call.to().get()) + "/" + call.resource() + item);
    }
    if (call.uri().regionMatches(true, 0, "https:", 0, "https:".length())) {
      Unsayable.because(log, "whom an adapter asks over TLS, the suite would have to look at");
      return Optional.empty();
    }
    return Optional.of(call.uri());
  }
}
