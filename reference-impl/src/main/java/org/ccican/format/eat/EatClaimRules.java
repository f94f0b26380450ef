package org.ccican.format.eat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccican.appraisal.AppraisalInput;
import org.ccican.appraisal.AppraisalPolicy;
import org.ccican.appraisal.OrderedChecks;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.Fields;

/**
 * What is asked of claims once it is known who vouches for them: freshness, claims that depend on
 * others, and what the relying party wants (RFC 9711 sections 4 and 9.3).
 */
final class EatClaimRules {

  /** The rules, in the order in which they are asked. */
  static final List<String> CHECKS =
      List.of(
          "eat.nonce.present",
          "eat.nonce.equal",
          "eat.exp",
          "eat.nbf",
          "eat.iat.past",
          "eat.dependency.hwmodel",
          "eat.dependency.hwversion",
          "eat.dependency.swversion",
          "eat.dependency.oemboot",
          "eat.dependency.dbgstat",
          "eat.debug",
          "eat.debug.submods",
          "eat.demand.dbgstat",
          "eat.demand.bootcount",
          "eat.demand.cnf",
          "eat.measurement");

  /** What a policy may allow, and does not of itself. */
  static final String UNMET_DEPENDENCIES = "unmet-dependencies";

  private final AppraisalInput input;
  private final AppraisalPolicy.Vocabulary vocabulary;
  private final OrderedChecks run;
  private final Checks checks;

  EatClaimRules(AppraisalInput input, AppraisalPolicy.Vocabulary vocabulary, OrderedChecks run) {
    this.input = input;
    this.vocabulary = vocabulary;
    this.run = run;
    this.checks = run.checks();
  }

  /** A claims-set somebody vouches for, and the path of submodules to it. */
  record Vouched(String where, EatClaims claims) {}

  /**
   * @param all the token's own claims first, then those of its submodules
   */
  void check(List<Vouched> all) throws Rejected {
    EatClaims claims = all.get(0).claims();
    nonce(claims);
    for (Vouched each : all) {
      times(each);
    }
    for (Vouched each : all) {
      dependencies(new EatDemands(each.claims(), each.where(), checks));
    }
    debug(all);
    demands(claims);
    measurement(claims);
  }

  private void nonce(EatClaims claims) throws Rejected {
    if (input.reportData().isEmpty()) {
      run.notEvaluated("eat.nonce.present", "no nonce expected");
      run.notEvaluated("eat.nonce.equal", "no nonce expected");
      return;
    }
    // spec| RFC 9711 §9.3: every use of an EAT has something that shows that it is fresh
    Rejected.unless(
        checks,
        "eat.nonce.present",
        !claims.nonces().isEmpty(),
        Reason.MISSING_FIELD,
        () -> "no eat_nonce");
    Bytes expected = input.reportData().get();
    // reading: a nonce that is shorter than the field it is compared with has zeros behind it
    // spec| RFC 9711 §4.1: one of the nonces is the one that was handed out
    Rejected.unless(
        checks,
        "eat.nonce.equal",
        claims.nonces().stream()
            .anyMatch(each -> octets(each).padRight(expected.size()).equals(expected)),
        Reason.BINDING_MISMATCH,
        () -> claims.nonces().size() + " nonces, none of which is " + expected);
  }

  private static Bytes octets(Cbor nonce) {
    if (nonce instanceof Cbor.Text text) {
      return EatJson.base64(text.value()).orElse(Bytes.utf8(text.value()));
    }
    return nonce instanceof Cbor.Octets octets ? octets.value() : Bytes.EMPTY;
  }

  private void times(Vouched vouched) throws Rejected {
    EatDemands demands = new EatDemands(vouched.claims(), vouched.where(), checks);
    double now = input.at().getEpochSecond();
    // spec| RFC 8392 §3.1.4: nothing is taken at or after exp
    demands.wellFormed(
        "eat.exp", EatClaim.EXP, Reason.EXPIRED, item -> EatNumbers.value(item) > now);
    // spec| RFC 8392 §3.1.5: nothing is taken before nbf
    demands.wellFormed(
        "eat.nbf", EatClaim.NBF, Reason.EXPIRED, item -> EatNumbers.value(item) <= now);
    // spec| RFC 9711 §4.3.1: a token was made before it is looked at
    demands.wellFormed(
        "eat.iat.past", EatClaim.IAT, Reason.EXPIRED, item -> EatNumbers.value(item) <= now);
  }

  private void dependencies(EatDemands demands) throws Rejected {
    EatClaims claims = demands.claims();
    if (input.policy().allows(UNMET_DEPENDENCIES, vocabulary)) {
      return;
    }
    // spec| RFC 9711 §4.2.4: hwmodel is within what oemid names
    demands.accompanied(
        "eat.dependency.hwmodel", claims.has(EatClaim.HWMODEL), EatClaim.OEMID, "hwmodel");
    // spec| RFC 9711 §4.2.5: hwversion is one of hwmodel
    demands.accompanied(
        "eat.dependency.hwversion", claims.has(EatClaim.HWVERSION), EatClaim.HWMODEL, "hwversion");
    // spec| RFC 9711 §4.2.7: swversion is one of swname
    demands.accompanied(
        "eat.dependency.swversion", claims.has(EatClaim.SWVERSION), EatClaim.SWNAME, "swversion");
    // spec| RFC 9711 §4.2.8: oemboot speaks of whom oemid names
    demands.accompanied(
        "eat.dependency.oemboot", claims.has(EatClaim.OEMBOOT), EatClaim.OEMID, "oemboot");
    // spec| RFC 9711 §4.2.9.4: only whom oemid names can enable debugging then
    demands.accompanied(
        "eat.dependency.dbgstat",
        claims.number(EatClaim.DBGSTAT).filter(state -> state == 3).isPresent(),
        EatClaim.OEMID,
        "dbgstat 3");
  }

  private void debug(List<Vouched> all) throws Rejected {
    List<String> silent = new ArrayList<>();
    for (Vouched each : all) {
      boolean enabled = each.claims().number(EatClaim.DBGSTAT).filter(s -> s == 0).isPresent();
      boolean allowed = !enabled || input.policy().allowDebug();
      boolean own = each.where().isEmpty();
      // spec| RFC 9711 §4.2.9.1: state 0 says that something can be debugged
      Rejected.unless(
          checks, "eat.debug", allowed || !own, Reason.DEBUG_ENABLED, () -> "dbgstat is enabled");
      // spec| RFC 9711 §4.2.9: a submodule speaks for itself
      Rejected.unless(
          checks,
          "eat.debug.submods",
          allowed || own,
          Reason.DEBUG_ENABLED,
          () -> "dbgstat of " + each.where() + " is enabled");
      if (!own && !each.claims().has(EatClaim.DBGSTAT)) {
        silent.add(each.where());
      }
    }
    if (!silent.isEmpty()) {
      run.notEvaluated("eat.debug.submods", "dbgstat is missing: " + String.join(", ", silent));
    }
    if (!all.get(0).claims().has(EatClaim.DBGSTAT)) {
      run.notEvaluated("eat.debug", "dbgstat is missing");
    }
  }

  private void demands(EatClaims claims) throws Rejected {
    // spec| RFC 9334 §8.5: what the relying party's policy demands
    Rejected.unless(
        checks,
        "eat.demand.dbgstat",
        reaches(claims, EatClaim.DBGSTAT),
        Reason.DEBUG_ENABLED,
        () -> "dbgstat is less than demanded");
    Rejected.unless(
        checks,
        "eat.demand.bootcount",
        reaches(claims, EatClaim.BOOTCOUNT),
        Reason.ROLLED_BACK,
        () -> "bootcount is less than demanded");
    Optional<Bytes> wanted = Optional.ofNullable(input.policy().equal().get(EatClaim.CNF.id()));
    // spec| RFC 8747 §3.1: whom the token is about holds the key of cnf
    Rejected.unless(
        checks,
        "eat.demand.cnf",
        wanted.isEmpty() || wanted.equals(confirmed(claims)),
        Reason.BINDING_MISMATCH,
        () -> "cnf is not about the key that is demanded");
  }

  private boolean reaches(EatClaims claims, EatClaim claim) {
    Long least = input.policy().minimum().get(claim.id());
    return least == null || claims.number(claim).filter(found -> found >= least).isPresent();
  }

  private static Optional<Bytes> confirmed(EatClaims claims) throws Rejected {
    Optional<Cbor> cnf = claims.find(EatClaim.CNF);
    return cnf.isPresent() && cnf.get() instanceof Cbor.Map
        ? Fields.of(cnf.get(), EatClaims.SHAPE).findOctets(3)
        : Optional.empty();
  }

  private void measurement(EatClaims claims) throws Rejected {
    if (input.measurements().isEmpty()) {
      run.notEvaluated("eat.measurement", "no reference values");
      return;
    }
    Set<Bytes> found = new HashSet<>(EatMeasurements.digests(claims));
    // spec| RFC 9334 §8.3: what was measured is among what is expected
    Rejected.unless(
        checks,
        "eat.measurement",
        !found.isEmpty() && found.stream().allMatch(input::accepts),
        Reason.MEASUREMENT_MISMATCH,
        () -> found + " is not among the reference values");
  }
}
