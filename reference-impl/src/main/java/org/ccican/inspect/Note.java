package org.ccican.inspect;

import java.util.List;
import java.util.Objects;

/**
 * One field of an inspected file.
 *
 * @param offset of its first octet, from the beginning of the file, or of what an outer field holds
 *     where that was decoded from text
 * @param size octets
 * @param field its name, in the words of whoever defined it
 * @param value what it holds, shortened; empty where its parts say it
 * @param meaning what it is for; empty if nothing is known
 * @param rule document and section that define it; empty if nothing is known
 */
public record Note(
    int offset,
    int size,
    String field,
    String value,
    String meaning,
    String rule,
    List<Note> parts) {

  public Note {
    Objects.requireNonNull(field);
    Objects.requireNonNull(value);
    Objects.requireNonNull(meaning);
    Objects.requireNonNull(rule);
    parts = List.copyOf(parts);
  }

  /** A field that a table of words says more about. */
  static Note of(int offset, int size, String value, Words.Word word, List<Note> parts) {
    return new Note(offset, size, word.field(), value, word.meaning(), word.rule(), parts);
  }
}
