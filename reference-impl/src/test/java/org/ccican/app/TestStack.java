package org.ccican.app;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ccican.appraisal.AppraisalPolicy;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.format.Formats;
import org.ccican.message.PackagingMessage.Begin;
import org.ccican.message.ProvisioningMessage.MiddlewarePackage;
import org.ccican.message.ProvisioningMessage.Start;
import org.ccican.program.Program;
import org.ccican.role.Answer;
import org.ccican.role.ApplicationOwner;
import org.ccican.role.Message;
import org.ccican.role.RoleId;
import org.ccican.role.Turn;
import org.ccican.transport.AllowedHosts;
import org.ccican.transport.Endpoint;
import org.ccican.transport.HttpCall;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Bytes;

/** All roles on loopback, with somebody in front of each who counts. */
final class TestStack implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
  static final String HARDWARE = "sev-snp";

  /** An exchange at a role's listener. */
  record Seen(HttpCall call, HttpReply reply) {

    /** {@code moc > tam/placements 200}. */
    String words() {
      String from = call.from().map(RoleId::id).orElse("somebody");
      return from + " > " + call.to().id() + "/" + call.resource() + " " + reply.status();
    }
  }

  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final Listeners listeners = new Listeners();
  private final Stack stack;

  TestStack(Program application, Bytes data) throws IOException {
    this(application, data, Optional.empty(), false);
  }

  /**
   * @param foreign what the repository has in place of the reference's middleware
   * @param middleman whether somebody else ends the owner's TLS connection
   */
  TestStack(Program application, Bytes data, Optional<MiddlewarePackage> foreign, boolean middleman)
      throws IOException {
    this(application, data, foreign, middleman, Stack.Teep.standard());
  }

  /** As above, with an edition of TEEP and an Agent of choice. */
  TestStack(
      Program application,
      Bytes data,
      Optional<MiddlewarePackage> foreign,
      boolean middleman,
      Stack.Teep teep)
      throws IOException {
    Crypto crypto = new Crypto();
    Formats formats = new Formats(crypto);
    ReferenceKeys keys = ReferenceKeys.fixed(crypto);
    Formats.Machine machine =
        new Formats.Machine(
            Serve.MACHINE, NOW.minus(Serve.ENDORSED_FOR), Optional.empty(), Optional.empty());
    this.stack =
        new Stack(
            listeners,
            new Stack.Settings(
                "test",
                new SeededRandomness(Bytes.utf8("a test")),
                () -> NOW,
                Checks.unbroken(),
                crypto,
                keys,
                formats.emulator(HARDWARE, machine).orElseThrow(),
                List.of(formats.appraiser(HARDWARE).orElseThrow()),
                Map.of(HARDWARE, formats.emulatedAnchors(HARDWARE).orElseThrow()),
                AppraisalPolicy.standard(),
                () ->
                    List.of(
                        foreign.orElse(
                            ReferenceImages.middlewarePackage(
                                "analytics", HARDWARE, keys.vendor()))),
                new ApplicationOwner.Plan(
                    application.code(),
                    data,
                    keys.verifier().publicKey(),
                    ReferenceImages.userPackages(
                        application.code(), keys.vendor(), crypto, Checks.unbroken())),
                teep,
                Map.of(),
                AllowedHosts.thisMachine(),
                this::watch,
                middleman ? Stack.Middleman.FROM_THE_START : Stack.Middleman.NONE,
                Duration.ofSeconds(20)));
  }

  /** Has the owner begin; its answer is the application's result. */
  Answer run(String applicationType, String hardwareType) {
    Message start = Message.of("sessions", new Start(applicationType, hardwareType).encode());
    return stack
        .caller()
        .call(
            RoleId.APPLICATION_OWNER,
            new Turn.Ask(RoleId.APPLICATION_OWNER, "", start, answer -> Turn.nothing()));
  }

  /** Has the owner begin as Network User, with one of the packaging cases. */
  Answer pack(long packaging, String instanceType, boolean withUserApplication) {
    Begin begin = new Begin(packaging, instanceType, HARDWARE, withUserApplication);
    return stack
        .caller()
        .call(
            RoleId.APPLICATION_OWNER,
            new Turn.Ask(
                RoleId.APPLICATION_OWNER,
                "",
                Message.of("packagings", begin.encode()),
                answer -> Turn.nothing()));
  }

  List<Seen> seen() {
    return List.copyOf(seen);
  }

  Stack stack() {
    return stack;
  }

  /** The exchanges in the order in which their requests came. */
  List<String> words() {
    return seen.stream().map(Seen::words).toList();
  }

  @Override
  public void close() {
    stack.close();
    listeners.close();
  }

  private HttpReply watch(HttpCall call, Endpoint next) {
    int place = reserve(call);
    HttpReply reply = next.handle(call);
    seen.set(place, new Seen(call, reply));
    return reply;
  }

  private synchronized int reserve(HttpCall call) {
    seen.add(new Seen(call, new HttpReply(0, Map.of(), Bytes.EMPTY)));
    return seen.size() - 1;
  }
}
