package org.ccican.cose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Random;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CoseKeyTest {

  private final Crypto crypto = new Crypto();
  private final Checks checks = Checks.unbroken();
  private final CoseKey p256 = key(CoseAlgorithm.ESP256);

  /** The example of RFC 9679 section 6: a P-256 key and the SHA-256 of its required members. */
  @Test
  void makesTheThumbprintOfRfc9679() throws Rejected {
    Bytes x = Bytes.hex("65eda5a12577c2bae829437fe338701a10aaa375e1bb5b5de108de439c08551d");
    Bytes y = Bytes.hex("1e52ed75701163f7f9e40ddf9f341b3dc9ba860af7e0ca7ca7e9eecd0084d19c");
    Cbor sent =
        Cbor.map()
            .put(1, Cbor.integer(2))
            .put(-1, Cbor.integer(1))
            .put(-2, Cbor.octets(x))
            .put(-3, Cbor.octets(y))
            .put(2, Cbor.octets(Bytes.utf8("an identifier that does not count")))
            .build();

    assertThat(CoseKey.parse(sent, crypto, checks).thumbprint().toHex())
        .isEqualTo("496bd8afadf307e5b08c64b0421bf9dc01528a344a43bda88fadd1669da253ec");
  }

  @ParameterizedTest
  @EnumSource(CoseAlgorithm.class)
  void readsWhatItWrites(CoseAlgorithm algorithm) throws Rejected {
    CoseKey key = key(algorithm);

    assertThat(CoseKey.parse(key.toCbor(), crypto, checks)).isEqualTo(key);
    assertThat(CoseKey.ofSpki(key.toSpki(), crypto)).isEqualTo(key);
  }

  @Test
  void completesAPointGivenByItsSign() throws Rejected {
    for (int seed = 0; seed < 8; seed++) {
      CoseKey key = SigningKey.fromSeed(CoseAlgorithm.ESP256, Bytes.of(seed), crypto).publicKey();
      boolean odd = (key.y().at(31) & 1) == 1;
      Cbor sent = with(key.toCbor(), -3, Cbor.bool(odd));

      assertThat(CoseKey.parse(sent, crypto, checks)).isEqualTo(key);
      assertThat(CoseKey.parse(sent, crypto, checks).thumbprint()).isEqualTo(key.thumbprint());
    }
  }

  @Test
  void refusesPointsOffTheCurve() {
    refuses(with(p256.toCbor(), -2, Cbor.octets(p256.x().flip(5, 3))), Reason.INVALID_KEY, "point");
    refuses(with(p256.toCbor(), -3, Cbor.octets(p256.y().flip(5, 3))), Reason.INVALID_KEY, "point");
    Bytes ones = Bytes.hex("ff".repeat(32));
    refuses(with(p256.toCbor(), -2, Cbor.octets(ones)), Reason.INVALID_KEY, "point");
    Cbor sign = with(with(p256.toCbor(), -2, Cbor.octets(ones)), -3, Cbor.bool(true));
    refuses(sign, Reason.INVALID_KEY, "coordinate");
  }

  @Test
  void refusesEd25519PointsOfSmallOrder() {
    Cbor.Map map = key(CoseAlgorithm.ED25519).toCbor();
    Bytes identity = Bytes.zero(32).flip(0, 0);
    refuses(with(map, -2, Cbor.octets(identity)), Reason.INVALID_KEY, "point");
    refuses(with(map, -2, Cbor.octets(Bytes.zero(32))), Reason.INVALID_KEY, "point");
  }

  @Test
  void neverVerifiesWithAPointOffTheCurve() {
    CoseKey off = new CoseKey(CoseCurve.P256, p256.x().flip(0, 0), p256.y());
    CoseKey small = new CoseKey(CoseCurve.ED25519, Bytes.zero(32).flip(0, 0), Bytes.EMPTY);

    assertThat(off.verify(CoseAlgorithm.ESP256, Bytes.EMPTY, Bytes.zero(64))).isFalse();
    assertThat(small.verify(CoseAlgorithm.ED25519, Bytes.EMPTY, Bytes.zero(64).flip(0, 0)))
        .isFalse();
  }

  @Test
  void refusesKeysOfAnotherKindOrShape() {
    Cbor.Map map = p256.toCbor();
    refuses(Cbor.integer(1), Reason.WRONG_TYPE, "shape");
    refuses(Cbor.map().build(), Reason.MISSING_FIELD, "shape");
    refuses(with(map, 1, Cbor.integer(4)), Reason.UNSUPPORTED_ALGORITHM, "kind");
    refuses(with(map, -1, Cbor.integer(8)), Reason.UNSUPPORTED_ALGORITHM, "kind");
    refuses(with(map, -2, Cbor.octets(Bytes.zero(31))), Reason.INVALID_KEY, "coordinate");
    refuses(with(map, -3, Cbor.octets(Bytes.zero(33))), Reason.INVALID_KEY, "coordinate");
    refuses(with(map, -3, Cbor.text("y")), Reason.WRONG_TYPE, "shape");
    refuses(with(map, -4, Cbor.octets(Bytes.zero(32))), Reason.INVALID_KEY, "private");
    refuses(with(map, 3, Cbor.integer(-19)), Reason.ALGORITHM_MISMATCH, "alg");
    refuses(with(map, 4, Cbor.array(Cbor.integer(1))), Reason.INVALID_KEY, "ops");
  }

  @Test
  void takesKeysThatAreForVerification() throws Rejected {
    Cbor sent = with(with(p256.toCbor(), 3, Cbor.integer(-9)), 4, Cbor.array(Cbor.integer(2)));

    assertThat(CoseKey.parse(sent, crypto, checks)).isEqualTo(p256);
  }

  @Test
  void letsABrokenGuardTakeWhatItWouldRefuse() throws Rejected {
    Cbor sent = with(p256.toCbor(), -4, Cbor.octets(Bytes.zero(32)));
    BrokenChecks broken =
        new BrokenChecks(CheckCatalogue.load().find("cose.key.private").orElseThrow());

    assertThat(CoseKey.parse(sent, crypto, broken)).isEqualTo(p256);
    assertThat(broken.reached()).isEqualTo(1);
  }

  @Test
  void refusesPublicKeyInformationThatIsNotExactlyAKey() {
    Bytes spki = p256.toSpki();
    for (Bytes wrong :
        new Bytes[] {
          Bytes.EMPTY,
          spki.slice(0, spki.size() - 1),
          spki.padRight(spki.size() + 1),
          spki.flip(1, 0),
          spki.flip(20, 0),
          spki.with(26, Bytes.of(6)),
          spki.flip(40, 2)
        }) {
      Rejected refusal = catchThrowableOfType(Rejected.class, () -> CoseKey.ofSpki(wrong, crypto));
      assertThat(refusal.reason()).isEqualTo(Reason.INVALID_KEY);
      assertThat(refusal.check()).isEqualTo("cose.key.spki");
    }
  }

  @Test
  void answersAnyOctetsWithAKeyOrARefusal() {
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      Cbor.Map map = key(CoseAlgorithm.values()[i % 6]).toCbor();
      Cbor.Entry entry = map.entries().get(random.nextInt(map.entries().size()));
      Cbor[] odd = {
        Cbor.integer(random.nextInt(9) - 4),
        Cbor.octets(Bytes.of(random.ints(random.nextInt(50)).toArray())),
        Cbor.octets(Bytes.of(random.ints(32).toArray())),
        Cbor.bool(random.nextBoolean()),
        Cbor.nil(),
        Cbor.array()
      };
      long label = ((Cbor.Int) entry.key()).longValue();
      Cbor sent = with(map, label, odd[random.nextInt(odd.length)]);
      try {
        assertThat(CoseKey.parse(sent, crypto, checks).toCbor()).isNotNull();
      } catch (Rejected e) {
        assertThat(e.check()).startsWith("cose.key.");
      }
    }
  }

  @Test
  void isNotBuiltWithCoordinatesOfAnotherSize() {
    assertThatThrownBy(() -> new CoseKey(CoseCurve.P256, Bytes.zero(31), Bytes.zero(32)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void refuses(Cbor sent, Reason reason, String rule) {
    Rejected refusal =
        catchThrowableOfType(Rejected.class, () -> CoseKey.parse(sent, crypto, checks));
    assertThat(refusal.reason()).isEqualTo(reason);
    assertThat(refusal.check()).isEqualTo("cose.key." + rule);
  }

  private CoseKey key(CoseAlgorithm algorithm) {
    return SigningKey.fromSeed(algorithm, Bytes.utf8("key"), crypto).publicKey();
  }

  private static Cbor.Map with(Cbor.Map map, long label, Cbor value) {
    Cbor.MapBuilder changed = Cbor.map();
    map.entries().stream()
        .filter(entry -> !entry.key().equals(Cbor.integer(label)))
        .forEach(entry -> changed.put(entry.key(), entry.value()));
    return changed.put(label, value).build();
  }
}
