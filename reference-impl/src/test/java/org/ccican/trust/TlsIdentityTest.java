package org.ccican.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;

class TlsIdentityTest {

  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");

  private final Crypto crypto = new Crypto();

  @Test
  void certificateIsSelfSignedValidAndOverTheKey() throws Exception {
    TlsIdentity identity = identity("a");
    assertThatCode(() -> identity.certificate().verify(identity.certificate().getPublicKey()))
        .doesNotThrowAnyException();
    assertThat(Bytes.of(identity.certificate().getPublicKey().getEncoded()))
        .isEqualTo(identity.spki());
    assertThat(identity.certificate().getNotBefore().toInstant()).isEqualTo(FROM);
    assertThat(identity.certificate().getSerialNumber()).isPositive();
    assertThat(identity.privateKey().getAlgorithm()).startsWith("EC");
  }

  @Test
  void sameKeyGivesTheSameCertificate() throws Exception {
    assertThat(identity("a").certificate().getEncoded())
        .isEqualTo(identity("a").certificate().getEncoded())
        .isNotEqualTo(identity("b").certificate().getEncoded());
  }

  @Test
  void refusesAKeyOfAnotherCurve() {
    SigningKey key = SigningKey.fromSeed(CoseAlgorithm.ES384, Bytes.utf8("a"), crypto);
    assertThatThrownBy(() -> TlsIdentity.create(key, FROM, FROM.plusSeconds(60), crypto))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private TlsIdentity identity(String seed) {
    return TlsIdentity.create(
        SigningKey.fromSeed(CoseAlgorithm.ES256, Bytes.utf8(seed), crypto),
        FROM,
        FROM.plusSeconds(86400),
        crypto);
  }
}
