package org.ccican.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.ccican.appraisal.AppraisalPolicy;
import org.ccican.appraisal.Appraiser;
import org.ccican.check.Checks;
import org.ccican.corim.CorimSelection;
import org.ccican.cose.CoseCurve;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.evidence.AttestingEnvironment;
import org.ccican.message.ProvisioningMessage.MiddlewarePackage;
import org.ccican.reject.Rejected;
import org.ccican.role.AgentImage;
import org.ccican.role.AgentOptions;
import org.ccican.role.ApplicationOwner;
import org.ccican.role.Middleware;
import org.ccican.role.MiddlewareRepository;
import org.ccican.role.Moc;
import org.ccican.role.Platform;
import org.ccican.role.Role;
import org.ccican.role.RoleId;
import org.ccican.role.SecureProcessor;
import org.ccican.role.Tam;
import org.ccican.role.TeepAgent;
import org.ccican.role.TeepBroker;
import org.ccican.role.Verifier;
import org.ccican.teep.WireRevision;
import org.ccican.transport.AllowedHosts;
import org.ccican.transport.Caller;
import org.ccican.transport.Endpoint;
import org.ccican.transport.HttpCall;
import org.ccican.transport.HttpCaller;
import org.ccican.transport.HttpListener;
import org.ccican.transport.HttpReply;
import org.ccican.transport.RoleEndpoint;
import org.ccican.trust.TrustAnchors;
import org.ccican.wire.Bytes;
import org.ccican.wire.Lazy;

/**
 * All roles of one scenario, wired over loopback: an instance behind each listener of a run, and a
 * TLS listener for each Targeting Environment.
 */
public final class Stack implements AutoCloseable {

  /**
   * What a stack is made of.
   *
   * @param instance first part of the path at every listener
   * @param checks asked by every role, codec and appraiser
   * @param hardware the Attesting Environment's
   * @param appraisers one for each format that the Verifier knows
   * @param anchors the roots of hardware vendors that the owner pins, by the format they vouch for
   * @param policy what the owner wants of evidence
   * @param packages what the repository holds, signed by the time that it is asked
   * @param plan what the owner wants done
   * @param teep which edition of TEEP is spoken, and by what kind of Agent
   * @param foreign roles elsewhere, in place of the reference's
   * @param hosts elsewhere, that its roles ask at addresses in messages
   * @param interceptor stands in front of every role
   * @param middleman who ends the owner's TLS connection
   * @param timeout real time for one answer
   */
  public record Settings(
      String instance,
      SeededRandomness randomness,
      InstantSource clock,
      Checks checks,
      Crypto crypto,
      ReferenceKeys keys,
      AttestingEnvironment hardware,
      List<Appraiser> appraisers,
      Map<String, TrustAnchors> anchors,
      AppraisalPolicy policy,
      Supplier<List<MiddlewarePackage>> packages,
      ApplicationOwner.Plan plan,
      Teep teep,
      Map<RoleId, Foreign> foreign,
      AllowedHosts hosts,
      Endpoint.Interceptor interceptor,
      Middleman middleman,
      Duration timeout) {

    public Settings {
      appraisers = List.copyOf(appraisers);
      foreign = Map.copyOf(foreign);
    }

    /** What the results of the Verifier are verified with. */
    CoseKey verifierKey() {
      return Optional.ofNullable(foreign.get(RoleId.VERIFIER))
          .flatMap(Foreign::key)
          .orElseGet(() -> keys.verifier().publicKey());
    }
  }

  /**
   * How TEEP is spoken.
   *
   * @param agent what the Agent's image says beyond its keys
   */
  public record Teep(WireRevision revision, AgentOptions agent) {

    /** Draft 26 and an Agent with the usual options. */
    public static Teep standard() {
      return new Teep(WireRevision.TEEP_26, AgentOptions.standard());
    }
  }

  /** Somebody with a key of its own between owner and middleware. */
  public enum Middleman {
    NONE,
    FROM_THE_START,
    /** The environment's key is shown once, for the attestation; then another is. */
    AFTER_THE_FIRST_EXCHANGE
  }

  /**
   * A role that is not ours.
   *
   * @param key whose signature its messages bear; empty for a role that signs none
   */
  public record Foreign(Endpoint endpoint, Optional<CoseKey> key) {}

  private final Settings settings;
  private final Listeners listeners;
  private final HttpCaller http;
  private final Caller caller;
  private final Environments environments;
  private final AgentImage agentImage;
  private final Map<RoleId, Endpoint> replaced = new EnumMap<>(RoleId.class);

  /**
   * @throws IllegalStateException if the reference's own images do not load
   */
  public Stack(Listeners listeners, Settings settings) {
    this.settings = settings;
    this.listeners = listeners;
    AllowedHosts hosts = settings.hosts().andPorts(listeners::owns);
    this.http =
        new HttpCaller(
            listeners.client(), this::address, settings.timeout(), hosts, settings.checks());
    this.caller =
        settings.foreign().containsKey(RoleId.MIDDLEWARE)
            ? new WatchedCaller(http, settings.interceptor(), hosts, settings.timeout())
            : http;
    this.agentImage = agentImage(settings);
    this.environments = new Environments(settings, listeners, this::endpoint, this::fetched);
    roles().forEach((id, role) -> place(id, endpoint(role)));
    place(
        RoleId.MIDDLEWARE_REPOSITORY,
        lazily(() -> new MiddlewareRepository(settings.packages().get(), settings.checks())));
    place(RoleId.VERIFIER, lazily(this::verifier));
    if (!settings.foreign().containsKey(RoleId.TEEP_AGENT)) {
      mount(
          RoleId.TEEP_AGENT,
          call -> environments.agent(id(call.item())).orElse(Stack::nobody).handle(call));
    }
    // Middleware is asked at the address that it is given, wherever it is.
    settings.foreign().entrySet().stream()
        .filter(each -> each.getKey() != RoleId.MIDDLEWARE)
        .forEach(each -> mount(each.getKey(), each.getValue().endpoint()));
  }

  /** The base URI of a role's instance; the middleware's is in what M/OC grants. */
  public String address(RoleId role) {
    return listeners.of(role).address(settings.instance());
  }

  /** A role of this stack as its callers see it, whoever stands in front included. */
  public Endpoint endpoint(RoleId role) {
    return listeners.of(role).mounted(settings.instance()).orElseThrow();
  }

  /** The reference in a role that somebody else plays here; nobody but the caller reaches it. */
  public Endpoint beside(RoleId role) {
    return replaced.getOrDefault(role, Stack::nobody);
  }

  /** What each role of the reference can be asked for, those in environments included. */
  Map<RoleId, Set<String>> resources() {
    Map<RoleId, Set<String>> all = new EnumMap<>(RoleId.class);
    roles().forEach((id, role) -> all.put(id, role.resources()));
    all.put(
        RoleId.MIDDLEWARE_REPOSITORY,
        new MiddlewareRepository(List.of(), settings.checks()).resources());
    all.put(RoleId.VERIFIER, verifier().resources());
    all.put(RoleId.TEEP_AGENT, TeepAgent.RESOURCES);
    all.put(RoleId.MIDDLEWARE, Middleware.RESOURCES);
    return all;
  }

  public Caller caller() {
    return caller;
  }

  public AgentImage agentImage() {
    return agentImage;
  }

  /** The key that the latest Agent made for itself: for peers that misbehave. */
  public Optional<SigningKey> latestAgentKey() {
    return environments.latestAgentKey();
  }

  /** The Agent of an environment ends, and begins again with what its store has kept. */
  public void restart(Bytes environment) {
    environments.restart(environment);
  }

  /** What software in an environment does to the hardware's registers: for who plays software. */
  public void extend(Bytes environment, Bytes event) {
    environments.extend(environment, event);
  }

  /** What was extended into the registers of an environment since it was launched. */
  public List<Bytes> extended(Bytes environment) {
    return environments.extended(environment);
  }

  @Override
  public void close() {
    for (RoleId role : RoleId.values()) {
      if (role != RoleId.MIDDLEWARE) {
        listeners.of(role).unmount(settings.instance());
      }
    }
    environments.close();
  }

  /**
   * The Agent of the settings; one whose TAM has no key for its cipher suite takes the suite that
   * the TAM has a key for.
   */
  private static AgentImage agentImage(Settings settings) {
    ReferenceKeys keys = settings.keys();
    return Optional.ofNullable(settings.foreign().get(RoleId.TAM))
        .flatMap(Foreign::key)
        .map(key -> agentImage(settings, List.of(key), Optional.empty()))
        .orElseGet(
            () ->
                agentImage(
                    settings,
                    List.of(keys.tam().publicKey(), keys.tamEd25519().publicKey()),
                    Optional.of(keys.tamEncryption().publicKey())));
  }

  private static AgentImage agentImage(
      Settings settings, List<CoseKey> tams, Optional<CoseKey> tamEncryption) {
    AgentOptions options = settings.teep().agent();
    boolean fits = tams.stream().anyMatch(key -> key.curve() == options.curve());
    boolean edwards = tams.stream().anyMatch(key -> key.curve() == CoseCurve.ED25519);
    return ReferenceImages.agent(
        tams,
        settings.keys().vendor().publicKey(),
        List.of(settings.verifierKey()),
        tamEncryption,
        fits || !edwards ? options : options.withCurve(CoseCurve.ED25519),
        settings.crypto());
  }

  private Map<RoleId, Role> roles() {
    Checks checks = settings.checks();
    Map<RoleId, Role> roles = new EnumMap<>(RoleId.class);
    roles.put(
        RoleId.APPLICATION_OWNER,
        new ApplicationOwner(settings.plan(), settings.clock(), randomness("owner"), checks));
    roles.put(RoleId.MOC, new Moc(checks));
    roles.put(RoleId.TEEP_BROKER, new TeepBroker(checks));
    roles.put(
        RoleId.PLATFORM,
        new Platform(settings.hardware().format().id(), agentImage.encode(), checks));
    roles.put(
        RoleId.ATTESTING_ENVIRONMENT,
        new SecureProcessor(
            settings.hardware(), environments, randomness("attesting environment"), checks));
    Tam.Identity identity =
        new Tam.Identity(
            settings.teep().revision(),
            List.of(settings.keys().tam(), settings.keys().tamEd25519()),
            settings.verifierKey(),
            settings.keys().tamAttestation(),
            Optional.of(settings.keys().tamEncryption()),
            List.of(
                new Tam.Known(settings.keys().agent().publicKey(), hardwareType()),
                new Tam.Known(settings.keys().agentEd25519().publicKey(), hardwareType())),
            address(RoleId.TAM));
    roles.put(
        RoleId.TAM,
        new Tam(identity, settings.crypto(), settings.clock(), randomness("tam"), checks));
    return roles;
  }

  private String hardwareType() {
    return settings.hardware().format().id();
  }

  private Verifier verifier() {
    return new Verifier(
        settings.appraisers(),
        settings.anchors(),
        selection(),
        settings.policy(),
        settings.keys().verifier(),
        settings.clock(),
        settings.checks(),
        new Verifier.Teep(
            settings.crypto(), List.of(settings.keys().tamAttestation().publicKey())));
  }

  /**
   * What the vendor publishes and signs: launch measurements and middleware, under an id that says
   * which, so that a Verifier elsewhere can be given those of several stacks.
   */
  public Bytes referenceValues() {
    String content = Crypto.sha256(referenceValues(ReferenceCorim.ID)).slice(0, 8).toHex();
    return referenceValues(ReferenceCorim.ID + "/" + content);
  }

  private Bytes referenceValues(String id) {
    List<AgentImage> agents = new ArrayList<>(List.of(agentImage));
    // A suite elsewhere that is told one key of this TAM builds its Agent for that key alone.
    for (SigningKey key : List.of(settings.keys().tam(), settings.keys().tamEd25519())) {
      agents.add(agentImage(settings, List.of(key.publicKey()), Optional.empty()));
    }
    return ReferenceCorim.signed(id, settings.hardware(), agents, settings.keys().vendor());
  }

  private CorimSelection selection() {
    CorimSelection references =
        new CorimSelection(
            List.of(settings.keys().vendor().publicKey()),
            false,
            settings.clock(),
            settings.checks());
    try {
      references.add(referenceValues(ReferenceCorim.ID));
      return references;
    } catch (Rejected e) {
      throw new IllegalStateException("the reference's own values are refused", e);
    }
  }

  private SeededRandomness randomness(String role) {
    return settings.randomness().split(role);
  }

  private Endpoint endpoint(Role role) {
    return new RoleEndpoint(role, caller, settings.checks());
  }

  /** An Agent's network ends at the payloads of the repository. */
  private Optional<Bytes> fetched(String uri) {
    // spec| teep-protocol-26 §4.4.1: what is not in the envelope is fetched from its URI
    if (!uri.startsWith(address(RoleId.MIDDLEWARE_REPOSITORY) + "/payloads/")
        || !settings.checks().keeps("agent.payload.fetched")) {
      return Optional.empty();
    }
    HttpReply reply =
        http.send("GET", uri, Map.of(HttpListener.FROM, RoleId.TEEP_AGENT.id()), Bytes.EMPTY)
            .reply();
    return Optional.of(reply.body()).filter(octets -> reply.status() == 200);
  }

  /** A role that is made when it is first asked, since what it holds has to be signed. */
  private Endpoint lazily(Supplier<Role> role) {
    Lazy<Endpoint> made = new Lazy<>(() -> endpoint(role.get()));
    return call -> made.get().handle(call);
  }

  private void place(RoleId id, Endpoint endpoint) {
    if (settings.foreign().containsKey(id)) {
      replaced.put(id, endpoint);
    } else {
      mount(id, endpoint);
    }
  }

  private void mount(RoleId role, Endpoint endpoint) {
    listeners.of(role).mount(settings.instance(), endpoint.behind(settings.interceptor()));
  }

  private static HttpReply nobody(HttpCall call) {
    return HttpReply.empty(404);
  }

  private static Bytes id(String item) {
    try {
      return Bytes.hex(item);
    } catch (IllegalArgumentException e) {
      return Bytes.EMPTY;
    }
  }
}
