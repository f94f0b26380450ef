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

/**
 * What a Targeting Environment gives away: a CMW in CBOR that is a collection of records of media
 * types under names (draft-ietf-rats-msg-wrap section 3.3), which is what evidence of one
 * environment needs. {@link Cmw} is the whole of it.
 */
public record CmwCollection(Map<String, Item> items) {

  public static final String MEDIA_TYPE = Cmw.CBOR;

  /** The record's indicator bits: what kind of conceptual message it is. */
  public static final int REFERENCE_VALUES = Cmw.REFERENCE_VALUES;

  public static final int ENDORSEMENTS = Cmw.ENDORSEMENTS;
  public static final int EVIDENCE = Cmw.EVIDENCE;

  private static final String SHAPE = "evidence.collection.shape";

  /**
   * One record.
   *
   * @param indicator 0 where the record carries none
   */
  public record Item(String mediaType, Bytes value, int indicator) {

    /** What vouches for evidence, under the media type that its first octet tells. */
    public static Item endorsement(Bytes value) {
      int first = value.isEmpty() ? 0 : value.at(0);
      String mediaType =
          switch (first) {
            case 0x30 -> "application/pkix-cert";
            case '{' -> "application/json";
            default -> "application/octet-stream";
          };
      return new Item(mediaType, value, ENDORSEMENTS);
    }

    Cmw.Record toRecord() {
      return new Cmw.Record(new CmwType.MediaType(mediaType), value, indicator);
    }
  }

  public CmwCollection {
    items = new LinkedHashMap<>(items);
  }

  /**
   * @throws Rejected if it is no CMW, or one of another kind
   */
  public static CmwCollection parse(Bytes octets, Checks checks) throws Rejected {
    return of(new CmwReader(checks).read(octets));
  }

  /**
   * An item inside a larger one.
   *
   * @throws Rejected if it is no CMW, or one of another kind
   */
  static CmwCollection of(Cbor item, Checks checks) throws Rejected {
    return of(new CmwReader(checks).of(item));
  }

  /**
   * @throws Rejected if it is a CMW of another kind
   */
  public static CmwCollection of(Cmw cmw) throws Rejected {
    if (!(cmw instanceof Cmw.Collection collection)) {
      throw new Rejected(Reason.WRONG_TYPE, SHAPE, "no collection");
    }
    Map<String, Item> items = new LinkedHashMap<>();
    for (Cmw.Item item : collection.items()) {
      if (!(item.label() instanceof Cmw.Label.Name name)
          || !(item.cmw() instanceof Cmw.Record record)
          || !(record.type() instanceof CmwType.MediaType type)) {
        throw new Rejected(
            Reason.WRONG_TYPE, SHAPE, "no record of a media type under a name: " + item.label());
      }
      items.put(name.text(), new Item(type.text(), record.value(), (int) record.indicator()));
    }
    return new CmwCollection(items);
  }

  /** The same collection with one record more. */
  public CmwCollection with(String label, Item item) {
    Map<String, Item> more = new LinkedHashMap<>(items);
    more.put(label, item);
    return new CmwCollection(more);
  }

  /** With the labels in deterministic order. */
  public Bytes encode() {
    return toCbor().encode();
  }

  Cbor.Map toCbor() {
    List<Cbor.Entry> entries = new ArrayList<>();
    items.forEach(
        (label, item) -> entries.add(new Cbor.Entry(Cbor.text(label), item.toRecord().toCbor())));
    return Cbor.map(entries);
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
}
