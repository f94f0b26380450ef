package org.ccican.conformance.sut;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ccican.conformance.trace.Blame;
import org.ccican.cose.Crypto;
import org.ccican.role.Message;
import org.ccican.role.RoleId;
import org.ccican.transport.Endpoint;
import org.ccican.transport.HttpCall;
import org.ccican.transport.HttpCaller;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Bytes;

/**
 * A role that is a program of the target's, or behind one: what it would be asked over HTTP is said
 * to the program. After a call without an answer nothing of the scenario can be judged, and the
 * program is not asked again in it.
 */
final class ProgramRole implements Connection {

  private static final Exchange.About LOOK = new Exchange.About("doctor", "", "");

  private final SutRole role;
  private final Exchange exchange;
  private final Crypto crypto;
  private final TargetConnection time;
  private final HttpClient client;
  private final Device.Silence silence = new Device.Silence();

  private ProgramRole(SutRole role, Opening opening, Exchange exchange) {
    this.role = role;
    this.exchange = exchange;
    this.crypto = opening.crypto();
    this.time = new TargetConnection(role, opening.clock());
    this.client = HttpCaller.client();
  }

  /** Way {@code command}: a program that is run for each call. */
  static ProgramRole command(SutRole role, Opening opening) {
    return new ProgramRole(role, opening, new ExchangeByCommand(role));
  }

  /** Way {@code adapter}. */
  static ProgramRole adapter(SutRole role, Opening opening) {
    return new ProgramRole(role, opening, new ExchangeByAdapter(role));
  }

  @Override
  public SutRole role() {
    return role;
  }

  @Override
  public Optional<String> look() {
    return Probe.firstComplaint(probes());
  }

  /** A TAM is asked for its first message as well, which says whether key and edition fit. */
  @Override
  public List<Probe> probes() {
    List<Probe> probes = new ArrayList<>();
    String field = role.role().id() + "." + role.way();
    probes.add(Probe.of(field, role.reach().shown() + " can be started", exchange.look()));
    if (role.role() == RoleId.TAM && probes.get(0).complaint().isEmpty()) {
      first(field, probes);
    }
    if (role.clock().isPresent() && Probe.firstComplaint(probes).isEmpty()) {
      probes.add(Probe.of(role.role().id() + ".clock", "can be moved", UrlProbe.clock(role, time)));
    }
    return probes;
  }

  private void first(String field, List<Probe> probes) {
    HttpCall begin =
        new HttpCall(
            Optional.empty(),
            RoleId.TAM,
            "POST",
            "teep",
            "",
            Map.of("accept", Message.TEEP),
            Bytes.EMPTY,
            Optional.empty());
    try {
      HttpReply reply = exchange.pass(begin, LOOK, call -> HttpReply.empty(404));
      FirstMessage first = new FirstMessage(role, crypto, reply.body());
      probes.add(
          Probe.fits(field, "begins with " + reply.body().size() + " octets, " + reply.status()));
      probes.add(first.key());
      if (Probe.firstComplaint(probes).isEmpty()) {
        probes.add(first.revision());
      }
    } catch (Unsaid e) {
      probes.add(Probe.fits(field, "begins no session by itself: " + e.getMessage()));
    } catch (ChildFailed e) {
      probes.add(
          Probe.of(
              field,
              "",
              Optional.of(
                  field
                      + ": "
                      + e.getMessage()
                      + "; write a program that answers an empty call to teep as the TAM would")));
    }
  }

  @Override
  public Endpoint endpoint(Situation situation) {
    AtomicBoolean ended = new AtomicBoolean();
    ScenarioPeers peers = peers(situation);
    return call ->
        ended.get()
            ? HttpReply.empty(0)
            : passed(call, situation, situation.applicationType(), peers, ended);
  }

  /**
   * One call in a scenario.
   *
   * @param ended becomes true where there is no answer
   */
  HttpReply passed(
      HttpCall call,
      Situation situation,
      String applicationType,
      ScenarioPeers peers,
      AtomicBoolean ended) {
    String scenario = situation.log().id();
    try {
      HttpReply reply =
          exchange.pass(
              call, new Exchange.About(scenario, applicationType, situation.hardwareType()), peers);
      silence.note(scenario, true);
      return reply;
    } catch (Unsaid e) {
      silence.note(scenario, true);
      return e.unsupported()
          ? Unsayable.because(situation.log(), e.getMessage())
          : Outcomes.problem(situation.log(), Blame.PREREQUISITE, e.getMessage());
    } catch (ChildFailed e) {
      ended.set(true);
      silence.note(scenario, e.kind() != ChildFailed.Kind.SILENT);
      return Outcomes.failed(situation.log(), e);
    }
  }

  ScenarioPeers peers(Situation situation) {
    Duration patience = role.limits().response().multipliedBy(2);
    return new ScenarioPeers(role.role(), situation, client, patience);
  }

  @Override
  public Map<String, List<String>> claims() {
    return exchange.claims();
  }

  @Override
  public Optional<String> givenUp() {
    return exchange.givenUp().or(silence::givenUp);
  }

  @Override
  public Instant now() {
    return time.now();
  }

  @Override
  public boolean hasClock() {
    return time.hasClock();
  }

  @Override
  public Optional<String> advance(Duration by) {
    return time.advance(by);
  }

  @Override
  public void close() {
    exchange.close();
  }
}
