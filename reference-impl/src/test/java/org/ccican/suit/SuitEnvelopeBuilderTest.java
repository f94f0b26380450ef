package org.ccican.suit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccican.suit.SuitFixture.CLASS;
import static org.ccican.suit.SuitFixture.COMPONENT;
import static org.ccican.suit.SuitFixture.PAYLOAD;
import static org.ccican.suit.SuitFixture.SIGNER;
import static org.ccican.suit.SuitFixture.VENDOR;
import static org.ccican.suit.SuitFixture.key;
import static org.ccican.suit.SuitFixture.processor;

import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.junit.jupiter.api.Test;

class SuitEnvelopeBuilderTest {

  private final SuitStore store = new MemorySuitStore();

  @Test
  void makesWhatAProcessorTakes() {
    SuitOutcome outcome = update(usual().signedBy(SIGNER));

    assertThat(outcome.refusal()).isEmpty();
    assertThat(outcome.installed()).hasSize(1);
    assertThat(outcome.report().failure()).isEmpty();
    assertThat(outcome.report().digest()).isEqualTo(usual().digest().toCbor().encode());
    assertThat(outcome.report().referenceUri()).isEqualTo("https://vendor.example/m");
  }

  @Test
  void seversWhatWasSet() {
    assertThat(update(usual().sever(SuitLabels.INSTALL).signedBy(SIGNER)).refusal()).isEmpty();
    assertThat(
            refusal(
                usual()
                    .sever(SuitLabels.INSTALL)
                    .severed(SuitLabels.INSTALL, Cbor.wrapped(Cbor.array()))
                    .signedBy(SIGNER)))
        .isEqualTo("suit.severed.digest");
  }

  @Test
  void signsMoreThanOnceOrSomethingElse() {
    assertThat(update(usual().signedBy(key(CoseAlgorithm.ED25519, "stranger"), SIGNER)).refusal())
        .isEmpty();
    assertThat(refusal(usual())).isEqualTo("suit.authentication.some");
    assertThat(refusal(usual().signing(octets -> octets.slice(4, 36)).signedBy(SIGNER)))
        .isEqualTo("cose.signature");
    assertThat(refusal(usual().stating(SuitDigest.sha256(PAYLOAD)).signedBy(SIGNER)))
        .isEqualTo("suit.digest.manifest");
  }

  private SuitOutcome update(SuitEnvelopeBuilder builder) {
    return processor(Checks.unbroken(), store).update(builder.build());
  }

  private String refusal(SuitEnvelopeBuilder builder) {
    SuitOutcome outcome = update(builder);
    assertThat(outcome.installed()).isEmpty();
    return outcome.refusal().orElseThrow().check();
  }

  static SuitEnvelopeBuilder usual() {
    return new SuitEnvelopeBuilder()
        .referenceUri("https://vendor.example/m")
        .components(COMPONENT)
        .shared(
            new SuitScript()
                .override(it -> it.vendor(VENDOR).classIdentifier(CLASS).image(PAYLOAD))
                .vendor()
                .classIdentifier())
        .install(new SuitScript().override(it -> it.uri("#p")).fetch().imageMatch())
        .validate(new SuitScript().imageMatch())
        .payload("#p", Bytes.utf8(PAYLOAD.toText()));
  }
}
