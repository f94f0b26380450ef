package org.ccican.conformance.verdict;

import java.util.List;
import java.util.Optional;
import org.ccican.conformance.trace.Exchange;
import org.ccican.conformance.trace.ScenarioTrace;

/**
 * Whether a TAM took a Success or dropped it, told from the token of its Update: a TAM that is
 * asked for attestation with a token has to answer, and ignores a token that was answered before.
 *
 * <p>spec| teep-protocol-26 §7.1, §7.1.2: a token is used up by the first response; an Error that
 * asks for attestation is answered with a QueryRequest
 */
final class TokenProbes {

  private static final String SESSION = ":session";
  private static final String SPECIMEN = ":specimen";
  private static final String TAKEN = "a Success";

  private final Expectation expected;
  private final List<Exchange> probes;

  TokenProbes(ScenarioTrace trace, Expectation expected, String role) {
    this.expected = expected;
    this.probes = Played.probes(trace, role);
  }

  /**
   * @param it what may have been dropped
   * @param alike that statuses say nothing, in words
   */
  Verdict verdict(Exchange it, String alike) {
    Optional<Boolean> afterIt = answeredAfter(header(it, SPECIMEN));
    Optional<Boolean> afterSuccess = answeredAfter(TAKEN);
    if (afterIt.isEmpty() || afterSuccess.isEmpty()) {
      return Verdict.inconclusive(alike + ", which shows nothing");
    }
    if (afterSuccess.get()) {
      return Verdict.inconclusive(
          alike + ", and a token that a Success has used up is answered once more");
    }
    return afterIt.get()
        ? Verdict.passed("dropped: its token is still good, where that of a Success is not")
        : Verdict.inconclusive(
            alike
                + ", and its token is used up, as by a Success and by any response that verifies");
  }

  /** Whether an Error with the same token was answered after a message so called. */
  private Optional<Boolean> answeredAfter(String specimen) {
    for (int at = 1; at < probes.size(); at++) {
      Exchange first = probes.get(at - 1);
      Exchange second = probes.get(at);
      boolean pair =
          header(first, SESSION).equals(header(second, SESSION))
              && header(first, SPECIMEN).equals(specimen)
              && asksForAttestation(second);
      if (pair && Played.answered(second)) {
        return Optional.of(
            Played.answer(second, expected)
                .filter(view -> view.type() == TeepType.QUERY_REQUEST)
                .isPresent());
      }
    }
    return Optional.empty();
  }

  private boolean asksForAttestation(Exchange exchange) {
    return Played.request(exchange, expected)
        .filter(view -> view.type() == TeepType.ERROR)
        .flatMap(TeepView::errorCode)
        .filter(code -> code == expected.revision().errorCode("ERR_ATTESTATION_REQUIRED"))
        .isPresent();
  }

  private static String header(Exchange exchange, String name) {
    return exchange.request().headers().getOrDefault(name, "");
  }
}
