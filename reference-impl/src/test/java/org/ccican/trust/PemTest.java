package org.ccican.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PemTest {

  @Test
  void readsBlocksInTheirOrder() throws Rejected {
    List<Bytes> ders = List.of(Bytes.hex("3003020101"), Bytes.hex("3003020102"));
    assertThat(Pem.blocks(Bytes.utf8(Pem.certificates(ders)))).isEqualTo(ders);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-----BEGIN ",
        "-----BEGIN CERTIFICATE-----",
        "-----BEGIN CERTIFICATE-----END CERTIFICATE-----",
        "-----BEGIN CERTIFICATE-----MAM=-----END PRIVATE KEY-----"
      })
  void refusesBlockWithoutEnd(String text) {
    assertThatExceptionOfType(Rejected.class)
        .isThrownBy(() -> Pem.blocks(Bytes.utf8(text)))
        .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.TRUNCATED));
  }
}
