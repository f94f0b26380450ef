package org.ccican.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private static final String ERASE = "\r\u001b[K";

  private final StringWriter out = new StringWriter();

  @Test
  void writesALinePerScenarioWhereThereIsNoTerminal() {
    report(new Progress(new PrintWriter(out), Progress.Mode.PLAIN, 80));

    assertThat(out.toString().lines())
        .containsExactly(
            "starting",
            "[ 1/10] passed       PROV-02.1    TAM chooses",
            "[ 2/10] failed       PROV-02.2    TAM refuses");
  }

  @Test
  void writesOverOneLineOnATerminalAndKeepsWhatFailed() {
    report(new Progress(new PrintWriter(out), Progress.Mode.LIVE, 50));

    assertThat(out.toString())
        .isEqualTo(
            ERASE
                + "starting"
                + ERASE
                + "[ 1/10] 1 passed, 0 not  PROV-02.1 TAM chooses"
                + ERASE
                + "failed       PROV-02.2    TAM refuses"
                + System.lineSeparator()
                + ERASE
                + "[ 2/10] 1 passed, 1 not  PROV-02.2 TAM refuses"
                + ERASE);
  }

  @Test
  void neverFillsTheLastColumn() {
    Progress progress = new Progress(new PrintWriter(out), Progress.Mode.LIVE, 20);

    progress.note("x".repeat(30));

    assertThat(out.toString()).isEqualTo(ERASE + "x".repeat(19));
  }

  @Test
  void saysNothingWhenQuiet() {
    report(new Progress(new PrintWriter(out), Progress.Mode.QUIET, 80));

    assertThat(out.toString()).isEmpty();
  }

  @Test
  void choosesTheModeByTheEnvironment() {
    assertThat(Progress.Mode.of(false, true, Map.of())).isEqualTo(Progress.Mode.LIVE);
    assertThat(Progress.Mode.of(false, true, Map.of("CI", "true"))).isEqualTo(Progress.Mode.PLAIN);
    assertThat(Progress.Mode.of(false, true, Map.of("CI", "false"))).isEqualTo(Progress.Mode.LIVE);
    assertThat(Progress.Mode.of(false, true, Map.of("TERM", "dumb")))
        .isEqualTo(Progress.Mode.PLAIN);
    assertThat(Progress.Mode.of(false, false, Map.of())).isEqualTo(Progress.Mode.PLAIN);
    assertThat(Progress.Mode.of(true, true, Map.of())).isEqualTo(Progress.Mode.QUIET);
  }

  private static void report(Progress progress) {
    progress.begin(10);
    progress.note("starting");
    progress.ended("PROV-02.1", "TAM chooses", "passed");
    progress.ended("PROV-02.2", "TAM refuses", "failed");
    progress.end();
  }
}
