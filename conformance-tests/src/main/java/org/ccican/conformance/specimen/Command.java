package org.ccican.conformance.specimen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ccican.wire.Cbor;

/** A command of a manifest and its argument (suit-manifest section 8.4.6), right or wrong. */
record Command(Cbor label, Cbor argument) {

  /** Records of success and failure, with what was measured. */
  static final long REPORT_ALL = 15;

  static Command of(long label, Cbor argument) {
    return new Command(Cbor.integer(label), argument);
  }

  private static Command reporting(long label) {
    return of(label, Cbor.integer(REPORT_ALL));
  }

  // ---- conditions

  static Command vendor() {
    return reporting(1);
  }

  static Command deviceClass() {
    return reporting(2);
  }

  static Command imageMatch() {
    return reporting(3);
  }

  static Command slot() {
    return reporting(5);
  }

  static Command checkContent() {
    return reporting(6);
  }

  static Command dependencyIntegrity() {
    return reporting(7);
  }

  static Command isDependency() {
    return reporting(8);
  }

  static Command abort() {
    return reporting(14);
  }

  static Command device() {
    return reporting(24);
  }

  // ---- directives

  static Command processDependency() {
    return reporting(11);
  }

  static Command choose(long index) {
    return of(12, Cbor.integer(index));
  }

  static Command choose(long first, long... more) {
    List<Cbor> indexes = new ArrayList<>(List.of(Cbor.integer(first)));
    Arrays.stream(more).mapToObj(Cbor::integer).forEach(indexes::add);
    return of(12, Cbor.array(indexes));
  }

  static Command chooseAll() {
    return of(12, Cbor.bool(true));
  }

  /** Sequences may be {@link #sequence} or nil. */
  static Command tryEach(Cbor... sequences) {
    return of(15, Cbor.array(sequences));
  }

  static Command write() {
    return reporting(18);
  }

  static Command set(Parameter... parameters) {
    return of(19, Parameter.map(parameters));
  }

  static Command override(Parameter... parameters) {
    return of(20, Parameter.map(parameters));
  }

  static Command fetch() {
    return reporting(21);
  }

  static Command copy() {
    return reporting(22);
  }

  static Command invoke() {
    return reporting(23);
  }

  static Command swap() {
    return reporting(31);
  }

  static Command run(Command... commands) {
    return of(32, sequence(commands));
  }

  static Command unlink() {
    return reporting(33);
  }

  // ---- sequences

  /** The array of commands and arguments. */
  static Cbor array(List<Command> commands) {
    List<Cbor> items = new ArrayList<>();
    for (Command command : commands) {
      items.add(command.label());
      items.add(command.argument());
    }
    return Cbor.array(items);
  }

  /** A sequence as it stands in a manifest or in another sequence: in a byte string. */
  static Cbor sequence(Command... commands) {
    return Cbor.wrapped(array(List.of(commands)));
  }
}
