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

/** One command of a sequence with its argument. */
record SuitCommand(long code, Cbor argument) {

  /**
   * Reads a SUIT_Command_Sequence: an array in which commands and arguments alternate.
   *
   * @throws Rejected if the octets are none
   */
  static List<SuitCommand> sequence(Bytes octets, Checks checks) throws Rejected {
    List<Cbor> items =
        Fields.array(
            new CborDecoder(checks).decode(octets, CborProfile.VALID), "suit.commands.shape");
    if (items.size() % 2 != 0) {
      throw new Rejected(
          Reason.MISSING_FIELD, "suit.commands.shape", "the last command has no argument");
    }
    List<SuitCommand> commands = new ArrayList<>();
    for (int i = 0; i < items.size(); i += 2) {
      long code = Fields.integer(items.get(i), "suit.commands.shape");
      commands.add(new SuitCommand(code, items.get(i + 1)));
    }
    return List.copyOf(commands);
  }
}
