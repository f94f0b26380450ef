package org.ccican.format.sevsnp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ccican.appraisal.Appraisal;
import org.ccican.appraisal.CheckOutcome;
import org.ccican.check.Checks;
import org.ccican.evidence.LaunchedEnvironment;
import org.ccican.format.sevsnp.SevSnpDials.Defect;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;

class SevSnpEmulatorTest {

  private record Refusal(String check, Reason reason) {}

  private static final Map<Defect, Refusal> REFUSALS = refusals();

  private final EmulatedStack stack = new EmulatedStack();

  @Test
  void everyVersionOfEveryLineIsAccepted() throws Rejected {
    for (SevSnpProduct product : SevSnpProduct.values()) {
      for (int version : List.of(2, 3, 5)) {
        SevSnpOptions options =
            new SevSnpOptions(
                product, version, EmulatedStack.SEED, EmulatedStack.FROM, SevSnpDials.none());
        Appraisal appraisal = stack.appraise(stack.input(options));
        assertThat(appraisal.firstFailure()).as(options.toString()).isEmpty();
        assertThat(appraisal.accepted()).as(options.toString()).isTrue();
        assertThat(appraisal.outcomes()).hasSameSizeAs(SevSnpAppraiser.ORDER);
      }
    }
  }

  @Test
  void everyDialIsRefusedByTheCheckThatNamesIt() throws Rejected {
    assertThat(REFUSALS).containsOnlyKeys(Defect.values());
    for (Defect defect : Defect.values()) {
      Appraisal appraisal = stack.appraise(stack.input(defect));
      assertThat(appraisal.accepted()).as(defect.id()).isFalse();
      CheckOutcome first = appraisal.firstFailure().orElseThrow();
      assertThat(new Refusal(first.check(), first.reason().orElseThrow()))
          .as(defect.id() + ": " + first.detail())
          .isEqualTo(REFUSALS.get(defect));
      assertThat(appraisal.outcomes())
          .as(defect.id())
          .filteredOn(each -> each.status() == CheckOutcome.Status.FAILED)
          .hasSize(1);
    }
  }

  @Test
  void everyDialIsRefusedInEveryVersionAndLine() throws Rejected {
    for (SevSnpProduct product : List.of(SevSnpProduct.GENOA, SevSnpProduct.TURIN)) {
      for (int version : List.of(2, 5)) {
        for (Defect defect : Defect.values()) {
          if (defect == Defect.WRONG_PRODUCT && version == 2) {
            continue;
          }
          SevSnpOptions options =
              new SevSnpOptions(
                  product,
                  version,
                  EmulatedStack.SEED,
                  EmulatedStack.FROM,
                  SevSnpDials.only(defect));
          assertThat(stack.appraise(stack.input(options)).firstFailure().orElseThrow().check())
              .as(options.toString())
              .isEqualTo(REFUSALS.get(defect).check());
        }
      }
    }
  }

  @Test
  void sameSeedGivesTheSameOctetsAndAnotherSeedAnotherChip() throws Rejected {
    LaunchedEnvironment first =
        stack.emulator(EmulatedStack.standard()).launch(EmulatedStack.AGENT);
    LaunchedEnvironment again =
        new EmulatedStack().emulator(EmulatedStack.standard()).launch(EmulatedStack.AGENT);
    assertThat(again.evidence(EmulatedStack.REPORT_DATA))
        .isEqualTo(first.evidence(EmulatedStack.REPORT_DATA));
    assertThat(again.endorsements()).isEqualTo(first.endorsements());
    LaunchedEnvironment other =
        stack
            .emulator(SevSnpOptions.standard(Bytes.utf8("machine 2"), EmulatedStack.FROM))
            .launch(EmulatedStack.AGENT);
    assertThat(other.endorsements().get(0)).isNotEqualTo(first.endorsements().get(0));
    assertThat(other.endorsements().get(1)).isEqualTo(first.endorsements().get(1));
    assertThat(other.measurement()).isEqualTo(first.measurement());
  }

  @Test
  void readsTheAgentBackFromMeasuredPages() throws Rejected {
    for (int size : new int[] {1, 4095, 4096, 4097, 3 * 4096}) {
      Bytes image = Bytes.zero(size).flip(size - 1, 3);
      assertThat(launch(image).agentImage()).isEqualTo(image);
    }
  }

  @Test
  void measurementChangesWithEveryOctetOfTheAgent() throws Rejected {
    Bytes image = Bytes.utf8("x".repeat(5000));
    Bytes measurement = launch(image).measurement();
    for (int at = 0; at < image.size(); at += 617) {
      assertThat(launch(image.flip(at, at % 8)).measurement()).isNotEqualTo(measurement);
    }
    assertThat(launch(image.padRight(5001)).measurement()).isNotEqualTo(measurement);
    assertThat(launch(image).measurement()).isEqualTo(measurement);
  }

  @Test
  void measurementIsThePageInfoChainOverFirmwareAgentAndProcessor() throws Rejected {
    Bytes image = Bytes.utf8("agent");
    OvmfImage firmware = EmulatedFirmware.image();
    SevSnpLaunchPlan plan = SevSnpLaunchPlan.single(0x00a00f11);
    List<SevSnpPage> pages = new java.util.ArrayList<>(plan.memory(firmware));
    Bytes head =
        Bytes.concat(Bytes.utf8("ccican agent").padRight(16), Bytes.of(5, 0, 0, 0, 0, 0, 0, 0));
    pages.add(new SevSnpPage(SevSnpPage.Type.NORMAL, 0x0100_0000, head.padRight(4096)));
    pages.add(new SevSnpPage(SevSnpPage.Type.NORMAL, 0x0100_1000, image.padRight(4096)));
    pages.addAll(plan.saveAreas(firmware));
    assertThat(launch(image).measurement()).isEqualTo(SevSnpLaunchDigest.of(pages));
  }

  @Test
  void refusesAnEmptyAgentAndOneTooLarge() throws Rejected {
    assertThatThrownBy(() -> launch(Bytes.EMPTY))
        .isInstanceOfSatisfying(
            Rejected.class,
            refusal -> assertThat(refusal.check()).isEqualTo("sev-snp.launch.image"))
        .hasMessageContaining("empty");
    Bytes largest = Bytes.zero(EmulatedFirmware.LARGEST_AGENT);
    assertThat(launch(largest).agentImage()).isEqualTo(largest);
    assertThatThrownBy(() -> launch(Bytes.zero(EmulatedFirmware.LARGEST_AGENT + 1)))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("at most 16773120");
  }

  @Test
  void carriesReportDataVerbatimAndRefusesAnotherSize() throws Rejected {
    LaunchedEnvironment guest = launch(EmulatedStack.AGENT);
    for (Bytes data : List.of(Bytes.zero(64), EmulatedStack.REPORT_DATA)) {
      SevSnpReport report = SevSnpReport.parse(guest.evidence(data), Checks.unbroken());
      assertThat(report.octets(SevSnpField.REPORT_DATA)).isEqualTo(data);
    }
    for (int size : new int[] {0, 63, 65}) {
      assertThatThrownBy(() -> guest.evidence(Bytes.zero(size))).isInstanceOf(Rejected.class);
    }
  }

  private LaunchedEnvironment launch(Bytes image) throws Rejected {
    return stack.emulator(EmulatedStack.standard()).launch(image);
  }

  private static Map<Defect, Refusal> refusals() {
    Map<Defect, Refusal> map = new EnumMap<>(Defect.class);
    map.put(Defect.TRUNCATED, new Refusal("sev-snp.report.truncated", Reason.TRUNCATED));
    map.put(Defect.TRAILING_OCTET, new Refusal("sev-snp.report.trailing", Reason.TRAILING_OCTETS));
    map.put(Defect.UNKNOWN_VERSION, new Refusal("sev-snp.report.version", Reason.UNKNOWN_VERSION));
    map.put(
        Defect.RESERVED_FIELD, new Refusal("sev-snp.report.reserved", Reason.RESERVED_NOT_ZERO));
    map.put(
        Defect.POLICY_BIT_17_CLEAR, new Refusal("sev-snp.policy.must-be-one", Reason.MALFORMED));
    map.put(
        Defect.POLICY_RESERVED_BIT,
        new Refusal("sev-snp.policy.reserved", Reason.RESERVED_NOT_ZERO));
    map.put(
        Defect.KEY_INFO_RESERVED_BIT,
        new Refusal("sev-snp.key-info.reserved", Reason.RESERVED_NOT_ZERO));
    map.put(
        Defect.AUTHOR_KEY_ABSENT,
        new Refusal("sev-snp.author-key.absent", Reason.RESERVED_NOT_ZERO));
    map.put(
        Defect.SIGNATURE_ALGORITHM,
        new Refusal("sev-snp.signature.algorithm", Reason.UNSUPPORTED_ALGORITHM));
    map.put(
        Defect.SIGNATURE_PADDING,
        new Refusal("sev-snp.signature.padding", Reason.RESERVED_NOT_ZERO));
    map.put(Defect.SIGNING_KEY_NONE, new Refusal("sev-snp.signature.key", Reason.UNKNOWN_SIGNER));
    map.put(
        Defect.SIGNING_KEY_VLEK,
        new Refusal("sev-snp.endorsement.kind", Reason.ENDORSEMENT_MISMATCH));
    map.put(
        Defect.ENDORSEMENT_MISSING,
        new Refusal("sev-snp.endorsement.present", Reason.ENDORSEMENT_MISSING));
    map.put(Defect.CHAIN_SWAPPED, new Refusal("cert.path.order", Reason.BROKEN_CHAIN));
    map.put(Defect.AUTHORITY_MISSING, new Refusal("cert.path.complete", Reason.BROKEN_CHAIN));
    map.put(Defect.WRONG_ROOT, new Refusal("cert.path.anchor", Reason.UNTRUSTED_ROOT));
    map.put(Defect.VCEK_EXPIRED, new Refusal("cert.validity.ended", Reason.CERTIFICATE_EXPIRED));
    map.put(
        Defect.VCEK_NOT_YET_VALID,
        new Refusal("cert.validity.begun", Reason.CERTIFICATE_NOT_YET_VALID));
    map.put(
        Defect.WRONG_PRODUCT,
        new Refusal("sev-snp.product.processor", Reason.ENDORSEMENT_MISMATCH));
    map.put(
        Defect.UNKNOWN_CHIP, new Refusal("sev-snp.endorsement.chip", Reason.ENDORSEMENT_MISMATCH));
    map.put(Defect.TCB_RESERVED, new Refusal("sev-snp.tcb.reserved", Reason.RESERVED_NOT_ZERO));
    map.put(
        Defect.TCB_BELOW_ENDORSEMENT,
        new Refusal("sev-snp.tcb.below-endorsement", Reason.TCB_OUTDATED));
    map.put(
        Defect.TCB_ABOVE_ENDORSEMENT,
        new Refusal("sev-snp.tcb.above-endorsement", Reason.ENDORSEMENT_MISMATCH));
    map.put(Defect.R_ZERO, new Refusal("sev-snp.signature.range", Reason.INVALID_SIGNATURE));
    map.put(Defect.S_ORDER, new Refusal("sev-snp.signature.range", Reason.INVALID_SIGNATURE));
    map.put(Defect.BAD_SIGNATURE, new Refusal("sev-snp.signature.valid", Reason.INVALID_SIGNATURE));
    map.put(
        Defect.TCB_REPORTED_ABOVE_CURRENT, new Refusal("sev-snp.tcb.reported", Reason.ROLLED_BACK));
    map.put(
        Defect.TCB_COMMITTED_ABOVE_CURRENT,
        new Refusal("sev-snp.tcb.committed", Reason.ROLLED_BACK));
    map.put(Defect.TCB_LAUNCH_ABOVE_CURRENT, new Refusal("sev-snp.tcb.launch", Reason.ROLLED_BACK));
    map.put(Defect.DEBUG_POLICY, new Refusal("sev-snp.policy.debug", Reason.DEBUG_ENABLED));
    map.put(
        Defect.MIGRATION_POLICY, new Refusal("sev-snp.policy.migration", Reason.POLICY_VIOLATED));
    map.put(Defect.ABI_TOO_NEW, new Refusal("sev-snp.policy.abi", Reason.POLICY_VIOLATED));
    map.put(Defect.HOST_REQUESTED, new Refusal("sev-snp.vmpl.guest", Reason.POLICY_VIOLATED));
    map.put(Defect.WRONG_VMPL, new Refusal("sev-snp.vmpl.expected", Reason.POLICY_VIOLATED));
    map.put(
        Defect.WRONG_MEASUREMENT, new Refusal("sev-snp.measurement", Reason.MEASUREMENT_MISMATCH));
    map.put(Defect.WRONG_REPORT_DATA, new Refusal("sev-snp.report-data", Reason.BINDING_MISMATCH));
    return map;
  }
}
