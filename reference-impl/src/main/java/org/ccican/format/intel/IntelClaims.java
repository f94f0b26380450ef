package org.ccican.format.intel;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ccican.appraisal.AppraisalPolicy;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/** Whether what Intel says, and what an authentic quote says, is what the relying party wants. */
public final class IntelClaims {

  private final IntelScene scene;
  private final AppraisalPolicy policy;
  private final Checks checks;

  public IntelClaims(IntelScene scene) {
    this.scene = scene;
    this.policy = scene.policy();
    this.checks = scene.checks();
  }

  /**
   * @param levels absent without collateral
   */
  public void firmware(Optional<IntelLevels.Together> levels, Optional<Documents> documents)
      throws Rejected {
    // spec| RFC 9334 §8.5: without the vendor's word on the firmware there is nothing to trust
    Rejected.unless(
        checks,
        "intel.collateral.present",
        levels.isPresent() || scene.allows(IntelPolicy.MISSING_COLLATERAL),
        Reason.ENDORSEMENT_MISSING,
        () -> "no collateral, and the policy does not do without");
    if (levels.isEmpty() || documents.isEmpty()) {
      for (String name : IntelOrder.POLICY) {
        if (name.startsWith("intel.tcb.")) {
          scene.run().notEvaluated(name, "no collateral");
        }
      }
      return;
    }
    status(levels.get());
    date(levels.get().date());
    evaluation(documents.get());
    advisories(levels.get().advisories());
  }

  private void status(IntelLevels.Together levels) throws Rejected {
    Set<String> accepted = IntelPolicy.statuses(policy);
    String status = levels.status().id();
    String shown = status + ": " + levels.shown() + "; of " + levels.date();
    // spec| RFC 9334 §8.5: which statuses are good enough is the relying party's choice
    Rejected.unless(
        checks,
        "intel.tcb.status",
        accepted.contains(status),
        Reason.TCB_OUTDATED,
        () -> shown + "; accepted are " + new TreeSet<>(accepted));
    scene.run().passed("intel.tcb.status", shown);
  }

  private void date(Instant date) throws Rejected {
    Long least = policy.minimum().get(IntelPolicy.DATE);
    if (least == null) {
      scene.run().notEvaluated("intel.tcb.date", "the policy states no date; found " + date);
      return;
    }
    // spec| RFC 9334 §8.5: the level is recent enough
    Rejected.unless(
        checks,
        "intel.tcb.date",
        date.getEpochSecond() >= least,
        Reason.TCB_OUTDATED,
        () -> "at least " + Instant.ofEpochSecond(least) + " expected, found " + date);
  }

  private void evaluation(Documents documents) throws Rejected {
    Long least = policy.minimum().get(IntelPolicy.EVALUATION);
    long info = documents.tcbInfo().evaluation();
    long identity = documents.qeIdentity().evaluation();
    String found = "TCB info " + info + ", QE identity " + identity;
    if (least == null) {
      scene.run().notEvaluated("intel.tcb.evaluation", "the policy states none; found " + found);
      return;
    }
    // spec| Intel PCS §tcbEvaluationDataNumber: a later evaluation may judge the same level worse
    Rejected.unless(
        checks,
        "intel.tcb.evaluation",
        info >= least && identity >= least,
        Reason.TCB_OUTDATED,
        () -> "at least " + least + " expected, found " + found);
    scene.run().passed("intel.tcb.evaluation", found);
  }

  private void advisories(Set<String> found) throws Rejected {
    Set<String> accepted = policy.oneOf().get(IntelPolicy.ADVISORIES);
    if (accepted == null) {
      scene
          .run()
          .notEvaluated("intel.tcb.advisories", "the policy names none; found " + sorted(found));
      return;
    }
    // spec| RFC 9334 §8.5: the level is subject to known advisories alone
    Rejected.unless(
        checks,
        "intel.tcb.advisories",
        accepted.containsAll(found),
        Reason.TCB_OUTDATED,
        () -> "no more than " + sorted(accepted) + " expected, found " + sorted(found));
    scene.run().passed("intel.tcb.advisories", sorted(found).toString());
  }

  /** Checks bits of fields that the policy asks for, all of a rule together. */
  public void bits(String rule, Map<String, Long> fields) throws Rejected {
    boolean wanted = false;
    for (Map.Entry<String, Long> each : fields.entrySet()) {
      long set = policy.bitsSet().getOrDefault(each.getKey(), 0L);
      long clear = policy.bitsClear().getOrDefault(each.getKey(), 0L);
      long found = each.getValue();
      wanted |= set != 0 || clear != 0;
      // spec| RFC 9334 §8.5: what the relying party asks of settings
      Rejected.unless(
          checks,
          rule,
          (found & set) == set && (found & clear) == 0,
          Reason.POLICY_VIOLATED,
          () ->
              each.getKey()
                  + " 0x"
                  + Long.toHexString(found)
                  + ", set 0x"
                  + Long.toHexString(set)
                  + ", clear 0x"
                  + Long.toHexString(clear));
    }
    if (!wanted) {
      scene.run().notEvaluated(rule, "the policy asks for no bits");
    }
  }

  /** Checks octets of fields that the policy asks for, all of a rule together. */
  public void equal(String rule, Map<String, Bytes> fields) throws Rejected {
    if (fields.keySet().stream().noneMatch(policy.equal()::containsKey)) {
      scene.run().notEvaluated(rule, "the policy wants nothing of it");
      return;
    }
    for (Map.Entry<String, Bytes> each : fields.entrySet()) {
      Bytes expected = policy.equal().getOrDefault(each.getKey(), each.getValue());
      // spec| RFC 9334 §8.5: all octets are compared
      Rejected.unless(
          checks,
          rule,
          expected.equals(each.getValue()),
          Reason.POLICY_VIOLATED,
          () -> each.getKey() + ": " + expected + " expected, found " + each.getValue());
    }
  }

  /** Checks a number that the policy asks to be one of some. */
  public void oneOf(String rule, String field, long found) throws Rejected {
    Set<String> accepted = policy.oneOf().get(field);
    if (accepted == null) {
      scene.run().notEvaluated(rule, "the policy names none; found " + found);
      return;
    }
    // spec| RFC 9334 §8.5: one of those that the relying party knows
    Rejected.unless(
        checks,
        rule,
        accepted.contains(String.valueOf(found)),
        Reason.POLICY_VIOLATED,
        () -> "one of " + sorted(accepted) + " expected in " + field + ", found " + found);
  }

  /** Checks numbers that the policy asks to be at least so much. */
  public void minimum(String rule, Map<String, Long> fields) throws Rejected {
    if (fields.keySet().stream().noneMatch(policy.minimum()::containsKey)) {
      scene.run().notEvaluated(rule, "the policy states no minimum");
      return;
    }
    for (Map.Entry<String, Long> each : fields.entrySet()) {
      long least = policy.minimum().getOrDefault(each.getKey(), 0L);
      // spec| RFC 9334 §8.5: recent enough
      Rejected.unless(
          checks,
          rule,
          each.getValue() >= least,
          Reason.POLICY_VIOLATED,
          () -> each.getKey() + ": at least " + least + " expected, found " + each.getValue());
    }
  }

  public void measurement(String rule, Bytes found) throws Rejected {
    Optional<Set<Bytes>> references = scene.input().measurements();
    if (references.isEmpty()) {
      scene.run().notEvaluated(rule, "no reference values; found " + found);
      return;
    }
    // spec| RFC 9334 §8.3: the measurement is a reference value
    Rejected.unless(
        checks,
        rule,
        scene.input().accepts(found),
        Reason.MEASUREMENT_MISMATCH,
        () -> "none of " + references.get().size() + " reference values is " + found);
    scene.run().passed(rule, found.toHex());
  }

  public void reportData(String rule, Bytes found) throws Rejected {
    if (scene.input().reportData().isEmpty()) {
      scene.run().notEvaluated(rule, "no nonce; found " + found);
      return;
    }
    Bytes expected = scene.input().reportData().get();
    // spec| RFC 9334 §10: fresh and bound to what it is used for, the zeros at the end too
    Rejected.unless(
        checks,
        rule,
        expected.equalsConstantTime(found),
        Reason.BINDING_MISMATCH,
        () -> expected + " expected, found " + found);
  }

  private static List<String> sorted(Set<String> words) {
    return List.copyOf(new TreeSet<>(words));
  }
}
