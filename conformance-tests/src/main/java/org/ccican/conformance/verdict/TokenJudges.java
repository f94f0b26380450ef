package org.ccican.conformance.verdict;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.conformance.verdict.TeepExchange.Sent;
import org.ccican.conformance.verdict.TeepExchange.Turn;
import org.ccican.wire.Bytes;

/** Tokens and challenges: who sends which, and who repeats them. */
final class TokenJudges {

  private TokenJudges() {}

  static Map<String, Judge> table() {
    Map<String, Judge> judges = new HashMap<>();
    judges.put("token-or-attestation", (trace, expected, signatures) -> tokenRule(trace, expected));
    judges.put("tokens-differ", (trace, expected, signatures) -> tokensDiffer(trace, expected));
    judges.put("token-repeated", (trace, expected, signatures) -> repeated(trace, expected));
    judges.put("attestation-answered", (trace, expected, signatures) -> answered(trace, expected));
    return judges;
  }

  /**
   * A token beside the bit, and what a challenge goes with, can be read in two ways: A2, A3, A5.
   */
  private static Verdict tokenRule(ScenarioTrace trace, Expectation expected) {
    Findings findings = new Findings();
    for (Sent query : TeepExchange.sentBy(trace, expected, "tam", TeepType.QUERY_REQUEST)) {
      TeepView view = query.view().orElseThrow();
      findings.look(
          view.asksFor(TeepView.ATTESTATION) || view.token().isPresent(),
          "QueryRequest " + query.event().seq() + " with neither token nor the attestation bit");
    }
    return findings.verdict("a token in every QueryRequest, or the attestation bit");
  }

  private static Verdict tokensDiffer(ScenarioTrace trace, Expectation expected) {
    Set<Bytes> seen = new HashSet<>();
    Findings findings = new Findings();
    for (Sent sent : TeepExchange.sentBy(trace, expected, "tam")) {
      Optional<Bytes> token = sent.view().flatMap(TeepView::token);
      token.ifPresent(
          value ->
              findings.look(
                  seen.add(value), "message " + sent.event().seq() + " has a token again"));
    }
    return seen.size() < 2 && findings.verdict("").outcome() == Outcome.PASSED
        ? Verdict.unseen("two tokens that differ", seen.size() + " tokens")
        : findings.verdict("each token is sent once");
  }

  private static Verdict repeated(ScenarioTrace trace, Expectation expected) {
    TeepType answer = TeepJudges.TYPES.get(expected.text("answer"));
    TeepType request = TeepJudges.TYPES.get(expected.text("request"));
    Findings findings = new Findings();
    for (Turn turn : TeepExchange.turns(trace, expected, "teep-agent")) {
      Optional<TeepView> asked = turn.question().filter(view -> view.type() == request);
      Optional<TeepView> said = turn.answer().filter(sent -> sent.is(answer)).flatMap(Sent::view);
      if (asked.isPresent() && said.isPresent()) {
        findings.look(
            said.get().token().equals(asked.get().token()),
            "token " + said.get().token() + " for " + asked.get().token());
      }
    }
    return findings.verdict("each " + answer + " has the token of its " + request);
  }

  private static Verdict answered(ScenarioTrace trace, Expectation expected) {
    Findings findings = new Findings();
    for (Turn turn : TeepExchange.turns(trace, expected, "teep-agent")) {
      Optional<TeepView> query = turn.question().filter(view -> view.asksFor(TeepView.ATTESTATION));
      if (query.isPresent()) {
        Optional<CollectionView> collection =
            turn.answer()
                .flatMap(Sent::view)
                .flatMap(TeepView::attestationPayload)
                .flatMap(payload -> CollectionView.read(payload).view());
        findings.look(
            collection.filter(CollectionView::bindsItsClaims).isPresent()
                && collection.get().nonce().equals(query.get().challenge()),
            collection.isEmpty()
                ? "no collection of evidence"
                : "nonce " + collection.get().nonce() + " for " + query.get().challenge());
      }
    }
    return findings.verdict("each challenge is answered with evidence that binds it");
  }
}
