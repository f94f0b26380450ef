package org.ccican.format.cca;

import java.util.EnumSet;
import java.util.List;
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
import org.ccican.cose.VerificationKey;
import org.ccican.evidence.EvidenceFormat;
import org.ccican.format.arm.ArmKeys;
import org.ccican.format.arm.ArmToken;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.trust.TrustAnchors;
import org.ccican.wire.Bytes;

/**
 * Judges CCA tokens (draft-ffm-rats-cca-token section 7): encoding, the platform's key and
 * signature, the form of its claims, the binding of the realm's key, the realm's signature, the
 * form of its claims, and what the relying party wants.
 */
public final class CcaAppraiser implements Appraiser {

  /** Every check, in the order in which they are made and reported. */
  static final List<String> ORDER =
      Stream.of(
              CcaToken.CHECKS,
              List.of(
                  "cose.alg.protected",
                  "cose.alg.present",
                  "cose.alg.known",
                  "cca.platform.algorithm",
                  "cca.realm.algorithm",
                  "cca.platform.raw-key"),
              ArmKeys.CHECKS,
              List.of("cca.platform.key", "cca.platform.signature", CcaPlatformClaims.TYPES),
              CcaPlatformForm.CHECKS,
              List.of(CcaRealmClaims.TYPES, "cca.realm-profile.known"),
              CcaBinding.CHECKS,
              List.of("cca.realm.key", "cca.realm.signature"),
              CcaRealmForm.CHECKS,
              CcaDemands.CHECKS)
          .flatMap(List::stream)
          .toList();

  private static final ArmToken.Rules PLATFORM =
      new ArmToken.Rules("cca.platform.algorithm", "cca.platform.key", "cca.platform.signature");

  private static final ArmToken.Rules REALM =
      new ArmToken.Rules("cca.realm.algorithm", "cca.realm.key", "cca.realm.signature");

  private static final Set<CoseAlgorithm> SIGNATURES =
      EnumSet.of(CoseAlgorithm.ES256, CoseAlgorithm.ES384, CoseAlgorithm.ES512);

  private static final long X5CHAIN = 33;

  private final CheckOrder order;
  private final Crypto crypto;

  public CcaAppraiser(CheckCatalogue catalogue, Crypto crypto) {
    this.order = new CheckOrder(ORDER, catalogue);
    this.crypto = crypto;
  }

  @Override
  public EvidenceFormat format() {
    return CcaToken.FORMAT;
  }

  /** The realm's challenge. */
  @Override
  public int reportDataSize() {
    return CcaRealmForm.CHALLENGE_SIZE;
  }

  @Override
  public List<String> checks() {
    return ORDER;
  }

  @Override
  public AppraisalPolicy.Vocabulary vocabulary() {
    return CcaDemands.VOCABULARY;
  }

  @Override
  public Set<Inputs> inputs() {
    return Set.of(Inputs.EVENT_LOG);
  }

  @Override
  public List<Bytes> extended(Bytes registerLog, Checks checks) throws Rejected {
    return CcaRegisterLog.parse(registerLog, checks).events().stream()
        .filter(event -> event.register() == CcaRegisterLog.RUNTIME)
        .map(CcaRegisterLog.Event::data)
        .toList();
  }

  /** Roots, and raw keys of platforms. */
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
    CcaToken token = CcaToken.parse(input.evidence(), run.checks());
    CcaToken.CHECKS.forEach(name -> run.passed(name, ""));
    platformIsAuthentic(token, input, run);
    CcaPlatformClaims platform = CcaPlatformClaims.parse(token.platform().claims());
    run.passed(CcaPlatformClaims.TYPES, "");
    new CcaPlatformForm(platform, run).check();
    if (run.hasFailed()) {
      return;
    }
    CcaRealmClaims realm = CcaRealmClaims.parse(token.realm().claims());
    run.passed(CcaRealmClaims.TYPES, "");
    CcaRealmForm form = new CcaRealmForm(realm, run);
    form.profile();
    Bytes nonce = platform.nonces().stream().findFirst().orElse(Bytes.EMPTY);
    VerificationKey key = new CcaBinding(realm, run, crypto).key(nonce);
    token.realm().verify(key, SIGNATURES, Set.of(), REALM, run.checks());
    form.check();
    if (!run.hasFailed()) {
      new CcaDemands(platform, realm, input, run).check();
    }
  }

  private void platformIsAuthentic(CcaToken token, AppraisalInput input, OrderedChecks run)
      throws Rejected {
    Checks checks = run.checks();
    ArmToken platform = token.platform();
    platform.checkAlgorithm(SIGNATURES, Set.of(), PLATFORM, checks);
    token.realm().checkAlgorithm(SIGNATURES, Set.of(), REALM, checks);
    run.passed("cose.alg.present", "");
    run.passed("cose.alg.known", "");
    boolean certified =
        platform.envelope().header(X5CHAIN, checks).isPresent()
            || token.realm().envelope().header(X5CHAIN, checks).isPresent();
    // spec| draft-ffm-rats-cca-token §6: certificates in the token belong to other profiles
    Rejected.unless(
        checks,
        "cca.platform.raw-key",
        !certified,
        Reason.UNKNOWN_FIELD,
        () -> "x5chain in the header, where the key is known beforehand");
    boolean derived = !input.policy().allows(CcaDemands.KEY_OF_ANY_INSTANCE, vocabulary());
    VerificationKey key =
        new ArmKeys(input, crypto, run)
            .find(platform, CcaPlatformClaims.instance(platform.claims()), derived);
    platform.verify(key, SIGNATURES, Set.of(), PLATFORM, checks);
  }
}
