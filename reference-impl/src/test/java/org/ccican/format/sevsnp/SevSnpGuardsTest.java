package org.ccican.format.sevsnp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ccican.appraisal.Appraisal;
import org.ccican.appraisal.AppraisalInput;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckPoint;
import org.ccican.reject.Rejected;
import org.junit.jupiter.api.Test;

/**
 * No guard is dead: for each there is an input that it alone refuses, and that passes, or fails
 * elsewhere, as soon as the guard is broken.
 */
class SevSnpGuardsTest {

  /** Inputs that another guard refuses when the first one is broken. */
  private static final Map<String, String> SECOND_LINE =
      Map.of(
          "sev-snp.signature.key", "sev-snp.endorsement.kind",
          "sev-snp.signature.range", "sev-snp.signature.valid");

  private final EmulatedStack stack = new EmulatedStack();

  @Test
  void everyGuardIsAliveAndAlone() throws Rejected {
    Map<String, AppraisalInput> cases = new GuardCases(stack).all();
    Set<String> guards = new TreeSet<>();
    for (CheckPoint point : stack.catalogue.all()) {
      boolean ours =
          point.name().startsWith("sev-snp.") && !point.name().startsWith("sev-snp.launch.")
              || point.name().startsWith("cert.");
      if (ours && point.kind() == CheckPoint.Kind.GUARD) {
        guards.add(point.name());
      }
    }
    assertThat(cases.keySet()).isEqualTo(guards);
    for (String guard : guards) {
      AppraisalInput input = cases.get(guard);
      assertThat(GuardCases.first(stack.appraise(input))).as(guard).isEqualTo(guard);
      BrokenChecks broken = new BrokenChecks(stack.catalogue.find(guard).orElseThrow());
      Appraisal appraisal = stack.appraise(input, broken);
      assertThat(broken.reached()).as(guard).isPositive();
      assertThat(GuardCases.first(appraisal))
          .as(guard)
          .isEqualTo(SECOND_LINE.getOrDefault(guard, ""));
      assertThat(appraisal.accepted()).as(guard).isEqualTo(!SECOND_LINE.containsKey(guard));
    }
  }

  @Test
  void goodInputIsAcceptedWhicheverGuardIsBroken() throws Rejected {
    AppraisalInput input = stack.input(EmulatedStack.standard());
    for (String guard : new GuardCases(stack).all().keySet()) {
      BrokenChecks broken = new BrokenChecks(stack.catalogue.find(guard).orElseThrow());
      assertThat(stack.appraise(input, broken).accepted()).as(guard).isTrue();
    }
  }
}
