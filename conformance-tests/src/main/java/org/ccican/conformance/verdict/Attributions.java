package org.ccican.conformance.verdict;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ccican.conformance.trace.Blame;
import org.ccican.conformance.trace.RunTrace;
import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.conformance.trace.TraceEvent;

/**
 * Puts each scenario that did not pass down to somebody, with the evidence for it, as a pure
 * function of the log. It changes no verdict. The log of a run against a target elsewhere says what
 * was seen of the target before the run, and how the reference came out of the same cases.
 */
public final class Attributions {

  /** Who says in the log how the reference came out of a case: {@code ID OUTCOME}. */
  public static final String CONTROL = "control";

  /** Who says in the log what was seen of the target before the run: {@code FIELD: WORDS}. */
  public static final String PREFLIGHT = "preflight";

  /**
   * Who says in the log how the target came out of a case beside the reference alone: {@code ID
   * OUTCOME ROLE...}.
   */
  public static final String ALONE = "alone";

  /** Who says in the log which roles of the target met others: those of one end, in words. */
  public static final String TOGETHER = "together";

  private static final Set<Outcome> ANSWERED =
      Set.of(Outcome.PASSED, Outcome.FAILED, Outcome.REFUSED_OTHERWISE);

  private final RunTrace trace;
  private final Map<String, ScenarioJudgement> scenarios;
  private final Map<String, String> controls = new HashMap<>();
  private final Ends ends;
  private final String seen;

  private Attributions(RunTrace trace, RunJudgement judgement) {
    this.trace = trace;
    this.scenarios =
        judgement.scenarios().stream()
            .collect(Collectors.toMap(ScenarioJudgement::id, each -> each));
    List<TraceEvent.Claimed> said = trace.run().all(TraceEvent.Claimed.class);
    for (TraceEvent.Claimed each : said) {
      if (each.role().equals(CONTROL)) {
        String[] words = each.text().split(" ", 2);
        controls.put(words[0], words[words.length - 1]);
      }
    }
    this.ends = Ends.of(said, judgement);
    this.seen =
        said.stream()
            .filter(each -> each.role().equals(PREFLIGHT))
            .map(TraceEvent.Claimed::text)
            .filter(text -> text.contains(".key: "))
            .map(text -> "; " + text)
            .collect(Collectors.joining());
  }

  /** By the id of each scenario that needs attention. */
  public static Map<String, Attribution> of(RunTrace trace, RunJudgement judgement) {
    Attributions all = new Attributions(trace, judgement);
    Map<String, Attribution> found = new HashMap<>();
    for (ScenarioJudgement each : judgement.scenarios()) {
      all.of(each).ifPresent(attribution -> found.put(each.id(), attribution));
    }
    return found;
  }

  private Optional<Attribution> of(ScenarioJudgement scenario) {
    return switch (scenario.outcome()) {
      case PASSED, INAPPLICABLE, NOT_RUN -> Optional.empty();
      case SUITE_ERROR ->
          Optional.of(
              new Attribution(
                  Attribution.Culprit.SUITE, "the suite could not do its own part; please report"));
      case FAILED, REFUSED_OTHERWISE -> Optional.of(broken(scenario));
      case INCONCLUSIVE -> Optional.of(silent(scenario.id()));
      case BLOCKED -> Optional.of(blocked(scenario));
    };
  }

  private Attribution broken(ScenarioJudgement scenario) {
    Optional<Attribution> suite = reference(scenario.id());
    if (suite.isPresent()) {
      return suite.get();
    }
    Optional<String> unclear =
        scenario.expectations().stream()
            .filter(each -> each.verdict().outcome() == scenario.outcome())
            .flatMap(each -> each.expectation().findText(ReadingJudges.AMBIGUITY).stream())
            .findFirst();
    return new Attribution(
        Attribution.Culprit.TARGET,
        unclear
                .map(
                    id ->
                        "it follows neither reading of a text that can be read in two ways ("
                            + id
                            + ")")
                .orElse("seen at the suite's own connections")
            + passed(scenario.id())
            + ends.evidence(scenario)
            + seen,
        ends.of(scenario));
  }

  /** What the reference cannot do either is no fault of the target's. */
  private Optional<Attribution> reference(String id) {
    return Optional.ofNullable(controls.get(id))
        .filter(outcome -> !outcome.equals(Outcome.PASSED.id()))
        .map(
            outcome ->
                new Attribution(
                    Attribution.Culprit.SUITE,
                    "the reference does not pass the same case either, it is " + outcome));
  }

  private String passed(String id) {
    return controls.containsKey(id) ? "; the reference passes the same case" : "";
  }

  private Attribution silent(String id) {
    ScenarioTrace own = trace.scenarios().get(id);
    if (own.end().isEmpty()) {
      return new Attribution(
          Attribution.Culprit.ENVIRONMENT, "the run was ended before the scenario was");
    }
    long answered =
        scenarios.values().stream().filter(each -> ANSWERED.contains(each.outcome())).count();
    return answered > 0
        ? new Attribution(
            Attribution.Culprit.TARGET,
            "it gave no answer here, and did in "
                + answered
                + " other scenarios of this run"
                + seen)
        : new Attribution(
            Attribution.Culprit.ENVIRONMENT,
            "the target gave no answer in any scenario: it, or the way to it, broke down" + seen);
  }

  private Attribution blocked(ScenarioJudgement scenario) {
    for (TraceEvent.Problem problem : trace.scenarios().get(scenario.id()).problems()) {
      if (problem.blame() == Blame.CONFIGURATION) {
        return new Attribution(Attribution.Culprit.CONFIGURATION, problem.detail());
      }
      if (problem.detail().equals("the target has stopped to answer")) {
        return silent(scenario.id());
      }
    }
    Optional<ScenarioJudgement> parent =
        scenario.header().map(TraceEvent.Scenario::parent).map(scenarios::get);
    if (parent.isPresent() && parent.get().outcome().needsAttention()) {
      Attribution first = of(parent.get()).orElseThrow();
      return new Attribution(
          first.culprit(),
          "what its parent " + parent.get().id() + " shows: " + first.evidence(),
          first.role());
    }
    return reference(scenario.id())
        .orElseGet(
            () ->
                new Attribution(
                    Attribution.Culprit.TARGET,
                    "what is given did not come about with it"
                        + passed(scenario.id())
                        + ends.evidence(scenario)
                        + seen,
                    ends.of(scenario)));
  }
}
