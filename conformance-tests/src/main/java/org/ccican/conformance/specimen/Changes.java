package org.ccican.conformance.specimen;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ccican.teep.TeepLabel;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** Changes inside a TEEP message. */
final class Changes {

  private Changes() {}

  /** The option has this value, whether it was there before or not. */
  static Change option(TeepLabel label, Value value) {
    return (draft, situation) ->
        option(situation.revision().number(label), value).of(draft, situation);
  }

  /** As above, under any number. */
  static Change option(long label, Value value) {
    return (draft, situation) ->
        draft.withElement(1, Draft.put(draft.options(), Cbor.integer(label), value.in(situation)));
  }

  /** An option whose label is no unsigned integer. */
  static Change option(Value label, Value value) {
    return (draft, situation) ->
        draft.withElement(1, Draft.put(draft.options(), label.in(situation), value.in(situation)));
  }

  static Change without(TeepLabel label) {
    return (draft, situation) ->
        draft.withElement(1, Draft.without(draft.options(), number(label, situation)));
  }

  /** The option stands under another number. */
  static Change renumbered(TeepLabel label, long number) {
    return (draft, situation) -> {
      Cbor value = draft.options().find(number(label, situation)).orElseThrow();
      return draft.withElement(
          1,
          Draft.put(
              Draft.without(draft.options(), number(label, situation)),
              Cbor.integer(number),
              value));
    };
  }

  /** The option stands there twice, with the same value. */
  static Change twice(TeepLabel label) {
    return (draft, situation) -> {
      Cbor key = number(label, situation);
      List<Cbor.Entry> entries = new ArrayList<>();
      for (Cbor.Entry entry : draft.options().entries()) {
        entries.add(entry);
        if (entry.key().encode().equals(key.encode())) {
          entries.add(entry);
        }
      }
      return draft.withElement(1, Cbor.unsorted(entries));
    };
  }

  /** Another message type, by number. */
  static Change type(long number) {
    return element(0, Value.number(number));
  }

  /** Element 0 is the type, 1 the options. */
  static Change element(int index, Value value) {
    return (draft, situation) -> draft.withElement(index, value.in(situation));
  }

  /** One element more than the message has. */
  static Change moreElements(Value value) {
    return (draft, situation) -> {
      List<Cbor> elements = new ArrayList<>(draft.elements());
      elements.add(value.in(situation));
      return draft.withElements(elements);
    };
  }

  /** The last element is missing. */
  static Change fewerElements() {
    return (draft, situation) ->
        draft.withElements(draft.elements().subList(0, draft.elements().size() - 1));
  }

  /** Something else in place of the encoded message, signed as it is. */
  static Change payload(UnaryOperator<Bytes> change) {
    return (draft, situation) -> draft.withPayload(change);
  }

  private static Cbor number(TeepLabel label, Situation situation) {
    return Cbor.integer(situation.revision().number(label));
  }
}
