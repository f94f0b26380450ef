package org.ccican.conformance.verdict;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ccican.conformance.trace.Exchange;
import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.conformance.trace.TraceEvent.Message;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * Which reading of an ambiguous text a target follows. Both conform: the verdict only says which,
 * and is inconclusive where neither shows.
 */
public final class ReadingJudges {

  /** The judge's name in expectations. */
  public static final String NAME = "follows-reading";

  private static final String FIRST = "a";
  private static final String SECOND = "b";
  private static final Map<String, Sign> ROWS = rows();

  private ReadingJudges() {}

  /** Tells the reading from what was seen; empty if that shows neither. */
  @FunctionalInterface
  private interface Sign {
    Optional<String> of(ScenarioTrace trace, Expectation expected);
  }

  static Map<String, Judge> table() {
    return Map.of(NAME, (trace, expected, signatures) -> follows(trace, expected));
  }

  /** The ids of the ambiguities of which a reading can be told. */
  public static SortedSet<String> told() {
    return new TreeSet<>(ROWS.keySet());
  }

  private static Verdict follows(ScenarioTrace trace, Expectation expected) {
    String id = expected.text("ambiguity");
    Sign sign = ROWS.get(id);
    if (sign == null) {
      return Verdict.suiteError("nothing tells the readings of " + id + " apart");
    }
    return sign.of(trace, expected)
        .map(
            reading ->
                new Verdict(
                    Outcome.PASSED,
                    "reading " + reading + " of " + id,
                    "a reading of " + id,
                    reading))
        .orElse(Verdict.inconclusive("what was seen shows neither reading of " + id));
  }

  private static Map<String, Sign> rows() {
    Map<String, Sign> rows = new HashMap<>();
    rows.put("A1", (trace, expected) -> form(trace, expected));
    rows.put(
        "A2",
        (trace, expected) ->
            query(trace, expected)
                .filter(query -> query.challenge().isPresent())
                .map(query -> either(query.asksFor(TeepView.ATTESTATION))));
    rows.put(
        "A3",
        (trace, expected) ->
            query(trace, expected)
                .filter(query -> query.asksFor(TeepView.ATTESTATION))
                .map(query -> either(query.token().isEmpty())));
    rows.put(
        "A4",
        (trace, expected) ->
            query(trace, expected)
                .filter(query -> !query.asksFor(TeepView.ATTESTATION))
                .map(query -> either(query.token().isPresent())));
    rows.put("A6", ReadingJudges::tokens);
    rows.put("A7", ReadingJudges::emptyList);
    rows.put("A14", (trace, expected) -> status(trace, expected, false));
    rows.put(
        "A15",
        (trace, expected) ->
            answer(trace, expected)
                .filter(view -> view.type() == TeepType.SUCCESS || view.type() == TeepType.ERROR)
                .map(view -> either(view.type() == TeepType.SUCCESS)));
    rows.put("A18", ReadingJudges::stranger);
    rows.put("A19", ReadingJudges::first);
    rows.put("A21", (trace, expected) -> status(trace, expected, true));
    rows.put("A22", ReadingJudges::emptyPost);
    rows.put("A23", ReadingJudges::usedUp);
    rows.put(
        "A26",
        (trace, expected) ->
            answer(trace, expected)
                .flatMap(TeepView::errorCode)
                .map(
                    code ->
                        either(
                            expected
                                .revision()
                                .errorName(code)
                                .equals("ERR_UNSUPPORTED_FRESHNESS_MECHANISMS"))));
    return Map.copyOf(rows);
  }

  private static String either(boolean first) {
    return first ? FIRST : SECOND;
  }

  private static Optional<Exchange> it(ScenarioTrace trace, Expectation expected) {
    return Played.it(trace, expected.text("role"));
  }

  private static Optional<TeepView> answer(ScenarioTrace trace, Expectation expected) {
    return it(trace, expected).flatMap(exchange -> Played.answer(exchange, expected));
  }

  private static Optional<TeepView> query(ScenarioTrace trace, Expectation expected) {
    return TeepExchange.sentBy(trace, expected, "tam", TeepType.QUERY_REQUEST).stream()
        .flatMap(sent -> sent.view().stream())
        .findFirst();
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

  private static Optional<String> tokens(ScenarioTrace trace, Expectation expected) {
    List<Bytes> tokens =
        TeepExchange.sentBy(trace, expected, "tam").stream()
            .flatMap(sent -> sent.view().flatMap(TeepView::token).stream())
            .toList();
    Set<Bytes> different = new HashSet<>(tokens);
    return tokens.size() < 2
        ? Optional.empty()
        : Optional.of(either(different.size() == tokens.size()));
  }

  private static Optional<String> emptyList(ScenarioTrace trace, Expectation expected) {
    Optional<TeepView> response =
        answer(trace, expected).filter(view -> view.type() == TeepType.QUERY_RESPONSE);
    if (response.isEmpty() || !response.get().installedComponents().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(either(response.get().option(TeepOption.TC_LIST).isEmpty()));
  }

  /**
   * @param fault whether a status that blames the request is the first reading
   */
  private static Optional<String> status(ScenarioTrace trace, Expectation expected, boolean fault) {
    return it(trace, expected)
        .map(Played::status)
        .filter(status -> status >= 200 && status < 500)
        .map(status -> either(status >= 400 == fault));
  }

  private static Optional<String> stranger(ScenarioTrace trace, Expectation expected) {
    Optional<Exchange> it = it(trace, expected).filter(Played::answered);
    if (it.isEmpty()) {
      return Optional.empty();
    }
    return Played.answer(it.get(), expected).isPresent()
        ? Optional.of(FIRST)
        : it.get().response().filter(message -> message.body().isEmpty()).map(message -> SECOND);
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
                either(TeepView.readSigned(answer.body(), expected.revision()).view().isPresent()));
  }

  private static Optional<String> usedUp(ScenarioTrace trace, Expectation expected) {
    return Played.last(Played.probes(trace, "tam"))
        .filter(Played::answered)
        .map(probe -> either(Played.status(probe) < 300));
  }
}
