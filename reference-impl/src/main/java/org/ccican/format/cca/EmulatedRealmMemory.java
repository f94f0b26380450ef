package org.ccican.format.cca;

import java.util.ArrayList;
import java.util.List;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * The memory of an emulated realm right after launch: a granule of firmware that runs nothing, then
 * the agent. The agent is read from it again, so that what runs is what was measured.
 */
final class EmulatedRealmMemory {

  static final Bytes FIRMWARE = Bytes.utf8("ccican emulated realm firmware: runs nothing\0");

  private static final String RULE = "cca.launch.image";
  private static final int LARGEST_AGENT = 16 << 20;
  private static final long BASE = 0x4000_0000L;
  private static final long TOP = 0x4200_0000L;
  private static final long ADDRESS_BITS = 40;
  private static final long RUNNABLE = 1;

  private final List<Bytes> granules;
  private final int size;

  private EmulatedRealmMemory(List<Bytes> granules, int size) {
    this.granules = List.copyOf(granules);
    this.size = size;
  }

  /**
   * Loads firmware and agent.
   *
   * @throws Rejected if the image is empty or does not fit
   */
  static EmulatedRealmMemory load(Bytes agentImage) throws Rejected {
    if (agentImage.isEmpty()) {
      throw new Rejected(Reason.MALFORMED, RULE, "the agent's image is empty");
    }
    if (agentImage.size() > LARGEST_AGENT) {
      throw new Rejected(
          Reason.LIMIT_EXCEEDED,
          RULE,
          agentImage.size() + " octets of agent, at most " + LARGEST_AGENT);
    }
    List<Bytes> granules = new ArrayList<>();
    granules.add(FIRMWARE.padRight(RealmMeasurement.GRANULE));
    for (int at = 0; at < agentImage.size(); at += RealmMeasurement.GRANULE) {
      int end = Math.min(at + RealmMeasurement.GRANULE, agentImage.size());
      granules.add(agentImage.slice(at, end).padRight(RealmMeasurement.GRANULE));
    }
    return new EmulatedRealmMemory(granules, agentImage.size());
  }

  Bytes agentImage() {
    return Bytes.concat(granules.subList(1, granules.size())).slice(0, size);
  }

  /** Addresses become memory, granules are loaded, one processor begins at the firmware. */
  Bytes measurement(CcaHash hash) {
    RealmMeasurement measurement = new RealmMeasurement(hash, 0, ADDRESS_BITS).memory(BASE, TOP);
    for (int i = 0; i < granules.size(); i++) {
      measurement.data(BASE + (long) i * RealmMeasurement.GRANULE, granules.get(i));
    }
    return measurement.context(RUNNABLE, BASE).value();
  }
}
