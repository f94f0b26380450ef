package org.ccican.format.psa;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ccican.appraisal.Appraisal;
import org.ccican.appraisal.AppraisalInput;
import org.ccican.appraisal.AppraisalPolicy;
import org.ccican.appraisal.Appraiser;
import org.ccican.appraisal.CheckOrder;
import org.ccican.appraisal.OrderedChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.Crypto;
import org.ccican.cose.MacAlgorithm;
import org.ccican.cose.VerificationKey;
import org.ccican.evidence.EvidenceFormat;
import org.ccican.format.arm.ArmKeys;
import org.ccican.format.arm.ArmToken;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.trust.TrustAnchors;
import org.ccican.wire.Bytes;

/**
 * Judges PSA attestation tokens (RFC 9783 section 8): encoding, algorithm, the key of the instance,
 * signature or tag; then profile, form of the claims, and what the relying party wants. Tokens of
 * TrustZone devices are judged alike, whatever runs in their secure world.
 */
public final class PsaAppraiser implements Appraiser {

  /** Every check, in the order in which they are made and reported. */
  static final List<String> ORDER =
      Stream.of(
              ArmToken.CHECKS,
              List.of(
                  "cose.alg.protected",
                  "cose.alg.present",
                  "cose.alg.known",
                  "psa.signature.algorithm"),
              ArmKeys.CHECKS,
              List.of(
                  "psa.signature.key",
                  "psa.signature.valid",
                  "psa.claims.types",
                  "psa.profile.present",
                  "psa.profile.known",
                  "psa.profile.accepted"),
              PsaForm.CHECKS,
              PsaDemands.CHECKS)
          .flatMap(List::stream)
          .toList();

  private static final ArmToken.Rules RULES =
      new ArmToken.Rules("psa.signature.algorithm", "psa.signature.key", "psa.signature.valid");

  /** What profile TFM takes (RFC 9783 section 5.2); nothing narrower is said of the others. */
  private static final Set<CoseAlgorithm> SIGNATURES =
      Set.of(CoseAlgorithm.ES256, CoseAlgorithm.ES384, CoseAlgorithm.ES512);

  private static final Set<MacAlgorithm> MACS = EnumSet.allOf(MacAlgorithm.class);

  private static final int NONCE_SIZE = 64;

  private final CheckOrder order;
  private final Crypto crypto;

  public PsaAppraiser(CheckCatalogue catalogue, Crypto crypto) {
    this.order = new CheckOrder(ORDER, catalogue);
    this.crypto = crypto;
  }

  @Override
  public EvidenceFormat format() {
    return PsaProfile.FORMAT;
  }

  /** The longest nonce; shorter ones count as if zeros followed. */
  @Override
  public int reportDataSize() {
    return NONCE_SIZE;
  }

  @Override
  public List<String> checks() {
    return ORDER;
  }

  @Override
  public AppraisalPolicy.Vocabulary vocabulary() {
    return PsaDemands.VOCABULARY;
  }

  /** Roots, and raw keys of devices. */
  @Override
  public TrustAnchors anchors(List<Bytes> files, Checks checks) throws Rejected {
    return TrustAnchors.withKeys(files, crypto, checks);
  }

  @Override
  public Appraisal appraise(AppraisalInput input, Checks checks) {
    OrderedChecks run = new OrderedChecks(order, checks, input.policy());
    run.attempt(() -> judge(input, run));
    return run.appraisal();
  }

  private void judge(AppraisalInput input, OrderedChecks run) throws Rejected {
    ArmToken token =
        ArmToken.parse(input.evidence(), EnumSet.allOf(ArmToken.Form.class), run.checks());
    ArmToken.CHECKS.forEach(name -> run.passed(name, ""));
    authentic(token, input, run);
    PsaClaims claims = PsaClaims.parse(token.claims());
    run.passed(PsaClaims.TYPES, "");
    profile(claims, input.policy(), run);
    new PsaForm(claims, run).check();
    if (!run.hasFailed()) {
      new PsaDemands(claims, input, run).check();
    }
  }

  private void authentic(ArmToken token, AppraisalInput input, OrderedChecks run) throws Rejected {
    Checks checks = run.checks();
    token.checkAlgorithm(SIGNATURES, MACS, RULES, checks);
    run.passed("cose.alg.present", "");
    run.passed("cose.alg.known", "");
    boolean derived = !input.policy().allows(PsaDemands.KEY_OF_ANY_INSTANCE, vocabulary());
    VerificationKey key =
        new ArmKeys(input, crypto, run).find(token, PsaClaims.instance(token.claims()), derived);
    token.verify(key, SIGNATURES, MACS, RULES, checks);
  }

  private static void profile(PsaClaims claims, AppraisalPolicy policy, OrderedChecks run)
      throws Rejected {
    boolean legacy = claims.profile() == PsaProfile.LEGACY;
    // spec| RFC 9783 §4.5.2: the profile is named; the first one might be left unnamed
    Rejected.unless(
        run.checks(),
        "psa.profile.present",
        claims.named().isPresent() || legacy,
        Reason.MISSING_FIELD,
        () -> "no profile claim");
    Optional<PsaProfile> known = claims.named().flatMap(PsaProfile::ofClaim);
    // spec| RFC 9783 §4.5.2: another profile has other rules
    Rejected.unless(
        run.checks(),
        "psa.profile.known",
        claims.named().isEmpty() || known.isPresent() || policy.allowUnknownVersions(),
        Reason.UNKNOWN_VERSION,
        () -> "profile " + claims.named().orElse(""));
    run.passed("psa.profile.known", claims.named().orElse(claims.profile().claim()));
    // spec| RFC 9783 §4.6: old profiles are taken as long as devices have them
    Rejected.unless(
        run.checks(),
        "psa.profile.accepted",
        PsaDemands.takes(claims.profile(), policy),
        Reason.POLICY_VIOLATED,
        () -> "profile " + claims.profile().id());
  }
}
