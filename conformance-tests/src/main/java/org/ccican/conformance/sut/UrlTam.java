package org.ccican.conformance.sut;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.cose.Crypto;
import org.ccican.role.Message;
import org.ccican.role.RoleId;
import org.ccican.transport.Endpoint;
import org.ccican.transport.HttpCall;
import org.ccican.transport.HttpReply;

/**
 * A TAM at a URL, which is TEEP over HTTP: its answers are handed back as they are. A placement,
 * which TEEP has no message for, is made by the reference beside it, and leads to it.
 */
final class UrlTam implements Connection {

  private final TargetConnection http;
  private final SutRole tam;
  private final Crypto crypto;
  private final InstantSource clock;
  private boolean typed;

  UrlTam(SutRole tam, Opening opening) {
    this.tam = tam;
    this.http = new TargetConnection(tam, opening.clock());
    this.crypto = opening.crypto();
    this.clock = opening.clock();
  }

  @Override
  public SutRole role() {
    return tam;
  }

  @Override
  public Optional<String> look() {
    return Probe.firstComplaint(probes());
  }

  @Override
  public List<Probe> probes() {
    Preflight.Found found = new Preflight(tam, crypto, clock).look();
    synchronized (this) {
      typed = found.typed();
    }
    return found.probes();
  }

  /** Whether the target was found to answer an empty request only if it has a media type. */
  private synchronized boolean typed() {
    return typed;
  }

  @Override
  public Endpoint endpoint(Situation situation) {
    ScenarioExchanges exchanges = new ScenarioExchanges(http, situation.log());
    Bench bench = situation.bench();
    return call ->
        call.resource().equals("placements")
            ? bench.beside(RoleId.TAM).handle(call).withHeader(ScenarioExchanges.BESIDE, "1")
            : handle(call, exchanges);
  }

  private HttpReply handle(HttpCall call, ScenarioExchanges exchanges) {
    if (!call.resource().equals("teep")) {
      return HttpReply.empty(404);
    }
    Map<String, String> headers = new HashMap<>();
    // reading: of A22 the second, where the target was found to follow it
    boolean added =
        typed()
            && call.method().equals("POST")
            && call.body().isEmpty()
            && call.mediaType().isEmpty();
    if (added) {
      headers.put("content-type", Message.TEEP);
    }
    URI uri = tam.uris().getOrDefault(call.item(), tam.http().url());
    HttpReply reply = exchanges.pass(call, uri, headers);
    return added && reply.status() != 0
        ? reply.withHeader(ScenarioExchanges.TYPED, Message.TEEP)
        : reply;
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
