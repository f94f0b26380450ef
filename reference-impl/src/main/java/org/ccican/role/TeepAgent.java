package org.ccican.role;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.cose.AgreementKey;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.suit.SuitComponentId;
import org.ccican.suit.SuitFetcher;
import org.ccican.suit.SuitOutcome;
import org.ccican.suit.SuitProcessor;
import org.ccican.suit.SuitStore;
import org.ccican.teep.TeepCodec;
import org.ccican.teep.TeepErrorCode;
import org.ccican.teep.TeepMessage;
import org.ccican.teep.TeepOptions;
import org.ccican.teep.TeepSecurity;
import org.ccican.teep.WireRevision;
import org.ccican.wire.Bytes;

/**
 * TEEP Agent inside a Targeting Environment (ccican-00 section 3(4), draft-ietf-teep-protocol
 * section 7.2): obeys the TAMs in its image, has itself attested, verifies and unpacks what an
 * Update brings. Resources, the item being the environment: {@code teep} for TEEP messages, and for
 * the rest of RFC 9397 section 6.2.1 {@code component-requests}, {@code component-releases}, {@code
 * policy-checks} and {@code process-errors}.
 */
public final class TeepAgent implements Role {

  /** What it can be asked for. */
  public static final Set<String> RESOURCES =
      Set.of("component-requests", "component-releases", "policy-checks", "process-errors", "teep");

  /**
   * What an Agent makes for itself inside its environment.
   *
   * @param reportKey signs SUIT Reports, where they are signed
   * @param decryption for payloads that are encrypted for the device
   * @param fetcher gets what is not in an envelope
   */
  public record Inside(
      SigningKey reportKey, AgreementKey decryption, SuitFetcher fetcher, Randomness randomness) {}

  private static final String FULL = "suit.store.room";

  private final TargetingEnvironment environment;
  private final WireRevision revision;
  private final TeepCodec codec;
  private final TeepSecurity security;
  private final AgentComponents components;
  private final AgentReports reports;
  private final AgentNegotiation negotiation;
  private final AgentQueries queries;
  private final AgentRequests requests;
  private final Checks checks;
  private Optional<CoseAlgorithm> selected = Optional.empty();

  public TeepAgent(
      TargetingEnvironment environment,
      WireRevision revision,
      SuitStore store,
      Crypto crypto,
      Inside inside,
      Checks checks) {
    AgentImage image = environment.agent();
    this.environment = environment;
    this.revision = revision;
    SuitProcessor suit =
        new SuitProcessor(
            checks,
            crypto,
            image.device().decryptingWith(inside.decryption()),
            store,
            inside.fetcher());
    this.codec = new TeepCodec(revision, checks);
    this.security = new TeepSecurity(revision);
    this.components = new AgentComponents(environment, suit, store);
    this.reports = new AgentReports(image, revision, inside, environment.agentKey(), checks);
    this.requests = new AgentRequests(image.options(), components, checks);
    this.negotiation =
        new AgentNegotiation(
            image.options(),
            revision,
            environment.agentKey().publicKey().curve(),
            new AgentTrust(image, crypto, inside.randomness(), checks),
            checks);
    this.queries =
        new AgentQueries(environment, components, reports, requests, inside.randomness(), checks);
    this.checks = checks;
  }

  @Override
  public RoleId id() {
    return RoleId.TEEP_AGENT;
  }

  @Override
  public Set<String> resources() {
    return RESOURCES;
  }

  @Override
  public Turn receive(Message message) throws Rejected {
    return switch (message.resource()) {
      case "component-requests" -> {
        Optional<String> uri = requests.request(message.body());
        yield uri.isEmpty() ? Turn.nothing() : unsolicited(uri.get());
      }
      case "component-releases" -> requests.release(message.body());
      case "policy-checks" -> requests.checkPolicy();
      case "process-errors" -> requests.failed();
      default -> process(message.body());
    };
  }

  /** spec| teep-protocol-26 §7.2: a message that is not valid is answered with an Error. */
  private Turn process(Bytes octets) throws Rejected {
    Optional<Bytes> token = Optional.empty();
    try {
      TeepSecurity.Opened opened = open(octets);
      token = codec.token(opened.message());
      TeepMessage message = codec.decode(opened.message());
      if (message instanceof TeepMessage.QueryRequest request) {
        return query(request, opened.signer());
      }
      if (message instanceof TeepMessage.Update update) {
        // spec| teep-protocol-26 §8.1: after the first QueryRequest the selected suite is used
        Rejected.unless(
            checks,
            "agent.suite.selected",
            !opened.several(),
            Reason.POLICY_VIOLATED,
            () -> "several signatures on an Update");
        return update(update);
      }
      throw new Rejected(
          Reason.UNKNOWN_MESSAGE, "agent.message.known", "a TAM sends no such message");
    } catch (Rejected rejected) {
      return error(
          TeepMessages.error(token, TeepErrorCode.Known.PERMANENT_ERROR, rejected.getMessage()));
    }
  }

  /** spec| teep-protocol-26 §4.1.2: the signature is a known TAM's. */
  private TeepSecurity.Opened open(Bytes octets) throws Rejected {
    List<CoseKey> keys = environment.agent().tamKeys();
    if (keys.isEmpty()) {
      throw new Rejected(Reason.UNKNOWN_SIGNER, "agent.tam.known", "this Agent obeys no TAM");
    }
    return security.open(octets, keys, checks);
  }

  private Turn query(TeepMessage.QueryRequest request, CoseKey signer) throws Rejected {
    Optional<Bytes> evidence = negotiation.evidence(request);
    return evidence.isEmpty()
        ? query(request, signer, Optional.empty())
        : Turn.ask(
            RoleId.VERIFIER,
            Message.of("tam-appraisals", evidence.get()),
            answer ->
                query(
                    request,
                    signer,
                    Optional.of(answer.isSuccess() ? answer.body() : Bytes.EMPTY)));
  }

  /**
   * @param appraised what a Verifier made of the TAM's Evidence, if it was asked
   */
  private Turn query(TeepMessage.QueryRequest request, CoseKey signer, Optional<Bytes> appraised)
      throws Rejected {
    Optional<TeepMessage.Error> refusal = negotiation.refusal(request, signer, appraised);
    if (refusal.isPresent()) {
      return error(refusal.get());
    }
    selected = negotiation.selected(request);
    requests.queried(request);
    return queries.answer(request, response -> send(response));
  }

  /** Where to go, and what to say there before being asked, if that may be (section 7.2). */
  private Turn unsolicited(String uri) throws Rejected {
    Optional<TeepMessage.QueryRequest> last = requests.unsolicited();
    return last.isEmpty()
        ? AgentRequests.contact(uri, Optional.empty())
        : queries.answer(
            last.get(),
            response ->
                AgentRequests.contact(uri, Optional.of(((Turn.Reply) send(response)).body())));
  }

  private Turn update(TeepMessage.Update update) {
    TeepOptions options = update.options();
    // spec| teep-protocol-26 §7.2.2: what is not needed is unlinked first
    List<SuitComponentId> unneeded =
        checks.keeps("agent.update.unlinks")
            ? options.unneededManifestList().orElse(List.of())
            : List.of();
    List<Bytes> manifests = options.manifestList().orElse(List.of());
    List<SuitOutcome> outcomes = components.apply(unneeded, manifests);
    Optional<Rejected> refusal = AgentComponents.refusal(outcomes);
    if (refusal.isPresent() && outcomes.size() <= unneeded.size()) {
      // spec| teep-protocol-26 §7.2.2: an error in unlinking is answered with an Error
      if (!checks.holds("agent.update.unlinked", false)) {
        return failed(options, outcomes, refusal.get());
      }
      outcomes = components.apply(List.of(), manifests);
      refusal = AgentComponents.refusal(outcomes);
    }
    // spec| teep-protocol-26 §7.2.2: Success only if every manifest was installed
    if (refusal.isPresent() && !checks.holds("agent.success.installed", false)) {
      return failed(options, outcomes, refusal.get());
    }
    unneeded.forEach(requests::unlinked);
    return send(success(update, outcomes));
  }

  private TeepMessage success(TeepMessage.Update update, List<SuitOutcome> outcomes) {
    Optional<Bytes> asked = update.options().token();
    // spec| teep-protocol-26 §4.5: Success repeats the token of its Update
    Optional<Bytes> token =
        checks.keeps("agent.success.token") ? asked : asked.map(AgentQueries::other);
    return TeepMessages.success(token, environment.agent().name(), told(outcomes, asked));
  }

  private Turn failed(TeepOptions update, List<SuitOutcome> outcomes, Rejected rejected) {
    // reading: a full store is no failure of a manifest, so that its report would say nothing
    // spec| teep-protocol-26 §4.6: what may go well at another time is a temporary error
    boolean temporary = rejected.check().equals(FULL) && checks.keeps("agent.error.temporary");
    List<Bytes> encoded = temporary ? List.of() : told(outcomes, update.token());
    return error(
        TeepMessages.error(
            update.token(),
            temporary
                ? TeepErrorCode.Known.TEMPORARY_ERROR
                : TeepErrorCode.Known.MANIFEST_PROCESSING_FAILED,
            rejected.getMessage(),
            options -> encoded.isEmpty() ? options : options.suitReports(encoded)));
  }

  private List<Bytes> told(List<SuitOutcome> outcomes, Optional<Bytes> token) {
    return reports.told(outcomes.stream().map(SuitOutcome::report).toList(), token);
  }

  private Turn error(TeepMessage.Error error) {
    // spec| teep-protocol-26 §7.2: the Agent answers what it refuses with an Error
    if (!checks.keeps("agent.error.sent")) {
      return Turn.nothing();
    }
    // spec| teep-protocol-26 §4.6: Error repeats the token of what it answers
    return send(
        checks.keeps("agent.error.token")
            ? error
            : TeepMessages.withToken(error, error.options().token().map(AgentQueries::other)));
  }

  private Turn send(TeepMessage message) {
    // spec| teep-protocol-26 §4: every message is signed, with the attested key
    Bytes encoded = codec.encode(message);
    SigningKey key = environment.agentKey();
    CoseAlgorithm algorithm = selected.orElse(revision.signature(key.publicKey().curve()));
    return Turn.reply(
        Message.TEEP,
        checks.keeps("agent.message.signed") ? security.protect(encoded, key, algorithm) : encoded);
  }
}
