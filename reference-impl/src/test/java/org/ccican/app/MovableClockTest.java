package org.ccican.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.ccican.role.RoleId;
import org.ccican.transport.HttpCall;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MovableClockTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final MovableClock clock = new MovableClock(InstantSource.fixed(NOON));

  @Test
  void goesAsItsBaseDoesUntilItIsMoved() {
    assertThat(clock.instant()).isEqualTo(NOON);
    assertThat(post("3600")).isEqualTo(204);
    assertThat(post("1")).isEqualTo(204);
    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(3601));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1.5", " 1", "1\n", "one", "9999999999", "315360001", "٣"})
  void refusesWhatIsNoNumberOfSecondsAndStays(String body) {
    assertThat(post(body)).isEqualTo(400);
    assertThat(clock.instant()).isEqualTo(NOON);
  }

  @Test
  void leadsTenYearsAheadAndNoFurther() {
    assertThat(post("315360000")).isEqualTo(204);
    assertThat(post("1")).isEqualTo(400);
    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(315_360_000));
  }

  @Test
  void isMovedByPostAlone() {
    assertThat(clock.handle(call("GET", "60")).status()).isEqualTo(405);
    assertThat(clock.instant()).isEqualTo(NOON);
  }

  private int post(String body) {
    return clock.handle(call("POST", body)).status();
  }

  private static HttpCall call(String method, String body) {
    return new HttpCall(
        Optional.empty(),
        RoleId.TAM,
        method,
        "clock",
        "",
        Map.of(),
        Bytes.utf8(body),
        Optional.empty());
  }
}
