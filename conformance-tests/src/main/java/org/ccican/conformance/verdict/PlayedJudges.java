package org.ccican.conformance.verdict;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.conformance.trace.Exchange;
import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.conformance.trace.TraceEvent.Message;

/** What a judged role made of a message that the suite sent it by itself. */
final class PlayedJudges {

  private PlayedJudges() {}

  static Map<String, Judge> table() {
    Map<String, Judge> judges = new HashMap<>();
    judges.put("agent-took", PlayedJudges::took);
    judges.put("answers-with", PlayedJudges::answersWith);
    judges.put("sends-nothing-more", PlayedJudges::nothingMore);
    judges.put("answer", PlayedJudges::answer);
    judges.put("agent-refuses", PlayedJudges::agentRefuses);
    judges.put("tam-drops", PlayedJudges::tamDrops);
    return judges;
  }

  /** What is given was answered, and not with an Error. */
  private static Verdict took(ScenarioTrace trace, Expectation expected, Verifier signatures) {
    Optional<Exchange> given = Played.given(trace, expected.text("role"));
    boolean taken =
        given
            .flatMap(exchange -> Played.answer(exchange, expected))
            .filter(view -> view.type() != TeepType.ERROR)
            .isPresent();
    return Findings.of(
        taken,
        "an answer that is no Error",
        given
            .map(exchange -> Played.named(exchange) + ": " + Played.shown(exchange, expected))
            .orElse("nothing was given"));
  }

  private static Verdict answersWith(
      ScenarioTrace trace, Expectation expected, Verifier signatures) {
    Optional<Exchange> it = Played.it(trace, expected.text("role"));
    if (it.isEmpty()) {
      return nothingSent();
    }
    TeepType type = TeepJudges.TYPES.get(expected.text("type"));
    Optional<TeepView> answer = Played.answer(it.get(), expected);
    if (answer.filter(view -> view.type() == type).isEmpty()) {
      return Verdict.failed(
          "another answer", expected.text("type"), Played.shown(it.get(), expected));
    }
    List<String> wrong = wrong(trace, it.get(), answer.get(), expected, signatures);
    return Findings.of(
        wrong.isEmpty(), "a valid, signed " + expected.text("type"), String.join("; ", wrong));
  }

  private static Verdict nothingMore(
      ScenarioTrace trace, Expectation expected, Verifier signatures) {
    Optional<Exchange> it = Played.it(trace, expected.text("role"));
    if (it.isEmpty()) {
      return nothingSent();
    }
    int status = Played.status(it.get());
    return Findings.of(
        status >= 200
            && status < 300
            && it.get().response().map(Message::body).filter(body -> body.isEmpty()).isPresent(),
        "a successful answer without content",
        Played.shown(it.get(), expected));
  }

  private static Verdict answer(ScenarioTrace trace, Expectation expected, Verifier signatures) {
    Optional<Exchange> it = Played.it(trace, expected.text("role"));
    if (it.isEmpty()) {
      return nothingSent();
    }
    Optional<TeepView> answer = Played.answer(it.get(), expected);
    if (answer.isEmpty()) {
      return Verdict.failed(
          "no answer to look at", "a TEEP message", Played.shown(it.get(), expected));
    }
    String property = expected.text("property");
    return Findings.of(
        AnswerProperties.holds(
            property,
            new AnswerProperties.Context(
                it.get(), Played.request(it.get(), expected), answer.get(), expected, signatures)),
        "the answer " + property,
        Played.shown(it.get(), expected) + " does not");
  }

  /**
   * Compared by the error code. The state before and after is what the probes saw.
   *
   * <p>spec| teep-protocol-26 §4.1.2, §4.6: the Agent answers with an Error that says why
   */
  static Verdict agentRefuses(ScenarioTrace trace, Expectation expected, Verifier signatures) {
    String role = expected.text("role");
    Optional<Exchange> it = Played.it(trace, role);
    if (it.isEmpty()) {
      return nothingSent();
    }
    String wanted = "Error " + expected.text("code") + ", and the state as before";
    String shown = Played.named(it.get()) + ": " + Played.shown(it.get(), expected);
    if (!Played.answered(it.get())) {
      return Verdict.failed("a crash is no refusal", wanted, shown);
    }
    Optional<TeepView> error =
        Played.answer(it.get(), expected).filter(view -> view.type() == TeepType.ERROR);
    if (error.isEmpty()) {
      return Verdict.failed("not refused", wanted, shown);
    }
    List<String> wrong = wrong(trace, it.get(), error.get(), expected, signatures);
    if (!wrong.isEmpty()) {
      return Verdict.failed("the Error breaks rules", wanted, String.join("; ", wrong));
    }
    Optional<Verdict> changed = Components.changed(trace, it.get(), expected);
    if (changed.isPresent()) {
      return changed.get();
    }
    long code = error.get().errorCode().orElse(0L);
    return code == expected.revision().errorCode(expected.text("code"))
        ? Verdict.passed("refused with " + expected.text("code") + ", the state is as before")
        : Verdict.refusedOtherwise(
            wanted, "Error " + expected.revision().errorName(code) + ", the state is as before");
  }

  /**
   * Dropped: answered by HTTP without a TEEP message, and what is valid is still taken. Which
   * status it was is open.
   *
   * <p>spec| teep-protocol-26 §4.1.2, §7.1: the TAM drops what is invalid
   */
  private static Verdict tamDrops(ScenarioTrace trace, Expectation expected, Verifier signatures) {
    String role = expected.text("role");
    Optional<Exchange> it = Played.it(trace, role);
    if (it.isEmpty()) {
      return nothingSent();
    }
    String wanted = "no TEEP message in answer to it, and the valid one is taken";
    String shown = Played.named(it.get()) + ": " + Played.shown(it.get(), expected);
    if (!Played.answered(it.get())) {
      return Verdict.failed("a crash is no refusal", wanted, shown);
    }
    if (Played.answer(it.get(), expected).isPresent()) {
      return Verdict.failed("not dropped", wanted, shown);
    }
    Optional<Exchange> probe = Played.probe(trace, role, it.get());
    if (probe.isEmpty()) {
      return Verdict.inconclusive("nothing valid was sent afterwards");
    }
    String after = "then " + Played.named(probe.get()) + ": " + Played.shown(probe.get(), expected);
    int status = Played.status(probe.get());
    if (status < 200 || status >= 300) {
      return Verdict.failed("what is valid is not taken any more", wanted, after);
    }
    boolean answersQuery =
        Played.request(probe.get(), expected)
            .filter(view -> view.type() == TeepType.QUERY_RESPONSE)
            .isPresent();
    if (answersQuery) {
      return Findings.of(
          Played.answer(probe.get(), expected)
              .filter(view -> view.type() == TeepType.UPDATE)
              .isPresent(),
          wanted,
          after);
    }
    // A TAM has nothing to say to a Success: its statuses tell taken from dropped, or its tokens.
    if (Played.status(it.get()) != status) {
      return Verdict.passed("dropped with status " + Played.status(it.get()) + ", " + after);
    }
    return new TokenProbes(trace, expected, role)
        .verdict(it.get(), "what is valid is answered with status " + status + " too");
  }

  /** What is wrong with an answer, whatever it says: its own rules and its signature. */
  private static List<String> wrong(
      ScenarioTrace trace,
      Exchange exchange,
      TeepView answer,
      Expectation expected,
      Verifier signatures) {
    List<String> wrong = new java.util.ArrayList<>(answer.broken());
    List<org.ccican.wire.Bytes> keys =
        expected.findOctets("key").map(List::of).orElse(TeepJudges.agentKeys(trace, expected));
    List<CoseView> signed =
        exchange
            .response()
            .flatMap(message -> CoseView.readEach(message.body()).view())
            .orElse(List.of());
    signed.forEach(view -> wrong.addAll(view.deviations()));
    if (signed.stream()
        .noneMatch(view -> keys.stream().anyMatch(key -> view.verifies(signatures, key)))) {
      wrong.add("its signature does not verify");
    }
    return wrong;
  }

  private static Verdict nothingSent() {
    return Verdict.suiteError("the suite sent nothing");
  }
}
