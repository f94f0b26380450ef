package org.ccican.conformance.sut;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.ccican.message.ProvisioningMessage.WakeUp;
import org.ccican.role.RoleId;
import org.ccican.transport.HttpCall;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Bytes;

/**
 * Middleware that a program of the target's installs: it is asked for some, resource {@code
 * installations}, and says where it answers, over TLS with the key that its evidence names. An
 * adapter says so in the header {@code location}, a command on its standard output. What is around
 * the middleware is the target's as well.
 */
final class ProgramMiddleware implements InstalledMiddleware {

  private static final String RESOURCE = "installations";

  /** Octets of a place that a command says. */
  private static final int LONGEST = 2000;

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
  public Function<WakeUp, HttpReply> installer(Situation situation) {
    AtomicBoolean ended = new AtomicBoolean();
    return wakeUp -> installed(wakeUp, situation, ended);
  }

  private HttpReply installed(WakeUp wakeUp, Situation situation, AtomicBoolean ended) {
    if (ended.get()) {
      return HttpReply.empty(0);
    }
    HttpCall asked =
        new HttpCall(
            Optional.of(RoleId.MOC),
            RoleId.MIDDLEWARE,
            "POST",
            RESOURCE,
            situation.log().id() + "-" + wakeUp.request().toHex(),
            Map.of(),
            Bytes.EMPTY,
            Optional.empty());
    HttpReply reply =
        program.passed(asked, situation, wakeUp.applicationType(), program.peers(situation), ended);
    if (reply.status() < 200 || reply.status() > 299) {
      return reply;
    }
    String said = reply.body().size() > LONGEST ? "" : reply.body().toText().strip();
    return InstalledMiddleware.at(reply.headers().getOrDefault("location", said), wakeUp);
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
