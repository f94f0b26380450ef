package org.ccican.role;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.cose.AgreementKey;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.message.PackagingMessage.Packages;
import org.ccican.message.ProvisioningMessage.PlacementRequest;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.teep.TeepErrorCode;
import org.ccican.teep.TeepMessage;
import org.ccican.teep.WireRevision;
import org.ccican.wire.Bytes;

/**
 * TAM (ccican-00 section 3(8), draft-ietf-teep-protocol section 7.1): chooses middleware for the
 * application type and the hardware type, and sends it to an Agent whose environment its Verifier
 * has accepted. Resources: {@code placements} for M/OC, and {@code packages} for what a Network
 * User brings to the placement that is the item; {@code teep} for TEEP over HTTP, where the item is
 * the placement that the session is for, if any, or the name of another way to be asked: see {@link
 * TamPolicy}.
 */
public final class Tam implements Role {

  private static final int CHALLENGE_SIZE = 32;

  /**
   * What a TAM is set up with.
   *
   * @param revision the edition of TEEP that it speaks
   * @param keys sign its TEEP messages: one for each cipher suite
   * @param verifier whose attestation results count
   * @param attestation signs the evidence about itself
   * @param encryption what only it may read is encrypted to it
   * @param agents those that it was told about beforehand
   * @param address its own base URI
   */
  public record Identity(
      WireRevision revision,
      List<SigningKey> keys,
      CoseKey verifier,
      SigningKey attestation,
      Optional<AgreementKey> encryption,
      List<Known> agents,
      String address) {

    public Identity {
      keys = List.copyOf(keys);
      agents = List.copyOf(agents);
    }
  }

  /**
   * An Agent that needs no attestation to be known.
   *
   * @param key signs its messages
   * @param reportKey signs its SUIT Reports, where that is known
   */
  public record Known(CoseKey key, String hardwareType, Optional<CoseKey> reportKey) {

    public Known(CoseKey key, String hardwareType) {
      this(key, hardwareType, Optional.empty());
    }
  }

  private final Identity identity;
  private final TamVoice voice;
  private final TamSessions sessions;
  private final TamEvidence evidence;
  private final TamProvisioning provisioning;
  private final TamResponses responses;
  private final Randomness randomness;
  private final Checks checks;

  public Tam(
      Identity identity, Crypto crypto, InstantSource clock, Randomness randomness, Checks checks) {
    this.identity = identity;
    this.voice = new TamVoice(identity, randomness, checks);
    this.sessions = new TamSessions(clock, checks);
    this.evidence = new TamEvidence(identity, clock, checks);
    this.provisioning = new TamProvisioning(identity.address(), voice, sessions, checks);
    this.responses =
        new TamResponses(
            identity.agents(),
            voice,
            sessions,
            new TamAttestation(identity, crypto, clock, checks),
            provisioning,
            checks);
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
      return provisioning.place(PlacementRequest.parse(message.body(), checks));
    }
    if (message.resource().equals("packages")) {
      provisioning.bring(message.item(), Packages.parse(message.body(), checks));
      return Turn.nothing();
    }
    if (message.body().isEmpty()) {
      return connect(message.item());
    }
    // spec| teep-over-http §6.1: another media type is answered with 415
    if (!checks.holds("tam.http.media-type", message.mediaType().equals(Message.TEEP))) {
      return new Turn.Reply(415, "", Bytes.EMPTY);
    }
    return dropping(() -> process(message.body(), message.item()));
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

  /** spec| teep-over-http §6.1: an empty POST is ProcessConnect. */
  private Turn connect(String item) {
    TeepMessage query = query(item, Optional.empty());
    return TamPolicy.of(item).suiteKnown() ? voice.toUsual(query) : voice.toUnknown(query);
  }

  /** A QueryRequest as the item's policy has it, with a token or a challenge of its own. */
  private TeepMessage query(String item, Optional<TeepMessages.OfTam> attested) {
    TamPolicy policy = TamPolicy.of(item);
    Bytes fresh = randomness.next(CHALLENGE_SIZE);
    if (!policy.attests()) {
      Bytes token = voice.token();
      sessions.queried(token, item);
      // spec| teep-protocol-26 §4.2: no challenge beside the token
      Optional<Bytes> beside =
          checks.keeps("tam.query.challenge") ? Optional.empty() : Optional.of(fresh);
      return TeepMessages.queryRequest(
          identity.revision(), policy, Optional.of(token), beside, attested);
    }
    // spec| teep-protocol-26 §4.2: a token exactly if attestation is not asked for
    Optional<Bytes> token =
        checks.keeps("tam.query.token") ? Optional.empty() : Optional.of(voice.token());
    token.ifPresent(sent -> sessions.queried(sent, item));
    if (!policy.challenged()) {
      return TeepMessages.queryRequest(
          identity.revision(), policy, token, Optional.empty(), attested);
    }
    Bytes challenge = checks.keeps("tam.challenge.random") ? fresh : Bytes.zero(CHALLENGE_SIZE);
    sessions.challenged(challenge, item, token);
    // spec| teep-protocol-26 §4.2: a challenge goes with a request for attestation only
    TamPolicy asked =
        checks.keeps("tam.query.attestation")
            ? policy
            : new TamPolicy(
                policy.name(),
                TeepMessage.QueryRequest.TRUSTED_COMPONENTS,
                true,
                Optional.empty(),
                policy.suiteKnown(),
                false);
    return TeepMessages.queryRequest(
        identity.revision(), asked, token, Optional.of(challenge), attested);
  }

  private Turn process(Bytes octets, String item) throws Rejected {
    TeepMessage peeked = voice.peek(octets);
    if (peeked instanceof TeepMessage.QueryResponse response) {
      return responses.take(octets, response, item);
    }
    if (peeked instanceof TeepMessage.Success success) {
      return concluded(octets, success);
    }
    if (peeked instanceof TeepMessage.Error error) {
      return failed(octets, error, item);
    }
    throw new Rejected(
        Reason.UNKNOWN_MESSAGE, "tam.message.known", "an Agent sends no such message");
  }

  /** A Success, or an Error in answer to a message with token. */
  private Turn concluded(Bytes octets, TeepMessage message) throws Rejected {
    Optional<Bytes> token = message.options().token();
    if (token.isEmpty()) {
      throw new Rejected(Reason.MISSING_FIELD, "tam.token.known", "no token");
    }
    TamSessions.Outstanding outstanding = sessions.find(token.get());
    // Only the Agent itself uses its token up: the Broker has seen it too.
    Optional<CoseKey> agent = outstanding.agent().map(TamVoice.Peer::key).or(() -> named(octets));
    if (agent.isPresent()) {
      voice.verified(octets, agent.get());
      Optional<String> objection = responses.reports(message, agent.get());
      // spec| teep-protocol-26 §7.1.2: a report with another nonce than the Update's is dropped
      Rejected.unless(
          checks,
          "tam.report.nonce",
          objection.isEmpty(),
          Reason.STALE_NONCE,
          () -> objection.orElse("a SUIT Report of another Update"));
    }
    // spec| teep-protocol-26 §4.5: a Success answers the token of an Update
    Rejected.unless(
        checks,
        "tam.token.kind",
        !outstanding.isQuery() || message instanceof TeepMessage.Error,
        Reason.WRONG_ORDER,
        () -> "a Success to the token of a QueryRequest");
    sessions.redeemToken(token.get());
    // spec| teep-over-http §7: with nothing more to say the session is over
    if (!checks.keeps("tam.session.ends")) {
      return connect("");
    }
    // spec| teep-over-http §6.2: nothing to say is 204
    return checks.keeps("tam.http.no-content")
        ? Turn.nothing()
        : new Turn.Reply(200, "", Bytes.EMPTY);
  }

  private Optional<CoseKey> named(Bytes octets) {
    try {
      return responses.named(octets).map(Known::key);
    } catch (Rejected rejected) {
      return Optional.empty();
    }
  }

  private Turn failed(Bytes octets, TeepMessage.Error error, String item) throws Rejected {
    boolean attests = error.code() == TeepErrorCode.Known.ATTESTATION_REQUIRED;
    Turn ended = error.options().token().isPresent() ? concluded(octets, error) : Turn.nothing();
    // spec| teep-protocol-26 §7.1.2: an Agent that asks for it gets the TAM's attestation
    if (!attests || !checks.keeps("tam.attestation.own")) {
      return ended;
    }
    // reading: an Agent that was never met cannot be verified; a QueryRequest harms nobody
    Optional<CoseKey> known = named(octets);
    if (known.isPresent()) {
      voice.verified(octets, known.get());
    }
    CoseAlgorithm selected = voice.algorithm(octets);
    SigningKey key = voice.key(selected);
    return evidence.own(
        key.publicKey(),
        error.options().challenge(),
        result ->
            voice.to(
                selected,
                query(item, Optional.of(new TeepMessages.OfTam(result, evidence.report(key))))));
  }

  @FunctionalInterface
  private interface Step {
    Turn take() throws Rejected;
  }
}
