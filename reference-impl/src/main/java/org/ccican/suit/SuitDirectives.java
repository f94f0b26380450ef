package org.ccican.suit;

import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.Fields;

/** The directives that change components (suit-manifest section 8.4.10). */
final class SuitDirectives {

  private static final String TYPE = "suit.parameter.type";

  private final SuitBench bench;
  private final Checks checks;
  private final SuitMachine machine;
  private final SuitDecryption decryption;

  SuitDirectives(SuitBench bench, SuitMachine machine) {
    this.bench = bench;
    this.checks = bench.checks();
    this.machine = machine;
    this.decryption = new SuitDecryption(bench);
  }

  /**
   * @throws Rejected if the directive cannot be carried out
   */
  void execute(SuitFrame frame, long code, int index, SuitContext context) throws Rejected {
    if (code == SuitLabels.UNLINK) {
      machine.dependencies().unlink(frame, frame.cells().get(index));
    } else if (code == SuitLabels.INVOKE_COMPONENT) {
      payload(frame.cells().get(index));
    } else if (code == SuitLabels.FETCH) {
      target(frame, index, context);
      fetch(frame, index);
    } else if (code == SuitLabels.WRITE) {
      target(frame, index, context);
      write(frame, index);
    } else {
      target(frame, index, context);
      Optional<Cbor> source = parameter(frame.cells().get(index), SuitLabels.SOURCE_COMPONENT);
      if (source.isPresent()) {
        move(frame, code, index, source(frame, source.get(), context));
      }
    }
  }

  private Optional<Cbor> parameter(SuitCell cell, long label) throws Rejected {
    Optional<Cbor> value = cell.parameter(label);
    // spec| suit-manifest §6.1: a directive finds the parameters that it needs
    Rejected.unless(
        checks,
        "suit.directive.parameter",
        value.isPresent(),
        Reason.MISSING_FIELD,
        () -> "parameter " + label + " of " + cell.id() + " is not set");
    return value;
  }

  private void fetch(SuitFrame frame, int index) throws Rejected {
    SuitCell cell = frame.cells().get(index);
    Optional<Cbor> parameter = parameter(cell, SuitLabels.URI);
    if (parameter.isEmpty()) {
      return;
    }
    boolean early =
        !frame.isDependency(index)
            && frame.manifest().dependencies().keySet().stream()
                .anyMatch(each -> frame.cells().get(each).payload().isEmpty());
    // spec| trust-domains §5.5: dependencies are fetched before payloads
    Rejected.unless(
        checks,
        "suit.dependency.first",
        !early,
        Reason.WRONG_ORDER,
        () -> "a payload for " + cell.id() + " is fetched before the dependencies are here");
    String uri = Fields.text(parameter.get(), TYPE);
    Optional<Bytes> found = bench.fetch(frame, uri);
    if (found.isEmpty()) {
      throw new Rejected(Reason.NOT_AVAILABLE, "suit.payload.available", "no payload at " + uri);
    }
    SuitDecryption.Plain plain = decryption.fetched(cell, found.get());
    // spec| suit-manifest §8.4.10.4: fetch takes what the URI names
    if (checks.keeps("suit.fetch")) {
      replace(frame, index, plain.octets(), plain.vouched());
    }
  }

  private void write(SuitFrame frame, int index) throws Rejected {
    SuitCell cell = frame.cells().get(index);
    Optional<Cbor> content = parameter(cell, SuitLabels.CONTENT);
    if (content.isEmpty()) {
      return;
    }
    Bytes plain = decryption.written(cell, Fields.octets(content.get(), TYPE));
    // spec| suit-manifest §8.4.10.6: write stores the content, for which the signature vouches
    if (checks.keeps("suit.write")) {
      replace(frame, index, plain, true);
    }
  }

  private void move(SuitFrame frame, long code, int index, SuitCell source) throws Rejected {
    SuitCell cell = frame.cells().get(index);
    Bytes moved = payload(source);
    if (code == SuitLabels.COPY) {
      SuitDecryption.Plain plain = decryption.copied(cell, source, moved);
      // spec| suit-manifest §8.4.10.5: copy takes the octets of the source
      if (checks.keeps("suit.copy")) {
        replace(frame, index, plain.octets(), plain.vouched());
      }
      if (plain.vouched()) {
        source.vouch(); // what an AEAD cipher opened was the ciphertext that it belongs to
      }
      return;
    }
    Bytes back = payload(cell);
    boolean compared = cell.compared();
    // spec| suit-manifest §8.4.10.9: swap exchanges the octets
    if (checks.keeps("suit.swap")) {
      overwrite(frame, source, back);
      replace(frame, index, moved, source.compared());
      source.put(back, compared, frame);
    }
  }

  private SuitCell source(SuitFrame frame, Cbor parameter, SuitContext context) throws Rejected {
    long index = SuitManifest.label(parameter).orElse(-1L);
    boolean listed = index >= 0 && index < frame.cells().size();
    if (!listed) {
      throw new Rejected(
          Reason.OUT_OF_RANGE, "suit.copy.source", "no component " + parameter.encode());
    }
    if (!context.strict()) {
      context.sources().add((int) index);
      raceless(context);
    }
    return frame.cells().get((int) index);
  }

  private void target(SuitFrame frame, int index, SuitContext context) throws Rejected {
    if (!context.strict()) {
      context.targets().add(index);
      raceless(context);
    }
    if (frame.isDependency(index) && !checks.holds("suit.dependency.fresh", false)) {
      // spec| trust-domains §5.6.4: what is fetched again is checked again
      frame.checked().remove(index);
    }
  }

  private void raceless(SuitContext context) throws Rejected {
    // spec| suit-manifest §6.7: without order nothing is both written and read
    Rejected.unless(
        checks,
        "suit.order.source",
        context.targets().stream().noneMatch(context.sources()::contains),
        Reason.WRONG_ORDER,
        () -> "a component is written and read where order does not matter");
  }

  private static Bytes payload(SuitCell cell) throws Rejected {
    if (cell.payload().isEmpty()) {
      throw new Rejected(Reason.NOT_AVAILABLE, "suit.copy.source", cell.id() + " holds nothing");
    }
    return cell.payload().get();
  }

  private void replace(SuitFrame frame, int index, Bytes octets, boolean vouched) throws Rejected {
    SuitCell cell = frame.cells().get(index);
    boolean same = frame.isDependency(index) && isSameManifest(cell, octets);
    if (!same) {
      overwrite(frame, cell, octets);
    }
    cell.put(octets, vouched, frame);
  }

  private boolean isSameManifest(SuitCell cell, Bytes octets) {
    if (cell.payload().isEmpty()) {
      return false;
    }
    try {
      Bytes stored =
          SuitEnvelope.parseDependency(cell.payload().get(), Checks.unbroken()).manifestItem();
      return SuitEnvelope.parseDependency(octets, Checks.unbroken()).manifestItem().equals(stored);
    } catch (Rejected unreadable) {
      return false;
    }
  }

  private void overwrite(SuitFrame frame, SuitCell cell, Bytes octets) throws Rejected {
    // spec| trust-domains §5.6.5: what another manifest refers to is not overwritten
    Rejected.unless(
        checks,
        "suit.reference.overwrite",
        !bench.ledger().isHeldByOthers(cell.id(), frame.holder()),
        Reason.POLICY_VIOLATED,
        () -> octets.size() + " octets to " + cell.id() + ", which another manifest refers to");
  }
}
