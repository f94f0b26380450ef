package org.ccican.app;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.ccican.appraisal.AppraisalPolicy;
import org.ccican.appraisal.Appraiser;
import org.ccican.wire.Bytes;

/**
 * A policy as a file of {@code key = value} lines in the syntax of {@link Properties}. What it does
 * not mention is as in the standard policy; a key that means nothing is an error.
 *
 * <pre>
 * allow.debug, allow.unknown-versions, allow.migration, allow.provisional-firmware   true or false
 * allow.SWITCH           true or false: what else the format has a switch for
 * privilege-levels       numbers, separated by commas
 * minimum.FIELD          a number, decimal or 0x; of a date an instant as well
 * one-of.FIELD           words, decimal numbers or octets in hex, separated by commas
 * equal.FIELD            hex digits, as many as the field has
 * bits-set.FIELD         a number: bits that must be one
 * bits-clear.FIELD       a number: bits that must be zero
 * measurement            hex digits, several separated by commas: the reference values
 * not-evaluated.fatal    none, all, or names of checks, separated by commas
 * </pre>
 */
record PolicyFile(AppraisalPolicy policy, Optional<Set<Bytes>> measurements) {

  private static final int LARGEST = 64 * 1024;

  static PolicyFile standard() {
    return new PolicyFile(AppraisalPolicy.standard(), Optional.empty());
  }

  static PolicyFile read(Path file, Appraiser appraiser) throws Unusable {
    String text = InputFiles.read(file, LARGEST).toText();
    Set<String> twice = new TreeSet<>();
    Properties properties =
        new Properties() {
          private static final long serialVersionUID = 1L;

          @Override
          public synchronized Object put(Object key, Object value) {
            if (containsKey(key)) {
              twice.add(String.valueOf(key));
            }
            return super.put(key, value);
          }
        };
    try {
      properties.load(new StringReader(text));
    } catch (IOException | IllegalArgumentException e) {
      throw new Unusable(file + ": " + e.getMessage());
    }
    if (!twice.isEmpty()) {
      throw new Unusable(file + ": stands twice: " + String.join(", ", twice));
    }
    return new Reading(file, appraiser, properties).policy();
  }

  /** One file being read; every key is taken out, and what is left over is an error. */
  private static final class Reading {

    private final Path file;
    private final Appraiser appraiser;
    private final Map<String, String> left = new HashMap<>();

    Reading(Path file, Appraiser appraiser, Properties properties) {
      this.file = file;
      this.appraiser = appraiser;
      properties
          .stringPropertyNames()
          .forEach(key -> left.put(key, properties.getProperty(key).strip()));
    }

    PolicyFile policy() throws Unusable {
      AppraisalPolicy standard = AppraisalPolicy.standard();
      AppraisalPolicy.Vocabulary words = appraiser.vocabulary();
      AppraisalPolicy policy =
          new AppraisalPolicy(
              flag("allow.debug", standard.allowDebug()),
              flag("allow.unknown-versions", standard.allowUnknownVersions()),
              flag("allow.migration", standard.allowMigration()),
              flag("allow.provisional-firmware", standard.allowProvisionalFirmware()),
              levels(standard.privilegeLevels()),
              numbers("minimum.", words.numbers()),
              octets("equal.", words.octets()),
              masks("bits-set.", words.bits()),
              masks("bits-clear.", words.bits()),
              switches(words.switches()),
              oneOf(words.words()),
              notEvaluated());
      Optional<Set<Bytes>> measurements = measurements();
      if (!left.isEmpty()) {
        throw new Unusable(file + ": unknown: " + String.join(", ", new TreeSet<>(left.keySet())));
      }
      return new PolicyFile(policy, measurements);
    }

    private boolean flag(String key, boolean otherwise) throws Unusable {
      String value = left.remove(key);
      if (value == null) {
        return otherwise;
      }
      if (!value.equals("true") && !value.equals("false")) {
        throw wrong(key, value, "true or false");
      }
      return value.equals("true");
    }

    private Set<Long> levels(Set<Long> otherwise) throws Unusable {
      String value = left.remove("privilege-levels");
      if (value == null) {
        return otherwise;
      }
      Set<Long> levels = new LinkedHashSet<>();
      for (String each : value.split(",", -1)) {
        levels.add(number("privilege-levels", each.strip()));
      }
      return levels;
    }

    private Map<String, Long> numbers(String prefix, Set<String> fields) throws Unusable {
      Map<String, Long> numbers = new HashMap<>();
      for (String field : fields) {
        String value = left.remove(prefix + field);
        if (value != null) {
          numbers.put(
              field,
              field.endsWith("-date") && value.endsWith("Z")
                  ? instant(prefix + field, value)
                  : number(prefix + field, value));
        }
      }
      return numbers;
    }

    private long instant(String key, String value) throws Unusable {
      try {
        return Instant.parse(value).getEpochSecond();
      } catch (DateTimeException e) {
        throw wrong(key, value, "an instant such as 2026-01-31T00:00:00Z");
      }
    }

    private Map<String, Boolean> switches(Map<String, Boolean> known) throws Unusable {
      Map<String, Boolean> switches = new HashMap<>();
      for (Map.Entry<String, Boolean> each : known.entrySet()) {
        switches.put(each.getKey(), flag("allow." + each.getKey(), each.getValue()));
      }
      return switches;
    }

    private Map<String, Set<String>> oneOf(Map<String, Set<String>> fields) throws Unusable {
      Map<String, Set<String>> accepted = new HashMap<>();
      for (Map.Entry<String, Set<String>> field : fields.entrySet()) {
        String key = "one-of." + field.getKey();
        String value = left.remove(key);
        if (value != null) {
          Set<String> words = new LinkedHashSet<>(List.of(value.split("\\s*,\\s*", -1)));
          for (String word : words) {
            boolean known =
                field.getValue().isEmpty()
                    ? word.matches("[A-Z0-9-]+|[0-9a-f]+")
                    : field.getValue().contains(word);
            if (!known) {
              throw wrong(
                  key,
                  word,
                  field.getValue().isEmpty()
                      ? "numbers, capitals or hex digits"
                      : "words of " + new TreeSet<>(field.getValue()));
            }
          }
          accepted.put(field.getKey(), words);
        }
      }
      return accepted;
    }

    private Map<String, Long> masks(String prefix, Set<String> fields) throws Unusable {
      Map<String, Long> masks = new HashMap<>();
      for (String field : fields) {
        String value = left.remove(prefix + field);
        if (value != null) {
          masks.put(field, bits(prefix + field, value));
        }
      }
      return masks;
    }

    private Map<String, Bytes> octets(String prefix, Map<String, Integer> fields) throws Unusable {
      Map<String, Bytes> octets = new HashMap<>();
      for (Map.Entry<String, Integer> field : fields.entrySet()) {
        String key = prefix + field.getKey();
        String value = left.remove(key);
        if (value != null) {
          Bytes found = hex(key, value);
          if (found.size() != field.getValue()) {
            throw wrong(key, value, field.getValue() + " octets in hex");
          }
          octets.put(field.getKey(), found);
        }
      }
      return octets;
    }

    private Optional<Set<Bytes>> measurements() throws Unusable {
      String value = left.remove("measurement");
      if (value == null) {
        return Optional.empty();
      }
      Set<Bytes> references = new LinkedHashSet<>();
      for (String each : value.split(",", -1)) {
        references.add(hex("measurement", each.strip()));
      }
      return Optional.of(references);
    }

    private AppraisalPolicy.NotEvaluated notEvaluated() throws Unusable {
      String value = left.remove("not-evaluated.fatal");
      if (value == null || value.equals("none")) {
        return AppraisalPolicy.NotEvaluated.TOLERATED;
      }
      if (value.equals("all")) {
        return new AppraisalPolicy.NotEvaluated(true, Set.of());
      }
      List<String> names = List.of(value.split("\\s*,\\s*", -1));
      for (String name : names) {
        if (!appraiser.checks().contains(name)) {
          throw wrong("not-evaluated.fatal", name, "none, all or names of checks");
        }
      }
      return new AppraisalPolicy.NotEvaluated(false, new LinkedHashSet<>(names));
    }

    private long number(String key, String value) throws Unusable {
      long number = bits(key, value);
      if (number < 0) {
        throw wrong(key, value, "a number below 2^63");
      }
      return number;
    }

    private long bits(String key, String value) throws Unusable {
      try {
        return value.startsWith("0x")
            ? Long.parseUnsignedLong(value.substring(2), 16)
            : Long.parseUnsignedLong(value);
      } catch (NumberFormatException e) {
        throw wrong(key, value, "a number");
      }
    }

    private Bytes hex(String key, String value) throws Unusable {
      try {
        Bytes octets = Bytes.hex(value);
        if (!octets.isEmpty()) {
          return octets;
        }
      } catch (IllegalArgumentException e) {
        throw wrong(key, value, "hex digits");
      }
      throw wrong(key, value, "hex digits");
    }

    private Unusable wrong(String key, String value, String expected) {
      return new Unusable(file + ": " + key + ": " + expected + " expected, found " + value);
    }
  }
}
