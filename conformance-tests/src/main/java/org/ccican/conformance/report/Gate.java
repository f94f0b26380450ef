package org.ccican.conformance.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ccican.conformance.verdict.Outcome;

/**
 * The terms on which a run counts as good: what is known beforehand, and how much has to be
 * measured. A pure function of the verdicts.
 *
 * @param minChecks how many expectations have to be judged at least
 * @param today the day that entries are held against
 */
public record Gate(Baseline baseline, int minChecks, LocalDate today) {

  private static final String NO_CASE = "the catalogue has no such case";

  /**
   * @throws IllegalArgumentException if the number is negative
   */
  public Gate {
    Objects.requireNonNull(baseline);
    Objects.requireNonNull(today);
    if (minChecks < 0) {
      throw new IllegalArgumentException("a negative number of checks");
    }
  }

  /** A gate that lets everything count. */
  public static Gate open() {
    return new Gate(Baseline.none(), 0, LocalDate.EPOCH);
  }

  /**
   * @param scenarios what was recorded
   * @param catalogue every case that there is, and the requirement that it tests
   */
  public GateResult pass(Collection<ScenarioResult> scenarios, Map<String, String> catalogue) {
    Map<String, ScenarioResult> recorded = new LinkedHashMap<>();
    scenarios.forEach(each -> recorded.put(each.id(), each));
    List<GateNote> notes = new ArrayList<>();
    Set<String> quarantined = new HashSet<>();
    for (Baseline.Quarantined entry : baseline.quarantine()) {
      quarantine(entry, recorded, catalogue, notes, quarantined);
    }
    for (Baseline.KnownFailure entry : baseline.failures()) {
      if (!quarantined.contains(entry.scenario())) {
        note(entry, recorded, catalogue).ifPresent(notes::add);
      }
    }
    follow(recorded, notes);
    boolean dated = !baseline.file().isEmpty() || !notes.isEmpty();
    return new GateResult(
        baseline.file(), dated ? today.toString() : "", checks(scenarios), minChecks, notes);
  }

  private void quarantine(
      Baseline.Quarantined entry,
      Map<String, ScenarioResult> recorded,
      Map<String, String> catalogue,
      List<GateNote> notes,
      Set<String> quarantined) {
    if (catalogue.keySet().stream().noneMatch(entry::covers)) {
      notes.add(
          note(entry, GateNote.Kind.UNMATCHED, "", entry.scenario(), at(entry.place(), NO_CASE)));
      return;
    }
    for (ScenarioResult each : recorded.values()) {
      if (!entry.covers(each.id()) || quarantined.contains(each.id())) {
        continue;
      }
      if (today.isAfter(entry.until())) {
        notes.add(
            note(
                entry,
                GateNote.Kind.EXPIRED,
                each.requirement(),
                each.id(),
                at(entry.place(), "the quarantine is over: " + each.outcome().words())));
      } else {
        quarantined.add(each.id());
        notes.add(
            note(
                entry,
                GateNote.Kind.QUARANTINED,
                each.requirement(),
                each.id(),
                each.outcome().words()));
      }
    }
  }

  private Optional<GateNote> note(
      Baseline.KnownFailure entry,
      Map<String, ScenarioResult> recorded,
      Map<String, String> catalogue) {
    if (!entry.requirement().equals(catalogue.get(entry.scenario()))) {
      return Optional.of(
          note(
              entry,
              GateNote.Kind.UNMATCHED,
              at(entry.place(), NO_CASE + " of " + entry.requirement())));
    }
    ScenarioResult found = recorded.get(entry.scenario());
    if (found == null) {
      return Optional.empty(); // not among what was selected, or the run ended before
    }
    String outcome = found.outcome().words();
    if (found.outcome() == entry.outcome()) {
      boolean over = entry.until().map(today::isAfter).orElse(false);
      return Optional.of(
          over
              ? note(entry, GateNote.Kind.EXPIRED, at(entry.place(), "still " + outcome))
              : note(entry, GateNote.Kind.KNOWN, outcome));
    }
    return Optional.of(
        switch (found.outcome()) {
          case PASSED -> note(entry, GateNote.Kind.UNEXPECTED_PASS, at(entry.place(), "it passed"));
          case INAPPLICABLE, NOT_RUN ->
              note(entry, GateNote.Kind.UNMATCHED, at(entry.place(), "it is " + outcome));
          case FAILED, REFUSED_OTHERWISE ->
              note(
                  entry,
                  GateNote.Kind.OTHERWISE,
                  at(entry.place(), outcome + ", known as " + entry.outcome().words()));
          case SUITE_ERROR, INCONCLUSIVE, BLOCKED -> note(entry, GateNote.Kind.UNSETTLED, outcome);
        });
  }

  /** A case whose parent fails as known cannot be judged: that is part of what is known. */
  private static void follow(Map<String, ScenarioResult> recorded, List<GateNote> notes) {
    Map<String, GateNote> excused = new HashMap<>();
    notes.stream()
        .filter(note -> note.kind().excuses())
        .forEach(note -> excused.put(note.scenario(), note));
    for (ScenarioResult each : recorded.values()) {
      if (each.outcome() != Outcome.BLOCKED
          || each.parent().isEmpty()
          || excused.containsKey(each.id())) {
        continue;
      }
      List<ScenarioResult> broken =
          recorded.values().stream()
              .filter(other -> family(other.id(), each.parent()))
              .filter(other -> other.outcome() != Outcome.PASSED)
              .toList();
      if (!broken.isEmpty() && broken.stream().allMatch(one -> excused.containsKey(one.id()))) {
        GateNote cause = excused.get(broken.get(0).id());
        notes.add(
            new GateNote(
                GateNote.Kind.FOLLOWS,
                each.requirement(),
                each.id(),
                cause.reason(),
                cause.until(),
                cause.link(),
                "its parent " + cause.scenario() + ": " + cause.kind().words()));
      }
    }
  }

  private static boolean family(String id, String parent) {
    return id.equals(parent) || id.startsWith(parent + "#");
  }

  private static int checks(Collection<ScenarioResult> scenarios) {
    return (int)
        scenarios.stream()
            .flatMap(each -> each.expectations().stream())
            .map(ScenarioResult.Expectation::outcome)
            .filter(
                outcome ->
                    outcome == Outcome.PASSED
                        || outcome == Outcome.FAILED
                        || outcome == Outcome.REFUSED_OTHERWISE)
            .count();
  }

  private static String at(String place, String found) {
    return place.isEmpty() ? found : place + ": " + found;
  }

  private static GateNote note(Baseline.KnownFailure entry, GateNote.Kind kind, String detail) {
    return new GateNote(
        kind,
        entry.requirement(),
        entry.scenario(),
        entry.reason(),
        entry.until().map(LocalDate::toString).orElse(""),
        entry.link(),
        detail);
  }

  private static GateNote note(
      Baseline.Quarantined entry,
      GateNote.Kind kind,
      String requirement,
      String scenario,
      String detail) {
    return new GateNote(
        kind,
        requirement,
        scenario,
        entry.reason(),
        entry.until().toString(),
        entry.link(),
        detail);
  }
}
