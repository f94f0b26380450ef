package org.ccican.suit;

import java.util.List;
import java.util.Map;

/** The command sequences of a manifest, by their labels. */
final class SuitSection {

  /**
   * The update procedure: staging, then installation, then validation (trust-domains section 7).
   */
  static final List<Long> UPDATE =
      List.of(
          SuitLabels.DEPENDENCY_RESOLUTION,
          SuitLabels.PAYLOAD_FETCH,
          SuitLabels.CANDIDATE_VERIFICATION,
          SuitLabels.INSTALL,
          SuitLabels.VALIDATE);

  /** The invocation procedure (suit-manifest section 5.3.4). */
  static final List<Long> INVOCATION =
      List.of(SuitLabels.VALIDATE, SuitLabels.LOAD, SuitLabels.INVOKE);

  static final List<Long> UNINSTALL = List.of(SuitLabels.UNINSTALL);

  /** The duty of running each of them. */
  static final Map<Long, String> DUTIES =
      Map.of(
          SuitLabels.DEPENDENCY_RESOLUTION, "suit.section.dependency-resolution",
          SuitLabels.PAYLOAD_FETCH, "suit.section.payload-fetch",
          SuitLabels.CANDIDATE_VERIFICATION, "suit.section.candidate-verification",
          SuitLabels.INSTALL, "suit.section.install",
          SuitLabels.VALIDATE, "suit.section.validate",
          SuitLabels.LOAD, "suit.section.load",
          SuitLabels.INVOKE, "suit.section.invoke",
          SuitLabels.UNINSTALL, "suit.uninstall.run");

  private SuitSection() {}
}
