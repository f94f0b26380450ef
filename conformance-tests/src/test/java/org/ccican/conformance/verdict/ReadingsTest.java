package org.ccican.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccican.conformance.verdict.TeepSamples.message;
import static org.ccican.conformance.verdict.TeepSamples.queryRequest;
import static org.ccican.conformance.verdict.TeepSamples.withToken;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccican.conformance.requirement.Ambiguities;
import org.ccican.conformance.requirement.Ambiguity;
import org.ccican.conformance.verdict.ReadingSamples.Row;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each reading of each unclear text is recognised where it shows, and fails nothing. */
class ReadingsTest {

  /** Nothing on the wire depends on the number of a section. */
  private static final Set<String> UNSEEN = Set.of("A13");

  private static final Set<Outcome> HARMLESS = Set.of(Outcome.PASSED, Outcome.INAPPLICABLE);

  @Test
  void everyTextOfTheRegisterIsHere() {
    Set<String> register =
        Ambiguities.load().all().stream()
            .map(Ambiguity::id)
            .filter(id -> !UNSEEN.contains(id))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(ReadingSamples.rows()).extracting(Row::id).containsAll(register);
    assertThat(ReadingJudges.told()).isEqualTo(register);
  }

  @TestFactory
  Stream<DynamicTest> bothReadingsAreRecognised() {
    return ReadingSamples.rows().stream()
        .flatMap(
            row ->
                Stream.of(
                    DynamicTest.dynamicTest(
                        row.id() + " a", () -> isRecognised(row.first(), row.id(), "a")),
                    DynamicTest.dynamicTest(
                        row.id() + " b", () -> isRecognised(row.second(), row.id(), "b"))));
  }

  private static void isRecognised(Conversation log, String id, String reading) {
    Verdict verdict = log.judged(ReadingJudges.NAME, Map.of("ambiguity", id));

    assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(verdict.actual()).isEqualTo(reading);
  }

  @TestFactory
  Stream<DynamicTest> neitherReadingFailsWhatFeaturesAsk() {
    return ReadingSamples.rows().stream()
        .flatMap(
            row ->
                row.asked().stream()
                    .map(
                        asked ->
                            DynamicTest.dynamicTest(
                                row.id() + " " + asked,
                                () -> {
                                  harmless(row.first(), asked);
                                  harmless(row.second(), asked);
                                })));
  }

  private static void harmless(Conversation log, Map<String, String> asked) {
    Verdict verdict = log.judged(asked.get("judge"), asked);

    assertThat(HARMLESS).as(verdict.toString()).contains(verdict.outcome());
  }

  /** A rule of one reading alone is listed for peer data, and reported as the other reading. */
  @Test
  void whatBreaksOneReadingAloneIsADeviationAndNoFailure() {
    TeepView asked = read(queryRequest(withToken(), 1));

    assertThat(asked.deviations())
        .singleElement()
        .asString()
        .isEqualTo("token (19) together with the attestation bit (the other reading of A3 and A5)");
    assertThat(asked.broken()).isEmpty();
    assertThat(asked.otherReadings()).containsExactly("A3", "A5");
  }

  /** What is wrong beside the open rule is wrong by every reading. */
  @Test
  void anotherReadingExcusesNothingElse() {
    TeepView freshness = read(queryRequest(Cbor.map().put(20, Cbor.array(Cbor.integer(0))), 2));
    assertThat(freshness.otherReadings()).containsExactly("A4");
    assertThat(freshness.broken())
        .containsExactly("supported-freshness-mechanisms (20) without the attestation bit");

    TeepView evidence = read(message(2, withToken().put(6, Cbor.octets(Bytes.of(1)))));
    assertThat(evidence.otherReadings()).isEmpty();
    assertThat(evidence.broken()).hasSize(1);

    TeepView list = read(message(2, withToken().put(7, Cbor.array(Cbor.integer(1)))));
    assertThat(list.otherReadings()).isEmpty();
    assertThat(list.broken()).hasSize(1);

    Conversation both =
        new Conversation("tam")
            .asks("when", message(4, withToken()), 200, queryRequest(withToken(), 31));
    assertThat(both.judged("teep-valid", Map.of("type", "QueryRequest")).outcome())
        .isEqualTo(Outcome.FAILED);
  }

  /** A reading that nobody asked about shows all the same. */
  @Test
  void readingsOfMessagesAreReported() {
    Conversation log =
        new Conversation("tam")
            .begins(queryRequest(withToken(), 1))
            .begins(message(3, withToken()));
    log.expect("http-begins", Map.of());

    assertThat(OtherReadings.shown(log.trace())).containsExactly("A3", "A5");
    for (Row row : ReadingSamples.rows()) {
      Conversation first = row.first();
      first.expect("answer", Map.of("property", "is valid"));
      assertThat(OtherReadings.shown(first.trace())).as(row.id()).doesNotContain(row.id());
    }
  }

  /** Where a map is sent there is no message to fail, and where it is an array there is. */
  @Test
  void aFormThatCannotBeAskedOfIsNotApplicable() {
    Cbor map = Cbor.map().put(1, Cbor.integer(1)).build();
    Conversation log = new Conversation("tam").asks("when", message(4, withToken()), 200, map);
    Conversation array =
        new Conversation("tam").asks("when", message(4, withToken()), 200, Cbor.array());
    Map<String, String> query = Map.of("type", "QueryRequest");

    assertThat(log.judged("answers-with", query).outcome()).isEqualTo(Outcome.INAPPLICABLE);
    assertThat(array.judged("answers-with", query).outcome()).isEqualTo(Outcome.FAILED);
  }

  /** An empty payload is none where none is asked for, and no Evidence where it is. */
  @Test
  void anEmptyPayloadStandsForNone() {
    Conversation unasked =
        new Conversation("teep-agent")
            .asks("when", queryRequest(withToken(), 2), 200, AnswerReadingSamples.empty());
    Map<String, String> none = Map.of("property", "has no attestation payload");

    assertThat(unasked.judged("answer", none).outcome()).isEqualTo(Outcome.INAPPLICABLE);
    Conversation asked =
        new Conversation("teep-agent")
            .asks("when", ReadingSamples.CHALLENGED, 200, AnswerReadingSamples.empty());
    assertThat(asked.judged("attestation-answered", Map.of()).outcome()).isEqualTo(Outcome.FAILED);
  }

  /** The other reading of a text is no excuse for a third. */
  @Test
  void whatFollowsNeitherReadingFails() {
    Conversation silent =
        new Conversation("tam")
            .begins(queryRequest(withToken(), 2))
            .asks("when", message(2, withToken()), 500);
    Verdict crashed = silent.judged("tam-drops", Map.of("probe", "same", "ambiguity", "A23"));
    assertThat(crashed.outcome()).isEqualTo(Outcome.FAILED);

    Conversation obeys =
        new Conversation("teep-agent")
            .asks("probe", queryRequest(withToken(), 2), 200, message(2, withToken()))
            .asks("when", queryRequest(withToken(), 2), 200, message(2, withToken()));
    Verdict obeyed =
        obeys.judged("agent-refuses", Map.of("code", "ERR_PERMANENT_ERROR", "ambiguity", "A18"));
    assertThat(obeyed.outcome()).isEqualTo(Outcome.FAILED);
  }

  private static TeepView read(Cbor message) {
    Optional<TeepView> view = TeepView.read(message.encode(), TeepRevision.TEEP_26).view();
    return view.orElseThrow();
  }
}
