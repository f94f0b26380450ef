package org.ccican.format.sevsnp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;

class SevSnpReportTest {

  @Test
  void fieldsFillTheReportWithoutGapOrOverlap() {
    int at = 0;
    for (SevSnpField field : SevSnpField.values()) {
      assertThat(field.offset()).as(field.name()).isEqualTo(at);
      at += field.size();
    }
    assertThat(at).isEqualTo(SevSnpReport.SIZE);
  }

  @Test
  void writesEveryCapturedReportAsItWas() throws Rejected {
    var reports = RealData.open().reports();
    assertThat(reports).hasSize(10);
    for (Bytes octets : reports) {
      SevSnpReport report = SevSnpReport.parse(octets, Checks.unbroken());
      assertThat(report.write()).isEqualTo(octets);
      assertThat(report.signedPart()).isEqualTo(octets.slice(0, 0x2a0));
    }
  }

  @Test
  void writesOctetsThatBreakEveryRuleAsTheyWere() throws Rejected {
    Bytes octets = counted();
    assertThat(SevSnpReport.parse(octets, Checks.unbroken()).write()).isEqualTo(octets);
  }

  @Test
  void readsFieldsFromTheirPlaces() throws Rejected {
    SevSnpReport report = SevSnpReport.parse(counted(), Checks.unbroken());
    assertThat(report.version()).isEqualTo(0x03020100L);
    assertThat(report.number(SevSnpField.POLICY)).isEqualTo(0x0f0e0d0c0b0a0908L);
    assertThat(report.octets(SevSnpField.CHIP_ID).at(0)).isEqualTo(0xa0);
    assertThat(report.octets(SevSnpField.SIGNATURE_S).at(0)).isEqualTo(0xe8);
    assertThat(report.bigEndian(SevSnpField.SIGNATURE_S).at(47)).isEqualTo(0xe8);
  }

  @Test
  void refusesEveryShorterInput() {
    Bytes octets = counted();
    for (int size = 0; size < SevSnpReport.SIZE; size++) {
      Bytes shorter = octets.slice(0, size);
      assertThatThrownBy(() -> SevSnpReport.parse(shorter, Checks.unbroken()))
          .isInstanceOfSatisfying(
              Rejected.class,
              refusal -> {
                assertThat(refusal.reason()).isEqualTo(Reason.TRUNCATED);
                assertThat(refusal.check()).isEqualTo("sev-snp.report.truncated");
              });
    }
  }

  @Test
  void refusesAnOctetTooMany() {
    Bytes longer = Bytes.concat(counted(), Bytes.of(0));
    assertThatThrownBy(() -> SevSnpReport.parse(longer, Checks.unbroken()))
        .isInstanceOfSatisfying(
            Rejected.class,
            refusal -> assertThat(refusal.check()).isEqualTo("sev-snp.report.trailing"));
  }

  @Test
  void refusesAFieldOfAnotherSize() {
    SevSnpReport report = SevSnpReport.blank();
    assertThatThrownBy(() -> report.with(SevSnpField.HOST_DATA, Bytes.zero(31)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Bytes counted() {
    int[] octets = new int[SevSnpReport.SIZE];
    for (int i = 0; i < octets.length; i++) {
      octets[i] = i;
    }
    return Bytes.of(octets);
  }
}
