package org.ccican.role;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseCurve;
import org.ccican.cose.CoseKey;
import org.ccican.reject.Rejected;
import org.ccican.teep.Freshness;
import org.ccican.teep.SuitReportView;
import org.ccican.teep.TeepCipherSuite;
import org.ccican.teep.TeepErrorCode;
import org.ccican.teep.TeepMessage;
import org.ccican.teep.TeepOptions;
import org.ccican.teep.WireRevision;
import org.ccican.wire.Bytes;

/**
 * What an Agent and a TAM have to have in common (teep-protocol sections 4.6 and 7.2.1): versions,
 * cipher suites, data items, freshness mechanisms, the TAM's attestation, SUIT COSE profiles. What
 * the Agent cannot agree to is refused with the code for it and with what it has instead.
 */
final class AgentNegotiation {

  private static final long ITEMS =
      TeepMessage.QueryRequest.ATTESTATION
          | TeepMessage.QueryRequest.TRUSTED_COMPONENTS
          | TeepMessage.QueryRequest.EXTENSIONS
          | TeepMessage.QueryRequest.SUIT_REPORTS;

  private final AgentOptions options;
  private final WireRevision revision;
  private final CoseCurve curve;
  private final AgentTrust trust;
  private final Checks checks;

  /**
   * @param curve of the key that signs the Agent's messages
   */
  AgentNegotiation(
      AgentOptions options,
      WireRevision revision,
      CoseCurve curve,
      AgentTrust trust,
      Checks checks) {
    this.options = options;
    this.revision = revision;
    this.curve = curve;
    this.trust = trust;
    this.checks = checks;
  }

  /** Evidence of the TAM, for a Verifier to look into before the request is. */
  Optional<Bytes> evidence(TeepMessage.QueryRequest request) {
    return trust.evidence(request);
  }

  /**
   * Why the Agent does not answer, if it does not.
   *
   * @param signer whose signature the request bears
   * @param appraised what a Verifier made of the TAM's Evidence, if it was asked
   * @throws Rejected if something in it cannot be read
   */
  Optional<TeepMessage.Error> refusal(
      TeepMessage.QueryRequest request, CoseKey signer, Optional<Bytes> appraised) throws Rejected {
    return version(request)
        .or(() -> suite(request))
        .or(() -> item(request))
        .or(() -> freshness(request))
        .or(() -> attestation(request, signer, appraised))
        .or(() -> profile(request));
  }

  /** The algorithm of the first suite that both have: the selected one. */
  Optional<CoseAlgorithm> selected(TeepMessage.QueryRequest request) {
    return request.cipherSuites().stream()
        .flatMap(suite -> own().filter(each -> TeepCipherSuite.sign1(each).equals(suite)))
        .findFirst();
  }

  private Stream<CoseAlgorithm> own() {
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
    CoseAlgorithm usual = revision.signature(curve);
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
      TeepMessage.QueryRequest request, CoseKey signer, Optional<Bytes> appraised) {
    Optional<String> objection = trust.objection(request, signer, appraised);
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
}
