package org.ccican.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpectationTest {

  @Test
  void namesItsArgumentsInOneOrderInEveryProcess() {
    Map<String, String> arguments =
        Map.of("nonce", "00", "data", "01", "application", "02", "key", "03", "from", "tam");
    assertThat(new Expectation("ATT-12", "judge", arguments, Instant.EPOCH).arguments().keySet())
        .containsExactly("application", "data", "from", "key", "nonce");
  }
}
