package org.ccican.role;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccican.appraisal.Appraisal;
import org.ccican.appraisal.AppraisalInput;
import org.ccican.appraisal.AppraisalPolicy;
import org.ccican.appraisal.Appraiser;
import org.ccican.appraisal.AttestationResult;
import org.ccican.appraisal.CheckOutcome;
import org.ccican.appraisal.CorimReferences;
import org.ccican.appraisal.Trustworthiness;
import org.ccican.check.Checks;
import org.ccican.corim.CorimMatch;
import org.ccican.corim.CorimSelection;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.ear.Ear;
import org.ccican.evidence.BoundClaims;
import org.ccican.evidence.CmwCollection;
import org.ccican.evidence.EventLog;
import org.ccican.message.AttestationMessage.AppraisalRequest;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.trust.TrustAnchors;
import org.ccican.wire.Bytes;

/**
 * Verifier (RFC 9334 section 7.4, ccican-00 section 5(3) and (4)): appraises a CMW collection
 * against pinned roots and reference values and signs what it concludes. Resources: {@code
 * appraisals}; the answer is an EAR in a CWT, see {@link AttestationResult}, for refused evidence
 * too, in a JWT where that was asked for, or for evidence that was accepted a token of the TEEP
 * profile; and {@code tam-appraisals} for the evidence of a TAM; {@code reference-values} takes
 * signed CoRIMs.
 */
public final class Verifier implements Role {

  private static final int REPORT_DATA_SIZE = 64;

  private final List<Appraiser> appraisers;
  private final Map<String, TrustAnchors> anchors;
  private final CorimSelection references;
  private final AppraisalPolicy policy;
  private final InstantSource clock;
  private final Checks checks;
  private final Crypto crypto;
  private final VerifierTokens tokens;
  private final VerifierResults results;
  private final Trustworthiness trustworthiness = Trustworthiness.load();

  /**
   * @param anchors the vendors that are pinned, by the format that they vouch for; at least one
   */
  public Verifier(
      List<Appraiser> appraisers,
      Map<String, TrustAnchors> anchors,
      CorimSelection references,
      AppraisalPolicy policy,
      SigningKey key,
      InstantSource clock,
      Checks checks,
      Teep teep) {
    this.appraisers = List.copyOf(appraisers);
    this.anchors = Map.copyOf(anchors);
    this.references = references;
    this.policy = policy;
    this.clock = clock;
    this.checks = checks;
    this.results = new VerifierResults(key, checks);
    this.crypto = teep.crypto();
    this.tokens = new VerifierTokens(teep, key, clock, checks);
  }

  /**
   * What it needs for TEEP.
   *
   * @param tams the keys that the evidence of TAMs is signed with
   */
  public record Teep(Crypto crypto, List<CoseKey> tams) {

    public Teep {
      tams = List.copyOf(tams);
    }
  }

  @Override
  public RoleId id() {
    return RoleId.VERIFIER;
  }

  @Override
  public Set<String> resources() {
    return Set.of("appraisals", "tam-appraisals", "reference-values");
  }

  @Override
  public Turn receive(Message message) throws Rejected {
    if (message.resource().equals("tam-appraisals")) {
      return Turn.reply(Message.COSE, tokens.aboutTam(message.body()));
    }
    if (message.resource().equals("reference-values")) {
      return provisioned(message.body());
    }
    AppraisalRequest request = AppraisalRequest.parse(message.body(), checks);
    Instant now = clock.instant();
    AttestationResult result = conclude(request, now);
    if (result.accepted() && request.profile().equals(Optional.of(AppraisalRequest.TEEP))) {
      return Turn.reply(Message.COSE, tokens.aboutAgent(request, result));
    }
    return request.isJwt()
        ? Turn.reply(Ear.JWT, results.jwt(result))
        : Turn.reply(Ear.CWT, results.token(result));
  }

  private Turn provisioned(Bytes corim) throws Rejected {
    // spec| draft-ietf-rats-corim §4: reference values of an authority are taken
    if (!checks.keeps("verifier.references.taken")) {
      throw new Rejected(Reason.NOT_AVAILABLE, "verifier.references.here", "none are taken");
    }
    try {
      references.add(corim);
    } catch (Rejected refusal) {
      // spec| draft-ietf-rats-corim §8.3.3.1: and whatever else is refused
      if (checks.keeps("verifier.references.refused")) {
        throw refusal;
      }
    }
    return Turn.reply(Message.OCTETS, Bytes.EMPTY);
  }

  private AttestationResult conclude(AppraisalRequest request, Instant now) {
    String format = "unknown";
    Optional<Rejected> refusal = Optional.empty();
    List<CheckOutcome> outcomes = new ArrayList<>();
    try {
      VerifierEvidence evidence = VerifierEvidence.read(request, crypto, checks);
      Appraiser appraiser = appraiser(evidence.collection());
      format = appraiser.format().id();
      appraise(request, evidence, appraiser, now, outcomes);
    } catch (Rejected rejected) {
      refusal = Optional.of(rejected);
    }
    Optional<Trustworthiness.Refusal> against =
        refusal.map(each -> new Trustworthiness.Refusal(each.check(), each.reason()));
    return new AttestationResult(
        request.nonce(), now, format, trustworthiness.vector(outcomes, against), against);
  }

  private Appraiser appraiser(CmwCollection collection) throws Rejected {
    CmwCollection.Item evidence = collection.item("evidence");
    return appraisers.stream()
        .filter(each -> each.format().mediaType().equals(evidence.mediaType()))
        .findFirst()
        .orElseThrow(
            () ->
                new Rejected(Reason.UNKNOWN_FORMAT, "verifier.format.known", evidence.mediaType()));
  }

  private void appraise(
      AppraisalRequest request,
      VerifierEvidence evidence,
      Appraiser appraiser,
      Instant now,
      List<CheckOutcome> outcomes)
      throws Rejected {
    CmwCollection collection = evidence.collection();
    boolean alone = request.isJwt() && !collection.items().containsKey("claims");
    Bytes reportData =
        alone
            ? request.nonce().padRight(REPORT_DATA_SIZE)
            : BoundClaims.parse(collection.item("claims").value(), checks).reportData();
    CorimReferences known =
        new CorimReferences(references.active(), appraiser.format().id(), new CorimMatch(checks));
    List<Bytes> endorsements = new ArrayList<>(endorsements(collection));
    endorsements.addAll(known.endorsements());
    Optional<Bytes> registerLog =
        Optional.ofNullable(collection.items().get("register-log")).map(CmwCollection.Item::value);
    Appraisal appraisal =
        appraiser.appraise(
            new AppraisalInput(
                collection.item("evidence").value(),
                endorsements,
                List.of(),
                anchors(appraiser.format().id()),
                now,
                Optional.of(known.measurements()),
                Optional.of(reportData),
                registerLog,
                policy,
                known::isLaunch),
            checks);
    outcomes.addAll(appraisal.outcomes());
    if (!appraisal.accepted()) {
      throw appraisal.firstFailure().map(Verifier::refusal).orElseGet(Verifier::unfinished);
    }
    if (alone) {
      // Whoever asked compares the rest: claims and event log are no part of this evidence.
      return;
    }
    BoundClaims claims = BoundClaims.parse(collection.item("claims").value(), checks);
    bound(request, claims);
    evidence.demandBound(claims, request.nonce(), checks);
    EventLog log = EventLog.parse(collection.item("event-log").value(), checks);
    installed(request, log, claims, known);
    if (appraiser.inputs().contains(Appraiser.Inputs.EVENT_LOG)) {
      extended(log, appraiser.extended(collection.item("register-log").value(), checks));
    }
  }

  private void extended(EventLog log, List<Bytes> registers) throws Rejected {
    // spec| decisions, what is measured: hardware that has registers extends one with each event
    Rejected.unless(
        checks,
        "verifier.event-log.extended",
        registers.equals(log.events().stream().map(EventLog.Event::encode).toList()),
        Reason.MEASUREMENT_MISMATCH,
        () -> log.events().size() + " events, " + registers.size() + " of others in the registers");
  }

  /** Where no vendor of the format is pinned, those of others are, and vouch for nothing of it. */
  private TrustAnchors anchors(String format) {
    return anchors.getOrDefault(format, anchors.values().iterator().next());
  }

  private static Rejected refusal(CheckOutcome failure) {
    return new Rejected(
        failure.reason().orElse(Reason.NOT_APPRAISED), failure.check(), failure.detail());
  }

  private static Rejected unfinished() {
    return new Rejected(
        Reason.NOT_APPRAISED, "verifier.evidence.accepted", "checks that were not made");
  }

  private void bound(AppraisalRequest request, BoundClaims claims) throws Rejected {
    // spec| ccican-00 §5(1): the evidence answers this nonce and no other
    Rejected.unless(
        checks,
        "verifier.nonce",
        claims.nonce().equalsConstantTime(request.nonce()),
        Reason.STALE_NONCE,
        () -> "expected " + request.nonce() + ", the claims hold " + claims.nonce());
    // spec| ccican-00 §7: the channel ends in the environment that the evidence is of
    Rejected.unless(
        checks,
        "verifier.channel-key",
        request.channelKey().isEmpty()
            || claims.channelKey().equalsConstantTime(request.channelKey().get()),
        Reason.BINDING_MISMATCH,
        () -> "the channel's key is not the one in the claims, " + claims.channelKey());
  }

  private void installed(
      AppraisalRequest request, EventLog log, BoundClaims claims, CorimReferences known)
      throws Rejected {
    // spec| decisions, what is measured: the log's digest is bound through the report data
    Rejected.unless(
        checks,
        "verifier.event-log.digest",
        log.digest().equalsConstantTime(claims.eventLog()),
        Reason.DIGEST_MISMATCH,
        () -> "the log's digest is " + log.digest() + ", the claims hold " + claims.eventLog());
    Set<String> missing = new HashSet<>(request.required());
    for (EventLog.Event event : log.events()) {
      // spec| ccican-00 §5(3): what was installed is compared with reference values
      Rejected.unless(
          checks,
          "verifier.component.known",
          isExpected(request.components(), event, log, known),
          Reason.MEASUREMENT_MISMATCH,
          () -> "no reference value for " + event.component() + " " + event.digest());
      missing.remove(event.component());
    }
    // spec| ccican-00 §3(1): middleware is part of what is attested
    Rejected.unless(
        checks,
        "verifier.component.required",
        missing.isEmpty(),
        Reason.MEASUREMENT_MISMATCH,
        () -> "not installed: " + missing);
  }

  private static boolean isExpected(
      Map<String, Bytes> asked, EventLog.Event event, EventLog log, CorimReferences known) {
    Bytes one = asked.get(event.component());
    return one != null ? one.equals(event.digest()) : known.isKnown(event, log.events());
  }

  private static List<Bytes> endorsements(CmwCollection collection) {
    List<Bytes> endorsements = new ArrayList<>();
    for (int number = 1; collection.items().containsKey("endorsement-" + number); number++) {
      endorsements.add(collection.items().get("endorsement-" + number).value());
    }
    return endorsements;
  }
}
