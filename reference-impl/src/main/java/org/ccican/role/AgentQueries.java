package org.ccican.role;

import java.util.List;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.cose.SigningKey;
import org.ccican.evidence.AgentToken;
import org.ccican.evidence.CmwCollection;
import org.ccican.message.AttestationMessage.AppraisalRequest;
import org.ccican.reject.Rejected;
import org.ccican.suit.SuitComponentId;
import org.ccican.teep.RequestedComponent;
import org.ccican.teep.TeepMessage;
import org.ccican.teep.TeepOptions;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** How an Agent answers a QueryRequest that it agrees to (teep-protocol sections 4.3 and 7.2.1). */
final class AgentQueries {

  private static final int NONCE_SIZE = 32;

  private final TargetingEnvironment environment;
  private final AgentOptions options;
  private final AgentComponents components;
  private final AgentReports reports;
  private final AgentRequests requests;
  private final Randomness randomness;
  private final Checks checks;

  AgentQueries(
      TargetingEnvironment environment,
      AgentComponents components,
      AgentReports reports,
      AgentRequests requests,
      Randomness randomness,
      Checks checks) {
    this.environment = environment;
    this.options = environment.agent().options();
    this.components = components;
    this.reports = reports;
    this.requests = requests;
    this.randomness = randomness;
    this.checks = checks;
  }

  /** A token that is not the one that was asked for. */
  static Bytes other(Bytes token) {
    return Bytes.zero(token.size());
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
            builder.attestationPayloadFormat(
                options.tokens() ? AgentToken.MEDIA_TYPE : CmwCollection.MEDIA_TYPE);
          }
          Bytes named = reports.naming(collection);
          return next.with(
              new TeepMessage.QueryResponse(
                  builder
                      .attestationPayload(
                          reports.payload(options.tokens() ? token(challenge, named) : named))
                      .build()));
        });
  }

  /** Evidence in a token that the attested key signs. */
  private Bytes token(Bytes challenge, Bytes collection) throws Rejected {
    // spec| teep-protocol-26 §4.2: eat_nonce is the challenge
    Bytes nonce = checks.keeps("agent.eat.nonce") ? challenge : Bytes.zero(challenge.size());
    SigningKey key = environment.agentKey();
    return new AgentToken(nonce, key.publicKey(), CmwCollection.parse(collection, checks))
        .sign(key);
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
                                    reports.payload(carried(answer.demandSuccess("Verifier"))))
                                .build()))));
  }

  private Bytes carried(Bytes result) {
    // spec| RFC 9334 §5.1: an Attestation Result is opaque to whom it is about
    return checks.keeps("agent.passport.unchanged") ? result : Bytes.concat(result, Bytes.of(0));
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
