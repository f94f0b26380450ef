package org.ccican.format.sevsnp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ccican.appraisal.Appraisal;
import org.ccican.appraisal.AppraisalInput;
import org.ccican.check.Checks;
import org.ccican.evidence.LaunchedEnvironment;
import org.ccican.format.sevsnp.SevSnpDials.Defect;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;

class SevSnpEmulatorTest {

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
  void everyDialIsRefusedByTheSameCheckInEveryVersionAndLine() throws Rejected {
    for (SevSnpManner manner : List.of(SevSnpManner.USUAL, SevSnpManner.VLEK)) {
      SevSnpOptions standard = EmulatedStack.standard().with(manner);
      for (String defect : standard.defects()) {
        String check = refusal(standard, defect);
        for (SevSnpProduct product : List.of(SevSnpProduct.GENOA, SevSnpProduct.TURIN)) {
          for (int version : List.of(2, 5)) {
            SevSnpOptions other =
                new SevSnpOptions(
                    product,
                    version,
                    manner,
                    EmulatedStack.SEED,
                    EmulatedStack.FROM,
                    SevSnpDials.none());
            if (other.defects().contains(defect)) {
              assertThat(refusal(other, defect)).as(other + " " + defect).isEqualTo(check);
            }
          }
        }
      }
    }
  }

  private String refusal(SevSnpOptions options, String defect) throws Rejected {
    SevSnpDials dials = new SevSnpDials(Defect.find(defect));
    return stack.appraise(stack.input(options.with(dials))).firstFailure().orElseThrow().check();
  }

  @Test
  void aCloudsKeyIsGoodForAYearAndAChipsForSeven() throws Rejected {
    for (SevSnpManner manner : List.of(SevSnpManner.USUAL, SevSnpManner.VLEK)) {
      SevSnpOptions options = EmulatedStack.standard().with(manner);
      Duration life = Duration.ofDays(manner == SevSnpManner.VLEK ? 365 : 7 * 365 + 2);
      AppraisalInput input = stack.input(options).withCrls(List.of());
      Instant last = EmulatedStack.FROM.plus(life);
      assertThat(stack.appraise(input.at(last)).accepted()).as(manner.id()).isTrue();
      assertThat(stack.appraise(input.at(last.plusSeconds(1))).firstFailure().orElseThrow().check())
          .as(manner.id())
          .isEqualTo("cert.validity.ended");
    }
  }

  @Test
  void machinesOfACloudShareAKeyAndShowNoChip() throws Rejected {
    SevSnpOptions one = EmulatedStack.standard().with(SevSnpManner.VLEK);
    SevSnpOptions other =
        SevSnpOptions.standard(Bytes.utf8("machine 2"), EmulatedStack.FROM).with(SevSnpManner.VLEK);
    assertThat(stack.input(other).endorsements()).isEqualTo(stack.input(one).endorsements());
    assertThat(stack.input(one).evidence().slice(0x1a0, 0x1e0).isZero()).isTrue();
    assertThat(stack.input(EmulatedStack.standard()).evidence().slice(0x1a0, 0x1e0).isZero())
        .isFalse();
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
}
