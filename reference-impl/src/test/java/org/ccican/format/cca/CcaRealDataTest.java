package org.ccican.format.cca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
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
import org.ccican.cose.Crypto;
import org.ccican.format.arm.RealTokens;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of firmware and of other verifiers' tests, against the manifest's verdicts. */
class CcaRealDataTest {

  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  private final CcaAppraiser appraiser = new CcaAppraiser(CheckCatalogue.load(), new Crypto());

  @ParameterizedTest
  @CsvSource({
    "cca-token-01.cbor, cpak.json, ''",
    "cca-token-01.cbor, tf-rmm-cca_platform.pub, ''",
    "cca-token-01.cbor, ta-tfa.json, ''",
    "cca-token-02.cbor, ta-02-ok.json, ''",
    "cca-token-02.cbor, cpak.json, cca.platform.signature",
    "tf-rmm-cca_token.cbor, tf-rmm-cca_platform.pub, ''",
    "trustee-cca-example-token.cbor, trustee-cpak-pub.json, ''",
    "veraison-cca-good.cbor, veraison-cca-ec.p256.jwk, ''",
    "veraison-cca-good.cbor, tf-rmm-cca_platform.pub, cca.platform.signature"
  })
  void judgesTokensAsTheManifestDoes(String token, String key, String failure) throws Rejected {
    Appraisal appraisal = appraise(token, key, Optional.empty());
    assertThat(appraisal.firstFailure().map(CheckOutcome::check).orElse("")).isEqualTo(failure);
    assertThat(appraisal.accepted()).isEqualTo(failure.isEmpty());
  }

  @Test
  void refusesAnotherChallengeAndAKeyOffItsCurve() throws Rejected {
    assertThat(
            appraise("cca-token-02.cbor", "ta-02-ok.json", Optional.of(Bytes.zero(64)))
                .firstFailure()
                .map(CheckOutcome::check))
        .contains("cca.challenge.expected");
    assertThatThrownBy(() -> appraise("cca-token-02.cbor", "ta-02-bad.json", Optional.empty()))
        .hasMessageContaining("cose.key.point");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cca-token-01.cbor",
        "cca-token-02.cbor",
        "tf-rmm-cca_token.cbor",
        "trustee-cca-example-token.cbor",
        "veraison-cca-good.cbor"
      })
  void writesCapturesAsTheyWere(String name) throws Rejected {
    Bytes octets = RealTokens.open("cca").read(name);
    CcaToken token = CcaToken.parse(octets, Checks.unbroken());
    assertThat(token.encode()).isEqualTo(octets);
    Cbor.Map platform = token.platform().claims();
    Cbor.Map realm = token.realm().claims();
    assertThat(platform.encode()).isEqualTo(token.platform().envelope().payload());
    assertThat(realm.encode()).isEqualTo(token.realm().envelope().payload());
    assertThat(labels(CcaPlatformClaims.parse(platform).toCbor())).isEqualTo(labels(platform));
    assertThat(labels(CcaRealmClaims.parse(realm).toCbor())).isEqualTo(labels(realm));
  }

  @ParameterizedTest
  @CsvSource({
    "realm-claims.cbor, ''",
    "realm-claims+spurious-numeric-key.cbor, ''",
    "realm-claims+spurious-text-key.cbor, ''",
    "realm-claims-missing-challenge.cbor, cca.challenge.present"
  })
  void judgesRealmClaimsAsTheirAuthorsDo(String name, String failure) throws Rejected {
    OrderedChecks run = run(CcaRealmForm.CHECKS);
    new CcaRealmForm(CcaRealmClaims.parse(map(name)), run).check();
    assertThat(failures(run)).isEqualTo(failure);
  }

  @Test
  void judgesPlatformClaimsAsTheirAuthorsDo() throws Rejected {
    OrderedChecks run = run(CcaPlatformForm.CHECKS);
    new CcaPlatformForm(CcaPlatformClaims.parse(map("platform-claims.cbor")), run).check();
    assertThat(failures(run)).isEmpty();
  }

  private static Set<Cbor> labels(Cbor.Map map) {
    Set<Cbor> labels = new HashSet<>();
    map.entries().forEach(each -> labels.add(each.key()));
    return labels;
  }

  private static Cbor.Map map(String name) throws Rejected {
    Bytes octets = RealTokens.open("cca").read(name);
    Cbor.Map map =
        (Cbor.Map) new CborDecoder(Checks.unbroken()).decode(octets, CborProfile.DEFINITE);
    assertThat(map.encode()).isEqualTo(octets);
    return map;
  }

  private static OrderedChecks run(List<String> names) {
    return new OrderedChecks(
        new CheckOrder(names, CheckCatalogue.load()),
        Checks.unbroken(),
        AppraisalPolicy.standard());
  }

  private static String failures(OrderedChecks run) {
    TreeSet<String> failed = new TreeSet<>();
    run.appraisal().outcomes().stream()
        .filter(each -> each.status() == CheckOutcome.Status.FAILED)
        .forEach(each -> failed.add(each.check()));
    return String.join(" ", failed);
  }

  /** A store of keys has the key itself among its members. */
  private static Bytes key(Bytes file) {
    String text = file.toText();
    int from = text.indexOf("\"pkey\":");
    return from < 0
        ? file
        : Bytes.utf8(text.substring(text.indexOf('{', from), text.indexOf('}', from) + 1));
  }

  private Appraisal appraise(String token, String key, Optional<Bytes> challenge) throws Rejected {
    RealTokens data = RealTokens.open("cca");
    return appraiser.appraise(
        new AppraisalInput(
            data.read(token),
            List.of(),
            List.of(),
            appraiser.anchors(List.of(key(data.read(key))), Checks.unbroken()),
            AT,
            Optional.empty(),
            challenge,
            AppraisalPolicy.standard()),
        Checks.unbroken());
  }
}
