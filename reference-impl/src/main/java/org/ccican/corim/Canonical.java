package org.ccican.corim;

import java.util.ArrayList;
import java.util.List;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** Items in core deterministic encoding, maps sorted all the way down (RFC 8949 section 4.2). */
final class Canonical {

  private Canonical() {}

  static Bytes of(Cbor item) {
    return sorted(item).encode();
  }

  private static Cbor sorted(Cbor item) {
    if (item instanceof Cbor.Map map) {
      List<Cbor.Entry> entries = new ArrayList<>();
      map.entries().forEach(e -> entries.add(new Cbor.Entry(sorted(e.key()), sorted(e.value()))));
      return Cbor.map(entries);
    }
    if (item instanceof Cbor.Array array) {
      return Cbor.array(array.items().stream().map(Canonical::sorted).toList());
    }
    return item instanceof Cbor.Tag tag ? Cbor.tag(tag.number(), sorted(tag.content())) : item;
  }
}
