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
import org.ccican.check.Checks;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.format.Formats;
import org.ccican.message.ProvisioningMessage.MiddlewarePackage;
import org.ccican.program.Programs;
import org.ccican.role.ApplicationOwner;
import org.ccican.role.RoleId;
import org.ccican.transport.Endpoint;
import org.ccican.transport.HttpCall;
import org.ccican.transport.HttpListener;
import org.ccican.transport.VeraisonEndpoint;
import org.ccican.trust.TrustAnchors;
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

  private static final String HARDWARE = "sev-snp";
  private static final String INSTANCE = "reference";

  /** Stands where the instance of a role would: time is the same for all of them. */
  private static final String TIME = "time";

  /** The ways in which the TAM can be asked: its URIs besides the usual one. */
  private static final List<String> WAYS = List.of("token", "passport", "known");

  /**
   * A role that listens.
   *
   * @param url for the TAM the URI of TEEP over HTTP, for others the base of their resources
   * @param key what its messages are signed with; empty for a role that signs none
   * @param encryption what Agents encrypt to; empty for a role that they encrypt nothing to
   * @param uris of a TAM that is asked in other ways, by what they are for
   */
  public record Served(
      RoleId role,
      String url,
      Optional<SigningKey> key,
      Optional<CoseKey> encryption,
      Map<String, String> uris) {

    public Served {
      uris = Collections.unmodifiableMap(new LinkedHashMap<>(uris));
    }
  }

  private final Listeners listeners;
  private final Stack stack;
  private final List<Served> served = new ArrayList<>();
  private final Crypto crypto = new Crypto();
  private final ReferenceKeys keys = ReferenceKeys.fixed(crypto);
  private final Bytes seed;
  private final InstantSource clock;
  private final Checks checks;

  /**
   * @param roles the first listens at the port, each further one at the next
   * @param port 0 for any that is free
   * @param seed what all randomness comes from
   * @throws IOException if a port is taken, or is none, naming it
   * @throws IllegalArgumentException for middleware, which listens only once it is installed
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
   * @throws IllegalArgumentException for middleware, which listens only once it is installed
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
   * @throws IllegalArgumentException for middleware, which listens only once it is installed
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
    if (roles.contains(RoleId.MIDDLEWARE)) {
      throw new IllegalArgumentException("middleware has no port before it is installed");
    }
    Map<RoleId, Integer> ports = new HashMap<>();
    for (int at = 0; at < roles.size(); at++) {
      ports.put(roles.get(at), port == 0 ? 0 : port + at);
    }
    this.listeners = new Listeners(ports);
    this.seed = seed;
    this.clock = clock;
    this.checks = checks;
    this.stack =
        new Stack(listeners, settings(crypto, keys, seed, clock, checks, teep, interceptor));
    Map<RoleId, SigningKey> signers = new LinkedHashMap<>();
    signers.put(RoleId.TAM, keys.tam());
    signers.put(RoleId.VERIFIER, keys.verifier());
    for (RoleId role : roles) {
      String address = stack.address(role);
      served.add(
          new Served(
              role,
              role == RoleId.TAM ? address + "/teep" : address,
              Optional.ofNullable(signers.get(role)),
              role == RoleId.TAM ? Optional.of(keys.tamEncryption().publicKey()) : Optional.empty(),
              role == RoleId.TAM ? uris(address + "/teep") : Map.of()));
    }
  }

  /**
   * Lets everybody who reaches the first of the roles move a clock, which is to be that of the
   * roles.
   *
   * @return where a number of seconds is posted
   */
  public String movable(MovableClock clock) {
    HttpListener listener = listeners.of(served.get(0).role());
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
    Formats formats = new Formats(crypto);
    Endpoint verifier = stack.endpoint(RoleId.VERIFIER);
    for (String format : formats.ids()) {
      if (!format.equals(HARDWARE)) {
        Bytes corim =
            ReferenceCorim.signed(
                ReferenceCorim.ID + "/" + format,
                formats.emulator(format, machine(clock)).orElseThrow(),
                List.of(stack.agentImage()),
                keys.vendor());
        verifier.handle(provisioning(corim));
      }
    }
    VeraisonEndpoint api =
        new VeraisonEndpoint(
            verifier,
            formats.ids().stream()
                .map(id -> formats.appraiser(id).orElseThrow().format().mediaType())
                .toList(),
            keys.verifier().publicKey(),
            new SeededRandomness(seed).split("veraison"),
            clock,
            checks);
    HttpListener listener = listeners.of(RoleId.VERIFIER);
    VeraisonEndpoint.PLACES.forEach(place -> listener.mount(place, api.at(place)));
    return "http://127.0.0.1:" + listener.port();
  }

  private static HttpCall provisioning(Bytes corim) {
    return new HttpCall(
        Optional.of(RoleId.MIDDLEWARE_REPOSITORY),
        RoleId.VERIFIER,
        "POST",
        "reference-values",
        "",
        Map.of("content-type", "application/rim+cose"),
        corim,
        Optional.empty());
  }

  private static Map<String, String> uris(String usual) {
    Map<String, String> uris = new LinkedHashMap<>();
    WAYS.forEach(way -> uris.put(way, usual + "/" + way));
    return uris;
  }

  public List<Served> served() {
    return List.copyOf(served);
  }

  @Override
  public void close() {
    stack.close();
    listeners.close();
  }

  private static Stack.Settings settings(
      Crypto crypto,
      ReferenceKeys keys,
      Bytes seed,
      InstantSource clock,
      Checks checks,
      Stack.Teep teep,
      Endpoint.Interceptor interceptor) {
    Formats formats = new Formats(crypto);
    Formats.Machine machine = machine(clock);
    List<MiddlewarePackage> packages =
        ReferenceImages.APPLICATION_TYPES.stream()
            .map(type -> ReferenceImages.middlewarePackage(type, HARDWARE, keys.vendor(), checks))
            .toList();
    SeededRandomness randomness = new SeededRandomness(seed);
    return new Stack.Settings(
        INSTANCE,
        randomness,
        clock,
        checks,
        crypto,
        keys,
        formats.emulator(HARDWARE, machine).orElseThrow(),
        formats.ids().stream().flatMap(id -> formats.appraiser(id).stream()).toList(),
        anchors(formats),
        packages,
        new ApplicationOwner.Plan(
            Programs.sum().code(),
            randomness.split("data").next(48),
            keys.verifier().publicKey(),
            ReferenceImages.userPackages(Programs.sum().code(), keys.vendor(), crypto, checks)),
        teep,
        Map.of(),
        interceptor,
        Stack.Middleman.NONE,
        Duration.ofSeconds(10));
  }

  private static Formats.Machine machine(InstantSource clock) {
    return new Formats.Machine(
        MACHINE, clock.instant().minus(ENDORSED_FOR), Optional.empty(), Optional.empty());
  }

  /** The roots of every emulated vendor. */
  private static TrustAnchors anchors(Formats formats) {
    List<TrustAnchors> all =
        formats.ids().stream().flatMap(id -> formats.emulatedAnchors(id).stream()).toList();
    return new TrustAnchors(
        all.stream().flatMap(each -> each.anchors().stream()).distinct().toList(),
        all.stream().flatMap(each -> each.others().stream()).distinct().toList(),
        all.stream().flatMap(each -> each.keys().stream()).distinct().toList());
  }
}
