package org.ccican.conformance.sut;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.message.ProvisioningMessage.Provisioned;
import org.ccican.message.ProvisioningMessage.Refusal;
import org.ccican.message.ProvisioningMessage.WakeUp;
import org.ccican.reject.Rejected;
import org.ccican.role.Message;
import org.ccican.role.RoleId;
import org.ccican.transport.Endpoint;
import org.ccican.transport.HttpCall;
import org.ccican.transport.HttpReply;
import org.ccican.transport.SecureChannel;

/**
 * Middleware that is installed and answers at the recipe's URL, over TLS with the key that its
 * evidence names. The device that it is in is the target's as well: its Broker has nothing left to
 * do but to say where the middleware is, and that is said here.
 */
final class UrlMiddleware implements Connection {

  private final SutRole role;
  private final TargetConnection http;

  UrlMiddleware(SutRole role, Opening opening) {
    this.role = role;
    this.http = new TargetConnection(role, opening.clock());
  }

  @Override
  public SutRole role() {
    return role;
  }

  @Override
  public Set<RoleId> plays() {
    return Device.ROLES;
  }

  @Override
  public Optional<String> look() {
    URI url = role.http().url();
    String write =
        "; write the https:// URL below which the middleware has the resource attestation";
    if (!"https".equals(url.getScheme())) {
      return Optional.of(
          "middleware.url: " + Reach.Http.shown(url) + " is asked without TLS" + write);
    }
    try {
      SecureChannel.look(url, role.limits().connect());
      return UrlProbe.clock(role, http);
    } catch (IOException e) {
      return Optional.of(
          "middleware.url: no TLS at "
              + Reach.Http.shown(url)
              + " ("
              + e.getMessage()
              + ")"
              + write
              + ", and start it first");
    }
  }

  @Override
  public Map<RoleId, Endpoint> endpoints(Situation situation) {
    Map<RoleId, Endpoint> endpoints = new HashMap<>();
    for (RoleId each : Device.ROLES) {
      endpoints.put(each, Device.hidden(each, situation));
    }
    endpoints.put(RoleId.TEEP_BROKER, endpoint(situation));
    return endpoints;
  }

  /** The Broker that is asked for middleware. */
  @Override
  public Endpoint endpoint(Situation situation) {
    return call ->
        call.resource().equals("wake-ups")
            ? installed(call)
            : Unsayable.because(
                situation.log(), "nobody but the middleware is asked for " + call.resource());
  }

  private HttpReply installed(HttpCall call) {
    Map<String, String> type = Map.of("content-type", Message.CCICAN);
    try {
      WakeUp wakeUp = WakeUp.parse(call.body(), Checks.unbroken());
      String url = role.http().url().toString().replaceFirst("/$", "");
      return new HttpReply(200, type, new Provisioned(wakeUp.request(), url).encode());
    } catch (Rejected e) {
      return new HttpReply(422, type, Refusal.of(e).encode());
    }
  }

  @Override
  public Optional<String> givenUp() {
    return http.givenUp();
  }

  @Override
  public Instant now() {
    return http.now();
  }

  @Override
  public boolean hasClock() {
    return http.hasClock();
  }

  @Override
  public Optional<String> advance(Duration by) {
    return http.advance(by);
  }
}
