package org.ccican.format.eat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ccican.appraisal.Appraisal;
import org.ccican.appraisal.AppraisalInput;
import org.ccican.appraisal.AppraisalPolicy;
import org.ccican.appraisal.Appraiser;
import org.ccican.appraisal.CheckOrder;
import org.ccican.appraisal.OrderedChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.evidence.EvidenceFormat;
import org.ccican.reject.Rejected;
import org.ccican.trust.TrustAnchors;
import org.ccican.wire.Bytes;

/**
 * Judges Entity Attestation Tokens (RFC 9711) of any profile in CWT and JWT, bundles, and
 * claims-sets that a secure channel protects (RFC 9781): what they look like, then who made them,
 * then what their profile demands, then what they say.
 */
public final class EatAppraiser implements Appraiser {

  public static final EvidenceFormat FORMAT = new EvidenceFormat("eat", "application/eat+cwt");

  /** Every check, in the order in which they are made and reported. */
  static final List<String> ORDER = order();

  private static final AppraisalPolicy.Vocabulary VOCABULARY =
      new AppraisalPolicy.Vocabulary(
          Set.of(EatClaim.DBGSTAT.id(), EatClaim.BOOTCOUNT.id()),
          Map.of(EatClaim.CNF.id(), 32),
          Set.of(),
          Map.of(
              EatReading.SECURE_CHANNEL, false,
              EatReading.FOREIGN_SUBMODULES, false,
              EatClaimRules.UNMET_DEPENDENCIES, false),
          Map.of());

  /** Octets of the longest nonce. */
  private static final int NONCE = 64;

  private final CheckOrder order;
  private final Crypto crypto;

  public EatAppraiser(CheckCatalogue catalogue, Crypto crypto) {
    this.order = new CheckOrder(ORDER, catalogue);
    this.crypto = crypto;
  }

  @Override
  public EvidenceFormat format() {
    return FORMAT;
  }

  @Override
  public AppraisalPolicy.Vocabulary vocabulary() {
    return VOCABULARY;
  }

  /** Keys as they are: a COSE_Key, a JWK or a SubjectPublicKeyInfo. */
  @Override
  public TrustAnchors anchors(List<Bytes> files, Checks checks) throws Rejected {
    return TrustAnchors.withKeys(files, crypto, checks);
  }

  @Override
  public int reportDataSize() {
    return NONCE;
  }

  @Override
  public List<String> checks() {
    return ORDER;
  }

  @Override
  public Appraisal appraise(AppraisalInput input, Checks checks) {
    OrderedChecks run = new OrderedChecks(order, checks, input.policy());
    run.attempt(() -> new EatReading(input, VOCABULARY, crypto, run).judge());
    return run.appraisal();
  }

  private static List<String> order() {
    List<String> all = new ArrayList<>(EatToken.CHECKS);
    all.addAll(EatGrammar.CHECKS);
    all.addAll(EatBundleRules.CHECKS);
    all.add("eat.secure-channel");
    all.addAll(EatTrust.CHECKS);
    all.addAll(EatReading.NESTED);
    all.addAll(EatProfileRules.CHECKS);
    all.addAll(EatClaimRules.CHECKS);
    return List.copyOf(all);
  }
}
