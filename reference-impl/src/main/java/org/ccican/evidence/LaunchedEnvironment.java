package org.ccican.evidence;

import java.util.List;
import java.util.Optional;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/** One environment after launch: what it runs is read from the memory that was measured. */
public interface LaunchedEnvironment extends Registers {

  /** The launch measurement, as the format's evidence carries it. */
  Bytes measurement();

  /** The agent image, read back from the pages it was loaded into. */
  Bytes agentImage();

  /**
   * Evidence over the caller's data.
   *
   * @param reportData exactly 64 octets, carried verbatim
   * @throws Rejected if the data is of another size
   */
  Bytes evidence(Bytes reportData) throws Rejected;

  /**
   * What the vendor says of the chip: DER certificates, the signer of the evidence first, then its
   * issuers, or a bundle of the vendor's documents; never the root alone, which a relying party has
   * from elsewhere.
   */
  List<Bytes> endorsements();

  @Override
  default void extend(Bytes event) {}

  /** What was extended into registers of the hardware; absent where it has none. */
  default Optional<Bytes> registerLog() {
    return Optional.empty();
  }
}
