package org.ccican.conformance.verdict;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ccican.conformance.trace.Direction;
import org.ccican.conformance.trace.Origin;
import org.ccican.conformance.trace.RunTrace;
import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.conformance.trace.TraceEvent.Message;
import org.ccican.wire.Bytes;

/**
 * What a scenario asks of itself and no other scenario of the run may contradict: that secrets stay
 * where they belong, and that what is used once is used once, so that it links no two sessions.
 */
final class WholeRun {

  private static final Set<String> CONFINED = Set.of("secrets-confined");
  private static final Set<String> ONCE =
      Set.of("nonces-fresh", "tokens-differ", "queries-differ", "ephemerals-differ");

  /** A value by its kind: nonce, token, challenge, ephemeral key. */
  private record Used(String kind, Bytes value) {}

  /** What a scenario uses. */
  private record InScenario(String id, Set<Used> used) {}

  private WholeRun() {}

  /** The same judgements, those of scenarios that ask failed where another one contradicts. */
  static Map<String, ScenarioJudgement> resolve(
      RunTrace trace, Map<String, ScenarioJudgement> scenarios) {
    Set<String> leaks = new TreeSet<>();
    if (scenarios.values().stream().anyMatch(each -> asks(each, CONFINED))) {
      leaks.addAll(
          trace.scenarios().values().parallelStream()
              .flatMap(each -> SecretJudges.leaks(each).stream())
              .toList());
    }
    Set<String> again = again(trace);
    Map<String, ScenarioJudgement> resolved = new TreeMap<>();
    scenarios.forEach(
        (id, each) ->
            resolved.put(id, contradicted(contradicted(each, CONFINED, leaks), ONCE, again)));
    return resolved;
  }

  private static ScenarioJudgement contradicted(
      ScenarioJudgement scenario, Set<String> judges, Set<String> found) {
    return !found.isEmpty() && asks(scenario, judges)
        ? scenario.with(Outcome.FAILED, "elsewhere in the run: " + found.iterator().next())
        : scenario;
  }

  /** Whether a scenario has passed because one of these judges found nothing. */
  private static boolean asks(ScenarioJudgement scenario, Set<String> judges) {
    return scenario.outcome() == Outcome.PASSED
        && scenario.expectations().stream()
            .anyMatch(each -> judges.contains(each.expectation().judge()));
  }

  /** What is used once and stands in two scenarios. */
  private static Set<String> again(RunTrace trace) {
    TeepRevision revision =
        trace
            .header()
            .flatMap(run -> TeepRevision.find(run.revision()))
            .orElse(TeepRevision.TEEP_26);
    Map<Used, String> first = new HashMap<>();
    Set<String> again = new TreeSet<>();
    List<InScenario> all =
        trace.scenarios().values().parallelStream()
            // The same messages stand in several scenarios that were made of a recording.
            .filter(each -> !Recorded.isMade(each.id()))
            .map(each -> new InScenario(each.id(), used(each, revision)))
            .toList();
    for (InScenario each : all) {
      for (Used used : each.used()) {
        Optional.ofNullable(first.putIfAbsent(used, each.id()))
            .ifPresent(
                other ->
                    again.add(
                        used.kind() + " " + used.value() + " in " + other + " and " + each.id()));
      }
    }
    return again;
  }

  private static Set<Used> used(ScenarioTrace scenario, TeepRevision revision) {
    Set<Used> used = new java.util.HashSet<>();
    for (Message message : scenario.messages()) {
      boolean request = message.direction() == Direction.REQUEST;
      if (message.origin() != Origin.ROLE) {
        continue;
      }
      if (request
          && message.from().equals("application-owner")
          && message.resource().equals("attestation")) {
        new FieldsView(message.body())
            .octets("nonce")
            .ifPresent(nonce -> used.add(new Used("nonce", nonce)));
      } else if (!request
          && message.from().equals("tam")
          && message.resource().equals("teep")
          && !message.body().isEmpty()) {
        Optional<TeepView> view = TeepView.readSigned(message.body(), revision).view();
        view.flatMap(TeepView::token).ifPresent(token -> used.add(new Used("token", token)));
        view.flatMap(TeepView::challenge)
            .ifPresent(challenge -> used.add(new Used("challenge", challenge)));
      } else if (!request
          && message.from().equals("teep-agent")
          && message.resource().equals("teep")
          && !message.body().isEmpty()) {
        TeepView.readSigned(message.body(), revision)
            .view()
            .map(LinkJudges::ephemerals)
            .orElse(List.of())
            .forEach(key -> used.add(new Used("ephemeral key", key)));
      }
    }
    return used;
  }
}
