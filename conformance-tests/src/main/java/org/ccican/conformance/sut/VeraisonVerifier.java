package org.ccican.conformance.sut;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccican.conformance.trace.Blame;
import org.ccican.conformance.trace.ScenarioLog;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.evidence.Cmw;
import org.ccican.format.Formats;
import org.ccican.message.ProvisioningMessage.Refusal;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.role.Message;
import org.ccican.role.RoleId;
import org.ccican.transport.Endpoint;
import org.ccican.transport.HttpCall;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Bytes;

/**
 * A Verifier behind the challenge-response API of Veraison. It is asked what the owner asks; the
 * nonce of a session is what the evidence has to carry if claims, channel and event log are those
 * of the owner. What the API has no words for is inapplicable; TAM and Agents, who want results of
 * the TEEP profile, are answered by the reference beside it.
 */
final class VeraisonVerifier implements Connection {

  private static final String PROVISIONING = "provisioning";

  private final SutRole role;
  private final TargetConnection http;
  private final VeraisonClient client;
  private final Crypto crypto;
  private final Formats formats;
  private final Set<Bytes> delivered = new HashSet<>();
  private Optional<VeraisonClient.Service> verification = Optional.empty();
  private Optional<VeraisonClient.Service> provisioning = Optional.empty();

  VeraisonVerifier(SutRole role, Opening opening) {
    this.role = role;
    this.http = new TargetConnection(role, opening.clock());
    this.client = new VeraisonClient(http, opening.target().hosts());
    this.crypto = opening.crypto();
    this.formats = opening.formats();
  }

  @Override
  public SutRole role() {
    return role;
  }

  @Override
  public Optional<String> look() {
    String shown = Reach.Http.shown(role.http().url());
    try {
      Optional<Bytes> key = verification().key();
      Optional<Bytes> ours = role.signingKey(crypto).map(each -> Bytes.concat(each.x(), each.y()));
      if (key.isPresent() && !key.equals(ours)) {
        return Optional.of(
            "verifier.key: the service at "
                + shown
                + " says that its results verify with another key; write the file with that one,"
                + " which you have from somewhere else");
      }
    } catch (VeraisonClient.Otherwise e) {
      return Optional.of(
          "verifier.veraison: "
              + (e.silent() ? "" : shown + ": ")
              + e.getMessage()
              + "; write the URL below which there is /.well-known/veraison/verification"
              + (e.silent() ? ", and start it first" : ""));
    }
    try {
      provisioning();
    } catch (VeraisonClient.Otherwise e) {
      return Optional.of(
          "verifier.uris.provisioning: "
              + (e.silent() ? "" : Reach.Http.shown(role.uris().get(PROVISIONING)) + ": ")
              + e.getMessage()
              + "; write the URL below which there is /.well-known/veraison/provisioning, or leave"
              + " it away and provision by hand");
    }
    return UrlProbe.clock(role, http);
  }

  @Override
  public Optional<CoseKey> key(Crypto any) {
    return Optional.empty();
  }

  @Override
  public Endpoint endpoint(Situation situation) {
    return call -> {
      boolean owner = call.from().equals(Optional.of(RoleId.APPLICATION_OWNER));
      if (call.resource().equals("reference-values")) {
        return references(call, situation);
      }
      return owner && call.resource().equals("appraisals")
          ? appraised(call, situation)
          : situation.bench().beside(RoleId.VERIFIER).handle(call);
    };
  }

  private HttpReply appraised(HttpCall call, Situation situation) {
    ScenarioLog log = situation.log();
    Optional<AppraisalCase> found = AppraisalCase.of(call);
    if (found.isEmpty()) {
      return Unsayable.because(
          log, "the Veraison API carries evidence: what is around it is the owner's to look at");
    }
    AppraisalCase asked = found.get();
    Optional<String> format = AppraisalCase.format(asked.mediaType(), formats);
    try {
      Optional<String> beyond = asked.wrongLog(format.orElse(""), formats);
      if (beyond.isPresent()) {
        return Unsayable.because(
            log,
            "the Veraison API has no place for " + beyond.get() + ", which the owner looks at");
      }
      return concluded(asked, situation);
    } catch (Rejected e) {
      throw new IllegalStateException("evidence that was read before", e);
    } catch (VeraisonClient.Otherwise e) {
      return otherwise(e, log);
    }
  }

  private HttpReply concluded(AppraisalCase asked, Situation situation)
      throws Rejected, VeraisonClient.Otherwise {
    ScenarioLog log = situation.log();
    Optional<String> refusal = deliver(situation);
    if (refusal.isPresent()) {
      return Outcomes.problem(
          log,
          Blame.CONFIGURATION,
          "verifier.uris.provisioning: the reference values were not taken: " + refusal.get());
    }
    VeraisonClient.Session session =
        client.begin(verification(), log.id(), asked.expectedReportData());
    Set<String> accepted = new HashSet<>(session.accept());
    accepted.addAll(verification().mediaTypes());
    boolean bare = asked.endorsements().isEmpty() && accepted.contains(asked.mediaType());
    if (!bare && !accepted.contains(Cmw.CBOR) || !bare && !accepted.contains(asked.mediaType())) {
      return Unsayable.because(log, "the verifier takes no evidence of type " + asked.mediaType());
    }
    Bytes token =
        bare
            ? client.submit(session, log.id(), asked.mediaType(), asked.evidence())
            : client.submit(session, log.id(), Cmw.CBOR, asked.evidenceAlone());
    return new HttpReply(200, Map.of("content-type", "application/eat+jwt"), token);
  }

  /** Reference values of this scenario's hardware, once for each. */
  private synchronized Optional<String> deliver(Situation situation)
      throws VeraisonClient.Otherwise {
    Bytes corim = situation.bench().referenceValues();
    if (provisioning().isEmpty() || delivered.contains(corim)) {
      return Optional.empty();
    }
    Optional<String> refusal = client.provision(provisioning().get(), situation.log().id(), corim);
    // What is there already has been delivered before.
    refusal = refusal.filter(reason -> !reason.equals(Reason.ROLLED_BACK.id()));
    if (refusal.isEmpty()) {
      delivered.add(corim);
    }
    return refusal;
  }

  private HttpReply references(HttpCall call, Situation situation) {
    try {
      if (provisioning().isEmpty()) {
        return Unsayable.because(situation.log(), "the recipe names no verifier.uris.provisioning");
      }
      Optional<String> refusal =
          client.provision(provisioning().get(), situation.log().id(), call.body());
      return refusal.isEmpty()
          ? new HttpReply(200, Map.of("content-type", Message.OCTETS), Bytes.EMPTY)
          : new HttpReply(
              422,
              Map.of("content-type", Message.CCICAN),
              new Refusal(refusal.get(), "", "").encode());
    } catch (VeraisonClient.Otherwise e) {
      return otherwise(e, situation.log());
    }
  }

  /**
   * No answer is a problem, and so is one that the API has not; 400 is a refusal without result.
   */
  private static HttpReply otherwise(VeraisonClient.Otherwise e, ScenarioLog log) {
    if (!e.silent() && e.reply().status() == 400) {
      return Outcomes.said(false, Optional.of("status 400"));
    }
    return e.silent()
        ? Outcomes.problem(log, Blame.TIMEOUT, e.getMessage())
        : Outcomes.problem(log, Blame.TARGET, "the Veraison API: " + e.getMessage());
  }

  private synchronized VeraisonClient.Service verification() throws VeraisonClient.Otherwise {
    if (verification.isEmpty()) {
      verification =
          Optional.of(
              client.discover(role.http().url(), "verification", "newChallengeResponseSession"));
    }
    return verification.get();
  }

  private synchronized Optional<VeraisonClient.Service> provisioning()
      throws VeraisonClient.Otherwise {
    URI place = role.uris().get(PROVISIONING);
    if (provisioning.isEmpty() && place != null) {
      provisioning = Optional.of(client.discover(place, PROVISIONING, "provisioningSubmit"));
    }
    return provisioning;
  }

  @Override
  public Optional<String> givenUp() {
    return http.givenUp();
  }

  @Override
  public Instant now() {
    return http.now();
  }

  @Override
  public boolean hasClock() {
    return http.hasClock();
  }

  @Override
  public Optional<String> advance(Duration by) {
    return http.advance(by);
  }
}
