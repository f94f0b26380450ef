package org.ccican.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.ccican.wire.Bytes;

/** Fields at fixed offsets, taken from the table that the format's own parser reads by. */
final class Layout {

  private static final int NUMBER = 8;

  private final Words words;
  private final Bytes octets;

  Layout(Words words, Bytes octets) {
    this.words = words;
    this.octets = octets;
  }

  /**
   * The fields that lie within the file; integers are little-endian.
   *
   * @param base offset of the structure
   * @param limit octets of the structure
   */
  <F> List<Note> notes(
      String context,
      int base,
      int limit,
      List<F> fields,
      Function<F, String> name,
      ToIntFunction<F> offset,
      ToIntFunction<F> size) {
    List<Note> notes = new ArrayList<>();
    for (F field : fields) {
      int from = base + offset.applyAsInt(field);
      int length = size.applyAsInt(field);
      if (offset.applyAsInt(field) + length <= limit && from + length <= octets.size()) {
        Words.Word word = words.of(context, name.apply(field));
        notes.add(Note.of(from, length, value(octets.slice(from, from + length)), word, List.of()));
      }
    }
    return notes;
  }

  /** One field that no table has; as much of it as there is. */
  Note note(String context, String label, int from, int size, List<Note> parts) {
    int start = Math.min(octets.size(), from);
    int end = Math.max(start, Math.min(octets.size(), from + size));
    String value = parts.isEmpty() ? value(octets.slice(start, end)) : "";
    return Note.of(start, end - start, value, words.of(context, label), parts);
  }

  /** A number in decimal and hex where it is short, the octets in hex otherwise. */
  static String value(Bytes field) {
    if (field.size() > NUMBER) {
      return Values.octets(field);
    }
    long number = 0;
    for (int i = field.size() - 1; i >= 0; i--) {
      number = number << 8 | field.at(i);
    }
    return number >= 0 && number < 10
        ? Long.toString(number)
        : Long.toUnsignedString(number) + " (0x" + Long.toHexString(number) + ")";
  }
}
