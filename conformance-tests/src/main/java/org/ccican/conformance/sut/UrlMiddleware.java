package org.ccican.conformance.sut;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.ccican.message.ProvisioningMessage.WakeUp;
import org.ccican.transport.HttpReply;
import org.ccican.transport.SecureChannel;

/**
 * Middleware that is installed and answers at the recipe's URL, over TLS with the key that its
 * evidence names. The device that it is in is the target's as well: its Broker has nothing left to
 * do but to say where the middleware is, and that is said here.
 */
final class UrlMiddleware implements InstalledMiddleware {

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
  public Function<WakeUp, HttpReply> installer(Situation situation) {
    return wakeUp -> InstalledMiddleware.at(role.http().url().toString(), wakeUp);
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
