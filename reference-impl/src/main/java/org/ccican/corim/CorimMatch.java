package org.ccican.corim;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * Whether what was found satisfies a condition (draft-ietf-rats-corim section 8.3.4.4): whatever
 * cannot be compared does not match.
 */
public final class CorimMatch {

  private final Checks checks;

  public CorimMatch(Checks checks) {
    this.checks = checks;
  }

  /** Every attribute of the condition is there and the same; others do not matter. */
  public boolean environment(Environment condition, Environment found) {
    // spec| draft-ietf-rats-corim §8.3.4.4.1: what the condition says of its environment is so
    return checks.holds("corim.match.environment", contained(condition.map(), found.map()));
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
  public boolean measurements(List<Measurement> condition, List<Measurement> found) {
    // spec| draft-ietf-rats-corim §8.3.4.4.3: every element of the condition is satisfied
    return checks.holds(
        "corim.match.elements",
        condition.stream()
            .allMatch(each -> found.stream().anyMatch(other -> measurement(each, other))));
  }

  /** The same element, and every value of the condition satisfied. */
  public boolean measurement(Measurement condition, Measurement found) {
    // spec| draft-ietf-rats-corim §8.3.4.4.4: both name the same element, or none
    boolean element =
        checks.holds(
            "corim.match.element",
            condition.key().map(Canonical::of).equals(found.key().map(Canonical::of)));
    // spec| draft-ietf-rats-corim §8.3.4.4.2: whoever the condition names has claimed it
    boolean authority =
        checks.holds(
            "corim.match.authority",
            condition.authorizedBy().stream()
                .allMatch(
                    key -> found.authorizedBy().stream().anyMatch(other -> same(key, other))));
    return element && authority && values(condition.values(), found.values());
  }

  private boolean values(Cbor.Map condition, Cbor.Map found) {
    for (Cbor.Entry each : condition.entries()) {
      long label =
          each.key() instanceof Cbor.Int number && number.isLong() ? number.longValue() : -1;
      Optional<Cbor> other = find(found, each.key());
      // spec| draft-ietf-rats-corim §8.3.4.4.5.5: a mask belongs to the value before it
      boolean mask = label == Measurement.RAW_MASK;
      // spec| draft-ietf-rats-corim §8.3.4.4.5.1: what the condition has is there and comparable
      boolean there =
          checks.holds("corim.match.attribute", mask || isKnown(label) && other.isPresent());
      if (!there
          || !mask
              && other.isPresent()
              && isKnown(label)
              && !value(label, condition, each.value(), other.get())) {
        return false;
      }
    }
    return true;
  }

  /** Whether there is a way to compare values under a label. */
  private static boolean isKnown(long label) {
    return label >= Measurement.VERSION && label <= Measurement.INT_RANGE;
  }

  private boolean value(long label, Cbor.Map all, Cbor condition, Cbor found) {
    if (label == Measurement.SVN) {
      // spec| draft-ietf-rats-corim §8.3.4.4.5.3: equal, or at least a minimum
      return checks.holds("corim.match.svn", svn(condition, found));
    }
    if (label == Measurement.DIGESTS) {
      // spec| draft-ietf-rats-corim §8.3.4.4.5.4: an algorithm in common, and all that are equal
      return checks.holds("corim.match.digests", digests(condition, found));
    }
    if (label == Measurement.RAW_VALUE) {
      Optional<Cbor> older = find(all, Cbor.integer(Measurement.RAW_MASK));
      // spec| draft-ietf-rats-corim §8.3.4.4.5.5: equal where the mask has ones
      return checks.holds("corim.match.raw-value", raw(condition, older, found));
    }
    if (label == Measurement.CRYPTO_KEYS) {
      // spec| draft-ietf-rats-corim §8.3.4.4.5.6: the condition's keys, one by one from the first
      return checks.holds("corim.match.keys", keys(condition, found));
    }
    if (label == Measurement.REGISTERS) {
      // spec| draft-ietf-rats-corim §8.3.4.4.5.7: every register of the condition has its digest
      return checks.holds("corim.match.registers", registers(condition, found));
    }
    if (label == Measurement.INT_RANGE) {
      // spec| draft-ietf-rats-corim §8.3.4.4.5.8: within the bounds
      return checks.holds("corim.match.range", range(condition, found));
    }
    boolean flags =
        label == Measurement.FLAGS
            && condition instanceof Cbor.Map one
            && found instanceof Cbor.Map other
            && contained(one, other);
    // spec| draft-ietf-rats-corim §8.3.4.4.5: anything else is equal, path by path
    return checks.holds("corim.match.value", flags || same(condition, found));
  }

  /** The condition's list begins the one that was found. */
  private static boolean keys(Cbor condition, Cbor found) {
    if (!(condition instanceof Cbor.Array wanted) || !(found instanceof Cbor.Array has)) {
      return false;
    }
    int size = wanted.items().size();
    if (size == 0 || size > has.items().size()) {
      return false;
    }
    for (int at = 0; at < size; at++) {
      if (!same(wanted.items().get(at), has.items().get(at))) {
        return false;
      }
    }
    return true;
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
