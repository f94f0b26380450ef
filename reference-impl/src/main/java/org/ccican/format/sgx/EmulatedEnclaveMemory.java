package org.ccican.format.sgx;

import java.util.ArrayList;
import java.util.List;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.ByteReader;
import org.ccican.wire.ByteWriter;
import org.ccican.wire.Bytes;

/**
 * What an emulated enclave has in memory right after it was built. The measurement is taken over
 * these very pages, and the agent is read from them again, so that what runs is what was measured.
 *
 * <pre>
 * offset  what
 * 0x0000  a stub that runs nothing
 * 0x1000  a thread control structure
 * 0x2000  its save area, added and not measured
 * 0x3000  a page that states the agent's size: "ccican agent", zeros to 16, 8 octets little-endian
 * 0x4000  the agent
 * </pre>
 */
final class EmulatedEnclaveMemory {

  /** Octets that an agent may have. */
  static final int LARGEST_AGENT = (16 << 20) - 0x4000;

  private static final String RULE = "sgx.launch.image";
  private static final int PAGE = EnclaveMeasurement.PAGE;
  private static final Bytes HEAD = Bytes.utf8("ccican agent").padRight(16);
  private static final int FIRST = 3;

  /** Flags of SECINFO: read and execute, read and write, thread control structure. */
  private static final long CODE = 0x205;

  private static final long DATA = 0x203;
  private static final long TCS = 0x100;

  private final List<Bytes> pages;
  private final Bytes measurement;

  private EmulatedEnclaveMemory(List<Bytes> pages, Bytes measurement) {
    this.pages = List.copyOf(pages);
    this.measurement = measurement;
  }

  /**
   * @throws Rejected if the image is empty or does not fit
   */
  static EmulatedEnclaveMemory load(Bytes agentImage) throws Rejected {
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
    pages.add(Bytes.utf8("ccican emulated enclave: a stub that runs nothing\0").padRight(PAGE));
    pages.add(threadControl());
    pages.add(Bytes.zero(PAGE));
    pages.add(new ByteWriter().put(HEAD).u64le(agentImage.size()).toBytes().padRight(PAGE));
    for (int at = 0; at < agentImage.size(); at += PAGE) {
      pages.add(agentImage.slice(at, Math.min(agentImage.size(), at + PAGE)).padRight(PAGE));
    }
    return new EmulatedEnclaveMemory(pages, measure(pages));
  }

  /** Save area at 0x2000 with one frame, entry at offset 0; the rest is zero. */
  private static Bytes threadControl() {
    return new ByteWriter().zero(16).u64le(0x2000).zero(4).u32le(1).toBytes().padRight(PAGE);
  }

  private static Bytes measure(List<Bytes> pages) {
    long size = PAGE;
    while (size < (long) pages.size() * PAGE) {
      size *= 2;
    }
    EnclaveMeasurement measurement = EnclaveMeasurement.create(1, size);
    for (int i = 0; i < pages.size(); i++) {
      long offset = (long) i * PAGE;
      if (i == 2) {
        measurement.addUnmeasured(offset, DATA);
      } else {
        measurement.add(offset, i == 1 ? TCS : CODE, pages.get(i));
      }
    }
    return measurement.value();
  }

  Bytes measurement() {
    return measurement;
  }

  /** The agent, as it lies in memory. */
  Bytes agentImage() {
    ByteReader head = new ByteReader(pages.get(FIRST), RULE);
    try {
      head.take(HEAD.size());
      int size = (int) head.u64le();
      return Bytes.concat(pages.subList(FIRST + 1, pages.size())).slice(0, size);
    } catch (Rejected e) {
      throw new IllegalStateException("a page of our own is short", e);
    }
  }
}
