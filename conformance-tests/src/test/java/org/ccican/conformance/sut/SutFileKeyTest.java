package org.ccican.conformance.sut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.Map;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms that a key may have in the file that a recipe names. */
class SutFileKeyTest {

  private static KeyPair pair;

  @BeforeAll
  static void makeKey() throws GeneralSecurityException {
    pair = SutSamples.keyPair();
  }

  @TempDir Path folder;

  @BeforeEach
  void writeKey() throws IOException {
    Files.writeString(
        folder.resolve("tam.pem"), SutSamples.pem("PUBLIC KEY", pair.getPublic().getEncoded()));
  }

  @Test
  void readsEveryFormOfOneKey() throws Exception {
    ECPublicKey key = (ECPublicKey) pair.getPublic();
    Bytes x = SutSamples.coordinate(key.getW().getAffineX());
    Bytes y = SutSamples.coordinate(key.getW().getAffineY());
    Bytes cose =
        Cbor.map()
            .put(1, Cbor.integer(2))
            .put(-1, Cbor.integer(1))
            .put(-2, Cbor.octets(x))
            .put(-3, Cbor.octets(y))
            .build()
            .encode();
    Bytes compressed =
        Cbor.map()
            .put(1, Cbor.integer(2))
            .put(-1, Cbor.integer(1))
            .put(-2, Cbor.octets(x))
            .put(-3, Cbor.bool(key.getW().getAffineY().testBit(0)))
            .build()
            .encode();
    List<Bytes> forms =
        List.of(
            cose,
            compressed,
            Bytes.utf8(cose.toHex() + "\n"),
            Bytes.utf8(SutSamples.jwk(pair, "")),
            Bytes.utf8(SutSamples.pem("PUBLIC KEY", key.getEncoded())));

    for (Bytes form : forms) {
      assertThat(SutFileKey.parse(form)).isEqualTo(Bytes.of(key.getEncoded()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"secp384r1", "Ed25519"})
  void readsTheOtherCurves(String name) throws Exception {
    KeyPairGenerator generator =
        KeyPairGenerator.getInstance(name.startsWith("secp") ? "EC" : name);
    if (name.startsWith("secp")) {
      generator.initialize(new ECGenParameterSpec(name));
    }
    byte[] der = generator.generateKeyPair().getPublic().getEncoded();

    assertThat(SutFileKey.parse(Bytes.utf8(SutSamples.pem("PUBLIC KEY", der))))
        .isEqualTo(Bytes.of(der));
  }

  @Test
  void refusesKeysThatCannotBeUsed() throws Exception {
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
    Map<String, String> cases =
        Map.of(
            "",
            "is empty",
            "hello",
            "is neither PEM nor JWK nor COSE_Key",
            "{\"kty\": \"EC\", \"kty\": \"EC\"}",
            "is no valid JSON: Duplicate field 'kty'",
            "{\"kty\": \"RSA\"}",
            "has kty RSA and crv ",
            SutSamples.jwk(pair, ", \"d\": \"AA\""),
            "holds a private key",
            SutSamples.jwk(pair, "").replace("\"x\": \"", "\"x\": \"AAAA"),
            "holds no key that can be used",
            SutSamples.pem("PRIVATE KEY", pair.getPrivate().getEncoded()),
            "holds a private key",
            SutSamples.pem("CERTIFICATE", new byte[4]),
            "holds a CERTIFICATE, expected a PUBLIC KEY",
            SutSamples.pem("PUBLIC KEY", rsa.generateKeyPair().getPublic().getEncoded()),
            "holds no key that can be used",
            "-----BEGIN PUBLIC KEY-----\nAAAA\n",
            "is no complete PEM block");

    cases.forEach(
        (file, expected) ->
            assertThatThrownBy(() -> SutFileKey.parse(Bytes.utf8(file)))
                .isInstanceOf(SutFileException.class)
                .hasMessageStartingWith(expected));
  }

  @Test
  void refusesAPointThatIsNotOnItsCurve() {
    Bytes spki = Bytes.of(pair.getPublic().getEncoded());
    String file = SutSamples.pem("PUBLIC KEY", spki.flip(spki.size() - 1, 0).toArray());

    assertThatThrownBy(() -> SutFileKey.parse(Bytes.utf8(file)))
        .hasMessageStartingWith("holds no key that can be used");
  }

  @Test
  void refusesAKeyThatNobodyEncryptsTo() throws Exception {
    byte[] der = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic().getEncoded();
    Files.writeString(folder.resolve("edwards.pem"), SutSamples.pem("PUBLIC KEY", der));
    String yaml = "tam: {url: 'http://a', key: tam.pem, encryption-key: edwards.pem}";

    assertThatThrownBy(() -> SutFile.read(write(yaml)))
        .hasMessageContaining(":1:54: tam.encryption-key: is no key on P-256");
    assertThatThrownBy(() -> SutFile.read(write(yaml.replace("edwards", "gone"))))
        .hasMessageContaining("tam.encryption-key: no such file gone.pem");
  }

  private Path write(String yaml) throws IOException {
    return SutSamples.write(folder, yaml);
  }
}
