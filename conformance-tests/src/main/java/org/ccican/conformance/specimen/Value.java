package org.ccican.conformance.specimen;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** An item of a message, made when the situation is known. */
@FunctionalInterface
interface Value {

  Cbor in(Situation situation);

  /** Octets that nobody has sent before. */
  static Value octets(int size) {
    return situation -> Cbor.octets(situation.random(size));
  }

  /** A text of so many octets in ASCII. */
  static Value textOf(int size) {
    return fixed(Cbor.text("x".repeat(size)));
  }

  static Value text(String text) {
    return fixed(Cbor.text(text));
  }

  static Value number(long number) {
    return fixed(Cbor.integer(number));
  }

  /** A number that no registry has given out, another one in each run: from {@code first} on. */
  static Value unassigned(long first, int choices) {
    return situation -> {
      Bytes drawn = situation.random(2);
      int number = drawn.at(0) << 8 | drawn.at(1);
      return Cbor.integer(first + number % choices);
    };
  }

  static Value numbers(long... numbers) {
    return fixed(Cbor.array(Arrays.stream(numbers).mapToObj(Cbor::integer).toList()));
  }

  static Value list(Value... items) {
    return situation -> Cbor.array(Arrays.stream(items).map(each -> each.in(situation)).toList());
  }

  /** The same item so many times. */
  static Value times(int count, Value item) {
    return situation ->
        Cbor.array(IntStream.range(0, count).mapToObj(each -> item.in(situation)).toList());
  }

  static Value emptyMap() {
    return fixed(Cbor.map().build());
  }

  static Value nil() {
    return fixed(Cbor.nil());
  }

  static Value bool(boolean value) {
    return fixed(Cbor.bool(value));
  }

  static Value fixed(Cbor item) {
    return situation -> item;
  }
}
