package org.ccican.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.ccican.app.Serve;
import org.ccican.check.Checks;
import org.ccican.conformance.cli.HostileTam.Asked;
import org.ccican.conformance.cli.HostileTam.Behaviour;
import org.ccican.role.RoleId;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the target does, the run ends, and a target that broke down has refused nothing. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileTamTest {

  private static final String SHORT = "  timeouts: {response: 700ms}\n";
  private static final String FEW =
      "@role-tam and (@req-PROV-09 or @req-TEEP-03 or @req-TOH-06 or @req-TOH-08 or @req-SEC-01)";

  private static Serve honest;

  @TempDir Path folder;

  @BeforeAll
  static void serve() throws IOException {
    honest =
        new Serve(List.of(RoleId.TAM), 0, Bytes.of(7), InstantSource.system(), Checks.unbroken());
  }

  @AfterAll
  static void end() {
    honest.close();
  }

  /** It begins well, so that the recipe is not to blame, and then never answers properly. */
  @ParameterizedTest
  @CsvSource({
    "SILENCE, 6",
    "CLOSE, 6",
    "DRIP, 6",
    "ENDLESS_BODY, 6",
    "ENDLESS_HEADERS, 6",
    "LESS_THAN_PROMISED, 6",
    "NO_HTTP, 6",
    "WEB_PAGE, 1",
    "REDIRECT, 1",
    "SERVER_ERROR, 1",
    "DEEP_CBOR, 1",
    "GARBAGE, 1",
    "ODD_HEADERS, 1"
  })
  void endsWithoutAnythingPassed(Behaviour behaviour, int exit) throws IOException {
    try (HostileTam tam = hostile(asked -> asked.number() > 1, behaviour)) {
      Commands.Ended ended = judged(tam, FEW, SHORT);

      assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(exit);
      Map<String, TreeSet<String>> outcomes =
          Commands.byOutcome(Commands.report(folder), "scenarios");
      assertThat(outcomes).doesNotContainKeys("passed", "suite-error");
      assertThat(folder.resolve("report.html")).isNotEmptyFile();
      assertThat(folder.resolve("junit.xml")).isNotEmptyFile();
    }
  }

  @Test
  void leavesTheRestWhenThreeScenariosHadNoAnswer() throws IOException {
    try (HostileTam tam = hostile(asked -> asked.number() > 1, Behaviour.CLOSE)) {
      Commands.Ended ended = judged(tam, "@role-tam", SHORT);

      assertThat(ended.exit()).isEqualTo(6);
      JsonNode report = Commands.report(folder);
      Map<String, TreeSet<String>> outcomes = Commands.byOutcome(report, "scenarios");
      assertThat(outcomes.keySet()).containsOnly("inconclusive", "blocked", "inapplicable");
      assertThat(outcomes.get("inconclusive")).contains("ARCH-18.1");
      assertThat(outcomes.get("blocked")).hasSizeGreaterThan(15);
      assertThat(tam.requests()).isEqualTo(1 + 3);
      assertThat(report.path("scenarios").findValuesAsText("on"))
          .contains("environment")
          .doesNotContain("target", "suite");
      assertThat(report.toString())
          .contains("the connection was closed before a whole answer")
          .contains("the target has stopped to answer");
    }
  }

  /** The altered message brings it down; everything else it does well. */
  @ParameterizedTest
  @CsvSource({
    "SILENCE, inconclusive, 6",
    "CLOSE, inconclusive, 6",
    "ENDLESS_BODY, inconclusive, 6",
    "SERVER_ERROR, failed, 1"
  })
  void takesABreakdownForNoRefusal(Behaviour behaviour, String outcome, int exit)
      throws IOException {
    Predicate<Asked> altered =
        asked -> asked.scenario().equals("PROV-09.3") && asked.body().length > 0;
    try (HostileTam tam = hostile(altered, behaviour)) {
      Commands.Ended ended =
          judged(tam, "@id-PROV-09.3 or @id-TOH-08.1", "  timeouts: {response: 3s}\n");

      assertThat(ended.exit()).as(ended.out()).isEqualTo(exit);
      assertThat(Commands.byOutcome(Commands.report(folder), "scenarios"))
          .isEqualTo(
              Map.of(
                  outcome,
                  new TreeSet<>(List.of("PROV-09.3")),
                  "passed",
                  new TreeSet<>(List.of("ARCH-18.1", "TOH-01.1", "TOH-08.1"))));
      assertThat(Commands.report(folder).findValuesAsText("on")).contains("target");
    }
  }

  @Test
  void keepsWhatWasMeasuredBeforeTheTargetDied() throws IOException {
    try (HostileTam tam = hostile(asked -> asked.number() > 12, Behaviour.CLOSE)) {
      Commands.Ended ended = judged(tam, "@role-tam", "  timeouts: {response: 10s}\n");

      Map<String, TreeSet<String>> outcomes =
          Commands.byOutcome(Commands.report(folder), "scenarios");
      assertThat(outcomes.get("passed")).contains("ARCH-18.1");
      assertThat(outcomes.get("inconclusive")).isNotEmpty();
      assertThat(outcomes.get("blocked")).isNotEmpty();
      assertThat(ended.exit()).isEqualTo(6);
    }
  }

  /** As Ctrl-C does: the report is of what was seen by then. */
  @Test
  void leavesAReportOfARunThatIsEndedFromOutside() throws Exception {
    CountDownLatch hangs = new CountDownLatch(1);
    Predicate<Asked> inTheMiddle =
        asked -> {
          boolean now = asked.scenario().equals("TOH-05.1");
          if (now) {
            hangs.countDown();
          }
          return now;
        };
    try (HostileTam tam = hostile(inTheMiddle, Behaviour.SILENCE)) {
      Bytes key = honest.served().get(0).key().orElseThrow().publicKey().toSpki();
      String patient = "  timeouts: {response: 10 min}\n";
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Main.class.getName(),
                  "run",
                  "--sut",
                  Commands.recipe(folder, tam.url(), key, patient).toString(),
                  "--tags",
                  "@req-TOH-01 or @req-TOH-05",
                  "--out",
                  folder.toString())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      hangs.await();
      process.destroy();

      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      JsonNode report = Commands.report(folder);
      assertThat(report.path("complete").booleanValue()).isFalse();
      assertThat(Commands.byOutcome(report, "scenarios"))
          .isEqualTo(
              Map.of(
                  "passed",
                  new TreeSet<>(List.of("TOH-01.1")),
                  "inconclusive",
                  new TreeSet<>(List.of("TOH-05.1"))));
    }
  }

  /** Nothing of this is a fault of the TAM: nothing is judged, and the field is named. */
  @ParameterizedTest
  @EnumSource(
      names = {"SILENCE", "CLOSE", "DRIP", "ENDLESS_BODY", "NO_HTTP", "WEB_PAGE", "REDIRECT"})
  void blamesTheRecipeForWhatIsNoTam(Behaviour behaviour) throws IOException {
    try (HostileTam nobody = hostile(asked -> true, behaviour)) {
      Commands.Ended ended = judged(nobody, FEW, SHORT);

      assertThat(ended.exit()).isEqualTo(2);
      assertThat(ended.err().lines()).hasSize(1);
      assertThat(ended.err()).startsWith("ccican: tam.url: ").contains("127.0.0.1");
      assertThat(folder.resolve("report.json")).doesNotExist();
    }
  }

  @Test
  void judgesATamThatFailsFromTheBeginning() throws IOException {
    try (HostileTam tam = hostile(asked -> true, Behaviour.SERVER_ERROR)) {
      assertThat(judged(tam, "@req-TOH-01 or @id-TOH-08.1", SHORT).exit()).isEqualTo(1);
      assertThat(Commands.byOutcome(Commands.report(folder), "scenarios"))
          .isEqualTo(
              Map.of(
                  "failed",
                  new TreeSet<>(List.of("TOH-01.1")),
                  "blocked",
                  new TreeSet<>(List.of("TOH-08.1"))));
    }
  }

  private static HostileTam hostile(Predicate<Asked> hostile, Behaviour behaviour)
      throws IOException {
    return new HostileTam(honest.served().get(0).url(), hostile, behaviour);
  }

  private Commands.Ended judged(HostileTam tam, String tags, String more) throws IOException {
    Bytes key = honest.served().get(0).key().orElseThrow().publicKey().toSpki();
    return Commands.judged(Commands.recipe(folder, tam.url(), key, more), tags, folder);
  }
}
