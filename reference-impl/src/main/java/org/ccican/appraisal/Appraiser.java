package org.ccican.appraisal;

import java.util.List;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.evidence.EvidenceFormat;
import org.ccican.reject.Rejected;
import org.ccican.trust.Pem;
import org.ccican.trust.TrustAnchors;
import org.ccican.wire.Bytes;

/** Judges evidence of one format. */
public interface Appraiser {

  EvidenceFormat format();

  /** The names that a policy for this format may use. */
  AppraisalPolicy.Vocabulary vocabulary();

  /** What a format takes beside certificates and revocation lists. */
  enum Inputs {
    /** A bundle of what the vendor publishes, among the endorsements. */
    COLLATERAL,
    /** What was measured into registers at run time. */
    EVENT_LOG
  }

  default Set<Inputs> inputs() {
    return Set.of();
  }

  /**
   * Reads what a relying party pins for this format: certificates, unless it says otherwise.
   *
   * @param files PEM or DER
   * @throws Rejected if one cannot be read, or none holds an anchor
   */
  default TrustAnchors anchors(List<Bytes> files, Checks checks) throws Rejected {
    return TrustAnchors.parse(files, checks);
  }

  /**
   * What a file of endorsements holds: PEM or DER, unless the format has another form for them.
   *
   * @return as {@link AppraisalInput#endorsements} takes them
   * @throws Rejected if it is none of these
   */
  default List<Bytes> endorsements(Bytes file) throws Rejected {
    return Pem.blocks(file);
  }

  /**
   * What software in the environment added to the registers, from a log of them that the evidence
   * confirms.
   *
   * @throws Rejected if it is no log of this format
   */
  default List<Bytes> extended(Bytes registerLog, Checks checks) throws Rejected {
    return List.of();
  }

  /** Octets of the field in which evidence carries a nonce or a binding. */
  int reportDataSize();

  /** The names of all checks, in the order in which they are made. */
  List<String> checks();

  /**
   * Makes every check of the format in its order. Whatever the octets are, this returns: what is
   * wrong with them is in the outcomes.
   */
  Appraisal appraise(AppraisalInput input, Checks checks);
}
