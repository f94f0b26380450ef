package org.ccican.conformance.verdict;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ccican.conformance.trace.ScenarioTrace;

/**
 * Which reading of an ambiguous text a target follows. Both conform, so nobody fails for it: asked
 * alone, the verdict says which, if it shows at all; said of another expectation, the other reading
 * passes where that one would fail.
 */
public final class ReadingJudges {

  /** The judge's name in expectations. */
  public static final String NAME = "follows-reading";

  /** The argument with the id of the ambiguity, of this judge and of any other. */
  public static final String AMBIGUITY = "ambiguity";

  static final String FIRST = "a";
  static final String SECOND = "b";
  private static final Map<String, Sign> ROWS = rows();

  private ReadingJudges() {}

  /** Tells the reading from what was seen; empty if that shows neither. */
  @FunctionalInterface
  interface Sign {
    Optional<String> of(ScenarioTrace trace, Expectation expected);
  }

  static Map<String, Judge> table() {
    return Map.of(NAME, (trace, expected, signatures) -> follows(trace, expected));
  }

  /** The ids of the ambiguities of which a reading can be told. */
  public static SortedSet<String> told() {
    return new TreeSet<>(ROWS.keySet());
  }

  /**
   * The reading that a verdict found.
   *
   * @return {@code a} or {@code b}; empty if the expectation asked for none or it did not show
   */
  public static Optional<String> found(Expectation expected, Verdict verdict) {
    return Optional.of(verdict.actual())
        .filter(reading -> verdict.outcome() == Outcome.PASSED)
        .filter(reading -> expected.findText(AMBIGUITY).isPresent())
        .filter(reading -> reading.equals(FIRST) || reading.equals(SECOND));
  }

  /**
   * What a judge found, if its expectation bears with the other reading of a text, or the message
   * that it is about has a shape of the other reading.
   *
   * @param strict the judge's verdict, which is that of the first reading
   */
  static Verdict bearing(Verdict strict, ScenarioTrace trace, Expectation expected) {
    Optional<String> id = expected.findText(AMBIGUITY);
    boolean refused =
        strict.outcome() == Outcome.FAILED || strict.outcome() == Outcome.REFUSED_OTHERWISE;
    if (id.isEmpty()) {
      return refused ? OtherReadings.excused(trace, expected).orElse(strict) : strict;
    }
    if (strict.actual().equals(FIRST) || strict.actual().equals(SECOND)) {
      return strict;
    }
    Optional<String> reading =
        Optional.ofNullable(ROWS.get(id.get())).flatMap(sign -> sign.of(trace, expected));
    if (strict.outcome() == Outcome.PASSED) {
      return reading.map(shown -> found(id.get(), shown)).orElse(strict);
    }
    if (!refused) {
      return strict;
    }
    return reading
        .filter(SECOND::equals)
        .map(shown -> found(id.get(), shown))
        .or(() -> OtherReadings.excused(trace, expected))
        .orElse(strict);
  }

  private static Verdict found(String id, String reading) {
    return new Verdict(
        Outcome.PASSED, "reading " + reading + " of " + id, "a reading of " + id, reading);
  }

  private static Verdict follows(ScenarioTrace trace, Expectation expected) {
    String id = expected.text(AMBIGUITY);
    Sign sign = ROWS.get(id);
    if (sign == null) {
      return Verdict.suiteError("nothing tells the readings of " + id + " apart");
    }
    return sign.of(trace, expected)
        .map(reading -> found(id, reading))
        .orElse(Verdict.passed("neither reading of " + id + " shows"));
  }

  private static Map<String, Sign> rows() {
    Map<String, Sign> rows = new HashMap<>();
    rows.putAll(RequestReadings.rows());
    rows.putAll(AnswerReadings.rows());
    return Map.copyOf(rows);
  }

  static String either(boolean first) {
    return first ? FIRST : SECOND;
  }
}
