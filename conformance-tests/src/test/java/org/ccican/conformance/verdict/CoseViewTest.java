package org.ccican.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoseViewTest {

  private static final Bytes PAYLOAD = Bytes.utf8("payload");

  @Test
  void splitsAndVerifies() {
    CoseView view = read(TestKey.cose(PAYLOAD, true));
    assertThat(view.tagged()).isTrue();
    assertThat(view.algorithm()).contains(-9L);
    assertThat(view.payload()).contains(PAYLOAD);
    assertThat(view.verifies(TestKey.SIGNATURES, TestKey.SPKI)).isTrue();
    assertThat(view.verifiesDetached(PAYLOAD, TestKey.SIGNATURES, TestKey.SPKI)).isFalse();
    assertThat(view.deviations()).isEmpty();
  }

  @Test
  void verifiesADetachedPayloadOnlyAsDetached() {
    CoseView view = read(TestKey.cose(PAYLOAD, false));
    assertThat(view.payload()).isEmpty();
    assertThat(view.verifiesDetached(PAYLOAD, TestKey.SIGNATURES, TestKey.SPKI)).isTrue();
    assertThat(view.verifiesDetached(Bytes.EMPTY, TestKey.SIGNATURES, TestKey.SPKI)).isFalse();
    assertThat(view.verifies(TestKey.SIGNATURES, TestKey.SPKI)).isFalse();
  }

  @Test
  void everyFlippedBitOfTheMessageBreaksIt() {
    Bytes message = TestKey.cose(PAYLOAD, true).encode();
    for (int offset = 0; offset < message.size(); offset++) {
      boolean verifies =
          CoseView.read(message.flip(offset, offset % 8))
              .view()
              .filter(view -> view.verifies(TestKey.SIGNATURES, TestKey.SPKI))
              .isPresent();
      assertThat(verifies).as("offset %d", offset).isFalse();
    }
  }

  @Test
  void buildsWhatIsSignedAsTheRfcDoes() {
    // RFC 9052 appendix C.2.1: the same structure with ES256 and the payload of the example.
    CoseView view =
        read(
            sign1(
                Cbor.octets(Bytes.hex("a10126")),
                Cbor.map().put(4, Cbor.octets(Bytes.utf8("11"))).build(),
                Cbor.octets(Bytes.utf8("This is the content.")),
                Cbor.octets(Bytes.zero(64))));
    assertThat(view.signatureInput(view.payload().get()).toHex())
        .isEqualTo("846a5369676e61747572653143a101264054546869732069732074686520636f6e74656e742e");
    assertThat(view.kid()).contains(Bytes.utf8("11"));
  }

  @Test
  void signsOverTheReceivedEncodingOfTheHeader() {
    // {1: -9} with a longer head for the key is still the header that was signed.
    CoseView view =
        read(
            sign1(
                Cbor.octets(Bytes.hex("a1180128")),
                Cbor.map().build(),
                Cbor.octets(PAYLOAD),
                Cbor.octets(Bytes.zero(64))));
    assertThat(view.algorithm()).contains(-9L);
    assertThat(view.signatureInput(PAYLOAD).toHex()).contains("a1180128");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "d2",
        "80",
        "83404040",
        "8540a0404040",
        "d28440a04040ff",
        "d1844 0a04040",
        "d28460a04040",
        "d28440804040",
        "d28440a06040",
        "d28440a040f6",
        "d28440a0f740",
        "d28441a0a04040ff",
        "d2844180a04040",
        "d28441ffa04040",
        "d28440a2010101014040"
      })
  void saysWhyItIsUnreadable(String hex) {
    Reading<CoseView> reading = CoseView.read(Bytes.hex(hex.replace(" ", "")));
    assertThat(reading).isInstanceOf(Reading.Unreadable.class);
    assertThat(reading.detail()).isNotBlank();
  }

  @Test
  void listsTheRulesThatHeadersBreak() {
    assertThat(deviations("a10128", "a0")).isEmpty();
    assertThat(deviations("", "a10128")).containsExactly("no integer alg in the protected header");
    assertThat(deviations("a10128", "a10126")).singleElement().asString().contains("both headers");
    assertThat(deviations("a2012802811829", "a0"))
        .containsExactly("crit names the integer 41, which is not protected");
    assertThat(deviations("a201280280", "a0")).singleElement().asString().startsWith("crit: ");
    assertThat(deviations("a10128", "a1028101")).contains("crit in the unprotected header");
    assertThat(deviations("a10128", "a14000")).singleElement().asString().contains("text expected");
    assertThat(CoseView.read(Bytes.hex("8443a10128a04040")).view().get().deviations())
        .containsExactly("tag 18 is missing");
  }

  @Test
  void readsAKeyAndItsThumbprint() {
    Cbor key =
        Cbor.map()
            .put(1, Cbor.integer(2))
            .put(2, Cbor.octets(Bytes.utf8("any name")))
            .put(-1, Cbor.integer(1))
            .put(-2, Cbor.octets(TestKey.X))
            .put(-3, Cbor.octets(TestKey.Y))
            .build();
    KeyView view = KeyView.read(key.encode()).view().get();
    assertThat(view.spki()).isEqualTo(TestKey.SPKI);
    Bytes required =
        Bytes.concat(Bytes.hex("a40102200121" + "5820"), TestKey.X, Bytes.hex("225820"), TestKey.Y);
    assertThat(view.thumbprint()).isEqualTo(Digests.sha256(required));
    assertThat(KeyView.read(Cbor.map().put(1, Cbor.integer(2)).build().encode()).view()).isEmpty();
  }

  private static List<String> deviations(String protectedHeader, String unprotected) {
    return read(sign1(
            Cbor.octets(Bytes.hex(protectedHeader)),
            Cbor.raw(Bytes.hex(unprotected)),
            Cbor.octets(PAYLOAD),
            Cbor.octets(Bytes.zero(64))))
        .deviations();
  }

  private static Cbor sign1(Cbor... parts) {
    return Cbor.tag(18, Cbor.array(parts));
  }

  private static CoseView read(Cbor message) {
    return CoseView.read(message.encode()).view().get();
  }
}
