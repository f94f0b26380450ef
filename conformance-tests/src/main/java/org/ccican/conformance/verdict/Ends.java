package org.ccican.conformance.verdict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ccican.conformance.trace.TraceEvent;

/**
 * Which end of a target a failure is put down to, where roles of it met each other: the one that
 * fails beside the reference too, or that broke a rule in what passed between them.
 */
final class Ends {

  /** Roles of each end. */
  private final List<Set<String>> ends = new ArrayList<>();

  /** How the judged role came out beside the reference, by scenario. */
  private final Map<String, String> alone = new HashMap<>();

  /** Requirements that were seen to be broken between the ends, by role. */
  private final Map<String, Set<String>> broken = new TreeMap<>();

  /** Roles that fail something beside the reference too. */
  private final Set<String> failing = new TreeSet<>();

  /** Rules that are kept beside the reference, and not with the other end. */
  private final Set<String> kept = new TreeSet<>();

  private final Set<String> notKept = new TreeSet<>();

  private Ends() {}

  static Ends of(List<TraceEvent.Claimed> said, RunJudgement judgement) {
    Ends all = new Ends();
    for (TraceEvent.Claimed each : said) {
      String[] words = each.text().split(" ");
      if (each.role().equals(Attributions.TOGETHER)) {
        all.ends.add(new TreeSet<>(List.of(each.text().split(" and "))));
      } else if (each.role().equals(Attributions.ALONE)) {
        all.compare(words);
      }
    }
    all.kept.removeAll(all.notKept);
    for (ScenarioJudgement each : judgement.scenarios()) {
      if (each.header().isEmpty()) {
        continue;
      }
      TraceEvent.Scenario header = each.header().get();
      if (Recorded.isMade(each.id()) && each.outcome() == Outcome.FAILED) {
        for (String role : header.roles()) {
          if (!all.kept.contains(rule(header.requirement(), role))) {
            all.broken.computeIfAbsent(role, any -> new TreeSet<>()).add(header.requirement());
          }
        }
      }
    }
    return all;
  }

  /**
   * What is said of a rule's scenarios counts whether or not the run had them.
   *
   * @param words id, outcome and roles of a scenario
   */
  private void compare(String[] words) {
    String id = words[0];
    alone.put(id, words[1]);
    int dot = id.indexOf('.');
    for (int at = 2; at < words.length; at++) {
      String rule = rule(id.substring(0, dot < 0 ? id.length() : dot), words[at]);
      if (words[1].equals(Outcome.PASSED.id())) {
        kept.add(rule);
      } else if (words[1].equals(Outcome.FAILED.id())) {
        notKept.add(rule);
        failing.add(words[at]);
      }
    }
  }

  private static String rule(String requirement, String role) {
    return requirement + " " + role;
  }

  /** Whose fault a failed scenario is; empty if the target was at one end only. */
  String of(ScenarioJudgement scenario) {
    if (ends.isEmpty()) {
      return "";
    }
    List<String> judged = scenario.header().map(TraceEvent.Scenario::roles).orElse(List.of());
    return words(others(scenario, judged) ? atFault(judged) : new TreeSet<>(judged));
  }

  /** Why, as the rest of a sentence. */
  String evidence(ScenarioJudgement scenario) {
    if (ends.isEmpty() || Recorded.isMade(scenario.id())) {
      return "";
    }
    List<String> judged = scenario.header().map(TraceEvent.Scenario::roles).orElse(List.of());
    String beside =
        switch (alone.getOrDefault(scenario.id(), "")) {
          case "passed" -> "; beside the reference the " + words(judged) + " passes it";
          case "failed" -> "; beside the reference the " + words(judged) + " fails it too";
          default -> "";
        };
    StringBuilder text = new StringBuilder(beside);
    broken.forEach(
        (role, requirements) ->
            text.append("; in what passed between them the ")
                .append(role)
                .append(" breaks ")
                .append(String.join(", ", requirements)));
    return text.toString();
  }

  /** Whether it is somebody else's than the judged role's. */
  private boolean others(ScenarioJudgement scenario, List<String> judged) {
    String requirement = scenario.header().map(TraceEvent.Scenario::requirement).orElse("");
    boolean made = Recorded.isMade(scenario.id());
    return switch (alone.getOrDefault(scenario.id(), "")) {
      // what is seen in several scenarios only is seen by looking on, and not in one that is apart
      case "passed" ->
          judged.stream()
              .noneMatch(role -> broken.getOrDefault(role, Set.of()).contains(requirement));
      case "failed" -> false;
      default ->
          !found(judged, false).isEmpty()
              && (made
                  ? judged.stream().allMatch(role -> kept.contains(rule(requirement, role)))
                  : found(judged, true).isEmpty());
    };
  }

  /** Those at other ends that did something wrong elsewhere too, or everybody there. */
  private Set<String> atFault(List<String> judged) {
    Set<String> found = found(judged, false);
    if (!found.isEmpty()) {
      return found;
    }
    Set<String> all = new TreeSet<>();
    ends.stream().filter(end -> judged.stream().noneMatch(end::contains)).forEach(all::addAll);
    return all;
  }

  /** Who did something wrong elsewhere: at the end of the judged roles, or at others. */
  private Set<String> found(List<String> judged, boolean own) {
    Set<String> found = new TreeSet<>();
    for (Set<String> end : ends) {
      if (judged.stream().anyMatch(end::contains) == own) {
        end.stream()
            .filter(role -> broken.containsKey(role) || failing.contains(role))
            .forEach(found::add);
      }
    }
    return found;
  }

  private static String words(Iterable<String> roles) {
    return String.join(" and ", roles);
  }
}
