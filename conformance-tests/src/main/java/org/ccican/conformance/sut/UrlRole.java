package org.ccican.conformance.sut;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.transport.Endpoint;
import org.ccican.transport.HttpCall;

/**
 * A role at a URL that serves the small HTTP interface of the reference: a POST to {@code
 * URL/RESOURCE[/ITEM]} for each request, and the answer in the response.
 */
final class UrlRole implements Connection {

  private final SutRole role;
  private final TargetConnection http;
  private final InstantSource clock;

  UrlRole(SutRole role, Opening opening) {
    this.role = role;
    this.http = new TargetConnection(role, opening.clock());
    this.clock = opening.clock();
  }

  @Override
  public SutRole role() {
    return role;
  }

  @Override
  public Optional<String> look() {
    return Probe.firstComplaint(probes());
  }

  @Override
  public List<Probe> probes() {
    return new UrlProbe(role, http, clock).look();
  }

  @Override
  public Endpoint endpoint(Situation situation) {
    ScenarioExchanges exchanges = new ScenarioExchanges(http, situation.log());
    return call -> exchanges.pass(call, below(role, call), Map.of());
  }

  private static URI below(SutRole role, HttpCall call) {
    String item = call.item().isEmpty() ? "" : "/" + call.item();
    return below(role, call.resource() + item);
  }

  /** The query of the recipe's URL stays at the end. */
  static URI below(SutRole role, String resource) {
    String base = role.http().url().toString();
    int query = base.indexOf('?');
    String path = query < 0 ? base : base.substring(0, query);
    String rest = query < 0 ? "" : base.substring(query);
    return URI.create((path.endsWith("/") ? path : path + "/") + resource + rest);
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
