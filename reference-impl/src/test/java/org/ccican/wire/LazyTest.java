package org.ccican.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LazyTest {

  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void nothingIsMadeBeforeItIsAskedFor() {
    Lazy<Integer> lazy = new Lazy<>(asked::incrementAndGet);
    assertThat(asked).hasValue(0);
    assertThat(lazy.get()).isEqualTo(1);
  }

  @Test
  void everybodyGetsTheSame() {
    Lazy<Integer> lazy = new Lazy<>(asked::incrementAndGet);
    assertThat(IntStream.range(0, 1000).parallel().mapToObj(any -> lazy.get())).containsOnly(1);
  }

  @Test
  void whatCouldNotBeMadeIsTriedAgain() {
    Lazy<Integer> lazy =
        new Lazy<>(
            () -> {
              if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("not yet");
              }
              return asked.get();
            });
    assertThatThrownBy(lazy::get).hasMessage("not yet");
    assertThat(lazy.get()).isEqualTo(2);
  }
}
