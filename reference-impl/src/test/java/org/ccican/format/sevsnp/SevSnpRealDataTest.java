package org.ccican.format.sevsnp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ccican.appraisal.Appraisal;
import org.ccican.appraisal.AppraisalInput;
import org.ccican.appraisal.AppraisalPolicy;
import org.ccican.appraisal.CheckOutcome;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.trust.TrustAnchors;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;

/** The appraiser over reports, certificates and lists that real processors and AMD made. */
class SevSnpRealDataTest {

  private static final Instant HCL_TIME = Instant.parse("2023-06-01T00:00:00Z");

  private final RealData data = RealData.open();
  private final Crypto crypto = new Crypto();
  private final SevSnpAppraiser appraiser = new SevSnpAppraiser(CheckCatalogue.load(), crypto);

  @Test
  void judgesEveryCaseAsExpected() throws Rejected {
    int judged = 0;
    for (String[] row : data.table("cases.tsv")) {
      if (!row[1].equals("sev-snp")) {
        continue;
      }
      Appraisal appraisal = appraise(row);
      String name = row[0] + ": " + row[6];
      switch (row[6]) {
        case "authentic" -> {
          assertThat(appraisal.firstFailure()).as(name).isEmpty();
          assertThat(appraisal.accepted()).as(name).isTrue();
          assertThat(status(appraisal, "cert.crl.revoked"))
              .isEqualTo(CheckOutcome.Status.NOT_EVALUATED);
        }
        case "authentic; debug policy: refuse" -> {
          refused(appraisal, "sev-snp.policy.debug", Reason.DEBUG_ENABLED);
          assertThat(status(appraisal, "sev-snp.signature.valid"))
              .isEqualTo(CheckOutcome.Status.PASSED);
        }
        case "no endorsement: layout only" -> {
          refused(appraisal, "sev-snp.endorsement.present", Reason.ENDORSEMENT_MISSING);
          assertThat(status(appraisal, "sev-snp.signature.key"))
              .isEqualTo(CheckOutcome.Status.PASSED);
        }
        case "signature invalid, 1185 octets" ->
            refused(appraisal, "sev-snp.report.trailing", Reason.TRAILING_OCTETS);
        default -> throw new AssertionError("unexpected expectation: " + name);
      }
      judged++;
    }
    assertThat(judged).isEqualTo(9);
  }

  @Test
  void acceptsTheReportInsideAnHclBlobAndShowsItsProvisionalFirmware() throws Rejected {
    AppraisalInput input = hcl();
    Appraisal appraisal = appraiser.appraise(input, Checks.unbroken());
    assertThat(appraisal.firstFailure()).isEmpty();
    assertThat(appraisal.find("sev-snp.tcb.provisional").orElseThrow().detail())
        .startsWith("provisional, which the policy allows: ")
        .contains("microcode 210")
        .contains("microcode 115");
    AppraisalPolicy standard = AppraisalPolicy.standard();
    AppraisalPolicy strict =
        new AppraisalPolicy(
            false,
            false,
            false,
            false,
            standard.privilegeLevels(),
            standard.minimum(),
            standard.equal(),
            standard.bitsSet(),
            standard.bitsClear(),
            standard.notEvaluated());
    refused(
        appraiser.appraise(input.withPolicy(strict), Checks.unbroken()),
        "sev-snp.tcb.provisional",
        Reason.TCB_OUTDATED);
  }

  @Test
  void comparesTheWholeReportDataOfTheTsmReport() throws Rejected {
    Bytes nonce = Bytes.utf8("MIDBNH28iioisjPyxxxxxxxxxxxxxxxx".repeat(2));
    AppraisalInput input =
        input(
            data.tsmReport(),
            List.of(data.read("snp/v3-genoa-tsm.vcek.der")),
            "genoa",
            Instant.parse("2025-05-20T18:31:36Z"));
    Appraisal fresh = appraiser.appraise(input.withReportData(nonce), Checks.unbroken());
    assertThat(fresh.firstFailure()).isEmpty();
    assertThat(status(fresh, "sev-snp.report-data")).isEqualTo(CheckOutcome.Status.PASSED);
    for (Bytes other : List.of(nonce.flip(63, 0), nonce.slice(0, 32), Bytes.zero(64))) {
      refused(
          appraiser.appraise(input.withReportData(other), Checks.unbroken()),
          "sev-snp.report-data",
          Reason.BINDING_MISMATCH);
    }
  }

  @Test
  void refusesAMilanReportUnderGenoasRoots() throws Rejected {
    AppraisalInput input =
        input(
            data.read("snp/v2-milan-plain.report.bin"),
            List.of(data.read("snp/v2-milan-plain.vcek.der")),
            "genoa",
            Instant.parse("2023-05-03T19:23:43Z"));
    refused(
        appraiser.appraise(input, Checks.unbroken()), "cert.path.complete", Reason.BROKEN_CHAIN);
  }

  @Test
  void refusesOneChipsReportWithAnotherChipsCertificate() throws Rejected {
    AppraisalInput input =
        input(
            data.read("snp/v2-milan-plain.report.bin"),
            List.of(data.read("snp/azure-hcl.vcek.der")),
            "milan",
            HCL_TIME);
    refused(
        appraiser.appraise(input, Checks.unbroken()),
        "sev-snp.endorsement.chip",
        Reason.ENDORSEMENT_MISMATCH);
  }

  @Test
  void refusesEveryCertificateOutsideItsTime() throws Rejected {
    AppraisalInput input = hcl();
    refused(
        appraiser.appraise(input.at(Instant.parse("2023-05-01T00:00:00Z")), Checks.unbroken()),
        "cert.validity.begun",
        Reason.CERTIFICATE_NOT_YET_VALID);
    refused(
        appraiser.appraise(input.at(Instant.parse("2030-06-01T00:00:00Z")), Checks.unbroken()),
        "cert.validity.ended",
        Reason.CERTIFICATE_EXPIRED);
  }

  @Test
  void refusesAListThatExpiredBeforeTheReport() throws Rejected {
    AppraisalInput input = hcl().withCrls(List.of(data.read("snp/ca/amd-milan-crl-2022.der")));
    refused(
        appraiser.appraise(input, Checks.unbroken()), "cert.crl.current", Reason.REVOCATION_STALE);
  }

  @Test
  void usesTheListWhileItIsCurrent() throws Rejected {
    AppraisalInput input = hcl().withCrls(List.of(data.read("snp/ca/amd-milan-crl-2022.der")));
    Appraisal appraisal =
        appraiser.appraise(input.at(Instant.parse("2023-05-05T00:00:00Z")), Checks.unbroken());
    assertThat(appraisal.firstFailure()).isEmpty();
    assertThat(status(appraisal, "cert.crl.revoked")).isEqualTo(CheckOutcome.Status.PASSED);
  }

  @Test
  void doesNotEvaluateRevocationWithTheListOfAnotherRoot() throws Rejected {
    AppraisalInput input = hcl().withCrls(List.of(data.read("snp/ca/amd-genoa-crl-2022.der")));
    Appraisal appraisal = appraiser.appraise(input, Checks.unbroken());
    assertThat(appraisal.accepted()).isTrue();
    assertThat(status(appraisal, "cert.crl.revoked")).isEqualTo(CheckOutcome.Status.NOT_EVALUATED);
  }

  private Appraisal appraise(String[] row) throws Rejected {
    List<Bytes> endorsements = row[2].isEmpty() ? List.of() : List.of(data.read(row[2]));
    TrustAnchors anchors = row[3].isEmpty() ? anchors("milan") : data.anchors(row[3]);
    Instant at = row[5].isEmpty() ? HCL_TIME : Instant.parse(row[5]);
    return appraiser.appraise(
        input(data.read(row[0]), endorsements, anchors, at), Checks.unbroken());
  }

  private AppraisalInput hcl() throws Rejected {
    return input(data.hclReport(), List.of(data.read("snp/azure-hcl.vcek.der")), "milan", HCL_TIME);
  }

  private AppraisalInput input(Bytes evidence, List<Bytes> endorsements, String line, Instant at)
      throws Rejected {
    return input(evidence, endorsements, anchors(line), at);
  }

  private static AppraisalInput input(
      Bytes evidence, List<Bytes> endorsements, TrustAnchors anchors, Instant at) {
    return new AppraisalInput(
        evidence,
        endorsements,
        List.of(),
        anchors,
        at,
        Optional.empty(),
        Optional.empty(),
        AppraisalPolicy.standard());
  }

  private TrustAnchors anchors(String line) throws Rejected {
    return data.anchors("snp/ca/" + line + "_ask_ark_asvk.pem");
  }

  private static CheckOutcome.Status status(Appraisal appraisal, String check) {
    return appraisal.find(check).orElseThrow().status();
  }

  private static void refused(Appraisal appraisal, String check, Reason reason) {
    assertThat(appraisal.accepted()).isFalse();
    CheckOutcome first = appraisal.firstFailure().orElseThrow();
    assertThat(first.check()).isEqualTo(check);
    assertThat(first.reason()).contains(reason);
  }
}
