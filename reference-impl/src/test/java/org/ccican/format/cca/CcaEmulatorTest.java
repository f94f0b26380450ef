package org.ccican.format.cca;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccican.appraisal.Appraisal;
import org.ccican.appraisal.AppraisalInput;
import org.ccican.appraisal.AppraisalPolicy;
import org.ccican.appraisal.CheckOutcome;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.format.arm.EmulatedManufacturer;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What emulated platforms sign, and what a policy demands of it. */
class CcaEmulatorTest {

  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Bytes CHALLENGE = Crypto.sha512(Bytes.utf8("claims"));
  private static final CheckCatalogue CATALOGUE = CheckCatalogue.load();

  private final Crypto crypto = new Crypto();
  private final EmulatedManufacturer maker = new EmulatedManufacturer("CCA", crypto);
  private final CcaAppraiser appraiser = new CcaAppraiser(CATALOGUE, crypto);

  @ParameterizedTest
  @EnumSource(CcaVariant.class)
  void acceptsWhatIsRight(CcaVariant variant) throws Rejected {
    Appraisal appraisal = appraiser.appraise(input(options(variant)), Checks.unbroken());
    assertThat(appraisal.firstFailure()).isEmpty();
    assertThat(appraisal.accepted()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(CcaVariant.class)
  void writesWhatItReads(CcaVariant variant) throws Rejected {
    Bytes octets = launch(options(variant)).evidence(CHALLENGE);
    assertThat(CcaToken.parse(octets, Checks.unbroken()).encode()).isEqualTo(octets);
  }

  @ParameterizedTest
  @CsvSource({
    "cca.implementation-id.expected, implementation-id, 32",
    "cca.instance-id.expected, instance-id, 33",
    "cca.rpv.expected, personalization-value, 64",
    "cca.config.expected, platform-config, 0",
    "cca.components.signer-expected, signer-id, 0",
    "cca.components.version-expected, software-component, 0",
    "cca.components.measurement-expected, component-measurement, 0"
  })
  void everyDemandOfAPolicyIsMadeByItsCheckAlone(String check, String field, int size)
      throws Rejected {
    AppraisalPolicy policy =
        new AppraisalPolicy(
            false,
            false,
            false,
            true,
            Set.of(0L),
            Map.of(),
            size > 0 ? Map.of(field, Bytes.zero(size)) : Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            size > 0 ? Map.of() : Map.of(field, Set.of("BL 1.0.0")),
            AppraisalPolicy.NotEvaluated.TOLERATED);
    AppraisalInput input = input(options(CcaVariant.REFERENCE)).withPolicy(policy);
    assertThat(failure(input)).isEqualTo(check);
    BrokenChecks broken = new BrokenChecks(CATALOGUE.find(check).orElseThrow());
    assertThat(appraiser.appraise(input, broken).accepted()).isTrue();
  }

  @Test
  void registersFollowWhatIsExtended() throws Rejected {
    CcaEmulator.Realm realm = launch(options(CcaVariant.REFERENCE));
    Bytes before = realm.registerLog().orElseThrow();
    realm.extend(Bytes.utf8("middleware"));
    assertThat(appraiser.extended(realm.registerLog().orElseThrow(), Checks.unbroken()))
        .containsExactly(Bytes.utf8("middleware"));
    AppraisalInput input = input(realm);
    assertThat(appraiser.appraise(input, Checks.unbroken()).accepted()).isTrue();
    assertThat(failure(input.withEventLog(before))).isEqualTo("cca.rem.replay");
    assertThat(failure(input.withEventLog(Bytes.hex("818104")))).isEqualTo("cca.event-log.shape");
    List<Bytes> registers =
        CcaRegisterLog.parse(realm.registerLog().orElseThrow(), Checks.unbroken())
            .replay(CcaHash.SHA_256);
    assertThat(registers.get(2)).isEqualTo(Bytes.zero(32));
    assertThat(registers.get(3))
        .isEqualTo(
            Crypto.sha256(Bytes.concat(Bytes.zero(32), Crypto.sha256(Bytes.utf8("middleware")))));
  }

  @Test
  void whatRunsIsWhatWasMeasured() throws Rejected {
    Bytes large = Crypto.sha512(Bytes.utf8("x")).padRight(10_000);
    CcaEmulator emulator = new CcaEmulator(options(CcaVariant.REFERENCE), maker, crypto);
    assertThat(emulator.launch(large).agentImage()).isEqualTo(large);
    assertThat(emulator.launch(large.flip(9_999, 0)).measurement())
        .isNotEqualTo(emulator.launch(large).measurement());
  }

  private static CcaOptions options(CcaVariant variant) {
    return new CcaOptions(variant, Bytes.utf8("seed"), FROM, Optional.empty());
  }

  private CcaEmulator.Realm launch(CcaOptions options) throws Rejected {
    return new CcaEmulator(options, maker, crypto).launch(Bytes.utf8("an agent"));
  }

  private AppraisalInput input(CcaOptions options) throws Rejected {
    return input(launch(options));
  }

  private AppraisalInput input(CcaEmulator.Realm realm) throws Rejected {
    return new AppraisalInput(
        realm.evidence(CHALLENGE),
        realm.endorsements(),
        List.of(),
        maker.anchors(List.of()),
        FROM.plusSeconds(1),
        Optional.of(Set.of(realm.measurement())),
        Optional.of(CHALLENGE),
        realm.registerLog(),
        AppraisalPolicy.standard());
  }

  private String failure(AppraisalInput input) {
    return appraiser
        .appraise(input, Checks.unbroken())
        .firstFailure()
        .map(CheckOutcome::check)
        .orElse("");
  }
}
