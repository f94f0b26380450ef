package org.ccican.role;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccican.appraisal.AttestationResult;
import org.ccican.check.Checks;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.evidence.BoundClaims;
import org.ccican.evidence.CmwCollection;
import org.ccican.message.AttestationMessage.AppraisalRequest;
import org.ccican.message.PackagingMessage.Packages;
import org.ccican.message.ProvisioningMessage.MiddlewarePackage;
import org.ccican.message.ProvisioningMessage.MiddlewareQuery;
import org.ccican.message.ProvisioningMessage.Placement;
import org.ccican.message.ProvisioningMessage.PlacementRequest;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.teep.TeepCodec;
import org.ccican.teep.TeepMessage;
import org.ccican.teep.TeepSecurity;
import org.ccican.teep.WireRevision;
import org.ccican.wire.Bytes;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;

/**
 * TAM (ccican-00 section 3(8), draft-ietf-teep-protocol section 7.1): chooses middleware for the
 * application type and the hardware type, and sends it to an Agent whose environment its Verifier
 * has accepted. Resources: {@code placements} for M/OC, and {@code packages} for what a Network
 * User brings to the placement that is the item; {@code teep} for TEEP over HTTP, where the item is
 * the placement that the session is for, if any.
 */
public final class Tam implements Role {

  private static final int CHALLENGE_SIZE = 32;
  private static final int TOKEN_SIZE = 16;

  /**
   * What a TAM is set up with.
   *
   * @param revision the edition of TEEP that it speaks
   * @param keys sign its TEEP messages: one for each cipher suite
   * @param verifier whose attestation results count
   * @param address its own base URI
   */
  public record Identity(
      WireRevision revision, List<SigningKey> keys, CoseKey verifier, String address) {

    public Identity {
      keys = List.copyOf(keys);
    }
  }

  private final Identity identity;
  private final Crypto crypto;
  private final TeepCodec codec;
  private final TeepSecurity security;
  private final TamSessions sessions;
  private final Randomness randomness;
  private final Checks checks;
  private final Bounded<String, PlacementRequest> placements = new Bounded<>(TamSessions.ROOM);
  private final TamPackages packages;
  private Bytes lastToken = Bytes.EMPTY;

  public Tam(
      Identity identity, Crypto crypto, InstantSource clock, Randomness randomness, Checks checks) {
    this.identity = identity;
    this.crypto = crypto;
    this.codec = new TeepCodec(identity.revision(), checks);
    this.security = new TeepSecurity(identity.revision());
    this.sessions = new TamSessions(clock, checks);
    this.packages = new TamPackages(checks);
    this.randomness = randomness;
    this.checks = checks;
  }

  @Override
  public RoleId id() {
    return RoleId.TAM;
  }

  @Override
  public Set<String> resources() {
    return Set.of("placements", "packages", "teep");
  }

  @Override
  public Turn receive(Message message) throws Rejected {
    if (message.resource().equals("placements")) {
      return place(PlacementRequest.parse(message.body(), checks));
    }
    if (message.resource().equals("packages")) {
      packages.bring(message.item(), Packages.parse(message.body(), checks));
      return Turn.nothing();
    }
    if (message.body().isEmpty()) {
      return connect(message.item());
    }
    // spec| teep-over-http §6.1: another media type is answered with 415
    if (!checks.holds("tam.http.media-type", message.mediaType().equals(Message.TEEP))) {
      return new Turn.Reply(415, "", Bytes.EMPTY);
    }
    return dropping(() -> process(message.body()));
  }

  /**
   * Whatever is refused in the middle of a TEEP exchange is dropped; the HTTP status is ours.
   *
   * <p>spec| teep-protocol-26 §4.1.2
   */
  private Turn dropping(Step step) {
    try {
      Turn turn = step.take();
      return turn instanceof Turn.Ask ask
          ? new Turn.Ask(
              ask.to(),
              ask.address(),
              ask.message(),
              ask.peerKey(),
              answer ->
                  // spec| teep-over-http §6.4: what fails behind the TAM is 5xx
                  answer.isFailure() && checks.keeps("tam.http.failure")
                      ? new Turn.Reply(502, "", Bytes.EMPTY)
                      : dropping(() -> ask.next().then(answer)))
          : turn;
    } catch (Rejected rejected) {
      // spec| teep-protocol-26 §7.1: nothing follows from what is refused
      return checks.keeps("tam.message.dropped")
          ? new Turn.Reply(400, "", Bytes.EMPTY)
          : connect("");
    }
  }

  private Turn place(PlacementRequest request) {
    return askRepository(
        request.applicationType(),
        request.hardwareType(),
        chosen -> {
          String item = request.request().toHex();
          placements.put(item, request);
          return Turn.reply(
              new Placement(request.request(), identity.address() + "/teep/" + item, chosen.name())
                  .encode());
        });
  }

  /** spec| teep-over-http §6.1: an empty POST is ProcessConnect. */
  private Turn connect(String placement) {
    Bytes fresh = randomness.next(CHALLENGE_SIZE);
    Bytes challenge = checks.keeps("tam.challenge.random") ? fresh : Bytes.zero(CHALLENGE_SIZE);
    sessions.challenged(challenge, placement);
    // spec| teep-protocol-26 §4.2: a token exactly if attestation is not asked for
    Optional<Bytes> token = checks.keeps("tam.query.token") ? Optional.empty() : Optional.of(fresh);
    return sendFirst(
        TeepMessages.queryRequest(
            identity.revision(), token, challenge, checks.keeps("tam.query.attestation")));
  }

  private Turn process(Bytes octets) throws Rejected {
    TeepMessage peeked = codec.decode(security.peek(octets, checks));
    if (peeked instanceof TeepMessage.QueryResponse response) {
      return queryResponse(octets, response);
    }
    if (peeked instanceof TeepMessage.Success success) {
      return concluded(octets, success.options().token());
    }
    if (peeked instanceof TeepMessage.Error error) {
      return error.options().token().isPresent()
          ? concluded(octets, error.options().token())
          : Turn.nothing();
    }
    throw new Rejected(
        Reason.UNKNOWN_MESSAGE, "tam.message.known", "an Agent sends no such message");
  }

  private Turn queryResponse(Bytes octets, TeepMessage.QueryResponse response) throws Rejected {
    Bytes payload = attestationPayload(response);
    CmwCollection collection = CmwCollection.parse(payload, checks);
    BoundClaims claims = BoundClaims.parse(collection.item("claims").value(), checks);
    CoseKey agent =
        CoseKey.parse(
            new CborDecoder(checks)
                .decode(collection.item("agent-key").value(), CborProfile.DETERMINISTIC),
            crypto,
            checks);
    // spec| teep-protocol-26 §4.3: the Agent is known by the key that its evidence names
    Rejected.unless(
        checks,
        "tam.agent.key",
        agent.thumbprint().equals(claims.agentKey()),
        Reason.BINDING_MISMATCH,
        () -> "the key's thumbprint is " + agent.thumbprint() + ", attested " + claims.agentKey());
    security.open(octets, agent, checks);
    TamSessions.Outstanding session = sessions.redeemChallenge(claims.nonce());
    return appraise(
        payload, claims.nonce(), accepted -> choose(response, session, agent, accepted));
  }

  private static Bytes attestationPayload(TeepMessage.QueryResponse response) throws Rejected {
    Optional<String> format = response.options().attestationPayloadFormat();
    if (response.options().attestationPayload().isEmpty()
        || !format.equals(Optional.of(CmwCollection.MEDIA_TYPE))) {
      throw new Rejected(
          Reason.UNKNOWN_FORMAT,
          "tam.attestation.format",
          "a payload of " + CmwCollection.MEDIA_TYPE + " expected, found " + format);
    }
    return response.options().attestationPayload().get();
  }

  private Turn appraise(Bytes collection, Bytes nonce, Appraised next) throws Rejected {
    // spec| teep-protocol-26 §7.1: evidence goes to a Verifier
    if (!checks.keeps("tam.attestation.appraised")) {
      return next.with("sev-snp");
    }
    AppraisalRequest request =
        new AppraisalRequest(collection, nonce, Optional.empty(), List.of(), Map.of());
    return Turn.ask(
        RoleId.VERIFIER,
        Message.of("appraisals", request.encode()),
        answer -> appraised(answer, nonce, next));
  }

  private Turn appraised(Answer answer, Bytes nonce, Appraised next) throws Rejected {
    AttestationResult result =
        AttestationResult.open(answer.demandSuccess("Verifier"), identity.verifier(), checks);
    // spec| teep-protocol-26 §5: only a trusted Verifier's result for this challenge counts
    Rejected.unless(
        checks,
        "tam.result.nonce",
        result.nonce().equalsConstantTime(nonce),
        Reason.STALE_NONCE,
        () -> "the result is for " + result.nonce());
    // spec| RFC 9334 §2.5: a TAM assesses an environment before it provisions it
    if (!checks.holds("tam.result.accepted", result.accepted())) {
      return send(
          TeepMessages.refusingUpdate(
              token(), "attestation failed at " + result.check().orElse("an unnamed check")));
    }
    return next.with(result.format());
  }

  private Turn choose(
      TeepMessage.QueryResponse response,
      TamSessions.Outstanding session,
      CoseKey agent,
      String hardware)
      throws Rejected {
    Optional<PlacementRequest> placement = placements.find(session.placement());
    // spec| ccican-00 §4: the environment fits what was asked for
    Rejected.unless(
        checks,
        "tam.choice.hardware",
        placement.isEmpty() || placement.get().hardwareType().equals(hardware),
        Reason.POLICY_VIOLATED,
        () -> "asked for " + placement.get().hardwareType() + ", attested " + hardware);
    Optional<String> wanted =
        placement.map(PlacementRequest::applicationType).or(() -> TeepMessages.requested(response));
    // spec| ccican-00 §3(8): the TAM provisions what the application needs
    if (wanted.isEmpty() || !checks.keeps("tam.update.sent")) {
      return Turn.nothing();
    }
    return askRepository(
        wanted.get(),
        hardware,
        chosen -> {
          Bytes token = token();
          sessions.updated(token, session.placement(), agent);
          return send(
              TeepMessages.update(
                  token, packages.envelopes(session.placement(), chosen.envelope())));
        });
  }

  private Turn askRepository(String applicationType, String hardwareType, Chosen next) {
    // spec| ccican-00 §4(1): middleware that fits the request and the resource type
    String other = applicationType.equals("analytics") ? "imaging" : "analytics";
    String application = checks.keeps("tam.choice.application") ? applicationType : other;
    String hardware = checks.keeps("tam.choice.resource-type") ? hardwareType : "sev-snp";
    return Turn.ask(
        RoleId.MIDDLEWARE_REPOSITORY,
        Message.of("middleware", new MiddlewareQuery(application, hardware).encode()),
        answer -> {
          Bytes body = answer.demandSuccess("middleware repository");
          MiddlewarePackage chosen = MiddlewarePackage.parse(body, checks);
          packages.own(chosen.envelope());
          return next.with(chosen);
        });
  }

  private Turn concluded(Bytes octets, Optional<Bytes> token) throws Rejected {
    if (token.isEmpty()) {
      throw new Rejected(Reason.MISSING_FIELD, "tam.token.known", "no token");
    }
    // Only the Agent itself uses its token up: the Broker has seen it too.
    Optional<CoseKey> agent = sessions.find(token.get()).agent();
    if (agent.isPresent()) {
      security.open(octets, agent.get(), checks);
    }
    sessions.redeemToken(token.get());
    // spec| teep-over-http §6.2: nothing to say is 204
    return checks.keeps("tam.http.no-content")
        ? Turn.nothing()
        : new Turn.Reply(200, "", Bytes.EMPTY);
  }

  private Bytes token() {
    // spec| teep-protocol-26 §4.2: 8 to 64 octets
    Bytes fresh = randomness.next(checks.keeps("tam.token.size") ? TOKEN_SIZE : 4);
    // spec| teep-protocol-26 §4.1.1: each message has a token that no earlier one had
    lastToken = checks.keeps("tam.token.reuse") || lastToken.isEmpty() ? fresh : lastToken;
    return lastToken;
  }

  /**
   * To an Agent whose cipher suite nobody knows yet.
   *
   * <p>spec| teep-protocol-26 §8.1: one signature for each algorithm that is offered
   */
  private Turn sendFirst(TeepMessage message) {
    if (!checks.keeps("tam.query.every-suite") || !checks.keeps("tam.message.signed")) {
      return send(message);
    }
    return Turn.reply(
        checks.keeps("tam.http.own-media-type") ? Message.TEEP : Message.OCTETS,
        security.protectForAny(codec.encode(message), identity.keys()));
  }

  private Turn send(TeepMessage message) {
    Bytes encoded = codec.encode(message);
    // spec| teep-protocol-26 §4: every message is signed
    return Turn.reply(
        checks.keeps("tam.http.own-media-type") ? Message.TEEP : Message.OCTETS,
        checks.keeps("tam.message.signed")
            ? security.protect(encoded, identity.keys().get(0))
            : encoded);
  }

  @FunctionalInterface
  private interface Step {
    Turn take() throws Rejected;
  }

  /** What follows a positive appraisal; told the hardware type. */
  @FunctionalInterface
  private interface Appraised {
    Turn with(String hardware) throws Rejected;
  }

  /** What follows a choice. */
  @FunctionalInterface
  private interface Chosen {
    Turn with(MiddlewarePackage chosen) throws Rejected;
  }
}
