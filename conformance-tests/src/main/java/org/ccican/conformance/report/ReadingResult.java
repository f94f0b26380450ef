package org.ccican.conformance.report;

import java.util.List;

/**
 * Which reading of an ambiguous text was seen. Nothing passes or fails by it.
 *
 * @param ambiguity its id in the register
 * @param issue where the authors speak of it; empty if nowhere
 * @param reading {@code a}, {@code b}, {@code both}, or empty if neither was seen
 * @param words the reading that was seen, in words
 * @param scenarios ids of those that saw it
 */
public record ReadingResult(
    String ambiguity,
    String document,
    String section,
    String unclear,
    String issue,
    String reading,
    String words,
    List<String> scenarios) {

  public ReadingResult {
    ambiguity = Text.bounded(ambiguity);
    document = Text.bounded(document);
    section = Text.bounded(section);
    unclear = Text.bounded(unclear);
    issue = Text.bounded(issue);
    reading = Text.bounded(reading);
    words = Text.bounded(words);
    scenarios = Text.bounded(scenarios);
  }

  /** Whether anything was seen. */
  public boolean seen() {
    return !reading.isEmpty();
  }
}
