package org.ccican.conformance.suite;

import org.ccican.app.ReferenceKeys;
import org.ccican.conformance.requirement.Ambiguities;
import org.ccican.conformance.requirement.Requirements;
import org.ccican.conformance.verdict.Signatures;
import org.ccican.conformance.verdict.StandardJudges;
import org.ccican.cose.Crypto;
import org.ccican.format.Formats;

/** What runs need and never change, so that any number of them can share it. */
public record Equipment(
    Crypto crypto,
    Formats formats,
    ReferenceKeys keys,
    FeatureCatalogue features,
    Requirements requirements,
    Ambiguities ambiguities) {

  public static Equipment load() {
    Crypto crypto = new Crypto();
    return new Equipment(
        crypto,
        new Formats(crypto),
        ReferenceKeys.fixed(crypto),
        FeatureCatalogue.load(),
        Requirements.load(),
        Ambiguities.load());
  }

  /** Judges logs by the standard judges. */
  public ReportMaker reportMaker() {
    return new ReportMaker(requirements, ambiguities, StandardJudges.all(), signatures());
  }

  public Signatures signatures() {
    return new Signatures(crypto.provider());
  }
}
