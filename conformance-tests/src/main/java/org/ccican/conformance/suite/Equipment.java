package org.ccican.conformance.suite;

import org.ccican.app.ReferenceKeys;
import org.ccican.conformance.requirement.Ambiguities;
import org.ccican.conformance.requirement.Catalogue;
import org.ccican.conformance.requirement.Requirements;
import org.ccican.conformance.specimen.Specimens;
import org.ccican.conformance.verdict.Judges;
import org.ccican.conformance.verdict.Signatures;
import org.ccican.conformance.verdict.StandardJudges;
import org.ccican.cose.Crypto;
import org.ccican.format.Formats;

/** What runs need and never change, so that any number of them can share it. */
public record Equipment(
    Crypto crypto,
    Formats formats,
    ReferenceKeys keys,
    Specimens specimens,
    FeatureCatalogue features,
    Requirements requirements,
    Ambiguities ambiguities,
    Judges judges) {

  public static Equipment load() {
    Crypto crypto = new Crypto();
    return new Equipment(
        crypto,
        new Formats(crypto),
        ReferenceKeys.fixed(crypto),
        new Specimens(),
        FeatureCatalogue.load(),
        Requirements.load(),
        Ambiguities.load(),
        StandardJudges.all());
  }

  /** The same with other judges, at once and at the end. */
  public Equipment judgedBy(Judges others) {
    return new Equipment(
        crypto, formats, keys, specimens, features, requirements, ambiguities, others);
  }

  /** The same with the scenarios in another order, which follows from the number. */
  public Equipment inOrder(long order) {
    return new Equipment(
        crypto,
        formats,
        keys,
        specimens,
        features.shuffled(order),
        requirements,
        ambiguities,
        judges);
  }

  public ReportMaker reportMaker() {
    return new ReportMaker(
        requirements,
        ambiguities,
        features.cases(),
        Catalogue.load().latest(),
        judges,
        signatures());
  }

  public Signatures signatures() {
    return new Signatures(crypto.provider());
  }
}
