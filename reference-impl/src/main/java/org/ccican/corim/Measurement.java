package org.ccican.corim;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.Fields;

/**
 * The values of one measured element (draft-ietf-rats-corim section 5.1.4.5).
 *
 * @param key which element of the environment
 * @param values by their labels: 2 digests, 4 raw value, and so on
 * @param authorizedBy who may claim them
 */
public record Measurement(Optional<Cbor> key, Cbor.Map values, List<Cbor> authorizedBy) {

  static final long VERSION = 0;
  static final long SVN = 1;
  static final long DIGESTS = 2;
  static final long FLAGS = 3;
  static final long RAW_VALUE = 4;
  static final long RAW_MASK = 5;
  static final long MAC = 6;
  static final long CRYPTO_KEYS = 13;
  static final long REGISTERS = 14;
  static final long INT_RANGE = 15;

  static final long TAGGED_SVN = 552;
  static final long MIN_SVN = 553;
  static final long BYTES = 560;
  static final long MASKED = 563;
  static final long RANGE = 564;

  private static final int LAST_FLAG = 10;

  public Measurement {
    Objects.requireNonNull(key);
    Objects.requireNonNull(values);
    authorizedBy = List.copyOf(authorizedBy);
  }

  static Measurement parse(Cbor item, CorimRules rules) throws Rejected {
    Fields fields = Fields.of(item, CorimRules.SHAPE);
    Optional<Cbor> key = fields.find(0);
    if (key.isPresent()) {
      CorimRules.element(key.get());
    }
    Fields values = Fields.of(fields.item(1), CorimRules.SHAPE);
    // spec| draft-ietf-rats-corim §5.1.4.3.2: there is a value
    Rejected.unless(
        rules.checks(),
        "corim.value.not-empty",
        !values.map().entries().isEmpty(),
        Reason.MISSING_FIELD,
        () -> "no value at offset " + item.offset());
    new MeasurementValues(values, rules).check();
    Optional<Cbor> authority = fields.find(2);
    return new Measurement(
        key, values.map(), authority.isPresent() ? rules.keys(authority.get()) : List.of());
  }

  /** The octets of all digests under label 2. */
  public List<Bytes> digests() {
    return values
        .find(DIGESTS)
        .filter(Cbor.Array.class::isInstance)
        .map(array -> ((Cbor.Array) array).items().stream().flatMap(Measurement::octets).toList())
        .orElse(List.of());
  }

  /** The octets under label 4, unless a mask leaves some of their bits aside. */
  public Optional<Bytes> rawValue() {
    return values
        .find(RAW_VALUE)
        .filter(item -> values.find(RAW_MASK).isEmpty())
        .filter(Cbor.Tag.class::isInstance)
        .map(Cbor.Tag.class::cast)
        .filter(tag -> tag.number() == BYTES && tag.content() instanceof Cbor.Octets)
        .map(tag -> ((Cbor.Octets) tag.content()).value());
  }

  private static java.util.stream.Stream<Bytes> octets(Cbor digest) {
    return digest instanceof Cbor.Array pair
            && pair.items().size() == 2
            && pair.items().get(1) instanceof Cbor.Octets octets
        ? java.util.stream.Stream.of(octets.value())
        : java.util.stream.Stream.empty();
  }

  /** The key, where it is a text. */
  public Optional<String> name() {
    return key.filter(Cbor.Text.class::isInstance).map(text -> ((Cbor.Text) text).value());
  }

  /** The types of the values of one measurement. */
  private record MeasurementValues(Fields values, CorimRules rules) {

    void check() throws Rejected {
      for (Cbor.Entry each : values.map().entries()) {
        long label = Fields.integer(each.key(), CorimRules.SHAPE);
        if (label >= VERSION && label <= INT_RANGE) {
          value((int) label, each.value());
        }
      }
    }

    private void value(int label, Cbor value) throws Rejected {
      switch (label) {
        case 0 -> Fields.of(value, CorimRules.SHAPE).text(0);
        case 1 -> svn(value);
        case 2 -> rules.digests(value);
        case 3 -> flags(value);
        case 4 -> raw(value);
        case 5 -> mask(value);
        case 6 -> sized(value, 6, 8);
        case 7 -> sized(value, 4, 16);
        case 8, 11 -> Fields.text(value, CorimRules.SHAPE);
        case 9 -> Fields.octets(value, CorimRules.SHAPE);
        case 10 -> sized(value, 16, 16);
        case 13 -> rules.keys(value);
        case 14 -> registers(value);
        case 15 -> range(value);
        default -> throw CorimRules.wrong("a label that is assigned", value);
      }
    }

    private void svn(Cbor value) throws Rejected {
      boolean tagged =
          value instanceof Cbor.Tag tag && (tag.number() == TAGGED_SVN || tag.number() == MIN_SVN);
      CorimRules.unsigned(tagged ? ((Cbor.Tag) value).content() : value);
    }

    private void flags(Cbor value) throws Rejected {
      for (Cbor.Entry each : Fields.of(value, CorimRules.SHAPE).map().entries()) {
        long label = Fields.integer(each.key(), CorimRules.SHAPE);
        if (label >= 0 && label <= LAST_FLAG) {
          CorimRules.bool(each.value());
        }
      }
    }

    private void raw(Cbor value) throws Rejected {
      // spec| draft-ietf-rats-corim §5.1.4.3.6: a raw value is tagged octets
      Rejected.unless(
          rules.checks(),
          "corim.raw-value.tagged",
          value instanceof Cbor.Tag tag && (tag.number() == BYTES || tag.number() == MASKED),
          Reason.WRONG_TYPE,
          () -> "a raw value without its tag at offset " + value.offset());
      if (value instanceof Cbor.Tag tag && tag.number() == MASKED) {
        List<Cbor> parts = CorimRules.tuple(tag.content(), 2, 2);
        same(
            Fields.octets(parts.get(0), CorimRules.SHAPE),
            Fields.octets(parts.get(1), CorimRules.SHAPE));
      } else if (value instanceof Cbor.Tag tag) {
        Fields.octets(tag.content(), CorimRules.SHAPE);
      }
    }

    private void mask(Cbor value) throws Rejected {
      Optional<Bytes> raw = CorimRules.tagged(values.item(RAW_VALUE), BYTES);
      same(raw.orElse(Bytes.EMPTY), Fields.octets(value, CorimRules.SHAPE));
    }

    private void same(Bytes value, Bytes mask) throws Rejected {
      // spec| draft-ietf-rats-corim §8.3.4.4.5.5: value and mask are of the same length
      Rejected.unless(
          rules.checks(),
          "corim.raw-value.mask",
          value.size() == mask.size(),
          Reason.OUT_OF_RANGE,
          () -> value.size() + " octets of value, " + mask.size() + " of mask");
    }

    private void registers(Cbor value) throws Rejected {
      for (Cbor.Entry each : Fields.of(value, CorimRules.SHAPE).map().entries()) {
        if (!(each.key() instanceof Cbor.Text)) {
          CorimRules.unsigned(each.key());
        }
        rules.digests(each.value());
      }
    }

    private void range(Cbor value) throws Rejected {
      if (!(value instanceof Cbor.Tag tag)) {
        Fields.integer(value, CorimRules.SHAPE);
        return;
      }
      List<Cbor> ends = CorimRules.tuple(tag.content(), 2, 2);
      Optional<Long> least = end(ends.get(0));
      Optional<Long> most = end(ends.get(1));
      // spec| draft-ietf-rats-corim §5.1.4.6: a range goes from the smaller to the larger number
      Rejected.unless(
          rules.checks(),
          "corim.range.order",
          tag.number() == RANGE && (least.isEmpty() || most.isEmpty() || least.get() <= most.get()),
          Reason.OUT_OF_RANGE,
          () -> "a range from " + least + " to " + most);
    }

    private static Optional<Long> end(Cbor item) throws Rejected {
      return item instanceof Cbor.Simple simple && simple.value() == 22
          ? Optional.empty()
          : Optional.of(Fields.integer(item, CorimRules.SHAPE));
    }

    private static void sized(Cbor value, int one, int other) throws Rejected {
      Cbor content = value instanceof Cbor.Tag tag ? tag.content() : value;
      int size = Fields.octets(content, CorimRules.SHAPE).size();
      if (size != one && size != other) {
        throw CorimRules.wrong(one + " or " + other + " octets", value);
      }
    }
  }
}
