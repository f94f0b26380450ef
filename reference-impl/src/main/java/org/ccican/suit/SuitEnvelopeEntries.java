package org.ccican.suit;

import java.util.HashMap;
import java.util.Map;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.Fields;

/** The entries of an envelope by their kinds (suit-manifest section 8.2). */
final class SuitEnvelopeEntries {

  private SuitEnvelopeEntries() {}

  static Fields fields(Cbor item, Checks checks) throws Rejected {
    // spec| suit-manifest §8.2: the envelope is a map
    Rejected.unless(
        checks,
        "suit.envelope.map",
        item instanceof Cbor.Map,
        Reason.WRONG_TYPE,
        () -> "map expected at offset " + item.offset());
    if (item instanceof Cbor.Array array) {
      Cbor.MapBuilder pairs = Cbor.map();
      for (int i = 0; i + 1 < array.items().size(); i += 2) {
        pairs.put(array.items().get(i), array.items().get(i + 1));
      }
      return Fields.of(pairs.build(), "suit.envelope.shape");
    }
    return Fields.of(item, "suit.envelope.shape");
  }

  static Map<Long, Bytes> severed(Cbor.Map map) {
    Map<Long, Bytes> severed = new HashMap<>();
    for (Cbor.Entry entry : map.entries()) {
      if (entry.key() instanceof Cbor.Int label
          && label.isLong()
          && label.longValue() > SuitLabels.MANIFEST) {
        severed.put(label.longValue(), entry.value().span().raw());
      }
    }
    return severed;
  }

  static Map<String, Bytes> payloads(Cbor.Map map, Checks checks) throws Rejected {
    Map<String, Bytes> payloads = new HashMap<>();
    for (Cbor.Entry entry : map.entries()) {
      if (entry.key() instanceof Cbor.Text name) {
        Cbor value = entry.value();
        // spec| suit-manifest §7.5: an integrated payload is a byte string
        Rejected.unless(
            checks,
            "suit.envelope.payload",
            value instanceof Cbor.Octets,
            Reason.WRONG_TYPE,
            () -> "the payload " + name.value() + " is no byte string");
        payloads.put(
            name.value(),
            value instanceof Cbor.Text text
                ? Bytes.utf8(text.value())
                : value instanceof Cbor.Octets octets ? octets.value() : value.span().raw());
      }
    }
    return payloads;
  }
}
