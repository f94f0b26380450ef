package org.ccican.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * A conceptual message wrapper (draft-ietf-rats-msg-wrap section 3): octets of one message with
 * their type, or a collection of such under labels. {@link CmwReader} reads CBOR, {@link CmwJson}
 * JSON.
 */
public sealed interface Cmw {

  String CBOR = "application/cmw+cbor";
  String JSON = "application/cmw+json";

  /** The label that is reserved for the type of a collection. */
  String COLLECTION_TYPE = "__cmwc_t";

  /** Bits of the indicator: which conceptual messages a record holds (section 3.1.1). */
  int REFERENCE_VALUES = 1;

  int ENDORSEMENTS = 2;
  int EVIDENCE = 4;
  int ATTESTATION_RESULTS = 8;
  int APPRAISAL_POLICY = 16;

  Cbor toCbor();

  /** Deterministic but for the order of a collection, which is kept. */
  default Bytes encode() {
    return toCbor().encode();
  }

  /**
   * An array of type, octets and perhaps an indicator (section 3.1).
   *
   * @param indicator 0 where the record carries none
   */
  record Record(CmwType type, Bytes value, long indicator) implements Cmw {

    public Record {
      Objects.requireNonNull(type);
      Objects.requireNonNull(value);
    }

    @Override
    public Cbor toCbor() {
      List<Cbor> parts = new ArrayList<>(List.of(type.toCbor(), Cbor.octets(value)));
      if (indicator != 0) {
        parts.add(Cbor.integer(indicator));
      }
      return Cbor.array(parts);
    }
  }

  /** A byte string under the tag of its content format (section 3.2); CBOR alone has these. */
  record Tag(CmwType.ContentFormat type, Bytes value) implements Cmw {

    public Tag {
      Objects.requireNonNull(type);
      Objects.requireNonNull(value);
    }

    @Override
    public Cbor toCbor() {
      return Cbor.tag(type.tag(), Cbor.octets(value));
    }
  }

  /**
   * A map (section 3.3).
   *
   * @param type an absolute URI or an object identifier in numbers and dots
   * @param items in the order in which they came; the type stands before them
   */
  record Collection(Optional<String> type, List<Item> items) implements Cmw {

    public Collection {
      Objects.requireNonNull(type);
      items = List.copyOf(items);
    }

    /** What stands under a label of text. */
    public Optional<Cmw> find(String label) {
      return items.stream()
          .filter(each -> each.label().equals(new Label.Name(label)))
          .map(Item::cmw)
          .findFirst();
    }

    @Override
    public Cbor toCbor() {
      List<Cbor.Entry> entries = new ArrayList<>();
      type.ifPresent(
          text -> entries.add(new Cbor.Entry(Cbor.text(COLLECTION_TYPE), Cbor.text(text))));
      items.forEach(
          each -> entries.add(new Cbor.Entry(each.label().toCbor(), each.cmw().toCbor())));
      return Cbor.unsorted(entries);
    }
  }

  /** One entry of a collection. */
  record Item(Label label, Cmw cmw) {}

  /** How a collection tells its entries apart; JSON has names alone. */
  sealed interface Label {

    Cbor toCbor();

    /** A text. */
    record Name(String text) implements Label {

      @Override
      public Cbor toCbor() {
        return Cbor.text(text);
      }
    }

    /** An integer, of either sign. */
    record Number(long value) implements Label {

      @Override
      public Cbor toCbor() {
        return Cbor.integer(value);
      }
    }
  }
}
