package org.ccican.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.message.ProvisioningMessage.MiddlewarePackage;
import org.ccican.message.ProvisioningMessage.Refusal;
import org.ccican.program.Program;
import org.ccican.program.Programs;
import org.ccican.reject.Rejected;
import org.ccican.role.Answer;
import org.ccican.role.MiddlewareImage;
import org.ccican.role.RoleId;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;

/** The draft from the owner's request to the application's result, over real connections. */
class FlowTest {

  private static final Bytes DATA = Bytes.hex("0a141eff");

  @Test
  void makesEachExchangeOfTheDraftOnceAndInItsOrder() throws IOException {
    try (TestStack stack = new TestStack(Programs.sum(), DATA)) {
      Answer result = stack.run("analytics", "sev-snp");

      assertThat(result.status()).isEqualTo(200);
      assertThat(result.body()).isEqualTo(Bytes.hex("013b"));
      assertThat(stack.words())
          .containsExactly(
              "application-owner > application-owner/sessions 200",
              "application-owner > moc/requests 200",
              "moc > tam/placements 200",
              "tam > middleware-repository/middleware 200",
              "moc > teep-broker/wake-ups 200",
              "teep-broker > platform/environments 200",
              "platform > attesting-environment/launches 200",
              "teep-broker > teep-agent/component-requests 200",
              "teep-broker > tam/teep 200",
              "teep-broker > teep-agent/teep 200",
              "teep-agent > attesting-environment/evidence 200",
              "teep-broker > tam/teep 200",
              "tam > verifier/appraisals 200",
              "tam > middleware-repository/middleware 200",
              "teep-broker > teep-agent/teep 200",
              "teep-broker > tam/teep 204",
              "application-owner > middleware/attestation 200",
              "middleware > attesting-environment/evidence 200",
              "application-owner > verifier/appraisals 200",
              "application-owner > middleware/application 200",
              "application-owner > middleware/attestation 200",
              "middleware > attesting-environment/evidence 200",
              "application-owner > verifier/appraisals 200",
              "application-owner > middleware/data 200");
    }
  }

  @Test
  void speaksToMiddlewareOverOneKeyOfTls13Only() throws IOException {
    try (TestStack stack = new TestStack(Programs.sum(), DATA)) {
      stack.run("analytics", "sev-snp");

      assertThat(stack.seen())
          .filteredOn(seen -> seen.call().to() == RoleId.MIDDLEWARE)
          .hasSize(4)
          .extracting(seen -> seen.call().channel().orElseThrow())
          .allMatch(channel -> channel.protocol().equals("TLSv1.3"))
          .containsOnly(stack.seen().get(16).call().channel().orElseThrow());
    }
  }

  @Test
  void computesWhatTheApplicationSays() throws IOException {
    try (TestStack stack = new TestStack(Programs.maximum(), DATA)) {
      assertThat(stack.run("analytics", "sev-snp").body()).isEqualTo(Bytes.hex("ff"));
    }
  }

  @Test
  void showsDataToNobodyButTheMiddleware() throws IOException {
    Bytes secret = Bytes.utf8("what nobody else shall see");
    Program application = Programs.copy();
    try (TestStack stack = new TestStack(application, secret)) {
      assertThat(stack.run("analytics", "sev-snp").body()).isEqualTo(secret);

      assertThat(stack.seen())
          .filteredOn(seen -> seen.call().to() != RoleId.MIDDLEWARE)
          .noneMatch(
              seen ->
                  seen.call().body().contains(secret)
                      || seen.call().body().contains(application.code()));
    }
  }

  @Test
  void sendsNothingToAMiddleman() throws IOException, Rejected {
    try (TestStack stack = new TestStack(Programs.sum(), DATA, Optional.empty(), true)) {
      assertThat(refusal(stack.run("analytics", "sev-snp")).detail())
          .contains("refused at verifier.channel-key");

      assertThat(stack.words())
          .noneMatch(words -> words.contains("/application ") || words.contains("/data "));
    }
  }

  @Test
  void refusesMiddlewareThatHasNoReferenceValue() throws IOException, Rejected {
    MiddlewareImage other =
        new MiddlewareImage("other", "1", "analytics", "sev-snp", Programs.copy());
    Bytes envelope =
        ReferenceImages.manifest(ReferenceImages.packed(other.encode()))
            .build(ReferenceKeys.fixed(new Crypto()).vendor());
    MiddlewarePackage foreign = new MiddlewarePackage("other", "analytics", "sev-snp", envelope);
    try (TestStack stack = new TestStack(Programs.sum(), DATA, Optional.of(foreign), false)) {
      assertThat(refusal(stack.run("analytics", "sev-snp")).detail())
          .contains("refused at verifier.component.known");
    }
  }

  @Test
  void refusesTypesThatNothingFits() throws IOException, Rejected {
    try (TestStack stack = new TestStack(Programs.sum(), DATA)) {
      assertThat(refusal(stack.run("weaving", "sev-snp")).reason()).isEqualTo("not-available");
      assertThat(refusal(stack.run("analytics", "abacus")).reason()).isEqualTo("not-available");
      assertThat(stack.words()).noneMatch(words -> words.contains("platform"));
    }
  }

  private static Refusal refusal(Answer answer) throws Rejected {
    assertThat(answer.status()).isEqualTo(422);
    return Refusal.parse(answer.body(), Checks.unbroken());
  }
}
