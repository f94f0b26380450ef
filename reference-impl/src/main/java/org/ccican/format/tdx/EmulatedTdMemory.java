package org.ccican.format.tdx;

import java.util.ArrayList;
import java.util.List;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.ByteReader;
import org.ccican.wire.ByteWriter;
import org.ccican.wire.Bytes;

/**
 * What an emulated TD has in memory right after it was built. The measurement is taken over these
 * very pages, and the agent is read from them again, so that what runs is what was measured.
 *
 * <pre>
 * address     what
 * 0x00809000  the hand-off block of the host, added and not measured: it goes into RTMR0
 * 0x01000000  a page that states the agent's size: "ccican agent", zeros to 16, 8 octets
 * 0x01001000  the agent
 * 0xFFFFF000  a stub in the place of firmware, added first
 * </pre>
 */
final class EmulatedTdMemory {

  static final int LARGEST_AGENT = (16 << 20) - TdMeasurement.PAGE;

  /** What the host hands to the firmware. */
  static final Bytes HAND_OFF = Bytes.utf8("emulated hand-off block: 1 processor, 64 MiB");

  static final Bytes FIRMWARE =
      Bytes.utf8("ccican emulated TD firmware: a stub that runs nothing\0");

  private static final String RULE = "tdx.launch.image";
  private static final int PAGE = TdMeasurement.PAGE;
  private static final long HAND_OFF_AT = 0x0080_9000L;
  private static final long AGENT_AT = 0x0100_0000L;
  private static final long FIRMWARE_AT = 0xffff_f000L;
  private static final Bytes HEAD = Bytes.utf8("ccican agent").padRight(16);

  private final List<Bytes> agent;
  private final Bytes measurement;

  private EmulatedTdMemory(List<Bytes> agent, Bytes measurement) {
    this.agent = List.copyOf(agent);
    this.measurement = measurement;
  }

  /**
   * @throws Rejected if the image is empty or does not fit
   */
  static EmulatedTdMemory load(Bytes agentImage) throws Rejected {
    if (agentImage.isEmpty()) {
      throw new Rejected(Reason.MALFORMED, RULE, "the agent's image is empty");
    }
    if (agentImage.size() > LARGEST_AGENT) {
      throw new Rejected(
          Reason.LIMIT_EXCEEDED,
          RULE,
          agentImage.size() + " octets of agent, at most " + LARGEST_AGENT);
    }
    List<Bytes> pages = new ArrayList<>();
    pages.add(new ByteWriter().put(HEAD).u64le(agentImage.size()).toBytes().padRight(PAGE));
    for (int at = 0; at < agentImage.size(); at += PAGE) {
      pages.add(agentImage.slice(at, Math.min(agentImage.size(), at + PAGE)).padRight(PAGE));
    }
    TdMeasurement measurement =
        new TdMeasurement().add(FIRMWARE_AT, FIRMWARE.padRight(PAGE)).addUnmeasured(HAND_OFF_AT);
    for (int i = 0; i < pages.size(); i++) {
      measurement.add(AGENT_AT + (long) i * PAGE, pages.get(i));
    }
    return new EmulatedTdMemory(pages, measurement.value());
  }

  Bytes measurement() {
    return measurement;
  }

  /** The agent, as it lies in memory. */
  Bytes agentImage() {
    ByteReader head = new ByteReader(agent.get(0), RULE);
    try {
      head.take(HEAD.size());
      int size = (int) head.u64le();
      return Bytes.concat(agent.subList(1, agent.size())).slice(0, size);
    } catch (Rejected e) {
      throw new IllegalStateException("a page of our own is short", e);
    }
  }
}
