package org.ccican.suit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Cbor;
import org.ccican.wire.Fields;

/**
 * A SUIT_Record (suit-report section 3): the place of one command and what was measured there.
 *
 * @param manifestId indices that lead from the root manifest through dependencies; empty for the
 *     root
 * @param section the label of the command sequence in the manifest, 0 before any
 * @param offset octets from the beginning of the sequence to the command
 * @param component the index of the component for which the command was executed
 * @param properties measured values by the labels of parameters
 */
public record SuitRecord(
    List<Long> manifestId, long section, long offset, long component, Cbor.Map properties) {

  private static final String SHAPE = "suit.report.shape";

  public SuitRecord {
    manifestId = List.copyOf(manifestId);
    Objects.requireNonNull(properties);
  }

  public Cbor toCbor() {
    return Cbor.array(
        Cbor.array(manifestId.stream().map(Cbor::integer).toList()),
        Cbor.integer(section),
        Cbor.integer(offset),
        Cbor.integer(component),
        properties);
  }

  /** Extensions at the end are passed over. */
  static SuitRecord parse(Cbor item) throws Rejected {
    List<Cbor> parts = Fields.array(item, SHAPE);
    if (parts.size() < 5) {
      throw new Rejected(
          Reason.MISSING_FIELD, "suit.report.shape", "a record of " + parts.size() + " members");
    }
    List<Long> path = new ArrayList<>();
    for (Cbor index : Fields.array(parts.get(0), SHAPE)) {
      path.add(unsigned(index));
    }
    return new SuitRecord(
        path,
        Fields.integer(parts.get(1), SHAPE),
        unsigned(parts.get(2)),
        unsigned(parts.get(3)),
        Fields.of(parts.get(4), SHAPE).map());
  }

  private static long unsigned(Cbor item) throws Rejected {
    long value = Fields.integer(item, SHAPE);
    if (value < 0) {
      throw new Rejected(Reason.OUT_OF_RANGE, "suit.report.shape", value + " in a record");
    }
    return value;
  }
}
