package org.ccican.conformance.verdict;

import java.util.Optional;
import org.ccican.conformance.trace.Exchange;
import org.ccican.conformance.trace.TraceEvent.Message;

/**
 * What a role said by an exit code, or a word of an adapter, in place of a message. The suite notes
 * it itself: nothing that a target sends looks like it.
 */
record SaidOutcome(boolean accepted, Optional<String> reason) {

  /** Empty if the role answered with a message. */
  static Optional<SaidOutcome> of(Exchange exchange) {
    return exchange.response().flatMap(SaidOutcome::of);
  }

  private static Optional<SaidOutcome> of(Message response) {
    return Optional.ofNullable(response.headers().get(":outcome"))
        .map(
            word ->
                new SaidOutcome(
                    word.equals("accepted"),
                    Optional.ofNullable(response.headers().get(":reason"))));
  }
}
