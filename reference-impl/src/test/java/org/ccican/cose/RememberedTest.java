package org.ccican.cose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;

class RememberedTest {

  private final Remembered remembered = new Remembered();
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void asksOnceForEqualOctets() {
    assertThat(answer(Bytes.hex("0102"))).isEqualTo(1);
    assertThat(answer(Bytes.hex("0102"))).isEqualTo(1);
    assertThat(answer(Bytes.hex("0103"))).isEqualTo(2);
  }

  @Test
  void keepsQuestionsOfDifferentKindsApart() {
    Bytes octets = Bytes.hex("0102");
    answer(octets);
    assertThat(remembered.of(String.class, octets, () -> "text")).isEqualTo("text");
    assertThat(remembered.of(RememberedTest.class, Integer.class, octets, Bytes.hex("01"), () -> 7))
        .isEqualTo(7);
    assertThat(answer(octets)).isEqualTo(1);
  }

  @Test
  void keepsNoFailure() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () ->
                remembered.of(
                    Integer.class,
                    Bytes.EMPTY,
                    () -> {
                      throw new IOException("once");
                    }));
    assertThat(answer(Bytes.EMPTY)).isEqualTo(1);
  }

  @Test
  void forgetsWhatIsOldest() {
    Bytes first = Bytes.utf8("first");
    answer(first);
    for (int i = 0; i < 511; i++) {
      answer(Bytes.utf8("other " + i));
    }
    assertThat(answer(first)).isEqualTo(1);
    for (int i = 0; i < 512; i++) {
      answer(Bytes.utf8("another " + i));
    }
    assertThat(answer(first)).isGreaterThan(1000);
  }

  @Test
  void keepsNoMoreOctetsThanItMay() {
    Bytes small = Bytes.utf8("small");
    answer(small);
    answer(Bytes.zero((4 << 20) + 1)); // too large to be kept, and nothing else has to go for it
    assertThat(answer(small)).isEqualTo(1);
    answer(Bytes.zero(4 << 20));
    assertThat(answer(small)).isEqualTo(4);
  }

  private int answer(Bytes octets) {
    return remembered.of(Integer.class, octets, asked::incrementAndGet);
  }
}
