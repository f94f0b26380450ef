package org.ccican.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccican.conformance.verdict.TeepSamples.message;
import static org.ccican.conformance.verdict.TeepSamples.queryRequest;
import static org.ccican.conformance.verdict.TeepSamples.withToken;

import java.util.Map;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A TAM that answers all Successes with 204, whatever it makes of them. */
class TokenProbesTest {

  private static final String WRONG = "a Success that is wrong";
  private static final Cbor SUCCESS = message(4, withToken());
  private static final Cbor ASKS =
      message(
          5,
          withToken().put(2, Cbor.octets(Bytes.zero(8))).put(20, Cbor.array(Cbor.integer(0))),
          Cbor.integer(7));
  private static final Bytes QUERY =
      Conversation.signed(queryRequest(Cbor.map().put(2, Cbor.octets(Bytes.zero(8))), 1));

  private final Conversation tam =
      new Conversation("tam")
          .ends("when", "1", WRONG, SUCCESS, Bytes.EMPTY)
          .ends("probe", "1", "a Success", SUCCESS, Bytes.EMPTY);

  @ParameterizedTest
  @CsvSource({
    // its token is answered again | a Success's is | outcome
    "true, false, PASSED",
    "false, false, INCONCLUSIVE",
    "true, true, INCONCLUSIVE",
    "false, true, INCONCLUSIVE"
  })
  void theTokenTellsWhatWasTaken(boolean itsOwn, boolean ofASuccess, Outcome expected) {
    ended("2", WRONG, itsOwn);
    ended("3", "a Success", ofASuccess);

    assertThat(verdict().outcome()).isEqualTo(expected);
  }

  @Test
  void nothingIsToldByOneSessionAlone() {
    ended("2", WRONG, true);

    assertThat(verdict().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void nothingIsToldAcrossSessions() {
    tam.ends("probe", "2", WRONG, SUCCESS, Bytes.EMPTY).ends("probe", "4", "an Error", ASKS, QUERY);
    ended("3", "a Success", false);

    assertThat(verdict().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
  }

  private void ended(String session, String specimen, boolean answered) {
    tam.ends("probe", session, specimen, SUCCESS, Bytes.EMPTY)
        .ends("probe", session, "an Error", ASKS, answered ? QUERY : Bytes.EMPTY);
  }

  private Verdict verdict() {
    return tam.judged("tam-drops", Map.of("probe", "same"));
  }
}
