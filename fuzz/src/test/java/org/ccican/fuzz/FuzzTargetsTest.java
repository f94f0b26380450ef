package org.ccican.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.ccican.cose.Crypto;
import org.ccican.format.Formats;
import org.junit.jupiter.api.Test;

class FuzzTargetsTest {

  @Test
  void everyFormatIsFuzzed() {
    for (String format : new Formats(new Crypto()).ids()) {
      String stem =
          Arrays.stream(format.split("-"))
              .map(word -> word.substring(0, 1).toUpperCase() + word.substring(1))
              .collect(Collectors.joining());
      assertThat(
              getClass().getClassLoader().getResource("org/ccican/fuzz/" + stem + "FuzzTest.class"))
          .as("target of " + format)
          .isNotNull();
    }
  }
}
