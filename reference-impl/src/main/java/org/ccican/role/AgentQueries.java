package org.ccican.role;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseCurve;
import org.ccican.cose.CoseKey;
import org.ccican.evidence.CmwCollection;
import org.ccican.message.AttestationMessage.AppraisalRequest;
import org.ccican.reject.Rejected;
import org.ccican.suit.SuitComponentId;
import org.ccican.teep.Freshness;
import org.ccican.teep.RequestedComponent;
import org.ccican.teep.SuitReportView;
import org.ccican.teep.TeepCipherSuite;
import org.ccican.teep.TeepErrorCode;
import org.ccican.teep.TeepMessage;
import org.ccican.teep.TeepOptions;
import org.ccican.teep.WireRevision;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * How an Agent handles a QueryRequest (teep-protocol section 7.2.1): what it cannot agree to is
 * refused with the code for it and with what it has instead; what is asked for is answered.
 */
final class AgentQueries {

  private static final int NONCE_SIZE = 32;
  private static final long ITEMS =
      TeepMessage.QueryRequest.ATTESTATION
          | TeepMessage.QueryRequest.TRUSTED_COMPONENTS
          | TeepMessage.QueryRequest.EXTENSIONS
          | TeepMessage.QueryRequest.SUIT_REPORTS;

  private final TargetingEnvironment environment;
  private final AgentOptions options;
  private final WireRevision revision;
  private final AgentComponents components;
  private final AgentReports reports;
  private final AgentRequests requests;
  private final AgentTrust trust;
  private final Randomness randomness;
  private final Checks checks;

  AgentQueries(
      TargetingEnvironment environment,
      WireRevision revision,
      AgentComponents components,
      AgentReports reports,
      AgentRequests requests,
      AgentTrust trust,
      Randomness randomness,
      Checks checks) {
    this.environment = environment;
    this.options = environment.agent().options();
    this.revision = revision;
    this.components = components;
    this.reports = reports;
    this.requests = requests;
    this.trust = trust;
    this.randomness = randomness;
    this.checks = checks;
  }

  /** A token that is not the one that was asked for. */
  static Bytes other(Bytes token) {
    return Bytes.zero(token.size());
  }

  /**
   * Why the Agent does not answer, if it does not.
   *
   * @param signer whose signature the request bears
   * @throws Rejected if something in it cannot be read
   */
  Optional<TeepMessage.Error> refusal(TeepMessage.QueryRequest request, CoseKey signer)
      throws Rejected {
    return version(request)
        .or(() -> suite(request))
        .or(() -> item(request))
        .or(() -> freshness(request))
        .or(() -> attestation(request, signer))
        .or(() -> profile(request));
  }

  /** The algorithm of the first suite that both have: the selected one. */
  Optional<CoseAlgorithm> selected(TeepMessage.QueryRequest request) {
    CoseCurve curve = environment.agentKey().publicKey().curve();
    return request.cipherSuites().stream()
        .flatMap(suite -> own(curve).filter(each -> TeepCipherSuite.sign1(each).equals(suite)))
        .findFirst();
  }

  private java.util.stream.Stream<CoseAlgorithm> own(CoseCurve curve) {
    return revision.algorithms().stream().filter(each -> each.fits(curve));
  }

  private Optional<TeepMessage.Error> version(TeepMessage.QueryRequest request) {
    List<Long> offered = request.options().versions().orElse(List.of(0L));
    // spec| teep-protocol-26 §4.6: a version that the Agent does not speak is refused
    if (checks.holds(
        "agent.version.common", offered.stream().anyMatch(options.versions()::contains))) {
      return Optional.empty();
    }
    // spec| teep-protocol-26 §4.6: with the versions that it speaks
    return error(
        request,
        TeepErrorCode.Known.UNSUPPORTED_MSG_VERSION,
        "none of the versions " + offered,
        builder ->
            checks.keeps("agent.error.versions") ? builder.versions(options.versions()) : builder);
  }

  private Optional<TeepMessage.Error> suite(TeepMessage.QueryRequest request) {
    // spec| teep-protocol-26 §4.6: no suite in common is refused
    if (checks.holds("agent.suite.common", selected(request).isPresent())) {
      return Optional.empty();
    }
    CoseAlgorithm usual = revision.signature(environment.agentKey().publicKey().curve());
    // spec| teep-protocol-26 §4.6: with the suites that the Agent has
    return error(
        request,
        TeepErrorCode.Known.UNSUPPORTED_CIPHER_SUITES,
        "none of the cipher suites offered",
        builder ->
            checks.keeps("agent.error.suites")
                ? builder.cipherSuites(List.of(TeepCipherSuite.sign1(usual)))
                : builder);
  }

  private Optional<TeepMessage.Error> item(TeepMessage.QueryRequest request) {
    // reading: §4.2 says nothing about bits that are not assigned; §7.2.1 answers what is
    // understood and §4.6 has a code for an extension that is not
    // spec| teep-protocol-26 §7.2.1: a QueryResponse if everything was understood
    if (checks.holds("agent.item.known", (request.dataItems() & ~ITEMS) == 0)) {
      return Optional.empty();
    }
    return error(
        request,
        TeepErrorCode.Known.UNSUPPORTED_EXTENSION,
        checks.keeps("agent.error.extension")
            ? "data item bits " + (request.dataItems() & ~ITEMS)
            : "no",
        builder -> builder);
  }

  private Optional<TeepMessage.Error> freshness(TeepMessage.QueryRequest request) {
    // spec| teep-protocol-26 §4.2: nothing said means the nonce
    List<Long> offered = request.options().freshnessMechanisms().orElse(List.of(Freshness.NONCE));
    // spec| teep-protocol-26 §4.6: no freshness mechanism in common is refused
    if (checks.holds(
        "agent.freshness.common",
        !request.asks(TeepMessage.QueryRequest.ATTESTATION)
            || offered.stream().anyMatch(options.freshness()::contains))) {
      return Optional.empty();
    }
    // spec| teep-protocol-26 §4.6: with the mechanisms that the Agent has
    return error(
        request,
        TeepErrorCode.Known.UNSUPPORTED_FRESHNESS_MECHANISMS,
        "none of the freshness mechanisms " + offered,
        builder ->
            checks.keeps("agent.error.freshness")
                ? builder.freshnessMechanisms(options.freshness())
                : builder);
  }

  private Optional<TeepMessage.Error> attestation(
      TeepMessage.QueryRequest request, CoseKey signer) {
    Optional<String> objection = trust.objection(request, signer);
    // spec| teep-protocol-26 §7.2.1: a TAM has itself attested where the Agent requires it
    if (checks.holds("agent.tam.attested", objection.isEmpty())) {
      return Optional.empty();
    }
    Bytes challenge = trust.challenge();
    // spec| teep-protocol-26 §7.2.1: the TAM is told how, and for which challenge
    return error(
        request,
        TeepErrorCode.Known.ATTESTATION_REQUIRED,
        objection.orElse("attestation required"),
        builder ->
            checks.keeps("agent.error.challenge")
                ? builder.freshnessMechanisms(options.freshness()).challenge(challenge)
                : builder);
  }

  private Optional<TeepMessage.Error> profile(TeepMessage.QueryRequest request) {
    boolean known =
        request.options().suitReports().orElse(List.of()).stream()
            .allMatch(report -> SuitReportView.fits(report, revision.profile(options.profile())));
    // spec| teep-protocol-26 §7.2.1: a TAM's report of another profile is refused
    if (checks.holds("agent.report.profile", known)) {
      return Optional.empty();
    }
    // spec| teep-protocol-26 §7.2.1: with the profiles that the Agent has
    return error(
        request,
        TeepErrorCode.Known.UNSUPPORTED_SUIT_REPORT,
        "a SUIT Report of another profile",
        builder ->
            checks.keeps("agent.error.profiles")
                ? builder.suitProfiles(List.of(revision.profile(options.profile())))
                : builder);
  }

  private static Optional<TeepMessage.Error> error(
      TeepMessage.QueryRequest request,
      TeepErrorCode code,
      String why,
      UnaryOperator<TeepOptions.Builder> companions) {
    return Optional.of(TeepMessages.error(request.options().token(), code, why, companions));
  }

  /** What a request asks for; the answer is sent once the attestation payload is there. */
  Turn answer(TeepMessage.QueryRequest request, Answered next) throws Rejected {
    TeepOptions.Builder builder = items(request);
    // spec| teep-protocol-26 §4.3: attestation is answered if it was asked for
    if (!request.asks(TeepMessage.QueryRequest.ATTESTATION)
        || !checks.keeps("agent.query-response.attestation")) {
      return next.with(new TeepMessage.QueryResponse(builder.build()));
    }
    Optional<Bytes> challenge = request.options().challenge();
    // reading: without a challenge nothing can be answered but the passport model (§4.2)
    return challenge.isPresent()
        ? evidence(challenge.get(), builder, next)
        : passport(builder, next);
  }

  private Turn evidence(Bytes challenge, TeepOptions.Builder builder, Answered next)
      throws Rejected {
    // spec| teep-protocol-26 §4.3: the evidence answers the challenge
    Bytes nonce = checks.keeps("agent.nonce.copied") ? challenge : Bytes.zero(challenge.size());
    return environment.attest(
        nonce,
        collection -> {
          // spec| teep-protocol-26 §4.3: what is no EAT of the TEEP profile says what it is
          if (checks.keeps("agent.attestation.format")) {
            builder.attestationPayloadFormat(CmwCollection.MEDIA_TYPE);
          }
          return next.with(
              new TeepMessage.QueryResponse(
                  builder.attestationPayload(reports.payload(collection)).build()));
        });
  }

  /** The Agent has its evidence appraised itself and hands on the result. */
  private Turn passport(TeepOptions.Builder builder, Answered next) throws Rejected {
    Bytes nonce = randomness.next(NONCE_SIZE);
    return environment.attest(
        nonce,
        collection ->
            Turn.ask(
                RoleId.VERIFIER,
                Message.of("appraisals", AppraisalRequest.teep(collection, nonce).encode()),
                answer ->
                    next.with(
                        new TeepMessage.QueryResponse(
                            builder
                                .attestationPayload(
                                    reports.payload(answer.demandSuccess("Verifier")))
                                .build()))));
  }

  private TeepOptions.Builder items(TeepMessage.QueryRequest request) {
    Optional<Bytes> asked = request.options().token();
    TeepOptions.Builder builder =
        TeepOptions.builder()
            // spec| teep-protocol-26 §4.3: the response repeats the request's token, or has none
            .token(
                checks.keeps("agent.query-response.token") ? asked : Optional.of(Bytes.zero(16)));
    Optional<List<Long>> versions = request.options().versions();
    // spec| teep-protocol-26 §4.3: the version that was chosen, of those that were offered
    versions.ifPresent(
        offered ->
            offered.stream()
                .filter(options.versions()::contains)
                .max(Long::compare)
                .ifPresent(builder::selectedVersion));
    List<Cbor> claims = components.claims();
    // reading: §4.3 demands lists that its grammar forbids to be empty; then they are left out
    // spec| teep-protocol-26 §4.3: trusted components are listed if they were asked for
    if (request.asks(TeepMessage.QueryRequest.TRUSTED_COMPONENTS)
        && checks.keeps("agent.query-response.tc-list")
        && !claims.isEmpty()) {
      builder.tcList(claims);
    }
    // spec| teep-protocol-26 §4.3: extensions are listed if they were asked for
    if (request.asks(TeepMessage.QueryRequest.EXTENSIONS)
        && checks.keeps("agent.query-response.ext-list")
        && !options.extensions().isEmpty()) {
      builder.extList(options.extensions());
    }
    List<Bytes> told = reports.told(components.reports(), asked);
    // spec| teep-protocol-26 §4.3: SUIT Reports are sent if they were asked for
    if (request.asks(TeepMessage.QueryRequest.SUIT_REPORTS)
        && checks.keeps("agent.query-response.reports")
        && !told.isEmpty()) {
      builder.suitReports(told);
    }
    lists(builder);
    return builder;
  }

  private void lists(TeepOptions.Builder builder) {
    List<RequestedComponent> wanted = requests.wanted();
    // spec| teep-protocol-26 §4.3: what is wanted and not installed is asked for
    if (!wanted.isEmpty() && checks.keeps("agent.query-response.requested")) {
      builder.requestedTcList(wanted);
    }
    List<SuitComponentId> unneeded = requests.unneeded();
    // spec| teep-protocol-26 §4.3: manifests that nobody needs are named
    if (!unneeded.isEmpty() && checks.keeps("agent.query-response.unneeded")) {
      builder.unneededManifestList(unneeded);
    }
  }

  /** What becomes of a QueryResponse. */
  @FunctionalInterface
  interface Answered {
    Turn with(TeepMessage response) throws Rejected;
  }
}
