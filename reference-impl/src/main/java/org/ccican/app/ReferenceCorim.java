package org.ccican.app;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ccican.check.Checks;
import org.ccican.corim.Corim;
import org.ccican.corim.CorimBuilder;
import org.ccican.corim.CorimReader;
import org.ccican.corim.CorimSigned;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.evidence.AttestingEnvironment;
import org.ccican.reject.Rejected;
import org.ccican.role.AgentImage;
import org.ccican.role.TargetingEnvironment;
import org.ccican.wire.Bytes;

/**
 * What the middleware's vendor publishes about one kind of hardware: how an environment measures
 * that Agents of the reference were launched in, and the middleware for it.
 */
public final class ReferenceCorim {

  /** The id of the manifest and its tag. */
  public static final String ID = "tag:ccican.org,2026:reference-values";

  private static final String AUTHOR = "the middleware's vendor";

  private ReferenceCorim() {}

  /**
   * A CoRIM that the vendor has signed.
   *
   * @param id of the manifest and its tag
   * @throws IllegalStateException if the reference's own images do not load
   */
  public static Bytes signed(
      String id, AttestingEnvironment hardware, List<AgentImage> agents, SigningKey vendor) {
    try {
      String format = hardware.format().id();
      Set<Bytes> measurements = new TreeSet<>();
      for (AgentImage agent : agents) {
        measurements.add(hardware.launch(agent.encode()).measurement());
      }
      CorimBuilder corim = new CorimBuilder(id);
      measurements.forEach(each -> corim.launch(format, each));
      for (String type : ReferenceImages.APPLICATION_TYPES) {
        Bytes image = ReferenceImages.middleware(type, format).encode();
        corim.component(TargetingEnvironment.MIDDLEWARE, Crypto.sha256(image));
      }
      Corim written = new CorimReader(Checks.unbroken()).read(corim.encode());
      return CorimSigned.sign(written, AUTHOR, Optional.empty(), vendor);
    } catch (Rejected e) {
      throw new IllegalStateException(
          "the reference Agent does not launch, or nobody knows what it measures", e);
    }
  }
}
