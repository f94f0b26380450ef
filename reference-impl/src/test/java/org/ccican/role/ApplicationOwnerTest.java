package org.ccican.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.ccican.role.Peers.CHANNEL_KEY;
import static org.ccican.role.Peers.CHECKS;
import static org.ccican.role.Peers.STRANGER;
import static org.ccican.role.Peers.VERIFIER;
import static org.ccican.role.Peers.answer;
import static org.ccican.role.Peers.ask;
import static org.ccican.role.Peers.over;
import static org.ccican.role.Peers.reply;
import static org.ccican.role.Peers.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.app.ReferenceImages;
import org.ccican.cose.Crypto;
import org.ccican.message.AttestationMessage.AppraisalRequest;
import org.ccican.message.AttestationMessage.AttestationRequest;
import org.ccican.message.AttestationMessage.Deployed;
import org.ccican.message.AttestationMessage.SecretRequest;
import org.ccican.message.ProvisioningMessage.ResourceGrant;
import org.ccican.message.ProvisioningMessage.ResourceRequest;
import org.ccican.message.ProvisioningMessage.Start;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;

class ApplicationOwnerTest {

  private static final Bytes APPLICATION = Bytes.utf8("an application");
  private static final Bytes DATA = Bytes.utf8("confidential data");
  private static final Bytes EVIDENCE = Bytes.utf8("evidence");
  private static final String MIDDLEWARE = "https://middleware";

  private final ApplicationOwner owner =
      new ApplicationOwner(
          new ApplicationOwner.Plan(
              APPLICATION,
              DATA,
              VERIFIER.publicKey(),
              ReferenceImages.userPackages(APPLICATION, Peers.VENDOR, Peers.CRYPTO, Peers.CHECKS)),
          () -> Peers.NOW,
          Peers.counting(),
          CHECKS);

  @Test
  void attestsDeploysAttestsAgainAndOnlyThenSendsData() throws Rejected {
    Turn.Ask first = attesting();
    Bytes nonce = nonce(first);
    assertThat(first.address()).isEqualTo(MIDDLEWARE);
    assertThat(first.peerKey()).as("anybody may answer before there is evidence").isEmpty();

    Turn.Ask appraisal = appraising(first);
    assertThat(AppraisalRequest.parse(appraisal.message().body(), CHECKS))
        .isEqualTo(
            new AppraisalRequest(
                EVIDENCE, nonce, Optional.of(CHANNEL_KEY), List.of("middleware"), Map.of()));

    Turn.Ask deploying = accepted(appraisal, nonce, "application");
    assertThat(deploying.message().body()).isEqualTo(APPLICATION);

    Bytes digest = Crypto.sha256(APPLICATION);
    Turn.Ask second = ask(deployed(deploying, digest), RoleId.MIDDLEWARE, "attestation");
    assertThat(nonce(second)).isNotEqualTo(nonce);
    Turn.Ask again = appraising(second);
    AppraisalRequest asked = AppraisalRequest.parse(again.message().body(), CHECKS);
    assertThat(asked.required()).containsExactly("middleware", "application");
    assertThat(asked.components()).isEqualTo(Map.of("application", digest));

    Turn.Ask computing = accepted(again, nonce(second), "data");
    assertThat(computing.message().body()).isEqualTo(DATA);
    assertThat(reply(computing.next().then(over("TLSv1.3", Bytes.of(42)))).body())
        .isEqualTo(Bytes.of(42));
    assertThat(List.of(deploying, second, computing))
        .as("after the first appraisal nobody but the attested key is spoken to")
        .extracting(Turn.Ask::peerKey)
        .containsOnly(Optional.of(CHANNEL_KEY));
  }

  @Test
  void tellsMocNothingConfidential() throws Rejected {
    ResourceRequest request = ResourceRequest.parse(requesting().message().body(), CHECKS);

    assertThat(request.applicationType()).isEqualTo("imaging");
    assertThat(request.hardwareType()).isEqualTo("sev-snp");
    assertThat(request.request().size()).isEqualTo(16);
    assertThat(request.encode().contains(DATA)).isFalse();
    assertThat(request.encode().contains(APPLICATION)).isFalse();
  }

  @Test
  void withholdsEverythingUnlessTheChannelIsTls13() throws Rejected {
    Turn.Ask attesting = attesting();

    assertThat(refused(attesting, answer(EVIDENCE)).check()).isEqualTo("owner.channel.tls13");
    assertThat(refused(attesting, over("TLSv1.2", EVIDENCE)).check())
        .isEqualTo("owner.channel.tls13");
  }

  @Test
  void withholdsEverythingUnlessItsVerifierAcceptsThisNonce() throws Rejected {
    Turn.Ask attesting = attesting();
    Bytes nonce = nonce(attesting);
    Turn.Ask appraisal = appraising(attesting);
    Optional<Reason> none = Optional.empty();

    assertThat(refused(appraisal, result(VERIFIER, nonce.flip(0, 0), "sev-snp", none)).check())
        .isEqualTo("owner.result.nonce");
    assertThat(refused(appraisal, result(STRANGER, nonce, "sev-snp", none)).reason())
        .isEqualTo(Reason.INVALID_SIGNATURE);
    Rejected refusal =
        refused(appraisal, result(VERIFIER, nonce, "sev-snp", Optional.of(Reason.DEBUG_ENABLED)));
    assertThat(refusal.check()).isEqualTo("owner.result.accepted");
    assertThat(refusal.reason()).isEqualTo(Reason.DEBUG_ENABLED);
    for (Answer failure : List.of(Peers.status(0), Peers.status(500), answer(Bytes.of(1)))) {
      assertThat(refused(appraisal, failure)).isNotNull();
    }
  }

  @Test
  void givesMiddlewareThatAsksForSecretsNone() throws Rejected {
    Turn.Ask attesting = attesting();
    Bytes asking = new SecretRequest("data").encode();

    Turn.Ask appraisal =
        ask(attesting.next().then(over("TLSv1.3", asking)), RoleId.VERIFIER, "appraisals");
    assertThat(appraisal.message().body().contains(DATA)).isFalse();
  }

  @Test
  void sendsNoDataToAnotherApplication() throws Rejected {
    Turn.Ask attesting = attesting();
    Turn.Ask deploying = accepted(appraising(attesting), nonce(attesting), "application");

    Rejected refusal =
        catchThrowableOfType(Rejected.class, () -> deployed(deploying, Bytes.zero(32)));
    assertThat(refusal.check()).isEqualTo("owner.application.digest");
  }

  @Test
  void saysThatThereIsNoResource() throws Rejected {
    Turn.Ask requesting = requesting();

    assertThat(refused(requesting, Peers.refusal(Reason.NOT_AVAILABLE)).reason())
        .isEqualTo(Reason.NOT_AVAILABLE);
    assertThat(refused(requesting, Peers.status(0)).reason()).isEqualTo(Reason.NOT_AVAILABLE);
  }

  private Turn.Ask requesting() throws Rejected {
    Message start = Message.of("sessions", new Start("imaging", "sev-snp").encode());
    return ask(owner.receive(start), RoleId.MOC, "requests");
  }

  private Turn.Ask attesting() throws Rejected {
    Bytes grant = new ResourceGrant(Peers.REQUEST, MIDDLEWARE).encode();
    return ask(requesting().next().then(answer(grant)), RoleId.MIDDLEWARE, "attestation");
  }

  private static Bytes nonce(Turn.Ask attesting) throws Rejected {
    return AttestationRequest.parse(attesting.message().body(), CHECKS).nonce();
  }

  private static Turn.Ask appraising(Turn.Ask attesting) throws Rejected {
    return ask(attesting.next().then(over("TLSv1.3", EVIDENCE)), RoleId.VERIFIER, "appraisals");
  }

  private static Turn.Ask accepted(Turn.Ask appraisal, Bytes nonce, String next) throws Rejected {
    Answer accepted = result(VERIFIER, nonce, "sev-snp", Optional.empty());
    return ask(appraisal.next().then(accepted), RoleId.MIDDLEWARE, next);
  }

  private static Turn deployed(Turn.Ask deploying, Bytes digest) throws Rejected {
    return deploying.next().then(over("TLSv1.3", new Deployed(digest, "some").encode()));
  }

  private static Rejected refused(Turn.Ask ask, Answer answer) {
    return catchThrowableOfType(Rejected.class, () -> ask.next().then(answer));
  }
}
