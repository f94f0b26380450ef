package org.ccican.wire;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A CBOR data item (RFC 8949). Items that were decoded know their place; two items are equal when
 * their content is, wherever they stood. Nothing here forbids wrong items: {@link Raw} stands for
 * any octets and a {@link Map} keeps the order, and the duplicates, that it was given.
 */
public sealed interface Cbor {

  Span span();

  /** Offset of the item's first octet in what was decoded; 0 for an item that was built. */
  default int offset() {
    return span().start();
  }

  /** The deterministic encoding, but for what is wrong on purpose. */
  default Bytes encode() {
    return CborEncoder.encode(this);
  }

  /**
   * Major types 0 and 1.
   *
   * @param negative true for major type 1, whose value is -1 - argument
   * @param argument unsigned, all 64 bits
   */
  record Int(boolean negative, long argument, Span span) implements Cbor {

    public BigInteger value() {
      BigInteger unsigned = new BigInteger(Long.toUnsignedString(argument));
      return negative ? unsigned.not() : unsigned;
    }

    /** Whether the value fits a {@code long}. */
    public boolean isLong() {
      return argument >= 0;
    }

    /**
     * @throws ArithmeticException if the value does not fit
     */
    public long longValue() {
      if (!isLong()) {
        throw new ArithmeticException(value() + " does not fit 64 bits with sign");
      }
      return negative ? ~argument : argument;
    }
  }

  /** Major type 2. */
  record Octets(Bytes value, Span span) implements Cbor {}

  /** Major type 3. */
  record Text(String value, Span span) implements Cbor {}

  /** Major type 4. */
  record Array(List<Cbor> items, Span span) implements Cbor {

    public Array {
      items = List.copyOf(items);
    }
  }

  /** Major type 5, in the order of the octets. */
  record Map(List<Entry> entries, Span span) implements Cbor {

    public Map {
      entries = List.copyOf(entries);
    }

    /** The first value under a key. */
    public Optional<Cbor> find(Cbor key) {
      for (Entry entry : entries) {
        if (entry.key().equals(key)) {
          return Optional.of(entry.value());
        }
      }
      return Optional.empty();
    }

    public Optional<Cbor> find(long label) {
      return find(integer(label));
    }

    public Optional<Cbor> find(String label) {
      return find(text(label));
    }
  }

  /** A key and its value. */
  record Entry(Cbor key, Cbor value) {}

  /** Major type 6; the number is unsigned. */
  record Tag(long number, Cbor content, Span span) implements Cbor {}

  /** Major type 7 without floats: 20 false, 21 true, 22 null, 23 undefined. */
  record Simple(int value, Span span) implements Cbor {}

  /** A float of 2, 4 or 8 octets, as its bits. */
  record Real(int width, long bits, Span span) implements Cbor {}

  /** Octets that are written as they stand: the way to say something wrong on purpose. */
  record Raw(Bytes octets) implements Cbor {

    @Override
    public Span span() {
      return Span.NONE;
    }
  }

  static Cbor integer(long value) {
    return value < 0 ? new Int(true, ~value, Span.NONE) : new Int(false, value, Span.NONE);
  }

  static Cbor octets(Bytes value) {
    return new Octets(value, Span.NONE);
  }

  /** A byte string that holds the encoding of an item. */
  static Cbor wrapped(Cbor item) {
    return octets(item.encode());
  }

  static Cbor text(String value) {
    return new Text(value, Span.NONE);
  }

  static Cbor bool(boolean value) {
    return new Simple(value ? 21 : 20, Span.NONE);
  }

  static Cbor nil() {
    return new Simple(22, Span.NONE);
  }

  static Cbor array(Cbor... items) {
    return array(List.of(items));
  }

  static Cbor array(List<Cbor> items) {
    return new Array(items, Span.NONE);
  }

  static Cbor tag(long number, Cbor content) {
    return new Tag(number, content, Span.NONE);
  }

  static Cbor raw(Bytes octets) {
    return new Raw(octets);
  }

  /** A map with its entries in deterministic order (RFC 8949 section 4.2.1). */
  static Map map(List<Entry> entries) {
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparing(entry -> entry.key().encode()));
    return new Map(sorted, Span.NONE);
  }

  /** A map with its entries as given. */
  static Map unsorted(List<Entry> entries) {
    return new Map(entries, Span.NONE);
  }

  static MapBuilder map() {
    return new MapBuilder();
  }

  /** Collects entries for a map in deterministic order. */
  final class MapBuilder {

    private final List<Entry> entries = new ArrayList<>();

    private MapBuilder() {}

    public MapBuilder put(Cbor key, Cbor value) {
      entries.add(new Entry(key, value));
      return this;
    }

    public MapBuilder put(long label, Cbor value) {
      return put(integer(label), value);
    }

    public MapBuilder put(String label, Cbor value) {
      return put(text(label), value);
    }

    public MapBuilder put(long label, Optional<? extends Cbor> value) {
      value.ifPresent(present -> put(label, present));
      return this;
    }

    public MapBuilder put(String label, Optional<? extends Cbor> value) {
      value.ifPresent(present -> put(label, present));
      return this;
    }

    public Map build() {
      return map(entries);
    }
  }
}
