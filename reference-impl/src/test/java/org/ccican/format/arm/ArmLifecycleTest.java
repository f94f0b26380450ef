package org.ccican.format.arm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArmLifecycleTest {

  @ParameterizedTest
  @CsvSource({
    "0x0000, UNKNOWN, false",
    "0x00ff, UNKNOWN, false",
    "0x1000, ASSEMBLY_AND_TEST, false",
    "0x20ff, ROT_PROVISIONING, false",
    "0x3000, SECURED, true",
    "0x30ff, SECURED, true",
    "0x4001, NON_ROT_DEBUG, true",
    "0x5000, RECOVERABLE_ROT_DEBUG, false",
    "0x60ff, DECOMMISSIONED, false"
  })
  void knowsTheStatesByTheirHighOctet(String value, ArmLifecycle state, boolean trusted) {
    assertThat(ArmLifecycle.of(Long.decode(value))).contains(state);
    assertThat(state.isTrusted()).isEqualTo(trusted);
    assertThat(state.value((int) (Long.decode(value) & 0xff)))
        .isEqualTo(Long.decode(value).intValue());
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0x0100, 0x0fff, 0x3100, 0x6100, 0x7000, 0x13000, Long.MIN_VALUE})
  void knowsNoOthers(long value) {
    assertThat(ArmLifecycle.of(value)).isEmpty();
  }
}
