package org.ccican.conformance.report;

import java.util.List;
import java.util.Objects;
import org.ccican.conformance.verdict.Outcome;

/**
 * One scenario, what was expected and found, and the messages that the suite saw meanwhile.
 *
 * @param id permanent, for instance {@code PROV-02.1}
 * @param feature the feature that it stands in
 * @param requirement id of the requirement that it tests
 * @param negative whether the peer was made to misbehave
 * @param parent id of the valid scenario that it departs from; empty if there is none
 * @param detail what decided, in a sentence
 * @param expected what the requirement asks for; empty if nothing was asked
 * @param actual what was found in its place; empty if nothing was found
 * @param blame whom it is put down to that it did not pass
 * @param millis real time that it took, in milliseconds
 */
public record ScenarioResult(
    String id,
    String name,
    String feature,
    String requirement,
    boolean negative,
    String parent,
    Outcome outcome,
    String detail,
    String expected,
    String actual,
    Blamed blame,
    long millis,
    List<Expectation> expectations,
    List<MessageLine> messages) {

  /**
   * @throws IllegalArgumentException if it has no id or took less than no time
   */
  public ScenarioResult {
    id = Text.bounded(id);
    name = Text.bounded(name);
    feature = Text.bounded(feature);
    requirement = Text.bounded(requirement);
    parent = Text.bounded(parent);
    Objects.requireNonNull(outcome, "outcome");
    detail = Text.bounded(detail);
    expected = Text.bounded(expected);
    actual = Text.bounded(actual);
    Objects.requireNonNull(blame, "blame");
    expectations = List.copyOf(expectations);
    messages = List.copyOf(messages);
    if (id.isEmpty()) {
      throw new IllegalArgumentException("a scenario has no id");
    }
    if (millis < 0) {
      throw new IllegalArgumentException(id + " took " + millis + " ms");
    }
  }

  /** The same scenario, put down to somebody else. */
  public ScenarioResult blamed(Blamed other) {
    return new ScenarioResult(
        id,
        name,
        feature,
        requirement,
        negative,
        parent,
        outcome,
        detail,
        expected,
        actual,
        other,
        millis,
        expectations,
        messages);
  }

  /**
   * One expectation and its judgement.
   *
   * @param judge name of the judge that was asked
   */
  public record Expectation(
      String judge, Outcome outcome, String expected, String actual, String detail) {

    public Expectation {
      judge = Text.bounded(judge);
      Objects.requireNonNull(outcome, "outcome");
      expected = Text.bounded(expected);
      actual = Text.bounded(actual);
      detail = Text.bounded(detail);
    }
  }
}
