package org.ccican.format.arm;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.ccican.appraisal.AppraisalInput;
import org.ccican.appraisal.AppraisalPolicy;
import org.ccican.appraisal.OrderedChecks;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * What a relying party asks of claims, field by field, in the same way whatever the token: where
 * the policy wants nothing of a field, its check is not evaluated.
 */
public final class ArmDemands {

  private final AppraisalInput input;
  private final AppraisalPolicy policy;
  private final OrderedChecks run;
  private final Checks checks;

  public ArmDemands(AppraisalInput input, OrderedChecks run) {
    this.input = input;
    this.policy = input.policy();
    this.run = run;
    this.checks = run.checks();
  }

  /** A claim of octets has the wanted ones. */
  public void equal(String rule, String field, Optional<Bytes> found) throws Rejected {
    Bytes wanted = policy.equal().get(field);
    String shown = found.map(Bytes::toHex).orElse("none");
    if (wanted == null) {
      run.notEvaluated(rule, "the policy wants nothing of it; found " + shown);
      return;
    }
    // spec| RFC 9334 §8.5: claims are compared with what is registered
    Rejected.unless(
        checks,
        rule,
        found.filter(wanted::equals).isPresent(),
        Reason.POLICY_VIOLATED,
        () -> wanted + " expected, found " + shown);
  }

  /** A claim is one of the accepted words. */
  public void oneOf(String rule, String field, Optional<String> found) throws Rejected {
    Set<String> accepted = policy.oneOf().getOrDefault(field, Set.of());
    String shown = found.orElse("none");
    if (accepted.isEmpty()) {
      run.notEvaluated(rule, "the policy wants nothing of it; found " + shown);
      return;
    }
    // spec| RFC 9334 §8.5: claims are compared with what is registered
    Rejected.unless(
        checks,
        rule,
        found.filter(accepted::contains).isPresent(),
        Reason.POLICY_VIOLATED,
        () -> "one of " + new TreeSet<>(accepted) + " expected, found " + shown);
  }

  /** Every component has one of the accepted words. */
  public void components(
      String rule,
      String field,
      List<SoftwareComponent> all,
      Function<SoftwareComponent, String> value)
      throws Rejected {
    Set<String> accepted = policy.oneOf().getOrDefault(field, Set.of());
    if (accepted.isEmpty()) {
      run.notEvaluated(rule, "the policy wants nothing of it");
      return;
    }
    for (SoftwareComponent each : all) {
      // spec| RFC 9334 §8.5: components are compared with what is registered
      Rejected.unless(
          checks,
          rule,
          accepted.contains(value.apply(each)),
          Reason.POLICY_VIOLATED,
          () -> each.title() + " has " + value.apply(each));
    }
    run.passed(rule, all.size() + " components");
  }

  /**
   * The token answers the challenge, all of its octets.
   *
   * @param filled whether a shorter one counts as if zeros followed it
   */
  public void challenge(String rule, List<Bytes> claimed, boolean filled) throws Rejected {
    Bytes found = claimed.isEmpty() ? Bytes.EMPTY : claimed.get(0);
    if (input.reportData().isEmpty()) {
      run.notEvaluated(rule, "no challenge; found " + found);
      return;
    }
    Bytes expected = input.reportData().get();
    // spec| RFC 9334 §10: evidence is fresh if it has the challenger's nonce
    Rejected.unless(
        checks,
        rule,
        expected.equalsConstantTime(filled ? found.padRight(expected.size()) : found),
        Reason.BINDING_MISMATCH,
        () -> expected + " expected, found " + found);
  }
}
