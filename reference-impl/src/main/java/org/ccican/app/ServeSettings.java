package org.ccican.app;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ccican.appraisal.AppraisalPolicy;
import org.ccican.check.Checks;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.format.Formats;
import org.ccican.message.ProvisioningMessage.MiddlewarePackage;
import org.ccican.program.Programs;
import org.ccican.role.ApplicationOwner;
import org.ccican.role.RoleId;
import org.ccican.transport.AllowedHosts;
import org.ccican.transport.Endpoint;
import org.ccican.transport.HttpCall;
import org.ccican.transport.VeraisonEndpoint;
import org.ccican.trust.TrustAnchors;
import org.ccican.wire.Bytes;

/** What the roles of a process of its own are made of. */
final class ServeSettings {

  /** The hardware type that they have. */
  static final String HARDWARE = "sev-snp";

  private static final String INSTANCE = "reference";
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int DATA_SIZE = 48;

  private final Crypto crypto;
  private final Formats formats;
  private final ReferenceKeys keys;
  private final Bytes seed;
  private final InstantSource clock;
  private final Checks checks;

  /**
   * @param seed what all randomness comes from
   */
  ServeSettings(Crypto crypto, Bytes seed, InstantSource clock, Checks checks) {
    this.crypto = crypto;
    this.formats = new Formats(crypto);
    this.keys = ReferenceKeys.fixed(crypto);
    this.seed = seed;
    this.clock = clock;
    this.checks = checks;
  }

  ReferenceKeys keys() {
    return keys;
  }

  /**
   * @param peers roles that are elsewhere
   */
  Stack.Settings of(
      Stack.Teep teep, Endpoint.Interceptor interceptor, Map<RoleId, Serve.Peer> peers) {
    return new Stack.Settings(
        INSTANCE,
        new SeededRandomness(seed),
        clock,
        checks,
        crypto,
        keys,
        formats.emulator(HARDWARE, machine()).orElseThrow(),
        formats.ids().stream().flatMap(id -> formats.appraiser(id).stream()).toList(),
        anchors(),
        AppraisalPolicy.standard(),
        this::packages,
        plan(peers),
        teep,
        foreign(peers),
        hosts(peers),
        interceptor,
        Stack.Middleman.NONE,
        TIMEOUT);
  }

  private List<MiddlewarePackage> packages() {
    return ReferenceImages.APPLICATION_TYPES.stream()
        .map(type -> ReferenceImages.middlewarePackage(type, HARDWARE, keys.vendor(), checks))
        .toList();
  }

  /** What the owner wants done; the same for the same seed. */
  ApplicationOwner.Plan plan(Map<RoleId, Serve.Peer> peers) {
    CoseKey verifier =
        Optional.ofNullable(peers.get(RoleId.VERIFIER))
            .flatMap(Serve.Peer::key)
            .orElseGet(() -> keys.verifier().publicKey());
    return new ApplicationOwner.Plan(
        Programs.sum().code(),
        new SeededRandomness(seed).split("data").next(DATA_SIZE),
        verifier,
        ReferenceImages.userPackages(Programs.sum().code(), keys.vendor(), crypto, checks));
  }

  /** This machine, and wherever a peer is. */
  private static AllowedHosts hosts(Map<RoleId, Serve.Peer> peers) {
    AllowedHosts hosts = AllowedHosts.thisMachine();
    for (Serve.Peer peer : peers.values()) {
      hosts = hosts.and(URI.create(peer.url()).getHost());
    }
    return hosts;
  }

  private static Map<RoleId, Stack.Foreign> foreign(Map<RoleId, Serve.Peer> peers) {
    Map<RoleId, Stack.Foreign> foreign = new EnumMap<>(RoleId.class);
    peers.forEach(
        (role, peer) ->
            foreign.put(
                role, new Stack.Foreign(new PeerEndpoint(peer.url(), TIMEOUT), peer.key())));
    return foreign;
  }

  private Formats.Machine machine() {
    return new Formats.Machine(
        Serve.MACHINE,
        clock.instant().minus(Serve.ENDORSED_FOR),
        Optional.empty(),
        Optional.empty());
  }

  /** The roots of every emulated vendor. */
  private Map<String, TrustAnchors> anchors() {
    return formats.ids().stream()
        .collect(
            Collectors.toMap(Function.identity(), id -> formats.emulatedAnchors(id).orElseThrow()));
  }

  /**
   * The Veraison API in front of a Verifier that now knows the emulated hardware of every format.
   *
   * @return by the first part of the path
   */
  Map<String, Endpoint> veraison(Stack stack) {
    Endpoint verifier = stack.endpoint(RoleId.VERIFIER);
    for (String format : formats.ids()) {
      if (!format.equals(HARDWARE)) {
        Bytes corim =
            ReferenceCorim.signed(
                ReferenceCorim.ID + "/" + format,
                formats.emulator(format, machine()).orElseThrow(),
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
    Map<String, Endpoint> places = new LinkedHashMap<>();
    VeraisonEndpoint.PLACES.forEach(place -> places.put(place, api.at(place)));
    return places;
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
}
