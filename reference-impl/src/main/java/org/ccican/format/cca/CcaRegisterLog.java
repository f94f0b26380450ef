package org.ccican.format.cca;

import java.util.ArrayList;
import java.util.Collections;
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
 * What was extended into a realm's registers, in order: a CBOR array of [register, event], the
 * register 0 to 3, the event some octets whose hash was extended. The layout is ours; the RMM keeps
 * no log.
 */
public record CcaRegisterLog(List<Event> events) {

  static final String SHAPE = "cca.event-log.shape";

  /** The register that is left to software. */
  static final int RUNTIME = 3;

  /** One extension (RMM specification, RSI_MEASUREMENT_EXTEND; there registers count from 1). */
  public record Event(int register, Bytes data) {

    public Event {
      if (register < 0 || register >= CcaRealmForm.REGISTERS) {
        throw new IllegalArgumentException("no register " + register);
      }
      if (data.isEmpty()) {
        throw new IllegalArgumentException("nothing to extend");
      }
    }
  }

  public CcaRegisterLog {
    events = List.copyOf(events);
  }

  /**
   * Reads a log.
   *
   * @throws Rejected if it is none
   */
  public static CcaRegisterLog parse(Bytes octets, Checks checks) throws Rejected {
    Cbor item;
    try {
      item = new CborDecoder(checks).decode(octets, CborProfile.DETERMINISTIC);
    } catch (Rejected e) {
      throw new Rejected(e.reason(), SHAPE, e.getMessage());
    }
    List<Event> events = new ArrayList<>();
    for (Cbor each : Fields.array(item, SHAPE)) {
      List<Cbor> parts = Fields.array(each, SHAPE);
      if (parts.size() != 2) {
        throw new Rejected(Reason.WRONG_TYPE, SHAPE, "event of " + parts.size() + " parts");
      }
      long register = Fields.integer(parts.get(0), SHAPE);
      Bytes data = Fields.octets(parts.get(1), SHAPE);
      if (register < 0 || register >= CcaRealmForm.REGISTERS) {
        throw new Rejected(Reason.OUT_OF_RANGE, SHAPE, "no register " + register);
      }
      if (data.isEmpty()) {
        throw new Rejected(Reason.MALFORMED, SHAPE, "nothing to extend");
      }
      events.add(new Event((int) register, data));
    }
    return new CcaRegisterLog(events);
  }

  public CcaRegisterLog plus(Event event) {
    List<Event> longer = new ArrayList<>(events);
    longer.add(event);
    return new CcaRegisterLog(longer);
  }

  public Bytes encode() {
    return Cbor.array(
            events.stream()
                .map(each -> Cbor.array(Cbor.integer(each.register()), Cbor.octets(each.data())))
                .toList())
        .encode();
  }

  /**
   * The four registers after all that: zeros at first, then the hash of the old and the event's.
   */
  public List<Bytes> replay(CcaHash hash) {
    List<Bytes> registers =
        new ArrayList<>(Collections.nCopies(CcaRealmForm.REGISTERS, Bytes.zero(hash.size())));
    for (Event each : events) {
      Bytes before = registers.get(each.register());
      registers.set(each.register(), hash.digest(Bytes.concat(before, hash.digest(each.data()))));
    }
    return List.copyOf(registers);
  }
}
