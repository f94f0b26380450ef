package org.ccican.conformance.verdict;

import static org.ccican.conformance.verdict.ReadingJudges.either;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.conformance.trace.Exchange;
import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.conformance.verdict.ReadingJudges.Sign;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** Readings that show in what a role answers to a message of the suite's own. */
final class AnswerReadings {

  private static final long EAT_NONCE = 10;
  private static final long MANIFESTS = 272;
  private static final long MEASUREMENTS = 273;
  private static final long REPORT_REFERENCE = 99;
  private static final long REPORT_REFERENCE_OF_THE_EXAMPLE = 1;

  private AnswerReadings() {}

  static Map<String, Sign> rows() {
    Map<String, Sign> rows = new HashMap<>();
    rows.put("A7", AnswerReadings::emptyList);
    rows.put("A8", AnswerReadings::emptyPayload);
    rows.put("A10", AnswerReadings::claims);
    rows.put("A11", AnswerReadings::reportShape);
    rows.put("A12", (trace, expected) -> told(trace, expected, TeepType.ERROR, TeepType.SUCCESS));
    rows.put("A14", (trace, expected) -> status(trace, expected, false));
    rows.put("A15", (trace, expected) -> told(trace, expected, TeepType.SUCCESS, TeepType.ERROR));
    rows.put(
        "A16",
        (trace, expected) ->
            answer(trace, expected)
                .filter(view -> view.type() == TeepType.UPDATE)
                .flatMap(view -> code(view, expected, "ERR_ATTESTATION_REQUIRED")));
    rows.put("A17", AnswerReadings::errorToken);
    rows.put("A18", AnswerReadings::stranger);
    rows.put("A20", (trace, expected) -> told(trace, expected, TeepType.ERROR, TeepType.SUCCESS));
    rows.put("A21", (trace, expected) -> status(trace, expected, true));
    rows.put("A23", AnswerReadings::usedUp);
    rows.put("A24", AnswerReadings::whoseChallenge);
    rows.put("A25", AnswerReadings::taken);
    rows.put(
        "A26",
        (trace, expected) ->
            answer(trace, expected)
                .filter(view -> view.type() == TeepType.ERROR)
                .flatMap(view -> code(view, expected, "ERR_UNSUPPORTED_FRESHNESS_MECHANISMS")));
    rows.put(
        "A27", (trace, expected) -> told(trace, expected, TeepType.ERROR, TeepType.QUERY_RESPONSE));
    return rows;
  }

  private static boolean isTam(Expectation expected) {
    return expected.text("role").equals("tam");
  }

  private static Optional<Exchange> it(ScenarioTrace trace, Expectation expected) {
    return Played.it(trace, expected.text("role"));
  }

  private static Optional<TeepView> answer(ScenarioTrace trace, Expectation expected) {
    return it(trace, expected).flatMap(exchange -> Played.answer(exchange, expected));
  }

  private static Optional<TeepView> request(ScenarioTrace trace, Expectation expected) {
    return it(trace, expected).flatMap(exchange -> Played.request(exchange, expected));
  }

  private static Optional<String> told(
      ScenarioTrace trace, Expectation expected, TeepType first, TeepType second) {
    return answer(trace, expected)
        .filter(view -> view.type() == first || view.type() == second)
        .map(view -> either(view.type() == first));
  }

  private static Optional<String> code(TeepView view, Expectation expected, String first) {
    return view.errorCode().map(code -> either(expected.revision().errorName(code).equals(first)));
  }

  /** An Agent's list, or what a TAM makes of an empty one. */
  private static Optional<String> emptyList(ScenarioTrace trace, Expectation expected) {
    if (isTam(expected)) {
      return request(trace, expected).filter(AnswerReadings::hasEmpty).isPresent()
          ? taken(trace, expected)
          : Optional.empty();
    }
    Optional<TeepView> response =
        answer(trace, expected).filter(view -> view.type() == TeepType.QUERY_RESPONSE);
    if (response.isEmpty() || !response.get().installedComponents().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(either(response.get().option(TeepOption.TC_LIST).isEmpty()));
  }

  private static boolean hasEmpty(TeepView view) {
    return view.option(TeepOption.TC_LIST)
        .filter(item -> item instanceof Cbor.Array list && list.items().isEmpty())
        .isPresent();
  }

  /**
   * An Agent's payload, or what a TAM makes of an empty one: no reading has it install anything.
   */
  private static Optional<String> emptyPayload(ScenarioTrace trace, Expectation expected) {
    if (isTam(expected)) {
      return request(trace, expected)
          .flatMap(TeepView::attestationPayload)
          .filter(Bytes::isEmpty)
          .filter(
              payload ->
                  answer(trace, expected).filter(view -> !view.manifests().isEmpty()).isEmpty())
          .flatMap(payload -> taken(trace, expected));
    }
    return answer(trace, expected)
        .flatMap(TeepView::attestationPayload)
        .map(payload -> either(!payload.isEmpty()));
  }

  /** The claims of the token in the answer, if it has one that can be read. */
  private static Optional<Cbor.Map> eat(ScenarioTrace trace, Expectation expected) {
    return answer(trace, expected).flatMap(AnswerReadings::eat);
  }

  private static Optional<Cbor.Map> eat(TeepView message) {
    return message
        .attestationPayload()
        .flatMap(payload -> CoseView.readEach(payload).view())
        .flatMap(views -> views.get(0).payload())
        .flatMap(claims -> CborView.read(claims).view())
        .flatMap(CborView::map);
  }

  /** The token that a role sends; of a TAM also what it makes of one with the example's label. */
  private static Optional<String> claims(ScenarioTrace trace, Expectation expected) {
    boolean asked =
        isTam(expected)
            && request(trace, expected)
                .flatMap(AnswerReadings::eat)
                .filter(map -> map.find(MANIFESTS).isEmpty())
                .filter(map -> map.find(MEASUREMENTS).isPresent())
                .isPresent();
    if (asked) {
      return taken(trace, expected);
    }
    return eat(trace, expected)
        .filter(map -> map.find(MANIFESTS).isPresent() || map.find(MEASUREMENTS).isPresent())
        .map(map -> either(map.find(MANIFESTS).isPresent()));
  }

  private static Optional<String> reportShape(ScenarioTrace trace, Expectation expected) {
    return answer(trace, expected).map(TeepView::suitReports).orElse(List.of()).stream()
        .flatMap(report -> TeepRules.report(report).stream())
        .filter(report -> report.find(REPORT_REFERENCE).isPresent() || hasShapeOfTheExample(report))
        .map(report -> either(!hasShapeOfTheExample(report)))
        .findFirst();
  }

  /** {1: digest, 2: URI, 4: records}, where suit-report has {99: reference, 2: nonce, ...}. */
  static boolean hasShapeOfTheExample(Cbor.Map report) {
    return report.find(REPORT_REFERENCE).isEmpty()
        && report.find(REPORT_REFERENCE_OF_THE_EXAMPLE).isPresent();
  }

  /** Of an Error to a QueryRequest that has a token: to an Update both readings repeat it. */
  private static Optional<String> errorToken(ScenarioTrace trace, Expectation expected) {
    Optional<Bytes> token =
        request(trace, expected)
            .filter(view -> view.type() == TeepType.QUERY_REQUEST)
            .flatMap(TeepView::token);
    return answer(trace, expected)
        .filter(view -> view.type() == TeepType.ERROR && token.isPresent())
        .filter(view -> view.token().isEmpty() || view.token().equals(token))
        .map(view -> either(view.token().isPresent()));
  }

  /** Silence counts if the state is as before: who says nothing may still have obeyed. */
  private static Optional<String> stranger(ScenarioTrace trace, Expectation expected) {
    if (it(trace, expected).isEmpty()) {
      return toAltered(trace, expected);
    }
    Optional<Exchange> it = it(trace, expected).filter(Played::answered);
    if (it.isEmpty()) {
      return Optional.empty();
    }
    Optional<TeepView> answer = Played.answer(it.get(), expected);
    if (answer.isPresent()) {
      return answer.filter(view -> view.type() == TeepType.ERROR).map(view -> ReadingJudges.FIRST);
    }
    return it.get()
        .response()
        .filter(message -> message.body().isEmpty())
        .filter(message -> Components.changed(trace, it.get(), expected).isEmpty())
        .map(message -> ReadingJudges.SECOND);
  }

  /** As above, where a carrier altered what the Agent got. */
  private static Optional<String> toAltered(ScenarioTrace trace, Expectation expected) {
    return TeepExchange.turns(trace, expected, "teep-agent").stream()
        .filter(TeepExchange.Turn::altered)
        .flatMap(turn -> turn.response().stream())
        .filter(message -> message.status().filter(status -> status < 500).isPresent())
        .map(message -> either(!message.body().isEmpty()))
        .findFirst();
  }

  /**
   * @param fault whether a status that blames the request is the first reading
   */
  private static Optional<String> status(ScenarioTrace trace, Expectation expected, boolean fault) {
    return it(trace, expected)
        .filter(exchange -> Played.answer(exchange, expected).isEmpty())
        .map(Played::status)
        .filter(status -> status >= 200 && status < 500)
        .map(status -> either(status >= 400 == fault));
  }

  /** What becomes of the valid answer after one that was dropped. */
  private static Optional<String> usedUp(ScenarioTrace trace, Expectation expected) {
    Optional<Exchange> it =
        it(trace, expected)
            .filter(Played::answered)
            .filter(exchange -> Played.answer(exchange, expected).isEmpty());
    return it.flatMap(dropped -> Played.probe(trace, expected.text("role"), dropped))
        .filter(Played::answered)
        .map(
            probe ->
                either(
                    Played.answer(probe, expected)
                        .filter(view -> view.type() == TeepType.UPDATE)
                        .isPresent()));
  }

  private static Optional<String> whoseChallenge(ScenarioTrace trace, Expectation expected) {
    Optional<Bytes> nonce =
        eat(trace, expected).flatMap(map -> map.find(EAT_NONCE)).flatMap(CborView::octets);
    if (nonce.isEmpty()) {
      return Optional.empty();
    }
    if (nonce.equals(request(trace, expected).flatMap(TeepView::challenge))) {
      return Optional.of(ReadingJudges.FIRST);
    }
    return TeepExchange.sentBy(trace, expected, "tam", TeepType.QUERY_REQUEST).stream()
        .flatMap(sent -> sent.view().flatMap(TeepView::challenge).stream())
        .filter(challenge -> challenge.equals(nonce.get()))
        .map(challenge -> ReadingJudges.SECOND)
        .findFirst();
  }

  /** Whether a TAM drops something, or answers it with an Update. */
  private static Optional<String> taken(ScenarioTrace trace, Expectation expected) {
    return it(trace, expected)
        .filter(Played::answered)
        .filter(
            exchange ->
                Played.answer(exchange, expected)
                    .filter(view -> view.type() != TeepType.UPDATE)
                    .isEmpty())
        .map(exchange -> either(Played.answer(exchange, expected).isEmpty()));
  }
}
