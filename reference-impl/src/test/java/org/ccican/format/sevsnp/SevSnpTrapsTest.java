package org.ccican.format.sevsnp;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import org.ccican.appraisal.AppraisalInput;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.reject.Rejected;
import org.ccican.trust.VendorCertificate;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;

/** What is surprising about reports and certificates of real chips. */
class SevSnpTrapsTest {

  private static final List<String> CERTIFICATES =
      List.of(
          "v2-milan-plain",
          "v2-milan-steward",
          "v3-genoa-tsm",
          "v3-genoa-azure-aci",
          "v3-milan-azure-aci",
          "v5-turin-azure-aci");

  private static final BigInteger ORDER =
      new BigInteger(
          "ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf"
              + "581a0db248b0a77aecec196accc52973",
          16);

  private final EmulatedStack stack = new EmulatedStack();

  @Test
  void noCapturedReportHasTrailingOctets() throws Rejected {
    List<Bytes> reports = RealData.open().reports();
    assertThat(reports).hasSizeGreaterThan(8);
    for (Bytes each : reports) {
      assertThat(SevSnpReport.parse(each, Checks.unbroken()).write()).isEqualTo(each);
    }
  }

  /** The highest octets come last, and zeros after them. */
  @Test
  void numbersOfSignaturesAreLittleEndianAndZeroExtended() throws Rejected {
    for (Bytes each : RealData.open().reports()) {
      SevSnpReport report = SevSnpReport.parse(each, Checks.unbroken());
      for (SevSnpField padding : List.of(SevSnpField.RESERVED_2D0, SevSnpField.RESERVED_318)) {
        assertThat(report.octets(padding).isZero()).isTrue();
      }
      assertThat(report.octets(SevSnpField.SIGNATURE_R))
          .isEqualTo(SevSnpReport.reversed(report.bigEndian(SevSnpField.SIGNATURE_R)));
    }
  }

  @Test
  void serialNumbersOfChipsCertificatesAreZero() throws Rejected {
    for (String name : CERTIFICATES) {
      assertThat(certificate(name).serial()).as(name).isEqualTo(BigInteger.ZERO);
    }
  }

  @Test
  void hardwareIdsAreReadWithAndWithoutHeaderAndTurinsIsShort() throws Rejected {
    for (String name : CERTIFICATES) {
      SevSnpEndorsement endorsement = SevSnpEndorsement.parse(certificate(name));
      boolean turin = endorsement.product().equals(java.util.Optional.of(SevSnpProduct.TURIN));
      assertThat(endorsement.chipId().orElseThrow().size()).as(name).isEqualTo(turin ? 8 : 64);
      assertThat(endorsement.versions().containsKey(SevSnpTcb.Part.FMC)).as(name).isEqualTo(turin);
    }
  }

  @Test
  void sienaIsAGenoaOutsideTheRangeOfItsModels() {
    assertThat(SevSnpProduct.ofCpuid(0x19, 0xa0)).contains(SevSnpProduct.GENOA);
    assertThat(SevSnpProduct.ofCpuid(0x19, 0x20)).isEmpty();
    assertThat(SevSnpProduct.ofName("Siena")).contains(SevSnpProduct.GENOA);
  }

  @Test
  void aReportsHashIsNoIdentity() throws Rejected {
    AppraisalInput low = stack.input(EmulatedStack.standard());
    AppraisalInput high = stack.input(EmulatedStack.standard().with(SevSnpManner.HIGH_S));
    SevSnpReport one = SevSnpReport.parse(low.evidence(), Checks.unbroken());
    SevSnpReport other = SevSnpReport.parse(high.evidence(), Checks.unbroken());
    assertThat(one.signedPart()).isEqualTo(other.signedPart());
    assertThat(s(one)).isIn(s(other), ORDER.subtract(s(other)));
    assertThat(s(other)).isGreaterThan(ORDER.shiftRight(1));
    assertThat(stack.appraise(low).accepted()).isTrue();
    assertThat(stack.appraise(high).accepted()).isTrue();
    Bytes flipped = flipped(one).write();
    assertThat(Crypto.sha256(flipped)).isNotEqualTo(Crypto.sha256(low.evidence()));
    assertThat(stack.appraise(low.withEvidence(flipped)).accepted()).isTrue();
  }

  /** The same report with the other of the two values of S. */
  private static SevSnpReport flipped(SevSnpReport report) {
    Bytes padded = Bytes.concat(Bytes.zero(48), Bytes.of(ORDER.subtract(s(report)).toByteArray()));
    return report.withBigEndian(
        SevSnpField.SIGNATURE_S, padded.slice(padded.size() - 48, padded.size()));
  }

  private static BigInteger s(SevSnpReport report) {
    return new BigInteger(1, report.bigEndian(SevSnpField.SIGNATURE_S).toArray());
  }

  private static VendorCertificate certificate(String name) throws Rejected {
    return VendorCertificate.parse(
        RealData.open().read("snp/" + name + ".vcek.der"), Checks.unbroken());
  }
}
