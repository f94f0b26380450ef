package org.ccican.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuitViewTest {

  private static final Bytes PAYLOAD = Bytes.utf8("package");

  @Test
  void readsWhatIsInside() {
    SuitView view = read(TeepSamples.envelope(PAYLOAD));
    assertThat(view.tagged()).isFalse();
    assertThat(view.digestHolds()).isTrue();
    assertThat(view.signedBy(TestKey.SIGNATURES, TestKey.SPKI)).isTrue();
    assertThat(view.version()).contains(1L);
    assertThat(view.sequenceNumber()).contains(7L);
    assertThat(view.components()).containsExactly(List.of(Bytes.utf8("middleware")));
    assertThat(view.manifestComponent()).contains(List.of(Bytes.utf8("manifest")));
    assertThat(view.imageDigest()).contains(new SuitView.Digest(-16, Digests.sha256(PAYLOAD)));
    assertThat(view.imageSize()).contains(7L);
    assertThat(view.uri()).contains("#tc");
    assertThat(view.payload()).contains(PAYLOAD);
    assertThat(view.payloadHolds()).isTrue();
  }

  @Test
  void seesAnotherPayload() {
    SuitView view = read(TeepSamples.envelope(PAYLOAD, Bytes.utf8("other")));
    assertThat(view.signedBy(TestKey.SIGNATURES, TestKey.SPKI)).isTrue();
    assertThat(view.payloadHolds()).isFalse();
  }

  @Test
  void everyFlippedBitShowsSomewhere() {
    Bytes envelope = TeepSamples.envelope(PAYLOAD).encode();
    for (int offset = 0; offset < envelope.size(); offset++) {
      boolean good =
          SuitView.read(envelope.flip(offset, offset % 8))
              .view()
              .filter(SuitView::digestHolds)
              .filter(view -> view.signedBy(TestKey.SIGNATURES, TestKey.SPKI))
              .filter(SuitView::payloadHolds)
              .isPresent();
      assertThat(good).as("offset %d", offset).isFalse();
    }
  }

  @Test
  void seesTheTag() {
    assertThat(read(Cbor.tag(107, TeepSamples.envelope(PAYLOAD))).tagged()).isTrue();
    assertThat(SuitView.read(Cbor.tag(1070, TeepSamples.envelope(PAYLOAD)).encode()).view())
        .isEmpty();
  }

  @Test
  void looksIntoNestedSequencesButNotForEver() {
    Cbor set = Cbor.array(Cbor.integer(19), Cbor.map().put(21, Cbor.text("#a")).build());
    Cbor tried = Cbor.array(Cbor.integer(15), Cbor.array(Cbor.wrapped(set)));
    assertThat(SuitCommands.parameter(List.of(Cbor.wrapped(tried)), 21)).contains(Cbor.text("#a"));
    Cbor deep = set;
    for (int i = 0; i < 5; i++) {
      deep = Cbor.array(Cbor.integer(32), Cbor.wrapped(deep));
    }
    assertThat(SuitCommands.parameter(List.of(Cbor.wrapped(deep)), 21)).isEmpty();
  }

  @Test
  void unknownHashNeverHolds() {
    assertThat(new SuitView.Digest(-17, Digests.sha256(PAYLOAD)).isOf(PAYLOAD)).isFalse();
    assertThat(new SuitView.Digest(-44, Digests.sha512(PAYLOAD)).isOf(PAYLOAD)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "80",
        "a0",
        "a1024180",
        "a20241800341a0",
        "a10341a0",
        "a2024401",
        "a2020003 41a0",
        "a202448142 2f400341a0"
      })
  void saysWhyItIsUnreadable(String hex) {
    Reading<SuitView> reading = SuitView.read(Bytes.hex(hex.replace(" ", "")));
    assertThat(reading.view()).isEmpty();
    assertThat(reading.detail()).isNotBlank();
  }

  private static SuitView read(Cbor envelope) {
    return SuitView.read(envelope.encode()).view().get();
  }
}
