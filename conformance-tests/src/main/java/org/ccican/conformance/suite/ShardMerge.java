package org.ccican.conformance.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ccican.conformance.trace.Blame;
import org.ccican.conformance.trace.RunTrace;
import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.conformance.trace.Stamp;
import org.ccican.conformance.trace.TraceEvent;
import org.ccican.conformance.verdict.Outcome;
import org.ccican.conformance.verdict.RunJudgement;
import org.ccican.conformance.verdict.ScenarioJudgement;

/**
 * Joins the logs of the parts of a run to the log that the run would have left in one piece. What
 * accepted parents did stands in several parts; it is taken from the first, and a parent that came
 * out in two ways is a fault of the suite.
 */
public final class ShardMerge {

  /** The parts are not those of one run. */
  public static final class Mismatch extends Exception {

    private static final long serialVersionUID = 1;

    Mismatch(String message) {
      super(message);
    }
  }

  /**
   * One part.
   *
   * @param name what the user calls it
   */
  public record Part(String name, RunTrace trace) {

    public Part {
      Objects.requireNonNull(name);
      Objects.requireNonNull(trace);
    }
  }

  /** What the parts of one run have in common, by the names that a user knows. */
  private static final Map<String, Function<TraceEvent.Run, Object>> COMMON =
      new TreeMap<>(
          Map.of(
              "suite version", TraceEvent.Run::suiteVersion,
              "catalogue", TraceEvent.Run::catalogue,
              "seed", TraceEvent.Run::seed,
              "target", TraceEvent.Run::target,
              "judged roles", TraceEvent.Run::roles,
              "edition of TEEP", TraceEvent.Run::revision,
              "broken checks", TraceEvent.Run::faults,
              "selection", TraceEvent.Run::selection));

  private final Function<RunTrace, RunJudgement> judge;

  /**
   * @param judge says how scenarios came out that stand in two parts
   */
  public ShardMerge(Function<RunTrace, RunJudgement> judge) {
    this.judge = Objects.requireNonNull(judge);
  }

  /**
   * @throws Mismatch if parts are missing, there twice or of different runs; it names them
   */
  public RunTrace join(List<Part> given) throws Mismatch {
    Map<Integer, Part> parts = sorted(given);
    List<Part> ordered = List.copyOf(parts.values());
    Map<String, ScenarioTrace> scenarios = new TreeMap<>();
    for (Part part : ordered) {
      part.trace().scenarios().forEach(scenarios::putIfAbsent);
    }
    contradictions(parts)
        .forEach((id, detail) -> scenarios.put(id, flawed(scenarios.get(id), detail)));
    boolean cutOff = ordered.stream().anyMatch(part -> part.trace().cutOff());
    return new RunTrace(new ScenarioTrace("", run(ordered)), scenarios, cutOff);
  }

  private static Map<Integer, Part> sorted(List<Part> given) throws Mismatch {
    Map<Integer, Part> parts = new TreeMap<>();
    Optional<Part> first = Optional.empty();
    int of = 0;
    for (Part part : given) {
      TraceEvent.Run header = header(part);
      Shard shard =
          Shard.find(header.shard())
              .orElseThrow(() -> new Mismatch(part.name() + ": is no part of a run"));
      if (first.isEmpty()) {
        first = Optional.of(part);
        of = shard.of();
      }
      if (shard.of() != of) {
        throw new Mismatch(
            part.name() + ": is part " + shard + ", the first one is of a run in " + of);
      }
      same(first.get(), part);
      Part twin = parts.put(shard.index(), part);
      if (twin != null) {
        throw new Mismatch(part.name() + ": is part " + shard + ", as " + twin.name() + " is");
      }
    }
    List<String> missing =
        IntStream.rangeClosed(1, of)
            .filter(index -> !parts.containsKey(index))
            .mapToObj(Integer::toString)
            .toList();
    if (!missing.isEmpty()) {
      throw new Mismatch("of " + of + " parts these are missing: " + String.join(", ", missing));
    }
    return parts;
  }

  private static void same(Part first, Part other) throws Mismatch {
    for (Map.Entry<String, Function<TraceEvent.Run, Object>> each : COMMON.entrySet()) {
      Object expected = each.getValue().apply(header(first));
      Object found = each.getValue().apply(header(other));
      if (!expected.equals(found)) {
        throw new Mismatch(
            other.name()
                + ": has the "
                + each.getKey()
                + " \""
                + found
                + "\", "
                + first.name()
                + " has \""
                + expected
                + "\"");
      }
    }
  }

  private static TraceEvent.Run header(Part part) throws Mismatch {
    return part.trace()
        .header()
        .orElseThrow(() -> new Mismatch(part.name() + ": does not say how the run began"));
  }

  /** Scenarios that came out in two ways, and how. */
  private Map<String, String> contradictions(Map<Integer, Part> parts) {
    Map<String, Map<Integer, Outcome>> outcomes = new TreeMap<>();
    parts.forEach(
        (index, part) -> {
          for (ScenarioJudgement each : judge.apply(part.trace()).scenarios()) {
            outcomes.computeIfAbsent(each.id(), any -> new TreeMap<>()).put(index, each.outcome());
          }
        });
    Map<String, String> contradictions = new TreeMap<>();
    outcomes.forEach(
        (id, found) -> {
          if (found.values().stream().distinct().count() > 1) {
            contradictions.put(
                id,
                "two verdicts: "
                    + found.entrySet().stream()
                        .map(each -> each.getValue().words() + " in part " + each.getKey())
                        .collect(Collectors.joining(", ")));
          }
        });
    return contradictions;
  }

  private static ScenarioTrace flawed(ScenarioTrace scenario, String detail) {
    List<TraceEvent> events = new ArrayList<>(scenario.events());
    TraceEvent last = events.get(events.size() - 1);
    events.add(new TraceEvent.Problem(at(last.stamp(), last.seq() + 1), Blame.SUITE, detail));
    return new ScenarioTrace(scenario.id(), events);
  }

  /** The events of the run as a whole, counted anew. */
  private static List<TraceEvent> run(List<Part> parts) {
    TraceEvent.Run first = parts.get(0).trace().header().orElseThrow();
    List<TraceEvent> events = new ArrayList<>();
    events.add(
        new TraceEvent.Run(
            first.stamp(),
            first.suiteVersion(),
            first.seed(),
            first.instant(),
            first.roles(),
            first.target(),
            first.revision(),
            first.faults(),
            first.catalogue(),
            first.selection(),
            "",
            first.java()));
    long seq = first.seq();
    for (Part part : parts) {
      for (TraceEvent.Problem each : part.trace().problems()) {
        events.add(new TraceEvent.Problem(at(each.stamp(), ++seq), each.blame(), each.detail()));
      }
      for (TraceEvent.Claimed each : part.trace().run().all(TraceEvent.Claimed.class)) {
        events.add(new TraceEvent.Claimed(at(each.stamp(), ++seq), each.role(), each.text()));
      }
    }
    boolean ended = parts.stream().allMatch(part -> part.trace().ended());
    Stamp last = parts.get(parts.size() - 1).trace().run().events().get(0).stamp();
    events.add(new TraceEvent.RunEnd(at(last, ++seq), ended));
    return events;
  }

  private static Stamp at(Stamp place, long seq) {
    return new Stamp(seq, place.scenario(), place.virtual(), place.real(), Optional.empty());
  }
}
