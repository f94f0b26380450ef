package org.ccican.suit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ccican.check.Checks;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * The duties of whoever sends a SUIT Report (suit-report sections 3, 4 and 6), one by one: a report
 * that is right stays as it is, unless one of them is broken.
 */
public final class SuitReporting {

  private static final int HASH_SIZE = 32;

  private final Checks checks;

  public SuitReporting(Checks checks) {
    this.checks = checks;
  }

  /** The report as it is sent. */
  public SuitReport told(SuitReport right) {
    List<SuitRecord> records = new ArrayList<>(right.records().stream().map(this::told).toList());
    // spec| suit-report §4.1: records are of failures alone
    if (right.failure().isEmpty() && !checks.keeps("suit.report.empty")) {
      records.add(new SuitRecord(List.of(), 0, 0, 0, Cbor.map().build()));
    }
    return new SuitReport(
        // spec| suit-report §4: the URI is the manifest's
        checks.keeps("suit.report.reference-uri") ? right.referenceUri() : "urn:another",
        // spec| suit-report §4: the digest is the authentication wrapper's
        checks.keeps("suit.report.digest") ? right.digest() : another(),
        right.nonce(),
        records,
        right.claims(),
        failure(right),
        // spec| suit-report §4.2: what is missing brings a capability report
        checks.keeps("suit.report.capability") ? right.capabilities() : Optional.empty());
  }

  private Optional<SuitReport.Failure> failure(SuitReport right) {
    // spec| suit-report §4.2: the result is true, or says why not
    if (!checks.keeps("suit.report.result")) {
      return right.failure().isPresent()
          ? Optional.empty()
          : Optional.of(
              new SuitReport.Failure(
                  0,
                  new SuitRecord(List.of(), 0, 0, 0, Cbor.map().build()),
                  SuitReason.OPERATION_FAILED.id()));
    }
    return right
        .failure()
        .map(each -> new SuitReport.Failure(each.code(), told(each.record()), reason(each)));
  }

  private long reason(SuitReport.Failure failure) {
    // spec| suit-report §4.2: the reason is that of the failure
    return checks.keeps("suit.report.reason")
        ? failure.reason()
        : SuitReason.SEVERING_UNSUPPORTED.id();
  }

  private SuitRecord told(SuitRecord right) {
    // spec| suit-report §3: the path leads to the manifest of the command
    List<Long> path =
        checks.keeps("suit.report.manifest-id") ? right.manifestId() : List.of(7L, 7L);
    return new SuitRecord(
        path,
        // spec| suit-report §3: the section is named by its key
        kept("suit.report.section", right.section(), section -> section + 1),
        // spec| suit-report §3: the offset is that of the command
        kept("suit.report.offset", right.offset(), offset -> offset + 1),
        // spec| suit-report §3: the component is that of the command
        kept("suit.report.component", right.component(), component -> component + 1),
        // spec| suit-report §3: the properties are what was measured
        checks.keeps("suit.report.properties") ? right.properties() : Cbor.map().build());
  }

  private long kept(String duty, long right, UnaryOperator<Long> wrong) {
    return checks.keeps(duty) ? right : wrong.apply(right);
  }

  private static Bytes another() {
    return new SuitDigest(SuitDigest.SHA_256, Bytes.zero(HASH_SIZE)).toCbor().encode();
  }
}
