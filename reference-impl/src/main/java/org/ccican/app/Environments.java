package org.ccican.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseCurve;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.evidence.Registers;
import org.ccican.reject.Rejected;
import org.ccican.role.AgentImage;
import org.ccican.role.EnvironmentHost;
import org.ccican.role.Middleware;
import org.ccican.role.PersonalData;
import org.ccican.role.Role;
import org.ccican.role.RoleId;
import org.ccican.role.TargetingEnvironment;
import org.ccican.role.TeepAgent;
import org.ccican.suit.MemorySuitStore;
import org.ccican.suit.SuitFetcher;
import org.ccican.transport.Endpoint;
import org.ccican.transport.HttpListener;
import org.ccican.transport.SecureChannel;
import org.ccican.trust.TlsIdentity;
import org.ccican.wire.Bytes;

/**
 * The Targeting Environments of one stack, which run what the hardware has loaded: keys are made
 * inside, addresses are given from outside.
 */
final class Environments implements EnvironmentHost, AutoCloseable {

  /** Octets that an Agent can keep: 64 MiB. */
  private static final long ROOM = 64L << 20;

  private static final Duration CERTIFICATE_LIFE = Duration.ofDays(365);

  private final Stack.Settings settings;
  private final Listeners listeners;
  private final Function<Role, Endpoint> endpoint;
  private final SuitFetcher fetcher;
  private final Map<Bytes, Endpoint> agents = new ConcurrentHashMap<>();
  private final Map<Bytes, Running> agentsInside = new ConcurrentHashMap<>();
  private final Map<Bytes, Extended> registers = new ConcurrentHashMap<>();
  private final Map<Bytes, HttpListener> tlsListeners = new ConcurrentHashMap<>();
  private final AtomicReference<SigningKey> latestAgentKey = new AtomicReference<>();

  /**
   * @param endpoint makes a role answer HTTP
   * @param fetcher gets what is not in an envelope
   */
  Environments(
      Stack.Settings settings,
      Listeners listeners,
      Function<Role, Endpoint> endpoint,
      SuitFetcher fetcher) {
    this.fetcher = fetcher;
    this.settings = settings;
    this.listeners = listeners;
    this.endpoint = endpoint;
  }

  /** The Agent in an environment, if it runs. */
  Optional<Endpoint> agent(Bytes environment) {
    return Optional.ofNullable(agents.get(environment));
  }

  Optional<SigningKey> latestAgentKey() {
    return Optional.ofNullable(latestAgentKey.get());
  }

  @Override
  public void close() {
    tlsListeners.values().forEach(listeners::close);
  }

  @Override
  public Addresses start(Bytes environment, Bytes image, Registers hardware) throws Rejected {
    AgentImage agent = AgentImage.parse(image, settings.crypto(), settings.checks());
    registers.put(environment, new Extended(hardware, new ArrayList<>()));
    SeededRandomness inside = settings.randomness().split("environment " + environment);
    SigningKey agentKey = key(agent.options().curve(), inside);
    TlsIdentity identity = identity(key(inside));
    TargetingEnvironment running =
        new TargetingEnvironment(
            environment,
            agent,
            agentKey,
            Crypto.sha256(identity.spki()),
            Optional.of(new PersonalData(ReferenceDevice.agreementKey(), settings.checks())),
            event -> extend(environment, event),
            settings.checks());
    TeepAgent.Inside own =
        new TeepAgent.Inside(
            key(agent.options().curve(), inside), ReferenceDevice.agreementKey(), fetcher, inside);
    begin(environment, new Running(running, own, new MemorySuitStore(ROOM)));
    latestAgentKey.set(agentKey);
    List<TlsIdentity> shown =
        switch (settings.middleman()) {
          case NONE -> List.of(identity);
          case FROM_THE_START -> List.of(identity(key(inside)));
          case AFTER_THE_FIRST_EXCHANGE -> List.of(identity, identity(key(inside)));
        };
    return new Addresses(
        listeners.of(RoleId.TEEP_AGENT).address(settings.instance()),
        listen(environment, shown, new Middleware(running, settings.checks())));
  }

  /** What an Agent is made of. */
  private record Running(
      TargetingEnvironment environment, TeepAgent.Inside inside, MemorySuitStore store) {}

  private void begin(Bytes id, Running running) {
    agentsInside.put(id, running);
    agents.put(
        id,
        endpoint.apply(
            new TeepAgent(
                running.environment(),
                settings.teep().revision(),
                running.store(),
                settings.crypto(),
                running.inside(),
                settings.checks())));
  }

  /** Ends the Agent in an environment and begins it again: only what its store has is left. */
  void restart(Bytes environment) {
    Optional.ofNullable(agentsInside.get(environment))
        .ifPresent(
            old ->
                begin(
                    environment,
                    new Running(
                        old.environment(),
                        old.inside(),
                        // spec| trust-domains §5.6.5: references survive a restart
                        settings.checks().keeps("agent.restart.state")
                            ? old.store().reopened()
                            : new MemorySuitStore(ROOM))));
  }

  /** What software in an environment does when it has installed something. */
  void extend(Bytes environment, Bytes event) {
    Optional.ofNullable(registers.get(environment)).ifPresent(each -> each.add(event));
  }

  /** What was extended into the registers of an environment since it was launched. */
  List<Bytes> extended(Bytes environment) {
    return Optional.ofNullable(registers.get(environment)).map(Extended::copy).orElse(List.of());
  }

  /** The registers of an environment, with what went into them. */
  private record Extended(Registers hardware, List<Bytes> events) {

    private synchronized void add(Bytes event) {
      hardware.extend(event);
      events.add(event);
    }

    private synchronized List<Bytes> copy() {
      return List.copyOf(events);
    }
  }

  @Override
  public void stop(Bytes environment) {
    registers.remove(environment);
    agents.remove(environment);
    agentsInside.remove(environment);
    Optional.ofNullable(tlsListeners.remove(environment)).ifPresent(listeners::close);
  }

  private SigningKey key(SeededRandomness inside) {
    return key(CoseCurve.P256, inside);
  }

  private SigningKey key(CoseCurve curve, SeededRandomness inside) {
    CoseAlgorithm algorithm = settings.teep().revision().signature(curve);
    return SigningKey.fromSeed(algorithm, inside.next(32), settings.crypto());
  }

  private TlsIdentity identity(SigningKey key) {
    Instant now = settings.clock().instant();
    return TlsIdentity.create(
        key, now.minus(CERTIFICATE_LIFE), now.plus(CERTIFICATE_LIFE), settings.crypto());
  }

  private String listen(Bytes environment, List<TlsIdentity> shown, Middleware middleware) {
    try {
      // spec| ccican-00 §5(1): middleware answers over a secure connection and nowhere else
      HttpListener listener =
          settings.checks().keeps("http.tls")
              ? HttpListener.openTls(
                  RoleId.MIDDLEWARE,
                  SecureChannel.server(shown),
                  listeners.executor(),
                  settings.checks())
              : HttpListener.open(RoleId.MIDDLEWARE, 0, listeners.executor());
      tlsListeners.put(environment, listeners.with(listener));
      Endpoint answering = endpoint.apply(middleware).behind(settings.interceptor());
      listener.mount(settings.instance(), shown.size() == 1 ? answering : answering.closing());
      return listener.address(settings.instance());
    } catch (IOException e) {
      throw new UncheckedIOException("no port for an environment's middleware", e);
    }
  }
}
