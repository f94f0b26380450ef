package org.ccican.conformance.sut;

import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.reject.Rejected;
import org.ccican.teep.TeepCodec;
import org.ccican.teep.TeepMessage;
import org.ccican.teep.TeepSecurity;
import org.ccican.teep.WireRevision;
import org.ccican.wire.Bytes;

/** A look into TEEP messages of a target, whatever they are worth. */
public final class TeepPeek {

  private TeepPeek() {}

  /**
   * A message as its type, by either reading of the text; empty for whatever cannot be read.
   * Nothing is verified.
   */
  public static Optional<TeepMessage> read(Bytes octets, WireRevision revision) {
    if (octets.isEmpty()) {
      return Optional.empty();
    }
    Checks checks = new BothReadings(Checks.unbroken());
    try {
      Bytes payload = new TeepSecurity(revision).peek(octets, checks);
      return Optional.of(new TeepCodec(revision, checks).decode(payload));
    } catch (Rejected e) {
      return Optional.empty();
    }
  }
}
