package org.ccican.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.ccican.wire.Fields;

/**
 * A collection of conceptual messages (draft-ietf-rats-msg-wrap section 3.2): a CBOR map from a
 * text label to a record of media type, value and indicator. Records only, no nesting.
 */
public record CmwCollection(Map<String, Item> items) {

  public static final String MEDIA_TYPE = "application/cmw+cbor";

  /** The record's indicator bits: what kind of conceptual message it is. */
  public static final int REFERENCE_VALUES = 1;

  public static final int ENDORSEMENTS = 2;
  public static final int EVIDENCE = 4;

  private static final String SHAPE = "evidence.cmw.shape";

  /**
   * One record.
   *
   * @param indicator 0 where the record carries none
   */
  public record Item(String mediaType, Bytes value, int indicator) {}

  public CmwCollection {
    items = new LinkedHashMap<>(items);
  }

  /**
   * @throws Rejected if a record is not type, value and an optional indicator that is not 0
   */
  public static CmwCollection parse(Bytes octets, Checks checks) throws Rejected {
    Cbor item = new CborDecoder(checks).decode(octets, CborProfile.DEFINITE);
    Cbor.Map map = Fields.of(item, SHAPE).map();
    Map<String, Item> items = new LinkedHashMap<>();
    for (Cbor.Entry entry : map.entries()) {
      items.put(Fields.text(entry.key(), SHAPE), record(entry.value(), checks));
    }
    // spec| msg-wrap §3.2: a collection is never empty
    Rejected.unless(
        checks,
        "evidence.cmw.not-empty",
        !items.isEmpty(),
        Reason.MISSING_FIELD,
        () -> "a collection without a record");
    return new CmwCollection(items);
  }

  /** The same collection with one record more. */
  public CmwCollection with(String label, Item item) {
    Map<String, Item> more = new LinkedHashMap<>(items);
    more.put(label, item);
    return new CmwCollection(more);
  }

  public Bytes encode() {
    List<Cbor.Entry> entries = new ArrayList<>();
    items.forEach(
        (label, item) -> {
          List<Cbor> parts = new ArrayList<>();
          parts.add(Cbor.text(item.mediaType()));
          parts.add(Cbor.octets(item.value()));
          if (item.indicator() != 0) {
            parts.add(Cbor.integer(item.indicator()));
          }
          entries.add(new Cbor.Entry(Cbor.text(label), Cbor.array(parts)));
        });
    return Cbor.map(entries).encode();
  }

  /**
   * @throws Rejected if there is no record under the label
   */
  public Item item(String label) throws Rejected {
    Item item = items.get(label);
    if (item == null) {
      throw new Rejected(Reason.MISSING_FIELD, SHAPE, "no record " + label);
    }
    return item;
  }

  private static Item record(Cbor record, Checks checks) throws Rejected {
    List<Cbor> parts = Fields.array(record, SHAPE);
    if (parts.size() != 2 && parts.size() != 3) {
      throw new Rejected(
          Reason.WRONG_TYPE,
          SHAPE,
          "record of " + parts.size() + " parts at offset " + record.offset());
    }
    long indicator = parts.size() == 3 ? Fields.integer(parts.get(2), SHAPE) : 0;
    // spec| msg-wrap §3.1: an indicator that is there says something
    Rejected.unless(
        checks,
        "evidence.cmw.indicator",
        parts.size() == 2 || indicator > 0 && indicator < 32,
        Reason.OUT_OF_RANGE,
        () -> "indicator " + indicator + " at offset " + record.offset());
    return new Item(
        Fields.text(parts.get(0), SHAPE), Fields.octets(parts.get(1), SHAPE), (int) indicator);
  }
}
