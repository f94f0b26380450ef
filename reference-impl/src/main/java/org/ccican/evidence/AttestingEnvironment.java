package org.ccican.evidence;

import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * Hardware that launches environments and vouches for what was launched (RFC 9334 section 3.1).
 * Roles know this port alone, so that they cannot tell one kind of hardware from another.
 */
public interface AttestingEnvironment {

  EvidenceFormat format();

  /**
   * Loads firmware and the agent into fresh memory, page by page, and measures the octets loaded.
   *
   * @throws Rejected if the image cannot be loaded, for instance because it is empty or too large
   */
  LaunchedEnvironment launch(Bytes agentImage) throws Rejected;
}
