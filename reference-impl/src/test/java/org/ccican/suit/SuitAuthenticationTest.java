package org.ccican.suit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccican.suit.SuitFixture.SIGNER;
import static org.ccican.suit.SuitFixture.key;

import java.util.Collections;
import java.util.List;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseSign;
import org.ccican.cose.SigningKey;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;

/** Authentication blocks with several signatures, of which a trusted one is enough. */
class SuitAuthenticationTest {

  private final SigningKey stranger = key(CoseAlgorithm.ESP256, "stranger");
  private final SigningKey other = key(CoseAlgorithm.ED25519, "stranger");

  private static SuitEnvelopeBuilder usual() {
    return SuitEnvelopeBuilderTest.usual();
  }

  private static Bytes digest() {
    return usual().digest().toCbor().encode();
  }

  private static SuitOutcome update(SigningKey... signers) {
    return update(CoseSign.signDetached(List.of(signers), digest()));
  }

  private static SuitOutcome update(CoseSign block) {
    return SuitFixture.processor(Checks.unbroken(), new MemorySuitStore())
        .update(usual().block(block.encode()).build());
  }

  private static void refused(SuitOutcome outcome, String check) {
    assertThat(outcome.installed()).isEmpty();
    assertThat(outcome.refusal().orElseThrow().check()).isEqualTo(check);
    assertThat(outcome.report().failure().orElseThrow().reason())
        .isEqualTo(SuitReason.UNAUTHORISED.id());
  }

  @Test
  void takesOneTrustedSignatureOfSeveral() {
    assertThat(update(SIGNER).refusal()).isEmpty();
    assertThat(update(stranger, other, SIGNER).installed()).hasSize(1);
    assertThat(update(key(CoseAlgorithm.ED25519, "vendor")).refusal()).isEmpty();
  }

  @Test
  void refusesSeveralStrangers() {
    refused(update(stranger, other), "suit.signer.known");
    refused(update(stranger), "suit.signer.known");
    refused(update(), "suit.signer.known");
  }

  @Test
  void refusesATrustedSignatureOverAnotherDigest() {
    Bytes another = digest().flip(10, 0);

    refused(update(CoseSign.signDetached(List.of(SIGNER), another)), "suit.signer.known");
  }

  @Test
  void boundsTheSignaturesOfOneBlock() {
    assertThat(update(Collections.nCopies(8, SIGNER).toArray(new SigningKey[0])).refusal())
        .isEmpty();
    refused(
        update(Collections.nCopies(9, SIGNER).toArray(new SigningKey[0])), "suit.limit.signatures");
  }

  @Test
  void refusesABlockWithThePayloadInside() {
    SuitOutcome outcome = update(CoseSign.sign(List.of(SIGNER), digest()));

    assertThat(outcome.refusal().orElseThrow().check()).isEqualTo("cose.payload.detached");
  }
}
