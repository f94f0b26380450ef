package org.ccican.conformance.verdict;

import java.util.List;
import java.util.Optional;
import org.ccican.wire.Cbor;

/**
 * Looks for parameters in SUIT command sequences: byte strings that hold [command, argument,
 * command, argument, ...].
 */
final class SuitCommands {

  private static final long TRY_EACH = 15;
  private static final long SET_PARAMETERS = 19;
  private static final long OVERRIDE_PARAMETERS = 20;
  private static final long RUN_SEQUENCE = 32;
  private static final int DEEPEST = 4;

  private SuitCommands() {}

  /** The first value that one of the sequences gives to a parameter. */
  static Optional<Cbor> parameter(List<Cbor> sequences, long label) {
    return first(sequences, label, 0);
  }

  private static Optional<Cbor> first(List<Cbor> sequences, long label, int depth) {
    for (Cbor sequence : sequences) {
      Optional<Cbor> found =
          CborView.octets(sequence)
              .flatMap(octets -> CborView.read(octets).view())
              .flatMap(CborView::items)
              .flatMap(commands -> among(commands, label, depth));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Cbor> among(List<Cbor> commands, long label, int depth) {
    for (int i = 0; i + 1 < commands.size(); i += 2) {
      long command = CborView.integer(commands.get(i)).orElse(0L);
      Cbor argument = commands.get(i + 1);
      Optional<Cbor> found = Optional.empty();
      if (command == SET_PARAMETERS || command == OVERRIDE_PARAMETERS) {
        found = CborView.map(argument).flatMap(parameters -> parameters.find(label));
      } else if (command == RUN_SEQUENCE && depth < DEEPEST) {
        found = first(List.of(argument), label, depth + 1);
      } else if (command == TRY_EACH && depth < DEEPEST) {
        found = first(CborView.items(argument).orElse(List.of()), label, depth + 1);
      }
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
