package org.ccican.conformance.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ccican.conformance.trace.Blame;
import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.conformance.trace.TraceEvent;

/**
 * How one scenario ended: the worst of its expectations and problems.
 *
 * @param header how the scenario began; absent only if the log lacks it
 * @param findings everything that counted, those about expectations first
 * @param expectations in the order of the log
 */
public record ScenarioJudgement(
    String id,
    Optional<TraceEvent.Scenario> header,
    Outcome outcome,
    List<Finding> findings,
    List<Judged> expectations) {

  /**
   * An expectation and what its judge says of it.
   *
   * @param seq of the expectation
   */
  public record Judged(long seq, Expectation expectation, Verdict verdict) {

    public Judged {
      Objects.requireNonNull(expectation);
      Objects.requireNonNull(verdict);
    }
  }

  public ScenarioJudgement {
    Objects.requireNonNull(id);
    Objects.requireNonNull(header);
    Objects.requireNonNull(outcome);
    findings = List.copyOf(findings);
    expectations = List.copyOf(expectations);
  }

  /** Judges a scenario for itself, whatever became of its parent. */
  static ScenarioJudgement of(ScenarioTrace trace, Judges judges, Verifier signatures) {
    List<Judged> judged = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (TraceEvent.Expectation event : trace.expectations()) {
      Verdict verdict = judges.judge(trace, event, signatures);
      judged.add(new Judged(event.seq(), Expectation.of(event), verdict));
      findings.add(new Finding(verdict.outcome(), verdict.detail()));
    }
    for (TraceEvent.Verdict said : trace.verdicts()) {
      compare(said, judged).ifPresent(findings::add);
    }
    for (TraceEvent.Problem problem : trace.problems()) {
      findings.add(new Finding(outcome(problem.blame()), problem.detail()));
    }
    for (TraceEvent.Inapplicable skip : trace.all(TraceEvent.Inapplicable.class)) {
      findings.add(new Finding(Outcome.INAPPLICABLE, skip.reason()));
    }
    whole(trace, findings);
    return new ScenarioJudgement(trace.id(), trace.header(), worst(findings), findings, judged);
  }

  /** The same scenario with one more finding, which decides. */
  ScenarioJudgement with(Outcome decided, String detail) {
    List<Finding> more = new ArrayList<>(findings);
    more.add(new Finding(decided, detail));
    return new ScenarioJudgement(id, header, decided, more, expectations);
  }

  boolean negative() {
    return header.isPresent() && header.get().negative();
  }

  static Outcome outcome(Blame blame) {
    return switch (blame) {
      case SUITE -> Outcome.SUITE_ERROR;
      case TIMEOUT -> Outcome.INCONCLUSIVE;
      case PREREQUISITE, CONFIGURATION -> Outcome.BLOCKED;
      case TARGET -> Outcome.FAILED;
    };
  }

  private static Optional<Finding> compare(TraceEvent.Verdict said, List<Judged> judged) {
    for (Judged each : judged) {
      if (each.seq() == said.expectation()) {
        Verdict again = each.verdict();
        boolean same =
            again.outcome().id().equals(said.outcome())
                && again.detail().equals(said.detail())
                && again.expected().equals(said.expected())
                && again.actual().equals(said.actual());
        return same
            ? Optional.empty()
            : error(
                "judged at once: "
                    + said.outcome()
                    + " ("
                    + said.detail()
                    + "), judged from the log: "
                    + again.outcome().id()
                    + " ("
                    + again.detail()
                    + ")");
      }
    }
    return error("a verdict on expectation " + said.expectation() + ", which is not in the log");
  }

  /** What must be true of every scenario, so that nothing passes for want of a question. */
  private static void whole(ScenarioTrace trace, List<Finding> findings) {
    int headers = trace.all(TraceEvent.Scenario.class).size();
    if (headers != 1) {
      findings.add(
          new Finding(Outcome.SUITE_ERROR, "the scenario begins " + headers + " times in the log"));
    }
    List<TraceEvent.ScenarioEnd> ends = trace.all(TraceEvent.ScenarioEnd.class);
    if (ends.isEmpty()) {
      findings.add(new Finding(Outcome.INCONCLUSIVE, "the log ends before the scenario does"));
      return;
    }
    if (ends.size() > 1) {
      findings.add(new Finding(Outcome.SUITE_ERROR, "the scenario ends more than once"));
    }
    String status = ends.get(0).status();
    if (findings.isEmpty()) {
      findings.add(new Finding(Outcome.SUITE_ERROR, "nothing was expected of the target"));
    } else if (worst(findings) == Outcome.PASSED && !status.equals(TraceEvent.ScenarioEnd.PASSED)) {
      findings.add(
          new Finding(
              Outcome.SUITE_ERROR,
              "the scenario ended as " + status + " though nothing in the log says why"));
    }
  }

  /** What could not be asked leaves a scenario without an answer, whatever else it saw. */
  private static Outcome worst(List<Finding> findings) {
    List<Outcome> outcomes = findings.stream().map(Finding::outcome).toList();
    Outcome worst = Outcome.worst(outcomes);
    return worst == Outcome.PASSED && outcomes.contains(Outcome.INAPPLICABLE)
        ? Outcome.INAPPLICABLE
        : worst;
  }

  private static Optional<Finding> error(String detail) {
    return Optional.of(new Finding(Outcome.SUITE_ERROR, detail));
  }
}
