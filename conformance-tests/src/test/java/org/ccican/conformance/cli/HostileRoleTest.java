package org.ccican.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ccican.app.Serve;
import org.ccican.check.Checks;
import org.ccican.conformance.cli.HostileTam.Behaviour;
import org.ccican.role.RoleId;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A role at a URL that does what no HTTP server would: it has refused nothing, and passed nothing.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileRoleTest {

  private static Serve honest;

  @TempDir Path folder;

  @BeforeAll
  static void serve() throws IOException {
    honest =
        new Serve(
            List.of(RoleId.MIDDLEWARE_REPOSITORY),
            0,
            Bytes.of(7),
            InstantSource.system(),
            Checks.unbroken());
  }

  @AfterAll
  static void end() {
    honest.close();
  }

  /** From its first request on: the recipe is at fault for all that anybody can see. */
  @ParameterizedTest
  @CsvSource({
    "SILENCE, no whole answer within 700 ms",
    "CLOSE, the connection was closed before a whole answer",
    "NO_HTTP, no answer from",
    "WEB_PAGE, answers with a web page",
    "REDIRECT, which is not followed",
  })
  void isSaidToBeNoRole(Behaviour behaviour, String complaint) throws Exception {
    try (HostileTam hostile = new HostileTam(url() + "/middleware", asked -> true, behaviour)) {
      Commands.Ended ended = Commands.run("doctor", "--sut", recipe(hostile.url()).toString());

      assertThat(ended.exit()).as(ended.out()).isEqualTo(2);
      assertThat(ended.out()).contains("WRONG  middleware-repository.url: ", complaint);
    }
  }

  /** It looks well, and breaks down when it is judged. */
  @ParameterizedTest
  @CsvSource({"CLOSE, 6, environment", "ENDLESS_BODY, 6, environment", "GARBAGE, 1, target"})
  void endsWithoutAnythingPassed(Behaviour behaviour, int exit, String blame) throws Exception {
    try (HostileTam hostile =
        new HostileTam(url() + "/middleware", asked -> asked.number() > 1, behaviour)) {
      Commands.Ended ended =
          Commands.run(
              "run",
              "--sut",
              recipe(hostile.url()).toString(),
              "--tags",
              "@role-middleware-repository",
              "--out",
              folder.toString());

      assertThat(ended.exit()).as(ended.out()).isEqualTo(exit);
      JsonNode report = Commands.report(folder);
      assertThat(Commands.byOutcome(report, "scenarios")).doesNotContainKeys("passed");
      assertThat(report.path("scenarios").findValuesAsText("on")).contains(blame);
    }
  }

  private Path recipe(String url) throws IOException {
    return Files.writeString(
        folder.resolve("sut.yaml"),
        "middleware-repository:\n  url: " + url + "\n  timeouts: {response: 700ms}\n");
  }

  private static String url() {
    return honest.served().get(0).url();
  }
}
