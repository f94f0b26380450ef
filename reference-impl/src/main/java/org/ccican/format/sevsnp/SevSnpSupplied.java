package org.ccican.format.sevsnp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.appraisal.AppraisalInput;
import org.ccican.appraisal.OrderedChecks;
import org.ccican.format.sevsnp.SevSnpCertificateTable.Kind;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * The certificates and revocation lists that came along, whether one by one or in a host's table.
 *
 * @param certificates DER, the signer's first
 * @param crls DER; one that came in a table counts as any other, since its issuer signed it
 */
record SevSnpSupplied(List<Bytes> certificates, List<Bytes> crls) {

  SevSnpSupplied {
    certificates = List.copyOf(certificates);
    crls = List.copyOf(crls);
  }

  /**
   * @param named the kind of key that the report names; absent: any
   * @throws Rejected if there is a table that cannot be read, or one without the signer's
   *     certificate where no other came
   */
  static SevSnpSupplied of(
      AppraisalInput input, Optional<SevSnpReport.SigningKeyKind> named, OrderedChecks run)
      throws Rejected {
    List<Bytes> certificates = new ArrayList<>();
    List<Bytes> tables = new ArrayList<>();
    for (Bytes each : input.endorsements()) {
      (SevSnpCertificateTable.isTable(each) ? tables : certificates).add(each);
    }
    if (tables.isEmpty()) {
      SevSnpCertificateTable.RULES.forEach(rule -> run.passed(rule, "no table"));
      return new SevSnpSupplied(certificates, input.crls());
    }
    // spec| AMD 56421 §4.1.8.1: a host has one table for a guest
    Rejected.unless(
        run.checks(),
        "sev-snp.table.single",
        tables.size() == 1,
        Reason.MALFORMED,
        () -> tables.size() + " tables");
    List<Bytes> crls = new ArrayList<>(input.crls());
    SevSnpCertificateTable table = SevSnpCertificateTable.parse(tables.get(0), run.checks());
    run.passed("sev-snp.table.truncated", table.entries().size() + " entries");
    run.passed("sev-snp.table.bounds", table.size() + " octets");
    if (certificates.isEmpty()) {
      certificates.add(signer(table, named).der());
    }
    for (Kind kind : List.of(Kind.ASK, Kind.ARK)) {
      if (table.find(kind).isPresent()) {
        certificates.add(table.find(kind).orElseThrow().der());
      }
    }
    if (table.find(Kind.CRL).isPresent()) {
      crls.add(table.find(Kind.CRL).orElseThrow().der());
    }
    run.passed("sev-snp.table.content", "");
    run.passed("sev-snp.table.signer", "");
    return new SevSnpSupplied(certificates, crls);
  }

  private static SevSnpCertificateTable.Entry signer(
      SevSnpCertificateTable table, Optional<SevSnpReport.SigningKeyKind> named) throws Rejected {
    Optional<SevSnpCertificateTable.Entry> chip = table.find(Kind.VCEK);
    Optional<SevSnpCertificateTable.Entry> cloud = table.find(Kind.VLEK);
    Optional<SevSnpCertificateTable.Entry> signer =
        named.isEmpty()
            ? chip.or(() -> cloud)
            : named.get() == SevSnpReport.SigningKeyKind.VCEK ? chip : cloud;
    return signer.orElseThrow(
        () ->
            new Rejected(
                Reason.ENDORSEMENT_MISSING,
                "sev-snp.table.signer",
                "no entry " + named.map(Enum::name).orElse("VCEK or VLEK")));
  }
}
