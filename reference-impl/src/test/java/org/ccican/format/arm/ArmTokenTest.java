package org.ccican.format.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseEnvelope;
import org.ccican.cose.CoseKey;
import org.ccican.cose.CoseMac0;
import org.ccican.cose.Crypto;
import org.ccican.cose.MacAlgorithm;
import org.ccican.cose.MacKey;
import org.ccican.cose.SigningKey;
import org.ccican.cose.VerificationKey;
import org.ccican.format.arm.ArmToken.Form;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.trust.TrustAnchors;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArmTokenTest {

  private static final Checks CHECKS = Checks.unbroken();
  private static final Set<Form> BOTH = EnumSet.allOf(Form.class);
  private static final ArmToken.Rules RULES =
      new ArmToken.Rules("cose.alg.allowed", "cose.alg.key", "cose.signature");
  private static final Bytes CLAIMS =
      Cbor.map().put(10, Cbor.octets(Bytes.zero(32))).build().encode();

  private final Crypto crypto = new Crypto();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rfc9783-psa-sign1.cbor",
        "rfc9783-psa-mac0.cbor",
        "psa-veraison-good.cose",
        "psa-veraison-legacy.cose",
        "psa-veraison-wrongkey.cose",
        "tf-m-psa-2_0_0_mac0.bin",
        "tf-m-psa-iot-1_mac0.bin"
      })
  void writesRealTokensAsTheyWere(String name) throws Rejected {
    Bytes octets = RealTokens.open("psa").read(name);
    ArmToken token = ArmToken.parse(octets, BOTH, CHECKS);
    assertThat(token.encode()).isEqualTo(octets);
    assertThat(token.claims().encode()).isEqualTo(token.envelope().payload());
  }

  @Test
  void verifiesTheExamplesOfTheRfc() throws Rejected {
    RealTokens data = RealTokens.open("psa");
    ArmToken signed = ArmToken.parse(data.read("rfc9783-psa-sign1.cbor"), BOTH, CHECKS);
    ArmToken maced = ArmToken.parse(data.read("rfc9783-psa-mac0.cbor"), BOTH, CHECKS);
    VerificationKey key = key(data.read("rfc9783-tfm-es-iak.json"));
    VerificationKey secret = key(data.secret("rfc9783-tfm-hs-iak.bin"));
    signed.verify(key, Set.of(CoseAlgorithm.ES256), Set.of(), RULES, CHECKS);
    maced.verify(secret, Set.of(), Set.of(MacAlgorithm.HMAC_256_256), RULES, CHECKS);
    assertThat(signed.isBy(secret)).isFalse();
    assertThat(maced.isBy(key)).isFalse();
    Bytes ueid = Bytes.hex("01c557bd4fadc83f756fca2cd5ea2dcc8b82159bb4e7453d6a744d4eecd6d0ac60");
    assertThat(ArmKeys.instance(secret)).isEqualTo(ueid);
  }

  @ParameterizedTest
  @EnumSource(
      value = CoseAlgorithm.class,
      names = {"ES256", "ES384", "ES512"})
  void signsWithEveryAlgorithmOfTheProfile(CoseAlgorithm algorithm) throws Rejected {
    SigningKey key = SigningKey.fromSeed(algorithm, Bytes.utf8("device"), crypto);
    Bytes octets = CoseEnvelope.sign(key, Cbor.map().build(), CLAIMS).encode();
    ArmToken token = ArmToken.parse(octets, BOTH, CHECKS);
    VerificationKey known = key(key.publicKey().toSpki());
    token.verify(known, Set.of(algorithm), Set.of(), RULES, CHECKS);
    assertThat(key(key.publicKey().toCbor().encode())).isEqualTo(known);
    assertThatThrownBy(
            () -> token.verify(known, Set.of(CoseAlgorithm.EDDSA), Set.of(), RULES, CHECKS))
        .isInstanceOfSatisfying(
            Rejected.class,
            found -> assertThat(found.reason()).isEqualTo(Reason.UNSUPPORTED_ALGORITHM));
  }

  @ParameterizedTest
  @EnumSource(MacAlgorithm.class)
  void authenticatesWithEveryHmac(MacAlgorithm algorithm) throws Rejected {
    MacKey key = new MacKey(Bytes.utf8("shared"));
    Bytes octets = CoseMac0.create(key, algorithm, CLAIMS).encode();
    ArmToken token = ArmToken.parse(octets, BOTH, CHECKS);
    VerificationKey known = key(RealTokens.jwk(Bytes.utf8("shared")));
    token.verify(known, Set.of(), Set.of(algorithm), RULES, CHECKS);
    assertThat(token.isBy(key(RealTokens.jwk(Bytes.utf8("other"))))).isFalse();
  }

  @Test
  void takesLongHeadsAndRefusesIndefiniteLengths() throws Rejected {
    SigningKey key = SigningKey.fromSeed(CoseAlgorithm.ES256, Bytes.utf8("device"), crypto);
    Bytes longHead = Bytes.concat(Bytes.hex("b9000119000a5820"), Bytes.zero(32));
    ArmToken token = ArmToken.parse(signed(key, longHead), BOTH, CHECKS);
    assertThat(token.claims().find(10)).contains(Cbor.octets(Bytes.zero(32)));
    assertThat(token.encode()).isEqualTo(signed(key, longHead));
    Bytes indefinite = Bytes.concat(Bytes.hex("bf0a5820"), Bytes.zero(32), Bytes.of(0xff));
    assertThatThrownBy(() -> ArmToken.parse(signed(key, indefinite), BOTH, CHECKS))
        .hasMessageContaining("cbor.definite");
    Bytes twice = Bytes.concat(Bytes.hex("a20a5820"), Bytes.zero(32), Bytes.hex("19000a40"));
    assertThatThrownBy(() -> ArmToken.parse(signed(key, twice), BOTH, CHECKS))
        .hasMessageContaining("cbor.duplicate-key");
  }

  @Test
  void refusesOtherTagsAndForms() {
    Bytes maced =
        CoseMac0.create(new MacKey(Bytes.of(1)), MacAlgorithm.HMAC_256_256, CLAIMS).encode();
    assertThatThrownBy(() -> ArmToken.parse(maced, Set.of(Form.SIGN1), CHECKS))
        .hasMessageContaining("arm.token.tag");
    assertThatThrownBy(() -> ArmToken.parse(maced.slice(1, maced.size()), BOTH, CHECKS))
        .hasMessageContaining("arm.token.tag");
  }

  @Test
  void readsKeysAsAnchorsInEverySpelling() throws Rejected {
    SigningKey key = SigningKey.fromSeed(CoseAlgorithm.ES512, Bytes.utf8("device"), crypto);
    Bytes name = ArmKeys.instance(new VerificationKey.Public(key.publicKey(), Optional.empty()));
    Bytes named =
        Cbor.map(
                java.util.stream.Stream.concat(
                        key.publicKey().toCbor().entries().stream(),
                        java.util.stream.Stream.of(
                            new Cbor.Entry(Cbor.integer(2), Cbor.octets(name))))
                    .toList())
            .encode();
    EmulatedManufacturer maker = new EmulatedManufacturer("PSA", crypto);
    TrustAnchors anchors =
        TrustAnchors.withKeys(
            List.of(named, key.publicKey().toSpki(), RealTokens.jwk(Bytes.of(1)), maker.root()),
            crypto,
            CHECKS);
    assertThat(anchors.anchors()).hasSize(1);
    assertThat(anchors.keys()).hasSize(3);
    assertThat(anchors.keys().get(0).name()).contains(name);
    CoseKey off = new CoseKey(key.publicKey().curve(), key.publicKey().x(), Bytes.zero(66));
    assertThatThrownBy(() -> key(off.toSpki())).hasMessageContaining("cose.key.spki");
  }

  @Test
  void refusesPrivateKeysAndThoseForOtherUses() {
    String point =
        "\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"Tl4iCZ47zrRbRG0TVf0dw7VFlHtv18HInYhnmMNybo8\","
            + "\"y\":\"gNcLhAslaqw0pi7eEEM2TwRAlfADR0uR4Bggkq-xPy4\"";
    assertThatThrownBy(() -> key(Bytes.utf8("{" + point + ",\"d\":\"AA\"}")))
        .hasMessageContaining("cose.key.private");
    assertThatThrownBy(() -> key(Bytes.utf8("{" + point + ",\"key_ops\":[\"sign\"]}")))
        .hasMessageContaining("cose.key.ops");
    assertThatThrownBy(() -> key(Bytes.utf8("{" + point.replace("P-256", "P-384") + "}")))
        .hasMessageContaining("cose.key.coordinate");
    assertThatThrownBy(() -> key(Bytes.utf8("{" + point.replace("gNcL", "gNcM") + "}")))
        .hasMessageContaining("cose.key.point");
  }

  private Bytes signed(SigningKey key, Bytes claims) {
    return CoseEnvelope.sign(key, Cbor.map().build(), claims).encode();
  }

  private VerificationKey key(Bytes octets) throws Rejected {
    return VerificationKey.parse(octets, crypto, CHECKS);
  }
}
