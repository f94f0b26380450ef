package org.ccican.corim;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * Whether what was found satisfies a condition (draft-ietf-rats-corim section 8.3.4.4). Functions
 * of what has been read: whatever cannot be compared does not match.
 */
public final class CorimMatch {

  private CorimMatch() {}

  /** Every attribute of the condition is there and the same; others do not matter. */
  public static boolean environment(Environment condition, Environment found) {
    return contained(condition.map(), found.map());
  }

  private static boolean contained(Cbor.Map condition, Cbor.Map found) {
    for (Cbor.Entry each : condition.entries()) {
      Optional<Cbor> other = find(found, each.key());
      boolean same =
          other.isPresent()
              && (each.value() instanceof Cbor.Map inner && other.get() instanceof Cbor.Map outer
                  ? contained(inner, outer)
                  : same(each.value(), other.get()));
      if (!same) {
        return false;
      }
    }
    return true;
  }

  /** Each measurement of the condition is satisfied by one that was found. */
  public static boolean measurements(List<Measurement> condition, List<Measurement> found) {
    return condition.stream()
        .allMatch(each -> found.stream().anyMatch(other -> measurement(each, other)));
  }

  /** The same element, and every value of the condition satisfied. */
  public static boolean measurement(Measurement condition, Measurement found) {
    boolean element = condition.key().map(Cbor::encode).equals(found.key().map(Cbor::encode));
    boolean authority =
        condition.authorizedBy().stream()
            .allMatch(key -> found.authorizedBy().stream().anyMatch(other -> same(key, other)));
    return element && authority && values(condition.values(), found.values());
  }

  private static boolean values(Cbor.Map condition, Cbor.Map found) {
    for (Cbor.Entry each : condition.entries()) {
      Optional<Cbor> other = find(found, each.key());
      long label =
          each.key() instanceof Cbor.Int number && number.isLong() ? number.longValue() : -1;
      // spec| draft-ietf-rats-corim §8.3.4.4.5: a mask belongs to the value before it
      boolean mask = label == Measurement.RAW_MASK;
      if (!mask && (other.isEmpty() || !value(label, condition, each.value(), other.get()))) {
        return false;
      }
    }
    return true;
  }

  private static boolean value(long label, Cbor.Map all, Cbor condition, Cbor found) {
    if (label == Measurement.SVN) {
      return svn(condition, found);
    }
    if (label == Measurement.DIGESTS) {
      return digests(condition, found);
    }
    if (label == Measurement.RAW_VALUE) {
      return raw(condition, find(all, Cbor.integer(Measurement.RAW_MASK)), found);
    }
    if (label == Measurement.REGISTERS) {
      return registers(condition, found);
    }
    if (label == Measurement.INT_RANGE) {
      return range(condition, found);
    }
    if (label == Measurement.FLAGS) {
      return condition instanceof Cbor.Map one
          && found instanceof Cbor.Map other
          && contained(one, other);
    }
    // spec| draft-ietf-rats-corim §8.3.4.4.5.1: without an algorithm there is no match
    boolean known = label >= Measurement.VERSION && label < Measurement.INT_RANGE;
    return known && same(condition, found);
  }

  private static boolean svn(Cbor condition, Cbor found) {
    Optional<BigInteger> wanted = number(condition);
    Optional<BigInteger> has = number(found);
    if (wanted.isEmpty() || has.isEmpty()) {
      return false;
    }
    boolean least = isMinimum(condition);
    if (isMinimum(found)) {
      return least && wanted.equals(has);
    }
    return least ? wanted.get().compareTo(has.get()) <= 0 : wanted.equals(has);
  }

  private static boolean isMinimum(Cbor svn) {
    return svn instanceof Cbor.Tag tag && tag.number() == Measurement.MIN_SVN;
  }

  private static Optional<BigInteger> number(Cbor svn) {
    Cbor content = svn instanceof Cbor.Tag tag ? tag.content() : svn;
    return content instanceof Cbor.Int number ? Optional.of(number.value()) : Optional.empty();
  }

  /** At least one algorithm in common, and all of these with the same octets. */
  static boolean digests(Cbor condition, Cbor found) {
    Optional<Map<Bytes, Bytes>> wanted = byAlgorithm(condition);
    Optional<Map<Bytes, Bytes>> has = byAlgorithm(found);
    if (wanted.isEmpty() || has.isEmpty()) {
      return false;
    }
    boolean common = false;
    for (Map.Entry<Bytes, Bytes> each : wanted.get().entrySet()) {
      Bytes other = has.get().get(each.getKey());
      if (other != null) {
        common = true;
        if (!other.equals(each.getValue())) {
          return false;
        }
      }
    }
    return common;
  }

  /** Nothing if it is no list of digests, or has an algorithm twice. */
  private static Optional<Map<Bytes, Bytes>> byAlgorithm(Cbor digests) {
    Map<Bytes, Bytes> all = new HashMap<>();
    if (!(digests instanceof Cbor.Array array)) {
      return Optional.empty();
    }
    for (Cbor each : array.items()) {
      if (!(each instanceof Cbor.Array pair)
          || pair.items().size() != 2
          || !(pair.items().get(1) instanceof Cbor.Octets octets)
          || all.put(pair.items().get(0).encode(), octets.value()) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(all);
  }

  private static boolean raw(Cbor condition, Optional<Cbor> older, Cbor found) {
    Optional<Bytes> has = octets(found, Measurement.BYTES);
    Optional<Bytes> wanted = octets(condition, Measurement.BYTES);
    Optional<Bytes> mask =
        older.filter(Cbor.Octets.class::isInstance).map(item -> ((Cbor.Octets) item).value());
    if (condition instanceof Cbor.Tag tag
        && tag.number() == Measurement.MASKED
        && tag.content() instanceof Cbor.Array pair
        && pair.items().size() == 2
        && pair.items().get(0) instanceof Cbor.Octets value
        && pair.items().get(1) instanceof Cbor.Octets bits) {
      wanted = Optional.of(value.value());
      mask = Optional.of(bits.value());
    }
    if (has.isEmpty() || wanted.isEmpty() || wanted.get().size() != has.get().size()) {
      return false;
    }
    if (mask.isPresent() && mask.get().size() != has.get().size()) {
      return false;
    }
    for (int at = 0; at < has.get().size(); at++) {
      int bits = mask.isPresent() ? mask.get().at(at) : 0xff;
      if (((has.get().at(at) ^ wanted.get().at(at)) & bits) != 0) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Bytes> octets(Cbor item, long tag) {
    return item instanceof Cbor.Tag tagged
            && tagged.number() == tag
            && tagged.content() instanceof Cbor.Octets octets
        ? Optional.of(octets.value())
        : Optional.empty();
  }

  private static boolean registers(Cbor condition, Cbor found) {
    if (!(condition instanceof Cbor.Map wanted) || !(found instanceof Cbor.Map has)) {
      return false;
    }
    return wanted.entries().stream()
        .allMatch(
            each ->
                find(has, each.key()).filter(other -> digests(each.value(), other)).isPresent());
  }

  private static boolean range(Cbor condition, Cbor found) {
    Optional<Ends> wanted = ends(condition);
    Optional<Ends> has = ends(found);
    if (wanted.isEmpty() || has.isEmpty()) {
      return false;
    }
    return wanted
            .get()
            .least()
            .map(least -> has.get().least().filter(x -> x.compareTo(least) >= 0).isPresent())
            .orElse(true)
        && wanted
            .get()
            .most()
            .map(most -> has.get().most().filter(x -> x.compareTo(most) <= 0).isPresent())
            .orElse(true);
  }

  /** A range; an integer is one of itself alone, and an end that is not there has no bound. */
  private record Ends(Optional<BigInteger> least, Optional<BigInteger> most) {}

  private static Optional<Ends> ends(Cbor item) {
    if (item instanceof Cbor.Int number) {
      return Optional.of(new Ends(Optional.of(number.value()), Optional.of(number.value())));
    }
    return item instanceof Cbor.Tag tag
            && tag.number() == Measurement.RANGE
            && tag.content() instanceof Cbor.Array pair
            && pair.items().size() == 2
        ? Optional.of(new Ends(number(pair.items().get(0)), number(pair.items().get(1))))
        : Optional.empty();
  }

  private static Optional<Cbor> find(Cbor.Map map, Cbor key) {
    Bytes wanted = key.encode();
    return map.entries().stream()
        .filter(each -> each.key().encode().equals(wanted))
        .map(Cbor.Entry::value)
        .findFirst();
  }

  /** spec| draft-ietf-rats-corim §8.3.4.4.2: the same in deterministic encoding. */
  private static boolean same(Cbor one, Cbor other) {
    return Canonical.of(one).equals(Canonical.of(other));
  }
}
