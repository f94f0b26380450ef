package org.ccican.conformance.verdict;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.ByteReader;
import org.ccican.wire.Bytes;

/**
 * What judges need of an AMD SEV-SNP attestation report (AMD 56860, ATTESTATION_REPORT): 1184
 * octets, integers little-endian.
 *
 * <pre>
 * 0x000   4  version
 * 0x008   8  policy
 * 0x030   4  vmpl
 * 0x050  64  report data
 * 0x090  48  measurement
 * 0x180   8  reported TCB
 * 0x1A0  64  chip id
 * 0x2A0 512  signature over all before it: r and s, 48 octets each in 72, little-endian
 * </pre>
 */
public record SevSnpView(
    long version,
    long policy,
    long vmpl,
    Bytes reportData,
    Bytes measurement,
    Bytes chipId,
    Bytes reportedTcb,
    Bytes octets)
    implements EvidenceView {

  public static final int SIZE = 0x4A0;

  /** ECDSA over P-384 with SHA-384, as COSE numbers it. */
  private static final long ES384 = -35;

  private static final String WHAT = "sev-snp-report";

  public SevSnpView {
    Objects.requireNonNull(reportData);
    Objects.requireNonNull(measurement);
    Objects.requireNonNull(chipId);
    Objects.requireNonNull(reportedTcb);
    Objects.requireNonNull(octets);
  }

  public static Reading<SevSnpView> read(Bytes octets) {
    return Reading.of(() -> parse(octets));
  }

  /** Policy bit 19: the host may look into the guest. */
  public boolean debug() {
    return (policy >>> 19 & 1) == 1;
  }

  @Override
  public boolean carries(Bytes expected) {
    return reportData.equals(expected);
  }

  @Override
  public Optional<Bytes> launchMeasurement() {
    return Optional.of(measurement);
  }

  @Override
  public boolean verifies(List<Bytes> keys, Verifier signatures) {
    Bytes signature =
        Bytes.concat(
            reversed(octets.slice(0x2A0, 0x2A0 + 48)), reversed(octets.slice(0x2E8, 0x2E8 + 48)));
    return keys.stream()
        .anyMatch(key -> signatures.verifies(ES384, key, octets.slice(0, 0x2A0), signature));
  }

  private static Bytes reversed(Bytes octets) {
    int[] turned = new int[octets.size()];
    for (int at = 0; at < turned.length; at++) {
      turned[at] = octets.at(turned.length - 1 - at);
    }
    return Bytes.of(turned);
  }

  private static SevSnpView parse(Bytes octets) throws Rejected {
    if (octets.size() != SIZE) {
      Reason reason = octets.size() < SIZE ? Reason.TRUNCATED : Reason.TRAILING_OCTETS;
      throw new Rejected(reason, WHAT, SIZE + " octets expected, found " + octets.size());
    }
    return new SevSnpView(
        at(octets, 0x000, 4).u32le(),
        at(octets, 0x008, 8).u64le(),
        at(octets, 0x030, 4).u32le(),
        octets.slice(0x050, 0x090),
        octets.slice(0x090, 0x0C0),
        octets.slice(0x1A0, 0x1E0),
        octets.slice(0x180, 0x188),
        octets);
  }

  private static ByteReader at(Bytes octets, int offset, int size) {
    return new ByteReader(octets.slice(offset, offset + size), WHAT);
  }
}
