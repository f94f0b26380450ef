package org.ccican.conformance.sut;

import org.ccican.cose.CoseKey;
import org.ccican.role.RoleId;
import org.ccican.transport.Endpoint;
import org.ccican.trust.TrustAnchors;
import org.ccican.wire.Bytes;

/** What the reference has ready in a scenario for a way that needs more than a message. */
public interface Bench {

  /**
   * The reference in a role that the target plays, for what the target is not asked. It stands in
   * front of no recorder.
   */
  Endpoint beside(RoleId role);

  /** The roots that vouch for the scenario's hardware. */
  TrustAnchors anchors();

  /** A CoRIM about the scenario's hardware and middleware, signed. */
  Bytes referenceValues();

  /** Who signed that. */
  CoseKey author();
}
