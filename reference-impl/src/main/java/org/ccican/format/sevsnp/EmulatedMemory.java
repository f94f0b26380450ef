package org.ccican.format.sevsnp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.ByteReader;
import org.ccican.wire.ByteWriter;
import org.ccican.wire.Bytes;

/**
 * What a guest has in memory right after launch. The measurement is taken over these very pages,
 * and the agent is read from them again, so that what runs is what was measured; its size is in a
 * measured page too, since an image and the same image with zeros behind it fill the same pages.
 *
 * <pre>
 * offset size  the page before the agent's image
 * 0x00   16    "ccican agent" and zeros
 * 0x10   8     octets of the image, little-endian
 * </pre>
 */
final class EmulatedMemory {

  private static final String RULE = "sev-snp.launch.image";
  private static final Bytes HEAD = Bytes.utf8("ccican agent").padRight(16);

  private final Map<Long, Bytes> pages;
  private final Bytes measurement;

  private EmulatedMemory(List<SevSnpPage> launched) {
    this.pages =
        launched.stream()
            .collect(Collectors.toUnmodifiableMap(SevSnpPage::gpa, SevSnpPage::contents));
    this.measurement = SevSnpLaunchDigest.of(launched);
  }

  /**
   * Loads the firmware, then the agent, then one processor's save area.
   *
   * @throws Rejected if the image is empty or does not fit
   */
  static EmulatedMemory load(Bytes agentImage, long processorSignature) throws Rejected {
    if (agentImage.isEmpty()) {
      throw new Rejected(Reason.MALFORMED, RULE, "the agent's image is empty");
    }
    if (agentImage.size() > EmulatedFirmware.LARGEST_AGENT) {
      throw new Rejected(
          Reason.LIMIT_EXCEEDED,
          RULE,
          agentImage.size() + " octets of agent, at most " + EmulatedFirmware.LARGEST_AGENT);
    }
    OvmfImage firmware = EmulatedFirmware.image();
    SevSnpLaunchPlan plan = SevSnpLaunchPlan.single(processorSignature);
    List<SevSnpPage> launched = new ArrayList<>(plan.memory(firmware));
    Bytes head = new ByteWriter().put(HEAD).u64le(agentImage.size()).toBytes();
    launched.add(agent(0, head));
    for (int at = 0; at < agentImage.size(); at += SevSnpPage.SIZE) {
      Bytes part = agentImage.slice(at, Math.min(agentImage.size(), at + SevSnpPage.SIZE));
      launched.add(agent(SevSnpPage.SIZE + at, part));
    }
    launched.addAll(plan.saveAreas(firmware));
    return new EmulatedMemory(launched);
  }

  Bytes measurement() {
    return measurement;
  }

  /** The agent, as it lies in memory. */
  Bytes agentImage() {
    long size = size();
    List<Bytes> parts = new ArrayList<>();
    for (long at = 0; at < size; at += SevSnpPage.SIZE) {
      Bytes page = page(EmulatedFirmware.AGENT + SevSnpPage.SIZE + at);
      parts.add(page.slice(0, (int) Math.min(SevSnpPage.SIZE, size - at)));
    }
    return Bytes.concat(parts);
  }

  private long size() {
    ByteReader reader = new ByteReader(page(EmulatedFirmware.AGENT), RULE);
    try {
      reader.take(HEAD.size());
      return reader.u64le();
    } catch (Rejected e) {
      throw new IllegalStateException("a page of our own is short", e);
    }
  }

  private Bytes page(long gpa) {
    return Objects.requireNonNull(pages.get(gpa));
  }

  private static SevSnpPage agent(long offset, Bytes contents) {
    return new SevSnpPage(
        SevSnpPage.Type.NORMAL,
        EmulatedFirmware.AGENT + offset,
        contents.padRight(SevSnpPage.SIZE));
  }
}
