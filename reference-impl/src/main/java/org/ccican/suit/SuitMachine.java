package org.ccican.suit;

import java.util.List;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Cbor;
import org.ccican.wire.Fields;

/**
 * Executes command sequences (suit-manifest section 6.4). A sequence ends well, ends softly, or
 * ends everything by a refusal.
 */
final class SuitMachine {

  private static final int MOST_NESTING = 8;

  private static final Set<Long> CONDITIONS =
      Set.of(
          SuitLabels.VENDOR_IDENTIFIER,
          SuitLabels.CLASS_IDENTIFIER,
          SuitLabels.IMAGE_MATCH,
          SuitLabels.COMPONENT_SLOT,
          SuitLabels.CHECK_CONTENT,
          SuitLabels.DEPENDENCY_INTEGRITY,
          SuitLabels.IS_DEPENDENCY,
          SuitLabels.ABORT,
          SuitLabels.DEVICE_IDENTIFIER);

  private static final Set<Long> DIRECTIVES =
      Set.of(
          SuitLabels.PROCESS_DEPENDENCY,
          SuitLabels.WRITE,
          SuitLabels.FETCH,
          SuitLabels.COPY,
          SuitLabels.INVOKE_COMPONENT,
          SuitLabels.SWAP,
          SuitLabels.UNLINK);

  private final SuitBench bench;
  private final Checks checks;
  private final SuitConditions conditions;
  private final SuitDirectives directives;
  private final SuitDependencies dependencies;
  private final SuitFlow flow;

  SuitMachine(SuitBench bench) {
    this.bench = bench;
    this.checks = bench.checks();
    this.dependencies = new SuitDependencies(bench, this);
    this.conditions = new SuitConditions(bench, dependencies);
    this.directives = new SuitDirectives(bench, this);
    this.flow = new SuitFlow(bench, this);
  }

  SuitDependencies dependencies() {
    return dependencies;
  }

  /**
   * Executes a sequence.
   *
   * @return false if it ended early and softly
   * @throws Rejected if it ends everything
   */
  boolean run(SuitFrame frame, List<SuitCommand> commands, SuitContext context) throws Rejected {
    // spec| RFC 8949 §10: nesting of sequences is bounded
    Rejected.unless(
        checks,
        "suit.limit.nesting",
        context.depth() <= MOST_NESTING,
        Reason.LIMIT_EXCEEDED,
        () -> "sequences nested deeper than " + MOST_NESTING);
    if (frame.cells().isEmpty()) {
      return true; // nothing to execute a command for, and that was let through
    }
    for (SuitCommand command : commands) {
      bench.trace().at(frame.path(), label(context), command.offset(), first(context));
      if (command.code() == SuitLabels.SET_COMPONENT_INDEX) {
        bench.step();
        flow.select(frame, command.argument(), context);
        continue;
      }
      // spec| suit-manifest §6.2: with several components a sequence begins by choosing
      Rejected.unless(
          checks,
          "suit.component.chosen",
          !context.selected().isEmpty(),
          Reason.WRONG_ORDER,
          () -> "command " + command.code() + " before any set-component-index");
      List<Integer> selected = context.selected().isEmpty() ? List.of(0) : context.selected();
      for (int index : selected) {
        bench.step();
        bench.trace().at(frame.path(), label(context), command.offset(), index);
        if (!perform(frame, command, index, context)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean perform(SuitFrame frame, SuitCommand command, int index, SuitContext context)
      throws Rejected {
    long code = command.code();
    if (context.inShared() && !flow.mayShare(code)) {
      return true;
    }
    if (code == SuitLabels.OVERRIDE_PARAMETERS || code == SuitLabels.SET_PARAMETERS) {
      flow.set(frame, command, index, context);
      return true;
    }
    if (code == SuitLabels.RUN_SEQUENCE) {
      return isFirstOnly(index, context) || flow.runSequence(frame, command, index, context);
    }
    if (code == SuitLabels.TRY_EACH) {
      return isFirstOnly(index, context) || flow.tryEach(frame, command, index, context);
    }
    boolean known = CONDITIONS.contains(code) || DIRECTIVES.contains(code);
    // spec| suit-manifest §6.1: an unsupported command makes the manifest invalid
    Rejected.unless(
        checks,
        "suit.command.known",
        known,
        Reason.UNKNOWN_FIELD,
        () -> "command " + code + " at offset " + command.offset());
    if (!known) {
      return true;
    }
    long policy = policy(command);
    return CONDITIONS.contains(code)
        ? test(frame, command, index, context, policy)
        : direct(frame, command, index, context);
  }

  /** spec| suit-manifest §6.5: sequences are run once for each component that is chosen. */
  private boolean isFirstOnly(int index, SuitContext context) {
    return context.selected().size() > 1
        && index != context.selected().get(0)
        && !checks.keeps("suit.index.each");
  }

  private boolean test(
      SuitFrame frame, SuitCommand command, int index, SuitContext context, long policy)
      throws Rejected {
    SuitRecord place = bench.trace().place();
    SuitComponentId id = frame.cells().get(index).id();
    try {
      conditions.test(frame, command.code(), index);
      bench.trace().succeeded(policy, id, conditions.measured(command.code(), frame, index));
      return true;
    } catch (Rejected failure) {
      bench.trace().at(place);
      bench.trace().measured(conditions.measured(command.code(), frame, index));
      boolean soft = SuitReason.of(failure) == SuitReason.CONDITION_FAILED;
      if (command.code() == SuitLabels.DEPENDENCY_INTEGRITY) {
        // spec| trust-domains §5.6.4: a dependency that fails its check aborts at once
        soft = checks.holds("suit.dependency.immediate", false);
      }
      if (soft || command.code() == SuitLabels.DEPENDENCY_INTEGRITY) {
        bench.trace().failed(policy, id);
      }
      if (!soft) {
        throw failure;
      }
      // spec| suit-manifest §8.4.9: a failed condition ends the sequence that it stands in
      if (checks.holds("suit.condition.ends", false)) {
        return true;
      }
      if (context.soft()) {
        return false;
      }
      throw failure;
    }
  }

  private boolean direct(SuitFrame frame, SuitCommand command, int index, SuitContext context)
      throws Rejected {
    try {
      if (command.code() == SuitLabels.PROCESS_DEPENDENCY) {
        dependencies.process(frame, index, context);
      } else {
        directives.execute(frame, command.code(), index, context);
      }
      return true;
    } catch (Rejected failure) {
      boolean operation = SuitReason.of(failure) == SuitReason.OPERATION_FAILED;
      // spec| suit-manifest §6.4: a directive that fails aborts, whatever soft failure says
      if (operation && context.soft() && checks.holds("suit.directive.failed", false)) {
        return false;
      }
      throw failure;
    }
  }

  private long policy(SuitCommand command) throws Rejected {
    boolean bits =
        command.argument() instanceof Cbor.Int policy
            && !policy.negative()
            && policy.isLong()
            && policy.longValue() <= SuitScript.REPORT_ALWAYS;
    // spec| suit-manifest §8.4.7: a reporting policy is a set of four bits
    Rejected.unless(
        checks,
        "suit.command.policy",
        bits,
        Reason.WRONG_TYPE,
        () -> "reporting policy " + command.argument().encode());
    return bits ? Fields.integer(command.argument(), "suit.command.policy") : 0;
  }

  private static int first(SuitContext context) {
    return context.selected().isEmpty() ? 0 : context.selected().get(0);
  }

  /** The shared sequence belongs to the common part. */
  private static long label(SuitContext context) {
    return context.inShared() ? SuitLabels.COMMON : context.section();
  }
}
