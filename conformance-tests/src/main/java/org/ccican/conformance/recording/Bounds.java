package org.ccican.conformance.recording;

import org.ccican.wire.Bytes;

/** How much of a recording is judged: each rule looks at all of it, and the log holds that. */
final class Bounds {

  static final int MESSAGES = 2000;
  static final int OCTETS = 1 << 20;

  private int messages;
  private long octets;

  /**
   * One more message.
   *
   * @throws UnusableRecording if that is too many, or too much
   */
  void take(String place, Bytes body) throws UnusableRecording {
    messages++;
    octets += body.size();
    if (messages > MESSAGES) {
      throw new UnusableRecording(
          place + ": more than " + MESSAGES + " messages; cut the recording into parts");
    }
    if (octets > OCTETS) {
      throw new UnusableRecording(
          place + ": bodies of more than " + OCTETS + " octets; cut the recording into parts");
    }
  }
}
