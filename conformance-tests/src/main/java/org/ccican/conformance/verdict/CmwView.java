package org.ccican.conformance.verdict;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * A CMW collection in CBOR (draft-ietf-rats-msg-wrap) whose labels are texts and whose items are
 * records: {label: [media type, octets, ? indicator]}. Nested collections, tags and content-format
 * numbers are not read.
 *
 * @param type the collection's own type, under its reserved label
 * @param items in the order of the octets
 */
public record CmwView(Optional<String> type, Map<String, Item> items) {

  private static final String WHAT = "cmw";
  private static final String TYPE = "__cmwc_t";

  /**
   * One record.
   *
   * @param indicator bits: 1 reference values, 2 endorsements, 4 evidence, 8 results, 16 policy
   */
  public record Item(String mediaType, Bytes value, Optional<Long> indicator) {

    public Item {
      Objects.requireNonNull(mediaType);
      Objects.requireNonNull(value);
      Objects.requireNonNull(indicator);
    }
  }

  public CmwView {
    Objects.requireNonNull(type);
    items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
  }

  public static Reading<CmwView> read(Bytes octets) {
    return Reading.of(() -> parse(CborView.decode(octets)));
  }

  /** A record by itself, in place of a collection. */
  public static Reading<Item> readRecord(Bytes octets) {
    return Reading.of(() -> item(CborView.decode(octets)));
  }

  public Optional<Item> find(String label) {
    return Optional.ofNullable(items.get(label));
  }

  /** The octets of the records of a media type, in their order. */
  public List<Bytes> ofType(String mediaType) {
    return items.values().stream()
        .filter(item -> MediaType.of(item.mediaType()).equals(MediaType.of(mediaType)))
        .map(Item::value)
        .toList();
  }

  private static CmwView parse(Cbor root) throws Rejected {
    Cbor.Map map = CborView.map(root, WHAT);
    Optional<String> type = Optional.empty();
    Map<String, Item> items = new LinkedHashMap<>();
    for (Cbor.Entry entry : map.entries()) {
      String label =
          CborView.text(entry.key())
              .orElseThrow(() -> CborView.wrong(WHAT, "a text as label", entry.key()));
      if (label.equals(TYPE)) {
        type =
            Optional.of(
                CborView.text(entry.value())
                    .orElseThrow(() -> CborView.wrong(WHAT, "a text", entry.value())));
      } else {
        items.put(label, item(entry.value()));
      }
    }
    // spec| msg-wrap §3.3: a collection holds something
    if (items.isEmpty()) {
      throw new Rejected(Reason.MISSING_FIELD, WHAT, "the collection is empty");
    }
    return new CmwView(type, items);
  }

  private static Item item(Cbor record) throws Rejected {
    List<Cbor> parts = CborView.items(record, WHAT);
    if (parts.size() != 2 && parts.size() != 3) {
      throw CborView.wrong(WHAT, "an array of 2 or 3", record);
    }
    String mediaType =
        CborView.text(parts.get(0))
            .orElseThrow(() -> CborView.wrong(WHAT, "a media type", parts.get(0)));
    Optional<Long> indicator = Optional.empty();
    if (parts.size() == 3) {
      // spec| msg-wrap §3.1: the indicator is from 1 to 2^32 - 1
      indicator = CborView.integer(parts.get(2)).filter(bits -> bits > 0 && bits >>> 32 == 0);
      if (indicator.isEmpty()) {
        throw CborView.wrong(WHAT, "an indicator of 1 to 4 octets that is not 0", parts.get(2));
      }
    }
    return new Item(mediaType, CborView.octets(parts.get(1), WHAT), indicator);
  }
}
