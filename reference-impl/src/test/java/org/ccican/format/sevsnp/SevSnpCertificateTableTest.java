package org.ccican.format.sevsnp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.ccican.appraisal.Appraisal;
import org.ccican.appraisal.AppraisalInput;
import org.ccican.appraisal.AppraisalPolicy;
import org.ccican.check.Checks;
import org.ccican.format.sevsnp.SevSnpCertificateTable.Kind;
import org.ccican.inspect.Inspector;
import org.ccican.inspect.Inspector.Inspection;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;

class SevSnpCertificateTableTest {

  private final EmulatedStack stack = new EmulatedStack();

  @Test
  void aHostsTableIsWrittenAsItWasRead() throws Rejected {
    for (Bytes octets : List.of(emulated(), RealData.open().certificateTable())) {
      assertThat(SevSnpCertificateTable.isTable(octets)).isTrue();
      assertThat(SevSnpCertificateTable.parse(octets, Checks.unbroken()).write()).isEqualTo(octets);
    }
  }

  /** The certificates in it are in PEM, the root is there, and the chip's comes last. */
  @Test
  void aRealReportIsAppraisedWithTheTableThatCameWithIt() throws Rejected {
    RealData data = RealData.open();
    AppraisalInput input =
        new AppraisalInput(
            data.read("snp/v3-genoa-tsm.report.bin"),
            List.of(data.certificateTable()),
            List.of(),
            data.anchors("snp/ca/genoa_ask_ark_asvk.pem"),
            Instant.parse("2025-05-20T18:31:36Z"),
            Optional.empty(),
            Optional.empty(),
            AppraisalPolicy.standard());
    Appraisal appraisal = stack.appraise(input);
    assertThat(appraisal.firstFailure()).isEmpty();
    assertThat(appraisal.accepted()).isTrue();
    assertThat(
            SevSnpCertificateTable.parse(data.certificateTable(), Checks.unbroken())
                .find(Kind.VCEK)
                .orElseThrow()
                .der())
        .isEqualTo(data.read("snp/v3-genoa-tsm.vcek.der"));
  }

  @Test
  void theRootInATableIsNoAnchor() throws Rejected {
    AppraisalInput input =
        stack
            .input(EmulatedStack.standard().with(SevSnpManner.CERTIFICATE_TABLE))
            .withAnchors(stack.amd.anchors(SevSnpProduct.TURIN));
    assertThat(stack.appraise(input).firstFailure().orElseThrow().check())
        .isEqualTo("cert.path.anchor");
  }

  @Test
  void certificatesAreNoTable() throws Rejected {
    for (Bytes certificate : stack.input(EmulatedStack.standard()).endorsements()) {
      assertThat(SevSnpCertificateTable.isTable(certificate)).isFalse();
    }
    for (int size : new int[] {0, 1, 23}) {
      assertThat(SevSnpCertificateTable.isTable(Bytes.zero(size))).isFalse();
    }
  }

  @Test
  void whateverTheOctetsAreTheyAreReadOrRefused() throws Rejected {
    Bytes right = emulated();
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 2_000; i++) {
      Bytes damaged =
          right
              .with(random.nextInt(150), Bytes.of(random.nextInt(256)))
              .slice(0, right.size() - random.nextInt(right.size()));
      assertThatCode(() -> readOrRefuse(damaged)).doesNotThrowAnyException();
      Optional<Inspection> inspection = new Inspector().inspect(damaged);
      inspection.ifPresent(found -> assertThat(found.title()).isNotEmpty());
    }
  }

  @Test
  void aTableIsShownEntryByEntry() throws Rejected {
    for (Bytes octets : List.of(emulated(), RealData.open().certificateTable())) {
      Inspection inspection = new Inspector().inspect(octets).orElseThrow();
      assertThat(inspection.kind()).isEqualTo("snp-table");
      assertThat(inspection.notes())
          .extracting(note -> note.field())
          .contains("entry", "end of the list", "VCEK", "ASK", "ARK");
      assertThat(inspection.notes())
          .filteredOn(note -> note.field().equals("VCEK"))
          .allSatisfy(note -> assertThat(note.parts()).isNotEmpty());
    }
  }

  private static void readOrRefuse(Bytes octets) {
    try {
      SevSnpCertificateTable.parse(octets, Checks.unbroken());
    } catch (Rejected e) {
      assertThat(e.check()).startsWith("sev-snp.table.");
    }
  }

  private Bytes emulated() throws Rejected {
    return stack
        .input(EmulatedStack.standard().with(SevSnpManner.CERTIFICATE_TABLE))
        .endorsements()
        .get(0);
  }
}
