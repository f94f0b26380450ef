package org.ccican.role;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.evidence.BoundClaims;
import org.ccican.evidence.CmwCollection;
import org.ccican.evidence.EventLog;
import org.ccican.evidence.Registers;
import org.ccican.message.AttestationMessage.EvidenceAnswer;
import org.ccican.message.AttestationMessage.EvidenceRequest;
import org.ccican.program.Program;
import org.ccican.reject.Rejected;
import org.ccican.suit.InstalledComponent;
import org.ccican.suit.SuitComponentId;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * Targeting Environment (ccican-00 section 3(1)): no peer but a container, in which the TEEP Agent,
 * the middleware and the application run and share keys and an event log that nobody outside sees.
 * Agent and middleware may call it from different threads.
 */
public final class TargetingEnvironment {

  /** Component names in the event log. */
  public static final String MIDDLEWARE = "middleware";

  public static final String APPLICATION = "application";

  /** Components of packages that are no middleware. */
  public static final SuitComponentId TRUSTED_APPLICATION = SuitComponentId.of("application");

  /** The application's manifest, where another one depends on it. */
  public static final SuitComponentId TRUSTED_MANIFEST =
      SuitComponentId.of("manifest", "application");

  public static final SuitComponentId PERSONAL_DATA = SuitComponentId.of("personalization-data");

  private final Bytes id;
  private final AgentImage agent;
  private final SigningKey agentKey;
  private final Bytes channelKey;
  private final Registers registers;
  private final Checks checks;
  private EventLog log = new EventLog(List.of());
  private Optional<MiddlewareImage> middleware = Optional.empty();
  private Optional<Program> application = Optional.empty();
  private final Optional<PersonalData> personalData;

  /** An environment for which nobody can encrypt anything. */
  public TargetingEnvironment(
      Bytes id, AgentImage agent, SigningKey agentKey, Bytes channelKey, Checks checks) {
    this(id, agent, agentKey, channelKey, Optional.empty(), event -> {}, checks);
  }

  /**
   * @param agentKey made inside, signs TEEP messages
   * @param channelKey SHA-256 of the SubjectPublicKeyInfo of the TLS key made inside
   * @param personalData decrypts what is for this environment alone
   * @param registers of the hardware, which each event of the log is extended into
   */
  public TargetingEnvironment(
      Bytes id,
      AgentImage agent,
      SigningKey agentKey,
      Bytes channelKey,
      Optional<PersonalData> personalData,
      Registers registers,
      Checks checks) {
    this.id = id;
    this.agent = agent;
    this.agentKey = agentKey;
    this.channelKey = channelKey;
    this.personalData = personalData;
    this.registers = registers;
    this.checks = checks;
  }

  Bytes id() {
    return id;
  }

  AgentImage agent() {
    return agent;
  }

  SigningKey agentKey() {
    return agentKey;
  }

  synchronized Optional<MiddlewareImage> middleware() {
    return middleware;
  }

  Optional<PersonalData> personalData() {
    return personalData;
  }

  synchronized Optional<Program> application() {
    return application;
  }

  /**
   * Takes what the Agent has installed: an application as it is, middleware to be unpacked,
   * anything else to be kept and written into the log.
   *
   * @throws Rejected if it does not unpack to middleware
   */
  synchronized void accept(InstalledComponent component) throws Rejected {
    if (component.id().equals(TRUSTED_APPLICATION)) {
      deploy(component.payload());
      return;
    }
    if (component.id().equals(PERSONAL_DATA) && personalData.isPresent()) {
      // reading: data are no code; that they were brought is not measured
      personalData.get().bring(component.payload());
      return;
    }
    if (!isMiddleware(component.id())) {
      store(component.id().toString(), component.payload(), component.manifestDigest());
      return;
    }
    Bytes octets = agent.unpack().run(component.payload());
    install(MiddlewareImage.parse(octets, checks), octets, component.manifestDigest());
  }

  /**
   * Looks at what is to be accepted, and takes nothing.
   *
   * @throws Rejected if it does not unpack to middleware where it should
   */
  void examine(InstalledComponent component) throws Rejected {
    if (isMiddleware(component.id())) {
      // spec| ccican-00 §4(3): the Agent unpacks the provisioning information as middleware
      MiddlewareImage.parse(agent.unpack().run(component.payload()), checks);
    }
  }

  /** Runs middleware from its octets and writes it into the log. */
  synchronized void install(MiddlewareImage image, Bytes octets, Bytes manifestDigest) {
    middleware = Optional.of(image);
    application = Optional.empty();
    // spec| decisions, what is measured: each install is an event
    if (checks.keeps("agent.log.middleware")) {
      measure(new EventLog.Event(MIDDLEWARE, Crypto.sha256(octets), manifestDigest));
    }
  }

  /** Whether a component's path begins with that of middleware. */
  static boolean isMiddleware(SuitComponentId id) {
    return id.startsWith(SuitComponentId.of(MIDDLEWARE));
  }

  /** Writes what else was installed into the log. */
  private void store(String component, Bytes payload, Bytes manifestDigest) {
    // spec| decisions, what is measured: each install is an event
    if (checks.keeps("agent.log.component")) {
      measure(new EventLog.Event(component, Crypto.sha256(payload), manifestDigest));
    }
  }

  private void measure(EventLog.Event event) {
    log = log.plus(event);
    // spec| decisions, what is measured: hardware that has registers extends one with each event
    if (checks.keeps("agent.log.extended")) {
      registers.extend(event.encode());
    }
  }

  /** The middleware goes, and with it the application; that it was there stays in the log. */
  synchronized void uninstall() {
    middleware = Optional.empty();
    application = Optional.empty();
  }

  /** Takes the owner's application and writes it into the log. */
  synchronized void deploy(Bytes octets) {
    application = Optional.of(new Program(octets));
    if (checks.keeps("middleware.log.application")) {
      measure(new EventLog.Event(APPLICATION, Crypto.sha256(octets), Bytes.EMPTY));
    }
  }

  /** What the environment says of itself to a challenger. */
  private BoundClaims claims(Bytes nonce) {
    // spec| ccican-00 §7: the evidence names the key of the channel
    Bytes named =
        checks.keeps("middleware.channel-key.named") ? channelKey : Bytes.zero(channelKey.size());
    return new BoundClaims(nonce, agentKey.publicKey().thumbprint(), named, log.digest());
  }

  /**
   * Asks the Attesting Environment for evidence that binds the nonce, the keys and the log as it
   * now is; the answer is the CMW.
   */
  synchronized Turn attest(Bytes nonce, Wrapped next) {
    BoundClaims claims = claims(nonce);
    EventLog bound = log;
    // spec| ccican-00 §5(2): the request has the evidence bind the claims
    Bytes reportData =
        checks.keeps("middleware.claims.bound") ? claims.reportData() : Bytes.zero(64);
    return Turn.ask(
        RoleId.ATTESTING_ENVIRONMENT,
        Message.of("evidence", new EvidenceRequest(id, reportData).encode()),
        answer -> {
          Bytes body = answer.demandSuccess("Attesting Environment");
          return next.with(wrap(EvidenceAnswer.parse(body, checks), claims, bound).encode());
        });
  }

  /** What to do with the collection, once it is there. */
  @FunctionalInterface
  interface Wrapped {
    Turn with(Bytes collection) throws Rejected;
  }

  private CmwCollection wrap(EvidenceAnswer answer, BoundClaims claims, EventLog bound) {
    Map<String, CmwCollection.Item> items = new LinkedHashMap<>();
    items.put("evidence", evidence(answer.format(), answer.evidence()));
    items.put("claims", evidence(BoundClaims.MEDIA_TYPE, claims.encode()));
    items.put("event-log", evidence(EventLog.MEDIA_TYPE, bound.encode()));
    answer
        .registerLog()
        .ifPresent(log -> items.put("register-log", evidence(EventLog.REGISTERS, log)));
    items.put("agent-key", evidence("application/cose-key", agentKey.publicKey().toCbor()));
    int number = 1;
    for (Bytes endorsement : answer.endorsements()) {
      items.put("endorsement-" + number++, CmwCollection.Item.endorsement(endorsement));
    }
    return new CmwCollection(items);
  }

  private static CmwCollection.Item evidence(String mediaType, Cbor value) {
    return evidence(mediaType, value.encode());
  }

  private static CmwCollection.Item evidence(String mediaType, Bytes value) {
    return new CmwCollection.Item(mediaType, value, CmwCollection.EVIDENCE);
  }
}
