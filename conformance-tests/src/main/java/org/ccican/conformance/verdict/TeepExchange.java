package org.ccican.conformance.verdict;

import java.util.List;
import java.util.Optional;
import org.ccican.conformance.trace.Exchange;
import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.conformance.trace.TraceEvent.Message;
import org.ccican.wire.Bytes;

/** The TEEP messages of a scenario: who sent which, and what each answers. */
final class TeepExchange {

  private TeepExchange() {}

  /**
   * One TEEP message as its role sent it.
   *
   * @param reading the message inside the signature, or why there is none
   */
  record Sent(Message event, Reading<TeepView> reading) {

    static Sent of(Message event, TeepRevision revision) {
      return new Sent(event, TeepView.readSigned(event.body(), revision));
    }

    boolean is(TeepType type) {
      return reading.view().filter(view -> view.type() == type).isPresent();
    }

    Optional<TeepView> view() {
      return reading.view();
    }
  }

  /**
   * What a role was given and what it sent back.
   *
   * @param altered whether somebody misbehaved on the way to the role
   * @param received as it was delivered; empty if the request had no body
   */
  record Turn(
      TeepRevision revision,
      boolean altered,
      Bytes received,
      Optional<Sent> answer,
      Optional<Message> response) {

    /** The message that the role received, read without a look at its signature. */
    Optional<TeepView> question() {
      return TeepView.readSigned(received, revision).view();
    }
  }

  /** Every non-empty TEEP body that a role sent in answer to the Broker. */
  static List<Sent> sentBy(ScenarioTrace trace, Expectation expected, String role) {
    return turns(trace, expected, role).stream().flatMap(turn -> turn.answer().stream()).toList();
  }

  static List<Sent> sentBy(ScenarioTrace trace, Expectation expected, String role, TeepType type) {
    return sentBy(trace, expected, role).stream().filter(sent -> sent.is(type)).toList();
  }

  /** The exchanges in which the Broker carried something to a role. */
  static List<Turn> turns(ScenarioTrace trace, Expectation expected, String role) {
    return trace.exchanges("teep-broker", role).stream()
        .filter(exchange -> exchange.request().resource().equals("teep"))
        .map(exchange -> turn(exchange, expected.revision()))
        .toList();
  }

  private static Turn turn(Exchange exchange, TeepRevision revision) {
    Optional<Message> response = exchange.response();
    return new Turn(
        revision,
        !exchange.request().tampering().isEmpty(),
        exchange.request().delivered().orElse(Bytes.EMPTY),
        response
            .filter(message -> !message.body().isEmpty())
            .map(message -> Sent.of(message, revision)),
        response);
  }
}
