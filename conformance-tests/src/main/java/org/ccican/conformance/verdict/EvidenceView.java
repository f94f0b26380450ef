package org.ccican.conformance.verdict;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ccican.wire.Bytes;

/**
 * What judges need of hardware's evidence, whichever its format. The suite reads some layouts
 * itself; evidence of any other format is octets, of which it sees whether others stand in them.
 */
public interface EvidenceView {

  /** The layouts that the suite reads, by media type. */
  Map<String, Function<Bytes, Optional<? extends EvidenceView>>> LAYOUTS =
      Map.of(
          "application/vnd.ccican.sev-snp-report", octets -> SevSnpView.read(octets).view(),
          "application/vnd.ccican.sgx-quote", octets -> QuoteView.read(octets).view(),
          "application/vnd.ccican.tdx-quote", octets -> QuoteView.read(octets).view(),
          "application/eat+cwt; eat_profile=\"tag:psacertified.org,2023:psa#tfm\"",
              octets -> PsaView.read(octets).view(),
          "application/eat-collection; profile=\"http://arm.com/CCA-SSD/1.0.0\"",
              octets -> CcaView.read(octets).view(),
          "application/eat+cwt", octets -> EatView.read(octets).view());

  /** Empty if the octets have not the layout of their type. */
  static Optional<? extends EvidenceView> of(String mediaType, Bytes octets) {
    return LAYOUTS
        .getOrDefault(mediaType, any -> Optional.of(new Opaque(any)))
        .apply(octets)
        .filter(view -> !octets.isEmpty());
  }

  /** Whether the caller's octets are in it, as they are. */
  boolean carries(Bytes reportData);

  /** The launch measurement; empty where the suite does not read the layout. */
  Optional<Bytes> launchMeasurement();

  /** What hardware's registers hold of what was installed at run time, where it has some. */
  default Optional<Bytes> registers() {
    return Optional.empty();
  }

  /**
   * Whether the key that the vendor certified signed it, over as many steps as the format has.
   *
   * @param keys SubjectPublicKeyInfo, DER: of the certificate that came first, and of devices whose
   *     keys are known beforehand
   */
  boolean verifies(List<Bytes> keys, Verifier signatures);

  /** Evidence whose layout the suite does not read. */
  record Opaque(Bytes octets) implements EvidenceView {

    @Override
    public boolean carries(Bytes reportData) {
      return octets.contains(reportData);
    }

    @Override
    public Optional<Bytes> launchMeasurement() {
      return Optional.empty();
    }

    @Override
    public boolean verifies(List<Bytes> keys, Verifier signatures) {
      return false;
    }
  }
}
