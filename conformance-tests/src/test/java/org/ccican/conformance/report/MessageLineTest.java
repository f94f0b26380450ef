package org.ccican.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.ccican.conformance.report.MessageLine.Change;
import org.ccican.conformance.report.MessageLine.Delivery;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageLineTest {

  @ParameterizedTest
  @CsvSource({
    "0102030405, 0102ff0405, 2, 03, ff",
    "0102030405, 01020405, 2, 03, ''",
    "01020405, 0102030405, 2, '', 03",
    "01010101, 010101, 3, 01, ''",
    "0102, '', 0, 0102, ''",
    "'', 0102, 0, '', 0102",
    "01020304, 01ff03ee, 1, 020304, ff03ee",
  })
  void findsTheStretchThatWasReplaced(
      String sent, String delivered, int offset, String from, String to) {
    MessageLine message = message(Bytes.hex(sent), Optional.of(Bytes.hex(delivered)));
    assertThat(message.delivery()).isEqualTo(Delivery.ALTERED);
    assertThat(message.changes())
        .containsExactly(new Change(offset, from.length() / 2, from, to.length() / 2, to));
  }

  @Test
  void tellsUntouchedFromDropped() {
    Bytes body = Bytes.hex("0102");
    assertThat(message(body, Optional.of(Bytes.hex("0102"))).delivery())
        .isEqualTo(Delivery.AS_SENT);
    assertThat(message(body, Optional.empty()).delivery()).isEqualTo(Delivery.DROPPED);
    assertThat(message(body, Optional.empty()).changes()).isEmpty();
  }

  @Test
  void keepsABoundedExcerptAndTheWholeSize() {
    MessageLine message = message(Bytes.zero(100_000), Optional.of(Bytes.zero(200_000)));
    assertThat(message.size()).isEqualTo(100_000);
    assertThat(message.excerpt()).hasSize(1_024);
    assertThat(message.changes())
        .containsExactly(new Change(100_000, 0, "", 100_000, "00".repeat(32)));
  }

  @ParameterizedTest
  @CsvSource({"0, 4, 0g", "0, 4, 0", "0, 4, 0A", "0, 1, 0102", "-1, 4, ''", "0, -1, ''"})
  void refusesAnExcerptThatIsNone(int seq, int size, String excerpt) {
    assertThatThrownBy(
            () ->
                new MessageLine(
                    seq,
                    "tam",
                    "teep-broker",
                    MessageLine.Direction.REQUEST,
                    "teep",
                    0,
                    "",
                    "",
                    "role",
                    size,
                    excerpt,
                    Delivery.AS_SENT,
                    List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static MessageLine message(Bytes body, Optional<Bytes> delivered) {
    return MessageLine.of(
        0,
        "tam",
        "teep-broker",
        MessageLine.Direction.REQUEST,
        "teep",
        0,
        "application/teep+cbor",
        "",
        "role",
        body,
        delivered);
  }
}
