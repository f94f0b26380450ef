package org.ccican.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;

/**
 * Typed access to a map with integer or text labels. A value of another type, or a missing one that
 * is demanded, is refused with its label and offset under one structural rule.
 */
public final class Fields {

  private final String rule;
  private final Cbor.Map map;

  private Fields(String rule, Cbor.Map map) {
    this.rule = rule;
    this.map = map;
  }

  /**
   * @param rule the structural check that refusals name
   * @throws Rejected if the item is no map
   */
  public static Fields of(Cbor item, String rule) throws Rejected {
    if (item instanceof Cbor.Map map) {
      return new Fields(rule, map);
    }
    throw new Rejected(Reason.WRONG_TYPE, rule, "map expected at offset " + item.offset());
  }

  public Cbor.Map map() {
    return map;
  }

  public Optional<Cbor> find(Object label) {
    return map.find(key(label));
  }

  public Cbor item(Object label) throws Rejected {
    return demanded(label, find(label));
  }

  public Optional<Bytes> findOctets(Object label) throws Rejected {
    Optional<Cbor> item = find(label);
    return item.isPresent() ? Optional.of(octets(item.get(), rule)) : Optional.empty();
  }

  public Bytes octets(Object label) throws Rejected {
    return demanded(label, findOctets(label));
  }

  public Optional<String> findText(Object label) throws Rejected {
    Optional<Cbor> item = find(label);
    return item.isPresent() ? Optional.of(text(item.get(), rule)) : Optional.empty();
  }

  public String text(Object label) throws Rejected {
    return demanded(label, findText(label));
  }

  public Optional<Long> findInteger(Object label) throws Rejected {
    Optional<Cbor> item = find(label);
    return item.isPresent() ? Optional.of(integer(item.get(), rule)) : Optional.empty();
  }

  public long integer(Object label) throws Rejected {
    return demanded(label, findInteger(label));
  }

  public Optional<Boolean> findBool(Object label) throws Rejected {
    Optional<Cbor> item = find(label);
    if (item.isEmpty()) {
      return Optional.empty();
    }
    if (item.get() instanceof Cbor.Simple simple && (simple.value() | 1) == 21) {
      return Optional.of(simple.value() == 21);
    }
    throw wrong("boolean", item.get(), rule);
  }

  public Optional<List<Cbor>> findArray(Object label) throws Rejected {
    Optional<Cbor> item = find(label);
    return item.isPresent() ? Optional.of(array(item.get(), rule)) : Optional.empty();
  }

  public List<Cbor> array(Object label) throws Rejected {
    return demanded(label, findArray(label));
  }

  public static Bytes octets(Cbor item, String rule) throws Rejected {
    if (item instanceof Cbor.Octets octets) {
      return octets.value();
    }
    throw wrong("byte string", item, rule);
  }

  public static String text(Cbor item, String rule) throws Rejected {
    if (item instanceof Cbor.Text text) {
      return text.value();
    }
    throw wrong("text", item, rule);
  }

  /** An integer that fits a {@code long}. */
  public static long integer(Cbor item, String rule) throws Rejected {
    if (item instanceof Cbor.Int integer) {
      if (integer.isLong()) {
        return integer.longValue();
      }
      throw new Rejected(
          Reason.OUT_OF_RANGE, rule, integer.value() + " at offset " + item.offset());
    }
    throw wrong("integer", item, rule);
  }

  public static List<Cbor> array(Cbor item, String rule) throws Rejected {
    if (item instanceof Cbor.Array array) {
      return array.items();
    }
    throw wrong("array", item, rule);
  }

  /** An array of byte strings. */
  public static List<Bytes> octetsList(Cbor item, String rule) throws Rejected {
    List<Bytes> all = new ArrayList<>();
    for (Cbor each : array(item, rule)) {
      all.add(octets(each, rule));
    }
    return List.copyOf(all);
  }

  private static Cbor key(Object label) {
    if (label instanceof String text) {
      return Cbor.text(text);
    }
    if (label instanceof Number number) {
      return Cbor.integer(number.longValue());
    }
    throw new IllegalArgumentException("a label is an integer or a text: " + label);
  }

  private <T> T demanded(Object label, Optional<T> value) throws Rejected {
    if (value.isEmpty()) {
      throw new Rejected(
          Reason.MISSING_FIELD,
          rule,
          "no field " + label + " in the map at offset " + map.offset());
    }
    return value.get();
  }

  private static Rejected wrong(String expected, Cbor item, String rule) {
    return new Rejected(
        Reason.WRONG_TYPE,
        rule,
        expected
            + " expected at offset "
            + item.offset()
            + ", found "
            + item.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT));
  }
}
