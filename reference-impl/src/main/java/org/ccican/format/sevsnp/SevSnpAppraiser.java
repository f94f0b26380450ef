package org.ccican.format.sevsnp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ccican.appraisal.Appraisal;
import org.ccican.appraisal.AppraisalInput;
import org.ccican.appraisal.AppraisalPolicy;
import org.ccican.appraisal.Appraiser;
import org.ccican.appraisal.CheckOrder;
import org.ccican.appraisal.OrderedChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.evidence.EvidenceFormat;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * Judges attestation reports of SEV-SNP (AMD 56860 section 7.3) with AMD's certificates (AMD
 * 57230): layout, then endorsement and its path, then signature, then what the report says. Where a
 * report comes from makes no difference: an emulated processor differs from a real one by its root
 * alone.
 */
public final class SevSnpAppraiser implements Appraiser {

  /** Every check, in the order in which they are made and reported. */
  static final List<String> ORDER =
      List.of(
          "sev-snp.report.truncated",
          "sev-snp.report.trailing",
          "sev-snp.report.version",
          "sev-snp.report.reserved",
          "sev-snp.policy.must-be-one",
          "sev-snp.policy.reserved",
          "sev-snp.key-info.reserved",
          "sev-snp.author-key.absent",
          "sev-snp.id-block.absent",
          "sev-snp.signature.algorithm",
          "sev-snp.signature.padding",
          "sev-snp.signature.key",
          "sev-snp.endorsement.present",
          "sev-snp.table.single",
          "sev-snp.table.truncated",
          "sev-snp.table.entries",
          "sev-snp.table.once",
          "sev-snp.table.empty",
          "sev-snp.table.offset",
          "sev-snp.table.bounds",
          "sev-snp.table.overlap",
          "sev-snp.table.slack",
          "sev-snp.table.content",
          "sev-snp.table.signer",
          "cert.malformed",
          "cert.der",
          "cert.path.order",
          "cert.path.complete",
          "cert.path.anchor",
          "sev-snp.endorsement.extension",
          "sev-snp.endorsement.struct-version",
          "sev-snp.endorsement.bearer",
          "sev-snp.endorsement.kind",
          "sev-snp.product.known",
          "sev-snp.product.processor",
          "sev-snp.product.authority",
          "sev-snp.product.root",
          "cert.path.algorithm",
          "cert.path.signature",
          "cert.path.authority",
          "cert.path.length",
          "cert.path.key-usage",
          "cert.path.critical",
          "cert.validity.begun",
          "cert.validity.ended",
          "cert.crl.malformed",
          "cert.crl.algorithm",
          "cert.crl.key-usage",
          "cert.crl.signature",
          "cert.crl.critical",
          "cert.crl.current",
          "cert.crl.revoked",
          "sev-snp.endorsement.key",
          "sev-snp.endorsement.chip",
          "sev-snp.tcb.reserved",
          "sev-snp.tcb.below-endorsement",
          "sev-snp.tcb.above-endorsement",
          "sev-snp.signature.range",
          "sev-snp.signature.valid",
          "sev-snp.tcb.reported",
          "sev-snp.tcb.committed",
          "sev-snp.tcb.launch",
          "sev-snp.tcb.provisional",
          "sev-snp.tcb.minimum",
          "sev-snp.policy.debug",
          "sev-snp.policy.migration",
          "sev-snp.policy.abi",
          "sev-snp.policy.bits",
          "sev-snp.platform.bits",
          "sev-snp.platform.policy",
          "sev-snp.vmpl.guest",
          "sev-snp.vmpl.expected",
          "sev-snp.measurement",
          "sev-snp.guest-svn",
          "sev-snp.host-data",
          "sev-snp.identity",
          "sev-snp.report-data");

  private final CheckOrder order;
  private final AppraisalPolicy.Vocabulary vocabulary = words();
  private final Crypto crypto;

  public SevSnpAppraiser(CheckCatalogue catalogue, Crypto crypto) {
    this.order = new CheckOrder(ORDER, catalogue);
    this.crypto = crypto;
  }

  @Override
  public EvidenceFormat format() {
    return SevSnpReport.FORMAT;
  }

  @Override
  public int reportDataSize() {
    return SevSnpField.REPORT_DATA.size();
  }

  @Override
  public List<String> checks() {
    return ORDER;
  }

  @Override
  public AppraisalPolicy.Vocabulary vocabulary() {
    return vocabulary;
  }

  @Override
  public List<Bytes> endorsements(Bytes file) throws Rejected {
    return SevSnpCertificateTable.isTable(file)
        ? List.of(file)
        : Appraiser.super.endorsements(file);
  }

  private static AppraisalPolicy.Vocabulary words() {
    List<String> numbers = new ArrayList<>(List.of(SevSnpField.GUEST_SVN.id()));
    for (SevSnpTcb.Part part : SevSnpTcb.Part.values()) {
      numbers.add(part.id());
    }
    Map<String, Integer> octets = new LinkedHashMap<>();
    for (SevSnpField field : SevSnpClaims.DEMANDABLE) {
      octets.put(field.id(), field.size());
    }
    return new AppraisalPolicy.Vocabulary(
        Set.copyOf(numbers),
        octets,
        Set.of(SevSnpField.POLICY.id(), SevSnpField.PLATFORM_INFO.id()));
  }

  @Override
  public Appraisal appraise(AppraisalInput input, Checks checks) {
    OrderedChecks run = new OrderedChecks(order, checks, input.policy());
    run.attempt(() -> judge(input, run));
    return run.appraisal();
  }

  private void judge(AppraisalInput input, OrderedChecks run) throws Rejected {
    SevSnpReport report = SevSnpReport.parse(input.evidence(), run.checks());
    run.passed("sev-snp.report.truncated", input.evidence().size() + " octets");
    new SevSnpLayout(report, input.policy(), run).check();
    if (!run.hasFailed()) {
      SevSnpTrust.Endorsed endorsed = new SevSnpTrust(report, input, crypto, run).check();
      new SevSnpClaims(report, endorsed, input, run).check();
    }
  }
}
