package org.ccican.conformance.sut;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
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
import org.ccican.wire.Bytes;

/**
 * Middleware that a program of the target's installs: it is asked for some, resource {@code
 * installations}, and says where it answers, over TLS with the key that its evidence names. An
 * adapter says so in the header {@code location}, a command on its standard output. What is around
 * the middleware is the target's as well.
 */
final class ProgramMiddleware implements Connection {

  private static final String RESOURCE = "installations";

  private final ProgramRole program;

  private ProgramMiddleware(ProgramRole program) {
    this.program = program;
  }

  /** Way {@code command}. */
  static Connection command(SutRole role, Opening opening) {
    return new ProgramMiddleware(ProgramRole.command(role, opening));
  }

  /** Way {@code adapter}. */
  static Connection adapter(SutRole role, Opening opening) {
    return new ProgramMiddleware(ProgramRole.adapter(role, opening));
  }

  @Override
  public SutRole role() {
    return program.role();
  }

  @Override
  public Set<RoleId> plays() {
    return Device.ROLES;
  }

  @Override
  public Optional<String> look() {
    return program.look();
  }

  @Override
  public List<Probe> probes() {
    return program.probes();
  }

  @Override
  public Map<String, List<String>> claims() {
    return program.claims();
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
    AtomicBoolean ended = new AtomicBoolean();
    return call ->
        call.resource().equals("wake-ups")
            ? installed(call, situation, ended)
            : Unsayable.because(
                situation.log(), "nobody but the middleware is asked for " + call.resource());
  }

  private HttpReply installed(HttpCall call, Situation situation, AtomicBoolean ended) {
    Map<String, String> type = Map.of("content-type", Message.CCICAN);
    try {
      WakeUp wakeUp = WakeUp.parse(call.body(), Checks.unbroken());
      HttpCall asked =
          new HttpCall(
              call.from(),
              RoleId.MIDDLEWARE,
              "POST",
              RESOURCE,
              situation.log().id() + "-" + wakeUp.request().toHex(),
              Map.of(),
              Bytes.EMPTY,
              Optional.empty());
      HttpReply reply =
          ended.get()
              ? HttpReply.empty(0)
              : program.passed(
                  asked, situation, wakeUp.applicationType(), program.peers(situation), ended);
      if (reply.status() < 200 || reply.status() > 299) {
        return reply;
      }
      String said = reply.body().size() > 2000 ? "" : reply.body().toText().strip();
      String url = reply.headers().getOrDefault("location", said).replaceFirst("/$", "");
      return new HttpReply(200, type, new Provisioned(wakeUp.request(), url).encode());
    } catch (Rejected e) {
      return new HttpReply(422, type, Refusal.of(e).encode());
    }
  }

  @Override
  public Optional<String> givenUp() {
    return program.givenUp();
  }

  @Override
  public Instant now() {
    return program.now();
  }

  @Override
  public boolean hasClock() {
    return program.hasClock();
  }

  @Override
  public Optional<String> advance(Duration by) {
    return program.advance(by);
  }

  @Override
  public void close() {
    program.close();
  }
}
