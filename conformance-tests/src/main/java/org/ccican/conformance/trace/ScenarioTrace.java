package org.ccican.conformance.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.ccican.conformance.trace.TraceEvent.Message;

/** The events of one scenario in the order of their sequence numbers, and questions to them. */
public final class ScenarioTrace {

  private final String id;
  private final List<TraceEvent> events;

  /**
   * @param id empty for the events of the run as a whole
   * @throws IllegalArgumentException if an event belongs to another scenario
   */
  public ScenarioTrace(String id, List<TraceEvent> events) {
    this.id = Objects.requireNonNull(id);
    List<TraceEvent> sorted = new ArrayList<>(events);
    sorted.sort(Comparator.comparingLong(TraceEvent::seq));
    this.events = List.copyOf(sorted);
    for (TraceEvent event : this.events) {
      if (!event.stamp().scenario().equals(id)) {
        throw new IllegalArgumentException(
            "an event of '" + event.stamp().scenario() + "' among those of '" + id + "'");
      }
    }
  }

  public String id() {
    return id;
  }

  public List<TraceEvent> events() {
    return events;
  }

  /** The events of one kind. */
  public <E extends TraceEvent> List<E> all(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  public Optional<TraceEvent.Scenario> header() {
    return all(TraceEvent.Scenario.class).stream().findFirst();
  }

  public List<TraceEvent.Expectation> expectations() {
    return all(TraceEvent.Expectation.class);
  }

  public List<TraceEvent.Verdict> verdicts() {
    return all(TraceEvent.Verdict.class);
  }

  public List<TraceEvent.Problem> problems() {
    return all(TraceEvent.Problem.class);
  }

  public Optional<TraceEvent.ScenarioEnd> end() {
    return all(TraceEvent.ScenarioEnd.class).stream().findFirst();
  }

  public List<Message> messages() {
    return all(Message.class);
  }

  /** Requests and responses that one role sent to another. */
  public List<Message> messages(String from, String to) {
    return messages(message -> message.from().equals(from) && message.to().equals(to));
  }

  /** Requests to a resource, whoever sent them. */
  public List<Message> requests(String resource) {
    return messages(
        message -> message.direction() == Direction.REQUEST && message.resource().equals(resource));
  }

  /** Responses of a resource, whoever gave them. */
  public List<Message> responses(String resource) {
    return messages(
        message ->
            message.direction() == Direction.RESPONSE && message.resource().equals(resource));
  }

  /** Every request with its response, in the order of the requests. */
  public List<Exchange> exchanges() {
    return messages(message -> message.direction() == Direction.REQUEST).stream()
        .map(request -> new Exchange(request, answer(request)))
        .toList();
  }

  /** The exchanges that addressed a resource. */
  public List<Exchange> exchanges(String resource) {
    return exchanges().stream()
        .filter(exchange -> exchange.request().resource().equals(resource))
        .toList();
  }

  /** The exchanges in which one role asked another. */
  public List<Exchange> exchanges(String client, String server) {
    return exchanges().stream()
        .filter(
            exchange ->
                exchange.request().from().equals(client) && exchange.request().to().equals(server))
        .toList();
  }

  /** What stood in the log before an event. */
  public ScenarioTrace before(TraceEvent event) {
    return only(other -> other.seq() < event.seq());
  }

  /** What followed an event. */
  public ScenarioTrace after(TraceEvent event) {
    return only(other -> other.seq() > event.seq());
  }

  /** What decides: everything but the words of roles about themselves and former verdicts. */
  public ScenarioTrace observed() {
    return only(
        event -> !(event instanceof TraceEvent.Claimed) && !(event instanceof TraceEvent.Verdict));
  }

  private Optional<Message> answer(Message request) {
    return messages(
            message ->
                message.direction() == Direction.RESPONSE
                    && message.exchange() == request.exchange()
                    && message.resource().equals(request.resource())
                    && message.from().equals(request.to())
                    && message.to().equals(request.from())
                    && message.seq() > request.seq())
        .stream()
        .findFirst();
  }

  private List<Message> messages(Predicate<Message> which) {
    return messages().stream().filter(which).toList();
  }

  private ScenarioTrace only(Predicate<TraceEvent> which) {
    return new ScenarioTrace(id, events.stream().filter(which).toList());
  }
}
