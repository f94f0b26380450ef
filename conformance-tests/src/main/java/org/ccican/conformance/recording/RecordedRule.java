package org.ccican.conformance.recording;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What can be said of a requirement by looking on, without a word of the suite's own. One row of
 * {@code rules.tsv}: requirement, role, scope, what has to be captured, judge, and arguments {@code
 * name=value} separated by semicolons, where {@code {tam}} stands for a role's key in the recipe.
 *
 * @param session whether each session is looked at by itself, or the recording as a whole
 * @param http whether HTTP has to be captured too
 */
record RecordedRule(
    String requirement,
    String role,
    boolean session,
    boolean http,
    String judge,
    Map<String, String> arguments) {

  private static final String FILE = "rules.tsv";
  private static final int CELLS = 6;

  RecordedRule {
    Objects.requireNonNull(requirement);
    Objects.requireNonNull(role);
    Objects.requireNonNull(judge);
    arguments = Map.copyOf(arguments);
  }

  /**
   * All of them.
   *
   * @throws IllegalStateException if a row is broken: the suite's own fault
   */
  static List<RecordedRule> all() {
    try (InputStream in = RecordedRule.class.getResourceAsStream(FILE)) {
      List<RecordedRule> rules = new ArrayList<>();
      new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> rules.add(row(line)));
      return List.copyOf(rules);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RecordedRule row(String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length != CELLS
        || !List.of("session", "all").contains(cells[2])
        || !List.of("http", "-").contains(cells[3])) {
      throw new IllegalStateException(FILE + ": " + line);
    }
    Map<String, String> arguments = new TreeMap<>();
    for (String argument : cells[5].split(";")) {
      int equals = argument.indexOf('=');
      if (equals > 0) {
        arguments.put(argument.substring(0, equals), argument.substring(equals + 1));
      }
    }
    return new RecordedRule(
        cells[0],
        cells[1],
        cells[2].equals("session"),
        cells[3].equals("http"),
        cells[4],
        arguments);
  }

  /**
   * The arguments with the keys of the recipe in them.
   *
   * @param keys SubjectPublicKeyInfo in hex, by role
   * @return empty if a key is wanted that the recipe does not name
   */
  Optional<Map<String, String>> arguments(Map<String, String> keys, String revision) {
    Map<String, String> whole = new TreeMap<>();
    whole.put("revision", revision);
    for (Map.Entry<String, String> each : arguments.entrySet()) {
      String value = each.getValue();
      if (value.startsWith("{") && value.endsWith("}")) {
        String key = keys.get(value.substring(1, value.length() - 1));
        if (key == null) {
          return Optional.empty();
        }
        value = key;
      }
      whole.put(each.getKey(), value);
    }
    return Optional.of(whole);
  }

  /** What makes it another than the other rows of its requirement. */
  String name() {
    return judge + arguments.getOrDefault("property", "");
  }
}
