package org.ccican.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Known answers of RFC 6979 appendix A.2 and RFC 8032 section 7.1, over two providers. */
class SignaturesTest {

  private static final Bytes SAMPLE = Bytes.utf8("sample");
  private static final Bytes SIGNATURE_256 =
      Bytes.hex(
          "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
              + "f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8");
  private static final Bytes SPKI_384 =
      Curve.P384.spki(
          Bytes.hex(
              "ec3a4e415b4e19a4568618029f427fa5da9a8bc4ae92e02e06aae5286b300c64"
                  + "def8f0ea9055866064a254515480bc13"),
          Bytes.hex(
              "8015d9b72d7d57244ea8ef9ac0c621896708a59367f9dfb9f54ca84b3f1c9db1"
                  + "288b231c3ae0d4fe7344fd2533264720"));
  private static final Bytes SIGNATURE_384 =
      Bytes.hex(
          "94edbb92a5ecb8aad4736e56c691916b3f88140666ce9fa73d64c4ea95ad133c"
              + "81a648152e44acf96e36dd1e80fabe46"
              + "99ef4aeb15f178cea1fe40db2603138f130e740a19624526203b6351d0a3a94f"
              + "a329c145786e679e7b82c71a38628ac8");
  private static final Bytes ED25519_HEAD = Bytes.hex("302a300506032b6570032100");
  private static final Bytes SPKI_ED25519 =
      Bytes.concat(
          ED25519_HEAD,
          Bytes.hex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"));
  private static final Bytes ED25519_MESSAGE = Bytes.of(0x72);
  private static final Bytes SIGNATURE_ED25519 =
      Bytes.hex(
          "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
              + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");

  static Stream<Signatures> signatures() {
    return Stream.of(TestKey.SIGNATURES, new Signatures(Security.getProvider("SunEC")));
  }

  @ParameterizedTest
  @MethodSource("signatures")
  void verifiesKnownAnswers(Signatures signatures) {
    for (long algorithm : List.of(-7L, -9L)) {
      assertThat(signatures.verifies(algorithm, TestKey.SPKI, SAMPLE, SIGNATURE_256)).isTrue();
    }
    for (long algorithm : List.of(-35L, -51L)) {
      assertThat(signatures.verifies(algorithm, SPKI_384, SAMPLE, SIGNATURE_384)).isTrue();
    }
    for (long algorithm : List.of(-8L, -19L)) {
      assertThat(signatures.verifies(algorithm, SPKI_ED25519, ED25519_MESSAGE, SIGNATURE_ED25519))
          .isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("signatures")
  void refusesOtherMessagesAlgorithmsAndKeys(Signatures signatures) {
    assertThat(signatures.verifies(-9, TestKey.SPKI, Bytes.utf8("test"), SIGNATURE_256)).isFalse();
    assertThat(signatures.verifies(-51, TestKey.SPKI, SAMPLE, SIGNATURE_256)).isFalse();
    assertThat(signatures.verifies(-36, TestKey.SPKI, SAMPLE, SIGNATURE_256)).isFalse();
    assertThat(signatures.verifies(0, TestKey.SPKI, SAMPLE, SIGNATURE_256)).isFalse();
    assertThat(signatures.verifies(-9, SPKI_384, SAMPLE, SIGNATURE_256)).isFalse();
    assertThat(signatures.verifies(-19, TestKey.SPKI, SAMPLE, SIGNATURE_256)).isFalse();
    assertThat(signatures.verifies(-19, SPKI_ED25519, SAMPLE, SIGNATURE_ED25519)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("signatures")
  void refusesEveryOtherLength(Signatures signatures) {
    for (Bytes wrong :
        List.of(
            Bytes.EMPTY,
            SIGNATURE_256.slice(0, 63),
            Bytes.concat(SIGNATURE_256, Bytes.zero(1)),
            Bytes.concat(Bytes.zero(1), SIGNATURE_256.slice(0, 32), Bytes.zero(1)))) {
      assertThat(signatures.verifies(-9, TestKey.SPKI, SAMPLE, wrong)).isFalse();
    }
    assertThat(
            signatures.verifies(
                -19, SPKI_ED25519, ED25519_MESSAGE, Bytes.concat(SIGNATURE_ED25519, Bytes.zero(1))))
        .isFalse();
  }

  @ParameterizedTest
  @MethodSource("signatures")
  void refusesNumbersOutOfRange(Signatures signatures) {
    BigInteger order =
        new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    Bytes zero = Bytes.zero(32);
    Bytes n = Bytes.hex(order.toString(16));
    Bytes r = SIGNATURE_256.slice(0, 32);
    Bytes s = SIGNATURE_256.slice(32, 64);
    for (Bytes wrong :
        List.of(
            Bytes.concat(zero, zero),
            Bytes.concat(r, zero),
            Bytes.concat(zero, s),
            Bytes.concat(n, s),
            Bytes.concat(r, n))) {
      assertThat(signatures.verifies(-9, TestKey.SPKI, SAMPLE, wrong)).isFalse();
    }
    // r and n - s are as good: ECDSA says so.
    Bytes mirrored =
        Bytes.hex(String.format("%064x", order.subtract(new BigInteger(1, s.toArray()))));
    assertThat(signatures.verifies(-9, TestKey.SPKI, SAMPLE, Bytes.concat(r, mirrored))).isTrue();
  }

  @Test
  void refusesPointsOffTheCurve() {
    assertThat(Curve.P256.isKey(TestKey.SPKI)).isTrue();
    assertThat(Curve.P384.isKey(SPKI_384)).isTrue();
    for (int offset = 27; offset < 91; offset++) {
      assertThat(Curve.P256.isKey(TestKey.SPKI.flip(offset, 0))).isFalse();
    }
    assertThat(Curve.P256.isKey(Curve.P256.spki(Bytes.zero(32), Bytes.zero(32)))).isFalse();
    // x + p fits 32 octets for a small x only; y beyond p never names a point.
    Bytes p = Bytes.hex("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");
    assertThat(Curve.P256.isKey(Curve.P256.spki(p, TestKey.Y))).isFalse();
  }

  @Test
  void refusesEd25519PointsOfSmallOrderAndNoPoints() {
    assertThat(EdwardsPoints.isUsable(SPKI_ED25519.slice(12, 44))).isTrue();
    for (String small :
        List.of(
            "0100000000000000000000000000000000000000000000000000000000000000",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0000000000000000000000000000000000000000000000000000000000000080",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
            // no point at all, and y beyond p
            "0200000000000000000000000000000000000000000000000000000000000000",
            "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")) {
      assertThat(EdwardsPoints.isUsable(Bytes.hex(small))).as(small).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("signatures")
  void neverThrowsOnHostileOctets(Signatures signatures) {
    Random random = new Random(3);
    for (int round = 0; round < 300; round++) {
      boolean edwards = random.nextBoolean();
      Bytes key = edwards ? SPKI_ED25519 : TestKey.SPKI;
      Bytes signature = edwards ? SIGNATURE_ED25519 : SIGNATURE_256;
      Bytes message = edwards ? ED25519_MESSAGE : SAMPLE;
      long algorithm = edwards ? -19 : -9;
      if (random.nextBoolean()) {
        key = key.flip(random.nextInt(key.size()), random.nextInt(8));
      } else {
        signature = signature.flip(random.nextInt(signature.size()), random.nextInt(8));
      }
      assertThat(signatures.verifies(algorithm, key, message, signature)).isFalse();
      assertThat(
              signatures.verifies(algorithm, key.slice(0, random.nextInt(40)), message, signature))
          .isFalse();
    }
  }

  @Test
  void refusesAProviderThatLacksAnAlgorithm() {
    Provider none = Security.getProvider("SUN");
    assertThatThrownBy(() -> new Signatures(none)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void signsAsTheKnownAnswerDoes() {
    assertThat(TestKey.sign(SAMPLE)).isEqualTo(SIGNATURE_256);
  }
}
