package org.ccican.conformance.report;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ccican.conformance.verdict.ExitCode;

/**
 * What the terms of a run make of its verdicts; it changes no verdict, only what they count for.
 *
 * @param baseline the file; empty if there was none
 * @param date the day that its entries were held against, as 2026-12-31; empty if there was none
 * @param checks expectations that were judged
 * @param minChecks how many had to be; 0 if that was not asked
 * @param notes those of the baseline in its order, then what follows from them
 */
public record GateResult(
    String baseline, String date, int checks, int minChecks, List<GateNote> notes) {

  /**
   * @throws IllegalArgumentException if there are notes without a day, or a number is negative
   */
  public GateResult {
    baseline = Text.bounded(baseline);
    date = Text.bounded(date);
    notes = List.copyOf(notes);
    if (checks < 0 || minChecks < 0) {
      throw new IllegalArgumentException("a number of checks is negative");
    }
    if (!date.matches("([0-9]{4}-[0-9]{2}-[0-9]{2})?")) {
      throw new IllegalArgumentException("\"" + Text.cut(date, 40) + "\" is no day");
    }
    if (date.isEmpty() && !notes.isEmpty()) {
      throw new IllegalArgumentException("entries are held against a day");
    }
  }

  /** The cases that are not held against the run. */
  public Set<String> excused() {
    return notes.stream()
        .filter(note -> note.kind().excuses())
        .map(GateNote::scenario)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What the terms alone tell the shell. */
  public Set<ExitCode> exitCodes() {
    Set<ExitCode> codes = EnumSet.noneOf(ExitCode.class);
    if (notes.stream().anyMatch(note -> note.kind().stale())) {
      codes.add(ExitCode.STALE_BASELINE);
    }
    if (checks < minChecks) {
      codes.add(ExitCode.NOTHING_MEASURED);
    }
    return codes;
  }

  /** What is known of a scenario. */
  public Optional<GateNote> find(String scenario) {
    return notes.stream().filter(note -> note.scenario().equals(scenario)).findFirst();
  }

  int count(GateNote.Kind kind) {
    return (int) notes.stream().filter(note -> note.kind() == kind).count();
  }
}
