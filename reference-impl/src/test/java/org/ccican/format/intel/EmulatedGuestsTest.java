package org.ccican.format.intel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ccican.evidence.LaunchedEnvironment;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of enclaves and TDs alike. */
class EmulatedGuestsTest {

  private final EmulatedIntelStack stack = new EmulatedIntelStack();

  @ParameterizedTest
  @ValueSource(longs = {QuoteLayout.SGX, QuoteLayout.TDX})
  void readsTheAgentBackFromMeasuredPages(long tee) throws Rejected {
    for (int size : new int[] {1, 4095, 4096, 4097, 3 * 4096}) {
      Bytes image = Bytes.zero(size).flip(size - 1, 3);
      assertThat(launch(tee, image).agentImage()).isEqualTo(image);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {QuoteLayout.SGX, QuoteLayout.TDX})
  void measurementChangesWithEveryOctetOfTheAgent(long tee) throws Rejected {
    Bytes image = Bytes.utf8("x".repeat(5000));
    Bytes measurement = launch(tee, image).measurement();
    for (int at = 0; at < image.size(); at += 617) {
      assertThat(launch(tee, image.flip(at, at % 8)).measurement()).isNotEqualTo(measurement);
    }
    assertThat(launch(tee, image.padRight(5001)).measurement()).isNotEqualTo(measurement);
    assertThat(launch(tee, image).measurement()).isEqualTo(measurement);
  }

  @ParameterizedTest
  @ValueSource(longs = {QuoteLayout.SGX, QuoteLayout.TDX})
  void sameSeedGivesTheSameOctetsAndAnotherSeedAnotherPlatform(long tee) throws Rejected {
    LaunchedEnvironment first = launch(tee, EmulatedIntelStack.AGENT);
    LaunchedEnvironment again =
        new EmulatedIntelStack()
            .emulator(tee, EmulatedIntelStack.options(4))
            .launch(EmulatedIntelStack.AGENT);
    Bytes data = EmulatedIntelStack.REPORT_DATA;
    assertThat(again.evidence(data)).isEqualTo(first.evidence(data));
    assertThat(again.endorsements()).isEqualTo(first.endorsements());
    LaunchedEnvironment other =
        stack
            .emulator(
                tee,
                new PlatformOptions(
                    4,
                    Bytes.utf8("machine 2"),
                    EmulatedIntelStack.FROM,
                    java.util.Optional.empty()))
            .launch(EmulatedIntelStack.AGENT);
    assertThat(other.evidence(data)).isNotEqualTo(first.evidence(data));
    assertThat(other.measurement()).isEqualTo(first.measurement());
  }

  @ParameterizedTest
  @ValueSource(longs = {QuoteLayout.SGX, QuoteLayout.TDX})
  void refusesAnEmptyAgentOneTooLargeAndReportDataOfAnotherSize(long tee) throws Rejected {
    for (Bytes image : List.of(Bytes.EMPTY, Bytes.zero(16 << 20))) {
      assertThatThrownBy(() -> launch(tee, image)).isInstanceOf(Rejected.class);
    }
    LaunchedEnvironment guest = launch(tee, EmulatedIntelStack.AGENT);
    for (int size : new int[] {0, 63, 65}) {
      assertThatThrownBy(() -> guest.evidence(Bytes.zero(size))).isInstanceOf(Rejected.class);
    }
  }

  private LaunchedEnvironment launch(long tee, Bytes image) throws Rejected {
    return stack.emulator(tee, EmulatedIntelStack.options(4)).launch(image);
  }
}
