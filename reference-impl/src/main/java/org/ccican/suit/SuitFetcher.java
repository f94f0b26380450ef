package org.ccican.suit;

import java.util.Optional;
import org.ccican.wire.Bytes;

/** Where payloads and dependencies come from that do not travel in the envelope. */
@FunctionalInterface
public interface SuitFetcher {

  /**
   * @param uri as the manifest has it
   * @return nothing if nothing is found there
   */
  Optional<Bytes> fetch(String uri);

  /** A device without a network of its own. */
  static SuitFetcher none() {
    return uri -> Optional.empty();
  }
}
