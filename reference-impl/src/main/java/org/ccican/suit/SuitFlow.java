package org.ccican.suit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** Commands that govern others: indices, parameters, and sequences within sequences. */
final class SuitFlow {

  private static final Set<Long> SHARED =
      Set.of(
          SuitLabels.VENDOR_IDENTIFIER,
          SuitLabels.CLASS_IDENTIFIER,
          SuitLabels.IMAGE_MATCH,
          SuitLabels.COMPONENT_SLOT,
          SuitLabels.CHECK_CONTENT,
          SuitLabels.DEPENDENCY_INTEGRITY,
          SuitLabels.IS_DEPENDENCY,
          SuitLabels.ABORT,
          SuitLabels.DEVICE_IDENTIFIER,
          SuitLabels.TRY_EACH,
          SuitLabels.RUN_SEQUENCE,
          SuitLabels.SET_PARAMETERS,
          SuitLabels.OVERRIDE_PARAMETERS,
          SuitLabels.PROCESS_DEPENDENCY);

  private final SuitBench bench;
  private final Checks checks;
  private final SuitMachine machine;

  SuitFlow(SuitBench bench, SuitMachine machine) {
    this.bench = bench;
    this.checks = bench.checks();
    this.machine = machine;
  }

  /**
   * Whether a command of the shared sequence is to be executed.
   *
   * @throws Rejected if it may not stand there
   */
  boolean mayShare(long code) throws Rejected {
    if (code < SuitParameters.CUSTOM) {
      // spec| suit-manifest §6.2: no custom command in the shared sequence
      Rejected.unless(
          checks,
          "suit.shared.custom",
          false,
          Reason.POLICY_VIOLATED,
          () -> "custom command " + code + " in the shared sequence");
      return false;
    }
    boolean known = SHARED.contains(code);
    boolean effect =
        code == SuitLabels.WRITE
            || code == SuitLabels.FETCH
            || code == SuitLabels.COPY
            || code == SuitLabels.INVOKE_COMPONENT
            || code == SuitLabels.SWAP
            || code == SuitLabels.UNLINK;
    // spec| suit-manifest §5.3.2: the shared sequence sets parameters and tests conditions
    Rejected.unless(
        checks,
        "suit.shared.commands",
        known || !effect,
        Reason.POLICY_VIOLATED,
        () -> "command " + code + " in the shared sequence");
    return true;
  }

  /** Set-component-index (suit-manifest section 8.4.10.1). */
  void select(SuitFrame frame, Cbor argument, SuitContext context) throws Rejected {
    // spec| suit-manifest §6.7: a sequence that may run beside others chooses once
    Rejected.unless(
        checks,
        "suit.order.index",
        !context.fixed(),
        Reason.WRONG_ORDER,
        () -> "a further set-component-index where order does not matter");
    int count = frame.cells().size();
    if (argument instanceof Cbor.Simple simple && simple.value() == 21) {
      List<Integer> all = new ArrayList<>();
      for (int index = 0; index < count; index++) {
        all.add(index);
      }
      // spec| suit-manifest §6.5: True stands for all components
      context.select(checks.keeps("suit.index.all") ? all : List.of(0), true);
      return;
    }
    boolean array = argument instanceof Cbor.Array;
    List<Cbor> items = argument instanceof Cbor.Array many ? many.items() : List.of(argument);
    List<Integer> chosen = new ArrayList<>();
    boolean right = !items.isEmpty();
    for (Cbor item : items) {
      long index = SuitManifest.label(item).orElse(-1L);
      boolean fits = index >= 0 && index < count;
      right = right && fits;
      chosen.add(fits ? (int) index : 0);
    }
    // spec| suit-manifest §8.4.10.1: what is chosen are components of the manifest
    Rejected.unless(
        checks,
        "suit.component.index",
        right,
        Reason.OUT_OF_RANGE,
        () -> "component " + argument.encode() + " of " + count);
    // spec| suit-manifest §6.5: one index, or an array of them
    boolean kept = array ? checks.keeps("suit.index.array") : checks.keeps("suit.index.integer");
    context.select(kept && !chosen.isEmpty() ? chosen : List.of(0), false);
  }

  /** Override-parameters and set-parameters. */
  void set(SuitFrame frame, SuitCommand command, int index, SuitContext context) throws Rejected {
    Optional<Cbor.Map> values =
        command.argument() instanceof Cbor.Map map && !map.entries().isEmpty()
            ? Optional.of(map)
            : Optional.empty();
    argument(values.isPresent(), command);
    boolean override = command.code() == SuitLabels.OVERRIDE_PARAMETERS;
    for (Cbor.Entry entry : values.map(Cbor.Map::entries).orElse(List.of())) {
      Optional<Long> label = SuitManifest.label(entry.key());
      argument(label.isPresent(), command);
      if (label.isPresent()) {
        set(frame, index, label.get(), entry.value(), override, context);
      }
    }
  }

  private void set(
      SuitFrame frame, int index, long label, Cbor value, boolean override, SuitContext context)
      throws Rejected {
    SuitParameters.check(label, value, context.inShared(), checks);
    if (label == SuitLabels.STRICT_ORDER) {
      context.strict(!value.equals(Cbor.bool(false)));
      return;
    }
    if (label == SuitLabels.SOFT_FAILURE) {
      softFailure(value.equals(Cbor.bool(true)), context);
      return;
    }
    List<SuitCell> cells = List.of(frame.cells().get(index));
    // spec| suit-manifest §8.4.8: a parameter belongs to one component
    if (!checks.keeps("suit.parameter.scope")) {
      cells = frame.cells();
    }
    for (SuitCell cell : cells) {
      boolean replace =
          override
              // spec| suit-manifest §8.4.10.3: override-parameters replaces
              ? checks.keeps("suit.parameter.override")
              // spec| trust-domains §5.6.1: set-parameters leaves what is set
              : !checks.keeps("suit.parameter.set-if-unset");
      if (replace || cell.parameter(label).isEmpty()) {
        cell.parameters().put(label, value);
      }
    }
  }

  private void softFailure(boolean on, SuitContext context) throws Rejected {
    // spec| suit-manifest §8.4.8.15: soft failure is set inside try-each and run-sequence only
    Rejected.unless(
        checks,
        "suit.soft-failure.place",
        context.kind() != SuitContext.Kind.SECTION,
        Reason.WRONG_ORDER,
        () -> "soft failure outside try-each and run-sequence");
    // spec| suit-manifest §8.4.8.15: in try-each a failure can be made hard
    boolean hard = !on && !checks.holds("suit.soft-failure.hard", false);
    // spec| suit-manifest §8.4.8.15: in run-sequence a failure can be made soft
    boolean soft = on && checks.keeps("suit.soft-failure.soft");
    if (hard || soft) {
      context.soft(soft);
    }
  }

  /** Run-sequence (suit-manifest section 8.4.10.8). */
  boolean runSequence(SuitFrame frame, SuitCommand command, int index, SuitContext context)
      throws Rejected {
    List<SuitCommand> commands = nested(command, command.argument());
    SuitContext inner = inner(SuitContext.Kind.RUN_SEQUENCE, index, context);
    // spec| suit-manifest §8.4.8.15: run-sequence begins with hard failures
    inner.soft(checks.holds("suit.soft-failure.default", false));
    inherit(context, inner);
    boolean rest = false;
    if (!context.strict()) {
      boolean one = context.selected().size() == 1 && !context.all();
      boolean begins =
          !commands.isEmpty() && commands.get(0).code() == SuitLabels.SET_COMPONENT_INDEX;
      // spec| suit-manifest §6.7: what may run beside others begins by choosing its component
      Rejected.unless(
          checks,
          "suit.order.begins",
          !one || begins,
          Reason.WRONG_ORDER,
          () -> "a sequence without set-component-index where order does not matter");
      if (one && begins) {
        select(frame, commands.get(0).argument(), inner);
        rest = true;
      }
      inner.fix();
    }
    // spec| suit-manifest §8.4.10.8: run-sequence executes its argument
    if (checks.keeps("suit.run-sequence")) {
      machine.run(frame, rest ? commands.subList(1, commands.size()) : commands, inner);
    }
    revert(context, inner);
    return true;
  }

  /** Try-each (suit-manifest section 8.4.10.2). */
  boolean tryEach(SuitFrame frame, SuitCommand command, int index, SuitContext context)
      throws Rejected {
    List<Cbor> items = command.argument() instanceof Cbor.Array array ? array.items() : List.of();
    boolean open = !items.isEmpty() && items.get(items.size() - 1).equals(Cbor.nil());
    List<Cbor> sequences = open ? items.subList(0, items.size() - 1) : items;
    argument(sequences.size() >= 2, command);
    SuitRecord place = bench.trace().place();
    boolean succeeded = false;
    for (Cbor sequence : sequences) {
      SuitContext inner = inner(SuitContext.Kind.TRY_EACH, index, context);
      boolean well = machine.run(frame, nested(command, sequence), inner);
      succeeded = succeeded || well;
      // spec| suit-manifest §8.4.10.2: the first sequence that succeeds is the last to be executed
      if (well && checks.keeps("suit.try-each.first")) {
        return true;
      }
      // spec| suit-manifest §8.4.10.2: after a failed condition the next sequence is executed
      if (!well && !checks.keeps("suit.try-each.next")) {
        break;
      }
    }
    // spec| suit-manifest §8.4.10.2: an empty sequence at the end succeeds
    boolean enough = succeeded || open && checks.keeps("suit.try-each.nil");
    if (!enough) {
      bench.trace().at(place);
    }
    // spec| suit-manifest §8.4.10.2: try-each fails if none of its sequences succeeds
    Rejected.unless(
        checks,
        "suit.try-each.some",
        enough,
        Reason.POLICY_VIOLATED,
        () -> "none of " + sequences.size() + " sequences succeeded");
    return true;
  }

  private SuitContext inner(SuitContext.Kind kind, int index, SuitContext context) {
    return new SuitContext(
        kind, context.section(), context.inShared(), context.depth() + 1, List.of(index));
  }

  /** spec| suit-manifest §8.4.8.15: soft failure is not inherited. */
  private void inherit(SuitContext outer, SuitContext inner) {
    if (outer.soft() && checks.holds("suit.soft-failure.scope", false)) {
      inner.soft(true);
    }
  }

  /** spec| suit-manifest §8.4.8.15: soft failure ends with its sequence. */
  private void revert(SuitContext outer, SuitContext inner) {
    if (inner.soft() && checks.holds("suit.soft-failure.scope", false)) {
      outer.soft(true);
    }
  }

  private List<SuitCommand> nested(SuitCommand command, Cbor sequence) throws Rejected {
    argument(sequence instanceof Cbor.Octets, command);
    if (sequence instanceof Cbor.Octets octets) {
      return SuitCommand.sequence(octets.value(), command.inside(octets), checks);
    }
    Bytes raw = sequence.encode();
    return SuitCommand.sequence(raw, command.offset(), checks);
  }

  private void argument(boolean fits, SuitCommand command) throws Rejected {
    // spec| suit-manifest §8.4.6: a command has an argument of its type
    Rejected.unless(
        checks,
        "suit.command.argument",
        fits,
        Reason.WRONG_TYPE,
        () -> "the argument of command " + command.code() + " at offset " + command.offset());
  }
}
