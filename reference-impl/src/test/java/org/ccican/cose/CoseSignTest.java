package org.ccican.cose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.junit.jupiter.api.Test;

class CoseSignTest {

  private static final Bytes PAYLOAD = Bytes.utf8("for many");
  private static final Set<CoseAlgorithm> BOTH =
      Set.of(CoseAlgorithm.ESP256, CoseAlgorithm.ED25519);

  private final Crypto crypto = new Crypto();
  private final Checks checks = Checks.unbroken();
  private final SigningKey first = key(CoseAlgorithm.ESP256, "first");
  private final SigningKey second = key(CoseAlgorithm.ED25519, "second");
  private final CoseSign message = CoseSign.sign(List.of(first, second), PAYLOAD);

  @Test
  void verifiesWithEitherKeyAndNoOther() throws Rejected {
    CoseSign read = CoseSign.parse(message.encode(), checks);

    assertThat(CoseSign.isTagged(message.encode())).isTrue();
    assertThat(read).isEqualTo(message);
    assertThat(read.verify(first.publicKey(), BOTH, checks)).isEqualTo(PAYLOAD);
    assertThat(read.verify(second.publicKey(), BOTH, checks)).isEqualTo(PAYLOAD);
    assertThat(refusal(read, key(CoseAlgorithm.ESP256, "other"), BOTH)).isEqualTo("cose.signature");
    assertThat(refusal(read, first, Set.of(CoseAlgorithm.ED25519)))
        .isEqualTo("cose.sign.algorithm");
  }

  @Test
  void leavesSignaturesWithUnknownAlgorithmsToOthers() throws Rejected {
    CoseSign.Signature unknown =
        new CoseSign.Signature(
            Cbor.map().put(1, Cbor.integer(-99)).build().encode(),
            Cbor.map().build(),
            Bytes.zero(64));
    CoseSign mixed =
        new CoseSign(
            Bytes.EMPTY,
            Cbor.map().build(),
            Optional.of(PAYLOAD),
            List.of(unknown, message.signatures().get(1)));

    CoseSign read = CoseSign.parse(mixed.encode(), checks);
    assertThat(read.verify(second.publicKey(), BOTH, checks)).isEqualTo(PAYLOAD);
    assertThat(refusal(read, first, BOTH)).isEqualTo("cose.sign.algorithm");
  }

  @Test
  void noticesEachBitThatFlipsInBodyOrSignature() {
    Bytes octets = message.encode();
    for (int bit = 0; bit < octets.size() * 8; bit++) {
      Bytes flipped = octets.flip(bit / 8, bit % 8);
      try {
        CoseSign read = CoseSign.parse(flipped, checks);
        boolean one = verifies(read, first);
        boolean other = verifies(read, second);
        assertThat(one && other && !isKid(octets, bit / 8)).as("bit %d", bit).isFalse();
      } catch (Rejected rejected) {
        assertThat(rejected.getMessage()).isNotEmpty();
      }
    }
  }

  @Test
  void refusesOtherShapes() {
    for (String hex :
        List.of(
            "d2844080f64080",
            "d8628440a0f640",
            "d8628440a0f6818340a0",
            "d8628340a0f6",
            "8440a0f680")) {
      assertThat(catchThrowableOfType(Rejected.class, () -> CoseSign.parse(Bytes.hex(hex), checks)))
          .as(hex)
          .isNotNull();
    }
  }

  /** Key identifiers are not signed. */
  private boolean isKid(Bytes octets, int at) {
    for (SigningKey key : List.of(first, second)) {
      int start = octets.toHex().indexOf(key.publicKey().thumbprint().toHex()) / 2;
      if (at >= start - 4 && at < start + 32) {
        return true;
      }
    }
    return false;
  }

  private boolean verifies(CoseSign read, SigningKey key) {
    try {
      return read.verify(key.publicKey(), BOTH, checks).equals(PAYLOAD);
    } catch (Rejected rejected) {
      return false;
    }
  }

  private String refusal(CoseSign read, SigningKey key, Set<CoseAlgorithm> allowed) {
    return catchThrowableOfType(Rejected.class, () -> read.verify(key.publicKey(), allowed, checks))
        .check();
  }

  private SigningKey key(CoseAlgorithm algorithm, String seed) {
    return SigningKey.fromSeed(algorithm, Bytes.utf8(seed), crypto);
  }
}
