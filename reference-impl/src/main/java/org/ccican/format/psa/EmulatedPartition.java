package org.ccican.format.psa;

import java.util.ArrayList;
import java.util.List;
import org.ccican.cose.Crypto;
import org.ccican.format.arm.SoftwareComponent;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * The memory of an emulated secure world right after boot: what was loaded, part by part, and what
 * the boot loader wrote down about it. The agent is read from it again, so that what runs is what
 * was measured.
 */
final class EmulatedPartition {

  private static final String RULE = "psa.launch.image";
  private static final int LARGEST_AGENT = 16 << 20;
  private static final Bytes SIGNER = Crypto.sha256(Bytes.utf8("signer of emulated firmware"));
  private static final String HASH = "sha-256";

  private final Bytes agent;
  private final List<SoftwareComponent> components;

  private EmulatedPartition(Bytes agent, List<SoftwareComponent> components) {
    this.agent = agent;
    this.components = List.copyOf(components);
  }

  /**
   * Boots firmware that runs nothing, then loads the agent as an application of the root of trust.
   *
   * @throws Rejected if the image is empty or does not fit
   */
  static EmulatedPartition load(Bytes agentImage, PsaVariant variant) throws Rejected {
    if (agentImage.isEmpty()) {
      throw new Rejected(Reason.MALFORMED, RULE, "the agent's image is empty");
    }
    if (agentImage.size() > LARGEST_AGENT) {
      throw new Rejected(
          Reason.LIMIT_EXCEEDED,
          RULE,
          agentImage.size() + " octets of agent, at most " + LARGEST_AGENT);
    }
    List<SoftwareComponent> components = new ArrayList<>();
    for (PsaVariant.Part part : variant.parts()) {
      Bytes firmware = Bytes.utf8("ccican emulated " + part.name() + ": runs nothing\0");
      components.add(measured(part.type(), part.version(), firmware));
    }
    components.add(measured("ARoT", "1.0.0", agentImage));
    return new EmulatedPartition(agentImage, components);
  }

  private static SoftwareComponent measured(String type, String version, Bytes octets) {
    return SoftwareComponent.of(type, Crypto.sha256(octets), version, SIGNER, HASH);
  }

  Bytes agentImage() {
    return agent;
  }

  List<SoftwareComponent> components() {
    return components;
  }
}
