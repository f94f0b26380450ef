package org.ccican.cose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.Signature;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SigningKeyTest {

  private static final Bytes MESSAGE = Bytes.utf8("a message");

  private final Crypto crypto = new Crypto();

  @ParameterizedTest
  @EnumSource(CoseAlgorithm.class)
  void signsWhatItsPublicKeyVerifies(CoseAlgorithm algorithm) {
    SigningKey key = SigningKey.fromSeed(algorithm, Bytes.utf8("seed"), crypto);
    Bytes signature = key.sign(MESSAGE);

    assertThat(signature.size()).isEqualTo(2 * key.publicKey().curve().size());
    assertThat(key.publicKey().verify(algorithm, MESSAGE, signature)).isTrue();
    assertThat(key.publicKey().verify(algorithm, Bytes.utf8("another"), signature)).isFalse();
    for (int at = 0; at < signature.size(); at++) {
      assertThat(key.publicKey().verify(algorithm, MESSAGE, signature.flip(at, at % 8))).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(CoseAlgorithm.class)
  void signsTheSameOctetsEachTime(CoseAlgorithm algorithm) {
    SigningKey one = SigningKey.fromSeed(algorithm, Bytes.utf8("seed"), crypto);
    SigningKey same = SigningKey.fromSeed(algorithm, Bytes.utf8("seed"), new Crypto());
    SigningKey other = SigningKey.fromSeed(algorithm, Bytes.utf8("seed!"), crypto);

    assertThat(one.sign(MESSAGE)).isEqualTo(same.sign(MESSAGE)).isNotEqualTo(other.sign(MESSAGE));
    assertThat(one.publicKey()).isEqualTo(same.publicKey()).isNotEqualTo(other.publicKey());
  }

  /** The key and the signature of RFC 6979 appendix A.2.5 (P-256, SHA-256, "sample"). */
  @Test
  void signsAsRfc6979Does() {
    SigningKey key =
        SigningKey.ofPrivate(
            CoseAlgorithm.ESP256,
            Bytes.hex("c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721"),
            crypto);

    assertThat(key.publicKey().x().toHex())
        .isEqualTo("60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6");
    assertThat(key.sign(Bytes.utf8("sample")).toHex())
        .isEqualTo(
            "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
                + "f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8");
  }

  /** The second key of RFC 8032 section 7.1. */
  @Test
  void signsAsRfc8032Does() {
    SigningKey key =
        SigningKey.ofPrivate(
            CoseAlgorithm.ED25519,
            Bytes.hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"),
            crypto);

    assertThat(key.publicKey().x().toHex())
        .isEqualTo("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    assertThat(key.sign(Bytes.of(0x72)).toHex())
        .isEqualTo(
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
  }

  @Test
  void refusesSecretsThatAreNoScalar() {
    assertThatThrownBy(
            () -> SigningKey.ofPrivate(CoseAlgorithm.ESP256, Bytes.zero(32), new Crypto()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> SigningKey.ofPrivate(CoseAlgorithm.ESP256, Bytes.of(1, 2), new Crypto()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void takesTheOtherRootOfSAsWell() {
    SigningKey key = SigningKey.fromSeed(CoseAlgorithm.ESP256, Bytes.utf8("s"), crypto);
    Bytes signature = key.sign(MESSAGE);
    BigInteger s = new BigInteger(1, signature.slice(32, 64).toArray());
    byte[] other = CoseCurve.P256.domain().getN().subtract(s).toByteArray();
    Bytes padded = Bytes.concat(Bytes.zero(32), Bytes.of(other));
    Bytes mirrored =
        Bytes.concat(signature.slice(0, 32), padded.slice(padded.size() - 32, padded.size()));

    assertThat(mirrored).isNotEqualTo(signature);
    assertThat(key.publicKey().verify(CoseAlgorithm.ESP256, MESSAGE, mirrored)).isTrue();
  }

  @Test
  void refusesSignaturesOfEveryOtherSizeAndForm() throws Exception {
    for (CoseAlgorithm algorithm : CoseAlgorithm.values()) {
      SigningKey key = SigningKey.fromSeed(algorithm, Bytes.utf8("s"), crypto);
      CoseKey open = key.publicKey();
      Bytes signature = key.sign(MESSAGE);
      int size = signature.size();
      Bytes order =
          open.curve().isWeierstrass()
              ? Bytes.of(open.curve().domain().getN().toByteArray()).slice(1, size / 2 + 1)
              : Bytes.zero(32);

      assertThat(open.verify(algorithm, MESSAGE, signature)).isTrue();
      assertThat(open.verify(algorithm, MESSAGE, signature.padRight(size + 1))).isFalse();
      assertThat(open.verify(algorithm, MESSAGE, signature.slice(0, size - 1))).isFalse();
      assertThat(open.verify(algorithm, MESSAGE, Bytes.EMPTY)).isFalse();
      assertThat(open.verify(algorithm, MESSAGE, Bytes.zero(size))).isFalse();
      assertThat(open.verify(algorithm, MESSAGE, signature.with(0, order))).isFalse();
      assertThat(open.verify(algorithm, MESSAGE, signature.with(size / 2, order))).isFalse();
    }
  }

  @Test
  void refusesDerWhereTwoNumbersBelong() throws Exception {
    SigningKey key = SigningKey.fromSeed(CoseAlgorithm.ESP256, Bytes.utf8("s"), crypto);
    Signature signer = Signature.getInstance("SHA256withECDSA", crypto.provider());
    signer.initSign(key.toKeyPair().getPrivate());
    signer.update(MESSAGE.toArray());
    Bytes der = Bytes.of(signer.sign());

    assertThat(key.publicKey().verify(CoseAlgorithm.ESP256, MESSAGE, der)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = CoseAlgorithm.class,
      names = {"ESP256", "ESP384", "ED25519"})
  void givesAPairThatThePlatformCanUse(CoseAlgorithm algorithm) throws Exception {
    SigningKey key = SigningKey.fromSeed(algorithm, Bytes.utf8("pair"), crypto);
    KeyPair pair = key.toKeyPair();
    String name =
        switch (algorithm) {
          case ESP256 -> "SHA256withECDSAinP1363Format";
          case ESP384 -> "SHA384withECDSAinP1363Format";
          default -> "Ed25519";
        };
    Signature signer = Signature.getInstance(name);
    signer.initSign(pair.getPrivate());
    signer.update(MESSAGE.toArray());

    assertThat(key.publicKey().verify(algorithm, MESSAGE, Bytes.of(signer.sign()))).isTrue();
    assertThat(Bytes.of(pair.getPublic().getEncoded())).isEqualTo(key.publicKey().toSpki());
  }

  @Test
  void saysNothingOfTheSecret() {
    Bytes secret = Bytes.hex("c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721");

    assertThat(SigningKey.ofPrivate(CoseAlgorithm.ESP256, secret, crypto).toString())
        .doesNotContain(secret.toHex());
  }
}
