package org.ccican.conformance.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ccican.conformance.verdict.Outcome;

/**
 * A baseline brought up to a report: entries that still hold keep their reasons, what passed is
 * taken out, what failed anew is put in with the reason that is given for it.
 *
 * @param reason of new entries; empty if none is given
 * @param until the last day of new entries
 * @param link of new entries; empty if there is none
 * @param today entries that ended before are new
 */
public record BaselineUpdate(
    Optional<String> reason, Optional<LocalDate> until, String link, LocalDate today) {

  public BaselineUpdate {
    Objects.requireNonNull(reason);
    Objects.requireNonNull(until);
    Objects.requireNonNull(link);
    Objects.requireNonNull(today);
  }

  /**
   * What came of it.
   *
   * @param added cases that are new in it
   * @param removed cases that are no longer in it
   * @param unexplained cases that would be new and lack a reason; if there are any, the baseline is
   *     not to be written
   */
  public record Result(
      Baseline baseline, List<String> added, List<String> removed, List<String> unexplained) {

    public Result {
      Objects.requireNonNull(baseline);
      added = List.copyOf(added);
      removed = List.copyOf(removed);
      unexplained = List.copyOf(unexplained);
    }
  }

  public Result of(RunReport report, Baseline former) {
    Map<String, Baseline.KnownFailure> old = new HashMap<>();
    former.failures().forEach(each -> old.put(each.scenario(), each));
    Map<String, ScenarioResult> recorded = report.scenariosById();
    List<Baseline.KnownFailure> kept = new ArrayList<>();
    List<String> added = new ArrayList<>();
    List<String> unexplained = new ArrayList<>();
    for (ScenarioResult each : report.scenarios()) {
      if (!failed(each, recorded) || disputed(each, former)) {
        continue;
      }
      Optional<Baseline.KnownFailure> known =
          Optional.ofNullable(old.get(each.id()))
              .filter(entry -> entry.outcome() == each.outcome())
              .filter(entry -> entry.until().map(last -> !today.isAfter(last)).orElse(true));
      if (known.isPresent()) {
        kept.add(known.get());
      } else if (reason.isEmpty()) {
        unexplained.add(each.id());
      } else {
        added.add(each.id());
        kept.add(
            new Baseline.KnownFailure(
                each.requirement(), each.id(), each.outcome(), reason.get(), until, link, ""));
      }
    }
    // What this report says nothing about stays: it may be of another part of the catalogue.
    former.failures().stream().filter(each -> untouched(each, report, recorded)).forEach(kept::add);
    kept.sort(Comparator.comparing(Baseline.KnownFailure::scenario));
    Set<String> left = new HashSet<>();
    kept.forEach(each -> left.add(each.scenario()));
    List<String> removed = old.keySet().stream().filter(id -> !left.contains(id)).sorted().toList();
    return new Result(
        new Baseline(former.file(), kept, former.quarantine()), added, removed, unexplained);
  }

  private static boolean failed(ScenarioResult each, Map<String, ScenarioResult> recorded) {
    return switch (each.outcome()) {
      case FAILED, REFUSED_OTHERWISE, INCONCLUSIVE -> true;
      case BLOCKED -> !blockedByParent(each, recorded);
      case SUITE_ERROR, NOT_RUN, PASSED, INAPPLICABLE -> false;
    };
  }

  /** What a failed parent blocks follows from the parent's entry. */
  private static boolean blockedByParent(
      ScenarioResult each, Map<String, ScenarioResult> recorded) {
    return !each.parent().isEmpty()
        && recorded.values().stream()
            .filter(
                other ->
                    other.id().equals(each.parent()) || other.id().startsWith(each.parent() + "#"))
            .anyMatch(other -> other.outcome() != Outcome.PASSED);
  }

  private static boolean disputed(ScenarioResult each, Baseline former) {
    return former.quarantine().stream().anyMatch(entry -> entry.covers(each.id()));
  }

  /** Of a requirement that there still is, and nothing is known of the case. */
  private static boolean untouched(
      Baseline.KnownFailure entry, RunReport report, Map<String, ScenarioResult> recorded) {
    ScenarioResult found = recorded.get(entry.scenario());
    if (found != null) {
      return found.outcome() == Outcome.SUITE_ERROR;
    }
    String family = entry.scenario().replaceFirst("#.*$", "");
    return report.requirements().stream()
        .anyMatch(
            each -> each.id().equals(entry.requirement()) && each.scenarios().contains(family));
  }
}
