package org.ccican.format.psa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ccican.appraisal.Appraisal;
import org.ccican.appraisal.AppraisalInput;
import org.ccican.appraisal.AppraisalPolicy;
import org.ccican.appraisal.CheckOrder;
import org.ccican.appraisal.CheckOutcome;
import org.ccican.appraisal.OrderedChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseEnvelope;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.format.arm.ArmToken;
import org.ccican.format.arm.RealTokens;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tokens that firmware, other verifiers' tests and the RFC made, against the manifest's verdicts.
 */
class PsaRealDataTest {

  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  private static final AppraisalPolicy NON_SECURE_CALLERS =
      new AppraisalPolicy(
          false,
          false,
          false,
          true,
          Set.of(0L),
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of(PsaDemands.NON_SECURE_CALLER, true),
          Map.of(),
          AppraisalPolicy.NotEvaluated.TOLERATED);

  private final Crypto crypto = new Crypto();
  private final PsaAppraiser appraiser = new PsaAppraiser(CheckCatalogue.load(), crypto);

  @ParameterizedTest
  @CsvSource({
    "rfc9783-psa-sign1.cbor, rfc9783-tfm-es-iak.json, ''",
    "rfc9783-psa-mac0.cbor, rfc9783-tfm-hs-iak.bin, ''",
    "psa-veraison-good.cose, psa-veraison-ec.p256.jwk, ''",
    "psa-veraison-wrongkey.cose, psa-veraison-ec.p256.jwk, ''",
    "psa-veraison-wrongkey.cose, tf-m-public.pem, psa.signature.valid",
    "psa-veraison-legacy.cose, psa-veraison-ec.p256.jwk, psa.signature.valid",
    "tf-m-psa-2_0_0_mac0.bin, rfc9783-tfm-hs-iak.bin, psa.signature.valid",
    "tf-m-psa-iot-1_mac0.bin, rfc9783-tfm-hs-iak.bin, psa.signature.valid",
    "tf-m-psa-iot-1_mac0.bin, tf-m-public.pem, arm.key.known",
  })
  void judgesTokensAsTheManifestDoes(String token, String key, String failure) throws Rejected {
    Appraisal appraisal = appraise(token, key, AppraisalPolicy.standard());
    assertThat(appraisal.firstFailure().map(CheckOutcome::check).orElse("")).isEqualTo(failure);
    assertThat(appraisal.accepted()).isEqualTo(failure.isEmpty());
  }

  /** Their keys are not public; claims and their form are judged all the same. */
  @ParameterizedTest
  @CsvSource({
    "tf-m-psa-2_0_0_mac0.bin, ARM_2_0_0, 3002, 2, 0604565272829-10010",
    "tf-m-psa-iot-1_mac0.bin, LEGACY, 3002, 2, 0604565272829-10010",
    "psa-veraison-legacy.cose, LEGACY, 2, 4, ''",
    "psa-veraison-good.cose, ARM_2_0_0, 1, 3, ''"
  })
  void readsTheClaimsOfOldProfiles(
      String name, PsaProfile profile, long client, int components, String certification)
      throws Rejected {
    PsaClaims claims = PsaClaims.parse(claims(RealTokens.open("psa").read(name)));
    assertThat(claims.profile()).isEqualTo(profile);
    assertThat(claims.client()).contains(client);
    assertThat(claims.components().orElseThrow()).hasSize(components);
    assertThat(claims.certification().orElse("")).isEqualTo(certification);
    assertThat(claims.seed().orElseThrow().size()).isEqualTo(32);
    assertThat(failures(claims)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "cddl-GOOD_full.cbor, ''",
    "cddl-GOOD_mandatory_only.cbor, ''",
    "cddl-FAIL_BootSeed_too_big.cbor, psa.boot-seed.size",
    "cddl-FAIL_BootSeed_too_small.cbor, psa.boot-seed.size",
    "cddl-FAIL_ImplementationID_missing.cbor, psa.implementation-id.present",
    "cddl-FAIL_ImplementationID_wrong_format.cbor, psa.implementation-id.size",
    "cddl-FAIL_InstanceID_missing.cbor, psa.instance-id.present",
    "cddl-FAIL_InstanceID_wrong_format.cbor, psa.instance-id.size",
    "cddl-FAIL_SoftwareComponent_Measurement_missing.cbor, psa.components.measurement",
  })
  void judgesClaimsSetsAsTheirAuthorsDo(String name, String failure) throws Rejected {
    Bytes payload = RealTokens.open("psa").read(name);
    Cbor.Map map =
        (Cbor.Map) new CborDecoder(Checks.unbroken()).decode(payload, CborProfile.DEFINITE);
    assertThat(map.encode()).isEqualTo(payload);
    PsaClaims claims = PsaClaims.parse(map);
    assertThat(String.join(" ", failures(claims))).isEqualTo(failure);
    SigningKey key = SigningKey.fromSeed(CoseAlgorithm.ES256, Bytes.utf8("any"), crypto);
    AppraisalInput input =
        input(
            CoseEnvelope.sign(key, Cbor.map().build(), payload).encode(),
            key.publicKey().toSpki(),
            NON_SECURE_CALLERS);
    Appraisal appraisal = appraiser.appraise(input, Checks.unbroken());
    assertThat(appraisal.firstFailure().map(CheckOutcome::check).orElse("")).isEqualTo(failure);
  }

  @Test
  void refusesAnotherKeyForAKnownInstance() throws Rejected {
    RealTokens data = RealTokens.open("psa");
    SigningKey other = SigningKey.fromSeed(CoseAlgorithm.ES256, Bytes.utf8("other"), crypto);
    Cbor.Map named =
        Cbor.map()
            .put(1, Cbor.integer(2))
            .put(2, Cbor.octets(Bytes.concat(Bytes.of(1), Bytes.hex("02".repeat(32)))))
            .put(-1, Cbor.integer(1))
            .put(-2, Cbor.octets(other.publicKey().x()))
            .put(-3, Cbor.octets(other.publicKey().y()))
            .build();
    AppraisalInput input =
        input(data.read("rfc9783-psa-sign1.cbor"), named.encode(), AppraisalPolicy.standard());
    assertThat(first(input)).isEqualTo("psa.signature.valid");
    AppraisalInput elsewhere = input.withEvidence(data.read("psa-veraison-good.cose"));
    assertThat(first(elsewhere)).isEqualTo("arm.key.known");
  }

  @Test
  void neverTakesAKeyThatCameWithTheEvidence() throws Rejected {
    RealTokens data = RealTokens.open("psa");
    CoseKey stranger =
        SigningKey.fromSeed(CoseAlgorithm.ES256, Bytes.utf8("other"), crypto).publicKey();
    AppraisalInput input =
        input(data.read("rfc9783-psa-sign1.cbor"), stranger.toSpki(), AppraisalPolicy.standard());
    assertThat(first(input.withEndorsements(List.of(data.read("rfc9783-tfm-es-iak.json")))))
        .isEqualTo("cert.malformed");
  }

  private String first(AppraisalInput input) {
    return appraiser
        .appraise(input, Checks.unbroken())
        .firstFailure()
        .map(CheckOutcome::check)
        .orElse("");
  }

  private TreeSet<String> failures(PsaClaims claims) {
    OrderedChecks run =
        new OrderedChecks(
            new CheckOrder(PsaForm.CHECKS, CheckCatalogue.load()),
            Checks.unbroken(),
            AppraisalPolicy.standard());
    new PsaForm(claims, run).check();
    TreeSet<String> failed = new TreeSet<>();
    run.appraisal().outcomes().stream()
        .filter(each -> each.status() == CheckOutcome.Status.FAILED)
        .forEach(each -> failed.add(each.check()));
    return failed;
  }

  private Appraisal appraise(String token, String key, AppraisalPolicy policy) throws Rejected {
    RealTokens data = RealTokens.open("psa");
    Bytes anchor = key.endsWith(".bin") ? data.secret(key) : data.read(key);
    return appraiser.appraise(input(data.read(token), anchor, policy), Checks.unbroken());
  }

  private AppraisalInput input(Bytes token, Bytes key, AppraisalPolicy policy) throws Rejected {
    return new AppraisalInput(
        token,
        List.of(),
        List.of(),
        appraiser.anchors(List.of(key), Checks.unbroken()),
        AT,
        Optional.empty(),
        Optional.empty(),
        policy);
  }

  private static Cbor.Map claims(Bytes token) throws Rejected {
    return ArmToken.parse(token, EnumSet.allOf(ArmToken.Form.class), Checks.unbroken()).claims();
  }
}
