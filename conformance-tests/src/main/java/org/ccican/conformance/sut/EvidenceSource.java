package org.ccican.conformance.sut;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Bytes;

/** How an Attesting Environment of the target is asked for evidence. */
interface EvidenceSource {

  /**
   * Asks once.
   *
   * @param reportData 64 octets that the evidence is to carry
   * @return the answer of the role ({@code AttestationMessage.EvidenceAnswer}), or what the log
   *     says in place of one
   */
  HttpReply attest(Bytes reportData, Situation situation);

  /** What is wrong with the recipe; empty if nothing shows. */
  Optional<String> look();

  /** What it says that the target can do, after a look: names by kind of claim. */
  default Map<String, List<String>> claims() {
    return Map.of();
  }

  default Optional<String> givenUp() {
    return Optional.empty();
  }

  default void close() {}
}
