package org.ccican.conformance.sut;

import static org.assertj.core.api.Assertions.assertThat;

import org.ccican.cose.CoseCurve;
import org.ccican.cose.CoseKey;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;

class KeyFormsTest {

  /** The key and the thumbprint that RFC 9679 section 6 gives for it. */
  @Test
  void hasTheThumbprintOfThePublishedExample() {
    KeyForms forms =
        new KeyForms(
            new CoseKey(
                CoseCurve.P256,
                Bytes.hex("65eda5a12577c2bae829437fe338701a10aaa375e1bb5b5de108de439c08551d"),
                Bytes.hex("1e52ed75701163f7f9e40ddf9f341b3dc9ba860af7e0ca7ca7e9eecd0084d19c")));
    assertThat(forms.coseThumbprint().toHex())
        .isEqualTo("496bd8afadf307e5b08c64b0421bf9dc01528a344a43bda88fadd1669da253ec");
    assertThat(forms.coseThumbprintUri())
        .isEqualTo("urn:ietf:params:oauth:ckt:sha-256:SWvYr63zB-WwjGSwQhv53AFSijRKQ72oj63RZp2iU-w");
  }

  /** The key and the thumbprint that RFC 8037 appendix A.3 gives for it. */
  @Test
  void hasTheThumbprintOfThePublishedJwk() {
    KeyForms forms =
        new KeyForms(
            new CoseKey(
                CoseCurve.ED25519,
                Bytes.hex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"),
                Bytes.EMPTY));
    assertThat(KeyForms.base64(forms.jwkThumbprint()))
        .isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    assertThat(forms.jwk())
        .contains("\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"")
        .contains("\"kid\":\"kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k\"");
  }
}
