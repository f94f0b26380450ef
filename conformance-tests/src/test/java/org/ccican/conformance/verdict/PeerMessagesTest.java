package org.ccican.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of other implementations and of the drafts, with what is known to be wrong in them. */
class PeerMessagesTest {

  private static final String WASM = "peerdata/teep-wasm-demo/";
  private static final String DRAFT = "peerdata/teep-protocol/teep-26/";
  private static final String LEGACY = "peerdata/teep-protocol/teep-legacy/";
  private static final String SIGNER = WASM + "tc-signer-esp256-pub.jwk";

  @ParameterizedTest
  @CsvSource({
    "query_request.tam.esp256, tam-esp256, agent-esp256, QUERY_REQUEST",
    "query_response_eat.agent.esp256, agent-esp256, tam-esp256, QUERY_RESPONSE",
    "update0.tam.esp256, tam-esp256, tc-signer-esp256, UPDATE"
  })
  void signedMessagesVerifyWithTheirSendersKeyOnly(
      String file, String sender, String other, TeepType type) {
    Bytes octets = Shared.octets(WASM + file + ".cose");
    CoseView cose = CoseView.read(octets).view().get();
    assertThat(cose.deviations()).isEmpty();
    assertThat(cose.verifies(TestKey.SIGNATURES, key(sender))).isTrue();
    assertThat(cose.verifies(TestKey.SIGNATURES, key(other))).isFalse();
    assertThat(TeepView.readSigned(octets, TeepRevision.TEEP_26).view().get().type())
        .isEqualTo(type);
  }

  @Test
  void signedRequestKeepsEveryRule() {
    TeepView request = signed("query_request.tam.esp256");
    assertThat(request.deviations()).isEmpty();
    assertThat(request.asksFor(TeepView.ATTESTATION)).isTrue();
    assertThat(request.challenge()).isPresent();
    assertThat(request.token()).isEmpty();
    assertThat(request.signatureAlgorithms()).contains(-9L);
  }

  @Test
  void signedResponseWithoutFormatIsFound() {
    TeepView response = signed("query_response_eat.agent.esp256");
    assertThat(response.attestationPayloadFormat()).isEmpty();
    assertThat(response.deviations())
        .singleElement()
        .asString()
        .startsWith("attestation-payload (6) without format");
    CoseView evidence = CoseView.read(response.attestationPayload().get()).view().get();
    assertThat(evidence.verifies(TestKey.SIGNATURES, key("attester-es256"))).isTrue();
  }

  @Test
  void signedUpdateCarriesAManifestOfTheComponentSigner() {
    TeepView update = signed("update0.tam.esp256");
    assertThat(update.deviations()).isEmpty();
    assertThat(update.manifests()).isNotEmpty();
    for (Bytes manifest : update.manifests()) {
      SuitView envelope = SuitView.read(manifest).view().get();
      assertThat(envelope.digestHolds()).isTrue();
      assertThat(envelope.signedBy(TestKey.SIGNATURES, Shared.spki(SIGNER))).isTrue();
      assertThat(envelope.signedBy(TestKey.SIGNATURES, key("tam-esp256"))).isFalse();
    }
  }

  @Test
  void evidenceIsNoTeepMessage() {
    Bytes evidence = Shared.octets(WASM + "eat_evidence.attester.es256.cose");
    assertThat(TeepView.readSigned(evidence, TeepRevision.TEEP_26).view()).isEmpty();
    assertThat(
            CoseView.read(evidence)
                .view()
                .get()
                .verifies(TestKey.SIGNATURES, key("attester-es256")))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"update", "teep_success", "teep_error"})
  void draftExamplesThatKeepTheRules(String file) {
    TeepView message =
        TeepView.read(Shared.hex(DRAFT + file + ".hex.txt"), TeepRevision.TEEP_26).view().get();
    assertThat(message.deviations()).isEmpty();
    assertThat(message.token()).contains(Bytes.hex("a0a1a2a3a4a5a6a7a8a9aaabacadaeaf"));
  }

  @ParameterizedTest
  @CsvSource({
    "query_request, token (19) together with the attestation bit",
    "query_response, attestation-payload (6) without format is no EAT of the TEEP profile"
  })
  void draftExamplesThatBreakARule(String file, String rule) {
    assertThat(
            TeepView.read(Shared.hex(DRAFT + file + ".hex.txt"), TeepRevision.TEEP_26)
                .view()
                .get()
                .deviations())
        .singleElement()
        .asString()
        .startsWith(rule);
  }

  @Test
  void draftUpdateHasNothingToInstall() {
    TeepView update =
        TeepView.read(Shared.hex(DRAFT + "update.hex.txt"), TeepRevision.TEEP_26).view().get();
    SuitView envelope = SuitView.read(update.manifests().get(0)).view().get();
    assertThat(envelope.digestHolds()).isTrue();
    assertThat(envelope.manifest().find(20)).isEmpty();
    assertThat(envelope.manifest().find(9)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"query_request", "query_response", "update", "teep_success", "teep_error"})
  void oldNumberingNeverPassesForTheNew(String file) {
    Reading<TeepView> reading =
        TeepView.read(Shared.hex(LEGACY + file + ".hex.txt"), TeepRevision.TEEP_26);
    assertThat(reading.view().map(TeepView::deviations).orElse(List.of(reading.detail())))
        .isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "query_request, QUERY_REQUEST",
    "query_response, QUERY_RESPONSE",
    "update, UPDATE",
    "teep_success, SUCCESS",
    "teep_error, ERROR"
  })
  void oldNumberingIsReadByItsOwnTable(String file, TeepType type) {
    assertThat(
            TeepView.read(Shared.hex(LEGACY + file + ".hex.txt"), TeepRevision.TEEP_LEGACY)
                .view()
                .map(TeepView::type))
        .contains(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"suit_uri", "suit_integrated", "suit_personalization"})
  void draftEnvelopesVerify(String file) {
    SuitView envelope = SuitView.read(Shared.hex(DRAFT + file + ".hex.txt")).view().get();
    assertThat(envelope.digestHolds()).isTrue();
    assertThat(envelope.signedBy(TestKey.SIGNATURES, Shared.spki(SIGNER))).isTrue();
    assertThat(envelope.signedBy(TestKey.SIGNATURES, key("tam-esp256"))).isFalse();
    assertThat(envelope.version()).contains(1L);
    assertThat(envelope.sequenceNumber()).contains(3L);
    assertThat(envelope.components().get(0).get(0)).isEqualTo(Bytes.utf8("TEEP-Device"));
  }

  @Test
  void draftEnvelopeHoldsThePayloadThatItNames() {
    SuitView integrated = SuitView.read(Shared.hex(DRAFT + "suit_integrated.hex.txt")).view().get();
    assertThat(integrated.uri()).contains("#tc");
    assertThat(integrated.payload()).contains(Bytes.utf8("Hello, Secure World!"));
    assertThat(integrated.payloadHolds()).isTrue();
    assertThat(integrated.imageSize()).contains(20L);

    SuitView fetched = SuitView.read(Shared.hex(DRAFT + "suit_uri.hex.txt")).view().get();
    assertThat(fetched.uri().get()).startsWith("https://");
    assertThat(fetched.payload()).isEmpty();
    assertThat(fetched.imageDigest()).isEqualTo(integrated.imageDigest());
  }

  private static TeepView signed(String file) {
    return TeepView.readSigned(Shared.octets(WASM + file + ".cose"), TeepRevision.TEEP_26)
        .view()
        .get();
  }

  private static Bytes key(String name) {
    return Shared.spki(WASM + name + "-pub.jwk");
  }
}
