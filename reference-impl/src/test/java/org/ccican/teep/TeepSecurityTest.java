package org.ccican.teep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TeepSecurityTest {

  private static final Bytes MESSAGE = Bytes.hex("8204a0");

  private final Crypto crypto = new Crypto();
  private final Checks checks = Checks.unbroken();
  private final TeepSecurity security = new TeepSecurity(WireRevision.TEEP_26);

  @ParameterizedTest
  @EnumSource(
      value = CoseAlgorithm.class,
      names = {"ESP256", "ED25519"})
  void opensWhatThePeerProtected(CoseAlgorithm algorithm) throws Rejected {
    SigningKey key = key(algorithm, "peer");
    Bytes sent = security.protect(MESSAGE, key);

    assertThat(security.peek(sent, checks)).isEqualTo(MESSAGE);
    assertThat(security.open(sent, key.publicKey(), checks)).isEqualTo(MESSAGE);
    assertThat(CoseSign1.parse(sent, checks).kid(checks)).contains(key.publicKey().thumbprint());
  }

  @Test
  void refusesAnyOtherPeer() {
    Bytes sent = security.protect(MESSAGE, key(CoseAlgorithm.ESP256, "peer"));

    Rejected refusal =
        catchThrowableOfType(
            Rejected.class,
            () -> security.open(sent, key(CoseAlgorithm.ESP256, "other").publicKey(), checks));
    assertThat(refusal.reason()).isEqualTo(Reason.INVALID_SIGNATURE);
  }

  @Test
  void takesTheAlgorithmsOfItsRevisionOnly() throws Rejected {
    SigningKey old = key(CoseAlgorithm.ES256, "peer");
    Bytes sent = new TeepSecurity(WireRevision.TEEP_LEGACY).protect(MESSAGE, old);

    Rejected refusal =
        catchThrowableOfType(Rejected.class, () -> security.open(sent, old.publicKey(), checks));
    assertThat(refusal.check()).isEqualTo("cose.alg.allowed");
    assertThat(new TeepSecurity(WireRevision.TEEP_LEGACY).open(sent, old.publicKey(), checks))
        .isEqualTo(MESSAGE);
  }

  @Test
  void refusesAWrapperWithoutMessage() {
    SigningKey key = key(CoseAlgorithm.ESP256, "peer");
    Cbor.Map none = Cbor.map().build();
    Bytes sent = CoseSign1.signDetached(key, none, none, MESSAGE).encode();

    Rejected refusal = catchThrowableOfType(Rejected.class, () -> security.peek(sent, checks));
    assertThat(refusal.check()).isEqualTo("teep.payload");
  }

  private SigningKey key(CoseAlgorithm algorithm, String seed) {
    return SigningKey.fromSeed(algorithm, Bytes.utf8(seed), crypto);
  }
}
