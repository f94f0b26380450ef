package org.ccican.inspect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What fields are called, what they mean and which rule defines them: tables beside this class, one
 * file for each family of formats. Columns: context, label, field, context of what it holds,
 * meaning, rule. A label is a number, a text, {@code *} for each item of an array, or {@code #}
 * with a tag's number.
 */
final class Words {

  /** The tables. */
  private static final List<String> FILES =
      List.of("sev-snp", "intel", "cose", "claims", "wrapper", "corim", "teep", "suit", "der");

  /**
   * What is said of a field.
   *
   * @param next the context of what it holds; empty if that has no names of its own
   */
  record Word(String field, String next, String meaning, String rule) {}

  private final Map<String, Word> words = new HashMap<>();

  private Words() {}

  static Words load() {
    Words all = new Words();
    FILES.forEach(all::read);
    return all;
  }

  /** What is said of a label in a context; the label itself if nothing is. */
  Word of(String context, String label) {
    Word found = words.get(key(context, label));
    if (found == null) {
      found = words.get(key(context, "*"));
    }
    return found == null ? new Word(label, "", "", "") : found;
  }

  boolean knows(String context, String label) {
    return words.containsKey(key(context, label));
  }

  private void read(String name) {
    String file = "words/" + name + ".tsv";
    try (InputStream in = Words.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("table " + file + " is missing");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] cells = line.split("\t", -1);
          if (cells.length != 6) {
            throw new IllegalStateException(file + ": six columns expected: " + line);
          }
          Word word = new Word(cells[2], cells[3], cells[4], cells[5]);
          if (words.put(key(cells[0], cells[1]), word) != null) {
            throw new IllegalStateException(file + ": stands twice: " + line);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String key(String context, String label) {
    return context + "\t" + label;
  }
}
