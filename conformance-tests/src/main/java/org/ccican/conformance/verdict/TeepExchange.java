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

    static Sent of(Message event) {
      return new Sent(event, TeepView.readSigned(event.body()));
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
  record Turn(boolean altered, Bytes received, Optional<Sent> answer, Optional<Message> response) {

    /** The message that the role received, read without a look at its signature. */
    Optional<TeepView> question() {
      return TeepView.readSigned(received).view();
    }
  }

  /** Every non-empty TEEP body that a role sent in answer to the Broker. */
  static List<Sent> sentBy(ScenarioTrace trace, String role) {
    return turns(trace, role).stream().flatMap(turn -> turn.answer().stream()).toList();
  }

  static List<Sent> sentBy(ScenarioTrace trace, String role, TeepType type) {
    return sentBy(trace, role).stream().filter(sent -> sent.is(type)).toList();
  }

  /** The exchanges in which the Broker carried something to a role. */
  static List<Turn> turns(ScenarioTrace trace, String role) {
    return trace.exchanges("teep-broker", role).stream()
        .filter(exchange -> exchange.request().resource().equals("teep"))
        .map(TeepExchange::turn)
        .toList();
  }

  private static Turn turn(Exchange exchange) {
    Optional<Message> response = exchange.response();
    return new Turn(
        !exchange.request().tampering().isEmpty(),
        exchange.request().delivered().orElse(Bytes.EMPTY),
        response.filter(message -> !message.body().isEmpty()).map(Sent::of),
        response);
  }
}
