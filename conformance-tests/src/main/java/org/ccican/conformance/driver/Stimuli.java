package org.ccican.conformance.driver;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.conformance.trace.TraceEvent;
import org.ccican.cose.SigningKey;
import org.ccican.message.AgentMessage.ComponentRequest;
import org.ccican.message.AttestationMessage.EvidenceRequest;
import org.ccican.message.PackagingMessage.Begin;
import org.ccican.message.ProvisioningMessage.CreateEnvironment;
import org.ccican.message.ProvisioningMessage.EnvironmentCreated;
import org.ccican.message.ProvisioningMessage.Placement;
import org.ccican.message.ProvisioningMessage.PlacementRequest;
import org.ccican.message.ProvisioningMessage.ResourceGrant;
import org.ccican.message.ProvisioningMessage.Start;
import org.ccican.message.ProvisioningMessage.WakeUp;
import org.ccican.reject.Rejected;
import org.ccican.role.Message;
import org.ccican.role.RoleId;
import org.ccican.role.Turn;
import org.ccican.transport.HttpCaller;
import org.ccican.transport.HttpListener;
import org.ccican.wire.Bytes;

/** What the suite does to a scenario's network, in the place of one role or another. */
public final class Stimuli {

  /** More exchanges than any session of the scenarios has. */
  private static final int EXCHANGES = 8;

  private final Scene scene;

  Stimuli(Scene scene) {
    this.scene = scene;
  }

  /** The application owner begins. */
  public void ownerAsks(String applicationType, String hardwareType) {
    ask(
        RoleId.APPLICATION_OWNER,
        RoleId.APPLICATION_OWNER,
        "sessions",
        new Start(applicationType, hardwareType).encode());
  }

  /** The application owner begins as Network User, with the packages of one case. */
  public void ownerBrings(
      int packaging, String instanceType, String hardwareType, boolean withUserApplication) {
    ask(
        RoleId.APPLICATION_OWNER,
        RoleId.APPLICATION_OWNER,
        "packagings",
        new Begin(packaging, instanceType, hardwareType, withUserApplication).encode());
  }

  /** The Broker is woken for a session with the TAM, without a placement. */
  public void brokerOpens(String applicationType, String hardwareType) {
    wake(scene.stack().address(RoleId.TAM) + "/teep", applicationType, hardwareType);
  }

  /** The Broker is woken for one TEE after the other. */
  public void brokerOpensBoth(String first, String second, String hardwareType) {
    brokerOpens(first, hardwareType);
    brokerOpens(second, hardwareType);
  }

  /**
   * While the TAM has yet to answer the second message of one TEE's session, the Broker is woken
   * for another TEE.
   */
  public void brokerOpensBetween(String first, String second, String hardwareType) {
    scene.recorder().holding(RoleId.TAM, "teep", 1, () -> brokerOpens(second, hardwareType));
    brokerOpens(first, hardwareType);
  }

  /** M/OC has the TAM place a request; the Broker opens the session on other hardware. */
  public void brokerOpensPlaced(String applicationType, String asked, String hardwareType)
      throws Rejected {
    Bytes answer =
        ask(
            RoleId.MOC,
            RoleId.TAM,
            "placements",
            new PlacementRequest(scene.randomness().next(16), applicationType, asked).encode());
    Placement placement = Placement.parse(answer, Checks.unbroken());
    wake(placement.tamUri(), applicationType, hardwareType);
  }

  /** The Broker is woken for a session with a TAM that nobody runs. */
  public void brokerOpensWithNobody(String applicationType, String hardwareType) {
    wake("http://127.0.0.1:1/teep", applicationType, hardwareType);
  }

  /** The Broker is woken for a session with the TAM, at the URI where it asks whom it knows. */
  public void brokerOpensElsewhere(String applicationType, String hardwareType) {
    wake(scene.stack().address(RoleId.TAM) + "/teep/known", applicationType, hardwareType);
  }

  /** What a session brought is needed no more; the caller names another URI of the TAM. */
  public void brokerReleases(String applicationType, String hardwareType) {
    String tam = scene.stack().address(RoleId.TAM) + "/teep";
    Bytes request = wake(tam, applicationType, hardwareType);
    ask(
        RoleId.MOC,
        RoleId.TEEP_BROKER,
        "releases",
        new WakeUp(request, tam + "/known", applicationType, hardwareType).encode());
  }

  /** It is time for the Broker to ask an environment's Agent for policy changes. */
  public void policyCheck() throws Rejected {
    ask(RoleId.MOC, RoleId.TEEP_BROKER, "policy-checks", launch().encode());
  }

  /** Anything to the TAM's URI in the place of a Broker; what comes back is judged. */
  public void askTam(String words, Map<String, String> headers, Bytes body) {
    new Posting(scene).post(scene.tamUri(), "first 1", Purpose.WHEN, words, headers, body);
  }

  /** The Broker is woken for a session over TLS, and told whose server is the TAM's. */
  public void brokerOpensSecurely(String applicationType, String hardwareType) {
    wakeSecurely(scene.secureTam().uri(), applicationType, hardwareType);
  }

  /** As above, where somebody else's server answers. */
  public void brokerOpensWithAnother(String applicationType, String hardwareType) {
    wakeSecurely(scene.secureTam().uriOfAnother(), applicationType, hardwareType);
  }

  private void wakeSecurely(String uri, String applicationType, String hardwareType) {
    WakeUp wakeUp =
        new WakeUp(
            scene.randomness().next(16),
            uri,
            applicationType,
            hardwareType,
            Optional.of(scene.secureTam().key()));
    ask(RoleId.MOC, RoleId.TEEP_BROKER, "wake-ups", wakeUp.encode());
  }

  private Bytes wake(String tamUri, String applicationType, String hardwareType) {
    Bytes request = scene.randomness().next(16);
    wake(request, tamUri, applicationType, hardwareType);
    return request;
  }

  private void wake(Bytes request, String tamUri, String applicationType, String hardwareType) {
    WakeUp wakeUp = new WakeUp(request, tamUri, applicationType, hardwareType);
    ask(RoleId.MOC, RoleId.TEEP_BROKER, "wake-ups", wakeUp.encode());
  }

  /** Sessions, one after the other, of one environment's Agent. */
  public void brokerOpens(int sessions, String applicationType) throws Rejected {
    Session one = scene.carriesBothEnds() ? woken() : relayed(launch());
    for (int session = 0; session < sessions; session++) {
      // Middleware that is there already is asked for no more, so each session is for another.
      String other = applicationType.equals("analytics") ? "imaging" : "analytics";
      one.with(session % 2 == 0 ? applicationType : other);
    }
  }

  /** A session for one kind of application. */
  @FunctionalInterface
  private interface Session {
    void with(String applicationType);
  }

  /** A device of the target's has the same Agent again where the request is the same. */
  private Session woken() {
    Bytes request = scene.randomness().next(16);
    return applicationType ->
        wake(
            request,
            scene.stack().address(RoleId.TAM) + "/teep",
            applicationType,
            scene.machine().format());
  }

  private Session relayed(EnvironmentCreated environment) {
    return applicationType -> relay(environment, applicationType);
  }

  /** Carries one session between the TAM and an environment's Agent, as the Broker would. */
  private void relay(EnvironmentCreated environment, String applicationType) {
    String agent = scene.stack().address(RoleId.TEEP_AGENT);
    String item = "/" + environment.environment().toHex();
    send(
        RoleId.TEEP_BROKER,
        "POST",
        agent + "/component-requests" + item,
        Map.of("content-type", Message.CCICAN),
        new ComponentRequest(applicationType).encode());
    Map<String, String> teep = Map.of("content-type", Message.TEEP, "accept", Message.TEEP);
    Bytes toTam = Bytes.EMPTY;
    for (int exchange = 0; exchange < EXCHANGES; exchange++) {
      Map<String, String> headers = toTam.isEmpty() ? Map.of("accept", Message.TEEP) : teep;
      Bytes toAgent =
          send(
                  RoleId.TEEP_BROKER,
                  "POST",
                  scene.stack().address(RoleId.TAM) + "/teep",
                  headers,
                  toTam)
              .reply()
              .body();
      if (toAgent.isEmpty()) {
        return;
      }
      toTam =
          send(RoleId.TEEP_BROKER, "POST", agent + "/teep" + item, teep, toAgent).reply().body();
      if (toTam.isEmpty()) {
        return;
      }
    }
  }

  /** Asks the latest environment's middleware without TLS. */
  public void askInTheClear(Bytes body) throws Rejected {
    String granted = granted();
    String address = granted.replaceFirst("https:", "http:");
    HttpCaller.Posted posted =
        send(
            RoleId.APPLICATION_OWNER,
            "POST",
            address + "/attestation",
            Map.of("content-type", Message.CCICAN),
            body);
    scene.recorder().inTheClear(body, posted.reply());
    // The same listener answers over TLS: it was there to be asked.
    if (scene.middlewareIsForeign()) {
      Message over = new Message("attestation", "", Message.CCICAN, body);
      scene
          .stack()
          .caller()
          .call(
              RoleId.APPLICATION_OWNER,
              new Turn.Ask(
                  RoleId.MIDDLEWARE, granted, over, Optional.empty(), any -> Turn.nothing()));
    } else {
      send(
          RoleId.APPLICATION_OWNER,
          "POST",
          granted + "/attestation",
          Map.of("content-type", Message.CCICAN),
          body);
    }
  }

  /** Where M/OC last said that middleware is. */
  private String granted() throws Rejected {
    Bytes grant =
        scene.log().trace().messages("moc", "application-owner").stream()
            .map(TraceEvent.Message::body)
            .reduce((earlier, later) -> later)
            .orElse(Bytes.EMPTY);
    return ResourceGrant.parse(grant, Checks.unbroken()).middleware();
  }

  /** One question by the suite in the place of a role. */
  public Bytes ask(RoleId from, RoleId to, String resource, Bytes body) {
    Map<String, String> headers = headers(from);
    headers.put("content-type", Message.CCICAN);
    return scene
        .caller()
        .send("POST", scene.stack().address(to) + "/" + resource, headers, body)
        .reply()
        .body();
  }

  /** Anything over HTTP by the suite in the place of a role. */
  public HttpCaller.Posted send(
      RoleId from, String method, String uri, Map<String, String> more, Bytes body) {
    Map<String, String> headers = headers(from);
    headers.putAll(more);
    return scene.caller().send(method, uri, headers, body);
  }

  /** Has an environment launched, as the Broker would. */
  public EnvironmentCreated launch() throws Rejected {
    Bytes answer =
        ask(
            RoleId.TEEP_BROKER,
            RoleId.PLATFORM,
            "environments",
            new CreateEnvironment(scene.machine().format()).encode());
    return EnvironmentCreated.parse(answer, Checks.unbroken());
  }

  /** Asks for evidence, as middleware would. */
  public Bytes evidence(Bytes environment, Bytes reportData) {
    return ask(
        RoleId.MIDDLEWARE,
        RoleId.ATTESTING_ENVIRONMENT,
        "evidence",
        new EvidenceRequest(environment, reportData).encode());
  }

  /** Has evidence appraised that has one flaw, or none, as the owner would. */
  public void appraise(EvidenceFlaw flaw) throws Rejected {
    HandMadeEvidence evidence =
        new HandMadeEvidence(flaw, scene.machine().format(), scene.randomness().next(32));
    Bytes environment = launch().environment();
    evidence.extensions().forEach(event -> scene.stack().extend(environment, event));
    Bytes answer = evidence(environment, evidence.reportData());
    ask(RoleId.APPLICATION_OWNER, RoleId.VERIFIER, "appraisals", evidence.request(answer).encode());
  }

  /** Has evidence appraised whose wrapper has one flaw, as the owner would. */
  public void appraise(WrapperFlaw flaw) throws Rejected {
    HandMadeEvidence evidence =
        new HandMadeEvidence(
            EvidenceFlaw.NONE, scene.machine().format(), scene.randomness().next(32));
    Bytes answer = evidence(launch().environment(), evidence.reportData());
    ask(
        RoleId.APPLICATION_OWNER,
        RoleId.VERIFIER,
        "appraisals",
        evidence.request(answer, flaw).encode());
  }

  /** Has evidence appraised inside an Agent's token that has one flaw, as the owner would. */
  public void appraise(AgentTokenFlaw flaw) throws Rejected {
    SigningKey agent = scene.keys().agent();
    HandMadeEvidence evidence =
        new HandMadeEvidence(
            EvidenceFlaw.NONE,
            scene.machine().format(),
            scene.randomness().next(32),
            agent.publicKey().thumbprint());
    Bytes environment = launch().environment();
    evidence.extensions().forEach(event -> scene.stack().extend(environment, event));
    Bytes answer = evidence(environment, evidence.reportData());
    ask(
        RoleId.APPLICATION_OWNER,
        RoleId.VERIFIER,
        "appraisals",
        evidence.request(answer, flaw, agent).encode());
  }

  /** Gives the Verifier a CoRIM that has one flaw, as the middleware's vendor would. */
  public void provision(ReferenceFlaw flaw) {
    Bytes corim = flaw.signed(scene.log().id(), scene.keys().vendor(), scene.keys().stranger());
    ask(RoleId.MIDDLEWARE_REPOSITORY, RoleId.VERIFIER, "reference-values", corim);
  }

  /** Gives the Verifier a reference value for the middleware of {@link EvidenceFlaw}. */
  public void provision(OtherMiddleware by) {
    Bytes digest = HandMadeEvidence.otherMiddleware(scene.machine().format());
    ask(
        RoleId.MIDDLEWARE_REPOSITORY,
        RoleId.VERIFIER,
        "reference-values",
        by.signed(digest, scene.keys().vendor()));
  }

  /** Has a TAM appraised by a token that has one flaw, as the TAM would. */
  public void appraiseTam(TokenFlaw flaw) {
    Bytes token =
        flaw.token(
            scene.keys().tam().publicKey(),
            scene.now(),
            scene.randomness().next(32),
            scene.tamAttestation());
    ask(RoleId.TAM, RoleId.VERIFIER, "tam-appraisals", token);
  }

  private static Map<String, String> headers(RoleId from) {
    Map<String, String> headers = new HashMap<>();
    headers.put(HttpListener.FROM, from.id());
    headers.put(Recorder.SUITE, "1");
    return headers;
  }
}
