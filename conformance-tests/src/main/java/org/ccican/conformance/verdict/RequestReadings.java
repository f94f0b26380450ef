package org.ccican.conformance.verdict;

import static org.ccican.conformance.verdict.ReadingJudges.either;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.ccican.conformance.trace.Exchange;
import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.conformance.trace.TraceEvent.Message;
import org.ccican.conformance.verdict.ReadingJudges.Sign;
import org.ccican.conformance.verdict.TeepExchange.Sent;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * Readings of what a TAM sends, told from its own messages where it is judged, and from what an
 * Agent makes of such messages where that is.
 */
final class RequestReadings {

  /** The log's word for an empty request that the target was sent with a media type. */
  private static final String TYPED = ":typed";

  private static final long INSTALL = 20;
  private static final long INVOKE_OF_TODAY = 9;

  private RequestReadings() {}

  static Map<String, Sign> rows() {
    Map<String, Sign> rows = new HashMap<>();
    rows.put("A1", RequestReadings::form);
    rows.put(
        "A2",
        (trace, expected) ->
            asked(
                trace,
                expected,
                query -> query.challenge().isPresent(),
                query -> query.asksFor(TeepView.ATTESTATION)));
    rows.put(
        "A3",
        (trace, expected) ->
            asked(
                trace,
                expected,
                query -> query.asksFor(TeepView.ATTESTATION),
                query -> query.token().isEmpty()));
    rows.put(
        "A4",
        (trace, expected) ->
            asked(
                trace,
                expected,
                query -> !query.asksFor(TeepView.ATTESTATION),
                query -> query.token().isPresent()));
    rows.put(
        "A5",
        (trace, expected) ->
            asked(
                trace,
                expected,
                query -> query.asksFor(TeepView.ATTESTATION) && query.challenge().isEmpty(),
                query -> query.token().isEmpty()));
    rows.put("A6", RequestReadings::tokens);
    rows.put("A9", RequestReadings::sections);
    rows.put("A19", RequestReadings::first);
    rows.put("A22", RequestReadings::emptyPost);
    return rows;
  }

  /** How a TAM asks; of an Agent, whether it takes a request that is of the second reading. */
  private static Optional<String> asked(
      ScenarioTrace trace,
      Expectation expected,
      Predicate<TeepView> about,
      Predicate<TeepView> first) {
    if (expected.text("role").equals("tam")) {
      return TeepExchange.sentBy(trace, expected, "tam", TeepType.QUERY_REQUEST).stream()
          .flatMap(sent -> sent.view().stream())
          .filter(about)
          .map(query -> either(first.test(query)))
          .findFirst();
    }
    Optional<Exchange> it = Played.it(trace, expected.text("role"));
    return it.flatMap(exchange -> Played.request(exchange, expected))
        .filter(about.and(first.negate()))
        .flatMap(query -> it.flatMap(exchange -> Played.answer(exchange, expected)))
        .filter(view -> view.type() == TeepType.ERROR || view.type() == TeepType.QUERY_RESPONSE)
        .map(view -> either(view.type() == TeepType.ERROR));
  }

  /** Whether the payload of the role's first message is an array or a map. */
  private static Optional<String> form(ScenarioTrace trace, Expectation expected) {
    return TeepExchange.sentBy(trace, expected, expected.text("role")).stream()
        .flatMap(sent -> CoseView.readEach(sent.event().body()).view().stream())
        .flatMap(views -> views.get(0).payload().stream())
        .flatMap(payload -> CborView.read(payload).view().stream())
        .filter(item -> item instanceof Cbor.Array || item instanceof Cbor.Map)
        .map(item -> either(item instanceof Cbor.Array))
        .findFirst();
  }

  /** A token that is sent again before anybody has answered it is of neither reading. */
  private static Optional<String> tokens(ScenarioTrace trace, Expectation expected) {
    Set<Bytes> seen = new HashSet<>();
    boolean again = false;
    long count = 0;
    for (Sent sent : TeepExchange.sentBy(trace, expected, "tam")) {
      Optional<Bytes> token = sent.view().flatMap(TeepView::token);
      if (token.isPresent()) {
        count++;
        boolean had = !seen.add(token.get());
        if (had && !answered(trace, expected, token.get(), sent.event().seq())) {
          return Optional.empty();
        }
        again |= had;
      }
    }
    return count < 2 ? Optional.empty() : Optional.of(either(!again));
  }

  private static boolean answered(
      ScenarioTrace trace, Expectation expected, Bytes token, long before) {
    return trace.exchanges("teep-broker", "tam").stream()
        .filter(exchange -> exchange.request().seq() < before)
        .flatMap(exchange -> Played.request(exchange, expected).stream())
        .anyMatch(answer -> answer.token().equals(Optional.of(token)));
  }

  /** What a TAM sends; of an Agent, whether section 9 alone changes what it has. */
  private static Optional<String> sections(ScenarioTrace trace, Expectation expected) {
    if (!expected.text("role").equals("tam")) {
      return Played.it(trace, expected.text("role"))
          .filter(it -> Played.answer(it, expected).isPresent())
          .filter(it -> Components.after(trace, it, expected).isPresent())
          .map(it -> either(Components.changed(trace, it, expected).isEmpty()));
    }
    List<SuitView> manifests =
        TeepExchange.sentBy(trace, expected, "tam", TeepType.UPDATE).stream()
            .flatMap(sent -> sent.view().stream())
            .flatMap(view -> view.manifests().stream())
            .flatMap(envelope -> SuitView.read(envelope).view().stream())
            .toList();
    if (manifests.stream().anyMatch(each -> each.manifest().find(INSTALL).isPresent())) {
      return Optional.of(ReadingJudges.FIRST);
    }
    return manifests.stream().anyMatch(each -> each.manifest().find(INVOKE_OF_TODAY).isPresent())
        ? Optional.of(ReadingJudges.SECOND)
        : Optional.empty();
  }

  private static Optional<Message> begun(ScenarioTrace trace) {
    return trace.exchanges("teep-broker", "tam").stream()
        .filter(exchange -> exchange.request().body().isEmpty())
        .filter(exchange -> exchange.request().mediaType().isEmpty())
        .flatMap(exchange -> exchange.response().stream())
        .findFirst();
  }

  private static Optional<String> first(ScenarioTrace trace, Expectation expected) {
    return begun(trace)
        .flatMap(answer -> CborView.read(answer.body()).view())
        .filter(Cbor.Tag.class::isInstance)
        .map(item -> ((Cbor.Tag) item).number())
        .filter(tag -> tag == 98 || tag == 18)
        .map(tag -> either(tag == 98));
  }

  private static Optional<String> emptyPost(ScenarioTrace trace, Expectation expected) {
    return begun(trace)
        .map(
            answer ->
                either(
                    !answer.headers().containsKey(TYPED)
                        && TeepView.readSigned(answer.body(), expected.revision())
                            .view()
                            .isPresent()));
  }
}
