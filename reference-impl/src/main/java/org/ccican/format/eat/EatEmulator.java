package org.ccican.format.eat;

import java.util.ArrayList;
import java.util.List;
import org.ccican.cose.Crypto;
import org.ccican.evidence.AttestingEnvironment;
import org.ccican.evidence.EvidenceFormat;
import org.ccican.evidence.LaunchedEnvironment;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * An emulated entity whose tokens are of TEEP's profile, or of the profile for constrained devices,
 * or come with detached claims-sets. It measures what it loads and protects nothing.
 */
public final class EatEmulator implements AttestingEnvironment {

  /** Kinds of tokens, the usual one first. */
  public static final List<String> VARIANTS = List.of("teep", "constrained", "bundle");

  static final String IMAGE = "eat.launch.image";

  private static final int PAGE = 4096;
  private static final int LARGEST = 16 << 20;
  private static final Bytes STUB = Bytes.utf8("ccican emulated entity, firmware 1").padRight(PAGE);

  private final EatOptions options;
  private final EmulatedEatVendor vendor;

  public EatEmulator(EatOptions options, EmulatedEatVendor vendor) {
    this.options = options;
    this.vendor = vendor;
  }

  @Override
  public EvidenceFormat format() {
    return EatAppraiser.FORMAT;
  }

  @Override
  public LaunchedEnvironment launch(Bytes agentImage) throws Rejected {
    if (agentImage.isEmpty()) {
      throw new Rejected(Reason.MALFORMED, IMAGE, "the agent's image is empty");
    }
    if (agentImage.size() > LARGEST) {
      throw new Rejected(
          Reason.LIMIT_EXCEEDED, IMAGE, agentImage.size() + " octets, at most " + LARGEST);
    }
    List<Bytes> pages = new ArrayList<>(List.of(STUB));
    for (int at = 0; at < agentImage.size(); at += PAGE) {
      pages.add(agentImage.slice(at, Math.min(agentImage.size(), at + PAGE)));
    }
    return new EmulatedEntity(pages, measure(pages), options, vendor);
  }

  /** Each page's size and octets extend the digest, from zeros on. */
  private static Bytes measure(List<Bytes> pages) {
    Bytes digest = Bytes.zero(32);
    for (Bytes page : pages) {
      Bytes size = Bytes.of(page.size() >> 8, page.size());
      digest = Crypto.sha256(Bytes.concat(digest, size, page));
    }
    return digest;
  }
}
