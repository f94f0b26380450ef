package org.ccican.app;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.message.ProvisioningMessage.Provisioned;
import org.ccican.message.ProvisioningMessage.WakeUp;
import org.ccican.reject.Rejected;
import org.ccican.role.Answer;
import org.ccican.role.ApplicationOwner;
import org.ccican.role.Message;
import org.ccican.role.RoleId;
import org.ccican.role.Turn;
import org.ccican.transport.Endpoint;
import org.ccican.transport.HttpListener;
import org.ccican.wire.Bytes;

/**
 * Roles of the reference in a process of their own, for a suite, or anybody, elsewhere. The roles
 * that the served ones ask are there too, on ports of their own.
 */
public final class Serve implements AutoCloseable {

  /** Seed of the one emulated machine of all processes, so that its measurements are known. */
  public static final Bytes MACHINE = Bytes.utf8("the emulated machine of the reference");

  /** How long before now the emulated vendor began to vouch for that machine. */
  public static final Duration ENDORSED_FOR = Duration.ofDays(30);

  private static final String TRIGGER = "/triggers/{case}/{application-type}/{hardware-type}";

  /** Stands where the instance of a role would: time is the same for all of them. */
  private static final String TIME = "time";

  /** As above, of one environment. */
  private static final String EVIDENCE = "evidence";

  /** The ways in which the TAM can be asked: its URIs besides the usual one. */
  private static final List<String> WAYS = List.of("token", "passport", "known");

  /**
   * A role that listens.
   *
   * @param url for the TAM the URI of TEEP over HTTP, for others the base of their resources
   * @param key what its messages are signed with; empty for a role that signs none
   * @param encryption what Agents encrypt to; empty for a role that they encrypt nothing to
   * @param uris of a TAM that is asked in other ways, by what they are for
   * @param trigger what makes it begin: a URL with the words {@code {case}}, {@code
   *     {application-type}}, {@code {hardware-type}} and perhaps {@code {tam-uri}} in it; empty for
   *     a role that never begins
   */
  public record Served(
      RoleId role,
      String url,
      Optional<SigningKey> key,
      Optional<CoseKey> encryption,
      Map<String, String> uris,
      Optional<String> trigger) {

    public Served {
      uris = Collections.unmodifiableMap(new LinkedHashMap<>(uris));
    }
  }

  /**
   * A role that the served ones ask and that is not in this process.
   *
   * @param url base of its resources
   * @param key its messages are signed with; empty for the published one of the reference
   */
  public record Peer(String url, Optional<CoseKey> key) {}

  /** Roles that are asked at an address of their own; the others' addresses come in messages. */
  public static final Set<RoleId> PEERS =
      Set.of(
          RoleId.APPLICATION_OWNER,
          RoleId.MOC,
          RoleId.TAM,
          RoleId.MIDDLEWARE_REPOSITORY,
          RoleId.TEEP_BROKER,
          RoleId.PLATFORM,
          RoleId.VERIFIER);

  private final Listeners listeners;
  private final Stack stack;
  private final ServeSettings settings;
  private final ApplicationOwner.Plan plan;
  private final List<Served> served = new ArrayList<>();

  /**
   * @param roles the first listens at the port, each further one at the next
   * @param port 0 for any that is free
   * @param seed what all randomness comes from
   * @throws IOException if a port is taken, or is none, naming it
   */
  public Serve(List<RoleId> roles, int port, Bytes seed, InstantSource clock, Checks checks)
      throws IOException {
    this(roles, port, seed, clock, checks, Stack.Teep.standard());
  }

  /**
   * @param roles the first listens at the port, each further one at the next
   * @param port 0 for any that is free
   * @param seed what all randomness comes from
   * @param teep which edition of TEEP is spoken, and by what kind of Agent
   * @throws IOException if a port is taken, or is none, naming it
   */
  public Serve(
      List<RoleId> roles, int port, Bytes seed, InstantSource clock, Checks checks, Stack.Teep teep)
      throws IOException {
    this(roles, port, seed, clock, checks, teep, Endpoint.Interceptor.none());
  }

  /**
   * @param roles the first listens at the port, each further one at the next
   * @param port 0 for any that is free
   * @param seed what all randomness comes from
   * @param teep which edition of TEEP is spoken, and by what kind of Agent
   * @param interceptor stands in front of every role
   * @throws IOException if a port is taken, or is none, naming it
   */
  public Serve(
      List<RoleId> roles,
      int port,
      Bytes seed,
      InstantSource clock,
      Checks checks,
      Stack.Teep teep,
      Endpoint.Interceptor interceptor)
      throws IOException {
    this(roles, port, seed, clock, checks, teep, interceptor, Map.of());
  }

  /**
   * @param roles the first listens at the port, each further one at the next; middleware listens
   *     where there is room, since it is installed at the start by the roles of this process
   * @param port 0 for any that is free
   * @param seed what all randomness comes from
   * @param teep which edition of TEEP is spoken, and by what kind of Agent
   * @param interceptor stands in front of every role
   * @param peers roles that are elsewhere, each one of {@link #PEERS}
   * @throws IOException if a port is taken, or is none, naming it
   * @throws IllegalStateException if middleware cannot be installed
   */
  public Serve(
      List<RoleId> roles,
      int port,
      Bytes seed,
      InstantSource clock,
      Checks checks,
      Stack.Teep teep,
      Endpoint.Interceptor interceptor,
      Map<RoleId, Peer> peers)
      throws IOException {
    if (!PEERS.containsAll(peers.keySet())) {
      throw new IllegalArgumentException("one of " + peers.keySet() + " is asked elsewhere");
    }
    Map<RoleId, Integer> ports = new HashMap<>();
    for (int at = 0; at < roles.size(); at++) {
      ports.put(roles.get(at), port == 0 ? 0 : port + at);
    }
    this.listeners = new Listeners(ports);
    this.settings = new ServeSettings(new Crypto(), seed, clock, checks);
    this.stack = new Stack(listeners, settings.of(teep, interceptor, peers));
    this.plan = settings.plan(peers);
    for (RoleId role : roles) {
      served.add(served(role, settings.keys()));
    }
  }

  private Served served(RoleId role, ReferenceKeys keys) {
    return switch (role) {
      case TAM -> {
        String uri = stack.address(role) + "/teep";
        yield new Served(
            role,
            uri,
            Optional.of(keys.tam()),
            Optional.of(keys.tamEncryption().publicKey()),
            uris(uri),
            Optional.empty());
      }
      case MIDDLEWARE -> plain(role, installed(), Optional.empty(), Optional.empty());
      case VERIFIER ->
          plain(role, stack.address(role), Optional.of(keys.verifier()), Optional.empty());
      case TEEP_BROKER ->
          plain(role, stack.address(role), Optional.empty(), Optional.of(TRIGGER + "/{tam-uri}"));
      case APPLICATION_OWNER, MOC ->
          plain(role, stack.address(role), Optional.empty(), Optional.of(TRIGGER));
      case MIDDLEWARE_REPOSITORY, PLATFORM, TEEP_AGENT, ATTESTING_ENVIRONMENT ->
          plain(role, stack.address(role), Optional.empty(), Optional.empty());
    };
  }

  private static Served plain(
      RoleId role, String url, Optional<SigningKey> key, Optional<String> trigger) {
    return new Served(
        role, url, key, Optional.empty(), Map.of(), trigger.map(words -> url + words));
  }

  /** Middleware listens once it is installed, and where its environment says. */
  private String installed() {
    WakeUp wakeUp =
        new WakeUp(
            Bytes.utf8("served"),
            stack.address(RoleId.TAM) + "/teep",
            ReferenceImages.APPLICATION_TYPES.get(0),
            ServeSettings.HARDWARE);
    Answer answer =
        stack
            .caller()
            .call(
                RoleId.MOC,
                (Turn.Ask)
                    Turn.ask(
                        RoleId.TEEP_BROKER,
                        Message.of("wake-ups", wakeUp.encode()),
                        any -> Turn.nothing()));
    try {
      return Provisioned.parse(answer.demandSuccess("TEEP Broker"), Checks.unbroken()).middleware();
    } catch (Rejected e) {
      close();
      throw new IllegalStateException("middleware is not installed: " + e.getMessage(), e);
    }
  }

  /**
   * Lets everybody who reaches the first of the roles move a clock, which is to be that of the
   * roles.
   *
   * @return where a number of seconds is posted
   */
  public String movable(MovableClock clock) {
    RoleId first = served.get(0).role();
    HttpListener listener = listeners.of(first == RoleId.MIDDLEWARE ? RoleId.TEEP_BROKER : first);
    listener.mount(TIME, clock);
    return listener.address(TIME) + "/clock";
  }

  /**
   * Lets the Verifier, which has to be served, be asked through the Veraison API as well. It then
   * knows the emulated hardware of every format.
   *
   * @return the URL that the paths of the API are behind
   */
  public String veraison() {
    HttpListener listener = listeners.of(RoleId.VERIFIER);
    settings.veraison(stack).forEach(listener::mount);
    return "http://127.0.0.1:" + listener.port();
  }

  /** What the served owner deploys: a program, and the data that it works on. */
  public ApplicationOwner.Plan plan() {
    return plan;
  }

  /**
   * Lets anybody have evidence of an environment with the reference's Agent in it, which the
   * Attesting Environment, that has to be served, launches now.
   *
   * @return where 64 octets are posted
   */
  public String evidence() {
    HttpListener listener = listeners.of(RoleId.ATTESTING_ENVIRONMENT);
    listener.mount(
        EVIDENCE,
        new EvidenceEndpoint(
            stack.endpoint(RoleId.ATTESTING_ENVIRONMENT), stack.agentImage().encode()));
    return listener.address(EVIDENCE) + "/report";
  }

  private static Map<String, String> uris(String usual) {
    Map<String, String> uris = new LinkedHashMap<>();
    WAYS.forEach(way -> uris.put(way, usual + "/" + way));
    return uris;
  }

  /** What each role of the reference can be asked for: the first part of the path below its URL. */
  public Map<RoleId, Set<String>> resources() {
    return stack.resources();
  }

  public List<Served> served() {
    return List.copyOf(served);
  }

  @Override
  public void close() {
    stack.close();
    listeners.close();
  }
}
