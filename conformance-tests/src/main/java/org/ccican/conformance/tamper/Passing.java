package org.ccican.conformance.tamper;

import java.util.List;
import org.ccican.teep.WireRevision;
import org.ccican.wire.Bytes;

/**
 * A message on its way, as somebody who carries it has it in hand.
 *
 * @param from id of the role that sent it
 * @param body its octets
 * @param request the octets of the request that it answers; empty for a request
 * @param earlier octets of the same kind that passed here before, oldest first
 * @param revision the edition of TEEP that is spoken
 * @param keys what those who misbehave sign with
 */
public record Passing(
    String from,
    Bytes body,
    Bytes request,
    List<Bytes> earlier,
    MisbehavingKeys keys,
    WireRevision revision) {

  public Passing {
    earlier = List.copyOf(earlier);
  }
}
