package org.ccican.suit;

import java.util.ArrayList;
import java.util.List;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.ccican.wire.Fields;

/**
 * One command of a sequence with its argument.
 *
 * @param base where the sequence begins in its section, in octets
 * @param offset octets from the beginning of the section to the command
 */
record SuitCommand(long code, Cbor argument, int base, int offset) {

  private static final String SHAPE = "suit.commands.shape";

  /**
   * Reads a SUIT_Command_Sequence: an array in which commands and arguments alternate.
   *
   * @param base what is added to every offset
   * @throws Rejected if the octets are none
   */
  static List<SuitCommand> sequence(Bytes octets, int base, Checks checks) throws Rejected {
    Cbor item = new CborDecoder(checks).decode(octets, CborProfile.VALID);
    List<Cbor> items = item instanceof Cbor.Array array ? array.items() : List.of();
    // spec| suit-manifest §8.4.6: a sequence is an array of pairs, at least one
    Rejected.unless(
        checks,
        "suit.commands.shape",
        !items.isEmpty() && items.size() % 2 == 0,
        Reason.MISSING_FIELD,
        () -> items.size() + " items where commands and arguments alternate");
    List<SuitCommand> commands = new ArrayList<>();
    for (int i = 0; i + 1 < items.size(); i += 2) {
      Cbor code = items.get(i);
      // spec| suit-manifest §8.4.6: a command is an integer
      Rejected.unless(
          checks,
          "suit.commands.shape",
          code instanceof Cbor.Int label && label.isLong(),
          Reason.WRONG_TYPE,
          () -> "a command at offset " + code.offset() + " is no integer");
      if (code instanceof Cbor.Int) {
        commands.add(
            new SuitCommand(
                Fields.integer(code, SHAPE), items.get(i + 1), base, base + code.offset()));
      }
    }
    return List.copyOf(commands);
  }

  /** Where the content of a byte string in the argument begins, counted as offsets are. */
  int inside(Cbor.Octets octets) {
    return base + octets.span().end() - octets.value().size();
  }
}
