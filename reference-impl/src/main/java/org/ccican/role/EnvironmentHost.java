package org.ccican.role;

import org.ccican.evidence.Registers;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * The machine under a Targeting Environment: runs what the hardware has loaded and gives it its
 * addresses.
 */
public interface EnvironmentHost {

  /**
   * Where an environment answers.
   *
   * @param agent base URI of its TEEP Agent
   * @param middleware base URI of its middleware, over TLS
   */
  record Addresses(String agent, String middleware) {}

  /**
   * Starts an environment.
   *
   * @param environment its id
   * @param agentImage the octets as the hardware has loaded and measured them
   * @param registers of the hardware, as what runs inside sees them
   * @throws Rejected if they are no Agent
   */
  Addresses start(Bytes environment, Bytes agentImage, Registers registers) throws Rejected;

  /** Ends an environment; its addresses answer no more. */
  void stop(Bytes environment);
}
