package org.ccican.evidence;

import java.util.ArrayList;
import java.util.List;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.ccican.wire.Fields;

/**
 * What was installed after launch, in order: a CBOR array of [component name, SHA-256 of the
 * component, SHA-256 of its manifest], the last one empty where there was no manifest. The log's
 * SHA-256 is bound through the report data; hardware with runtime registers extends each event into
 * one as well.
 */
public record EventLog(List<Event> events) {

  public static final String MEDIA_TYPE = "application/vnd.ccican.event-log+cbor";

  /** The log of a hardware's registers, in the hardware's own layout. */
  public static final String REGISTERS = "application/vnd.ccican.register-log";

  private static final String SHAPE = "evidence.event-log.shape";

  /** One installation. */
  public record Event(String component, Bytes digest, Bytes manifestDigest) {

    /** What hardware with registers extends into one. */
    public Bytes encode() {
      return item().encode();
    }

    private Cbor item() {
      return Cbor.array(Cbor.text(component), Cbor.octets(digest), Cbor.octets(manifestDigest));
    }
  }

  public EventLog {
    events = List.copyOf(events);
  }

  public static EventLog parse(Bytes octets, Checks checks) throws Rejected {
    Cbor item = new CborDecoder(checks).decode(octets, CborProfile.DETERMINISTIC);
    List<Event> events = new ArrayList<>();
    for (Cbor each : Fields.array(item, SHAPE)) {
      List<Cbor> parts = Fields.array(each, SHAPE);
      if (parts.size() != 3) {
        throw new Rejected(
            Reason.WRONG_TYPE,
            SHAPE,
            "event of " + parts.size() + " parts at offset " + each.offset());
      }
      events.add(
          new Event(
              Fields.text(parts.get(0), SHAPE),
              Fields.octets(parts.get(1), SHAPE),
              Fields.octets(parts.get(2), SHAPE)));
    }
    return new EventLog(events);
  }

  public EventLog plus(Event event) {
    List<Event> longer = new ArrayList<>(events);
    longer.add(event);
    return new EventLog(longer);
  }

  public Bytes encode() {
    return Cbor.array(events.stream().map(Event::item).toList()).encode();
  }

  /** SHA-256 of the encoding. */
  public Bytes digest() {
    return Crypto.sha256(encode());
  }
}
