package org.ccican.conformance.sut;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ccican.role.RoleId;
import org.ccican.transport.Endpoint;
import org.ccican.transport.HttpCall;
import org.ccican.wire.Bytes;

/**
 * A role at a URL that serves the small HTTP interface of the reference: a POST to {@code
 * URL/RESOURCE[/ITEM]} for each request, and the answer in the response.
 */
final class UrlRole implements Connection {

  private final SutRole role;
  private final TargetConnection http;
  private final InstantSource clock;
  private final Set<Bytes> delivered = ConcurrentHashMap.newKeySet();

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
    return call -> {
      if (role.role() == RoleId.VERIFIER && call.resource().equals("appraisals")) {
        deliver(call, exchanges, situation);
      }
      return exchanges.pass(call, below(role, call), Map.of());
    };
  }

  /**
   * Hands a Verifier the reference values of the scenario's hardware, once. One that takes none, or
   * has them already, says so, and is asked all the same.
   */
  private void deliver(HttpCall call, ScenarioExchanges exchanges, Situation situation) {
    Bytes corim = situation.bench().referenceValues();
    if (delivered.add(corim)) {
      exchanges.pass(
          call.withHeader("content-type", "application/rim+cose").withBody(corim),
          below(role, "reference-values"),
          Map.of());
    }
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
