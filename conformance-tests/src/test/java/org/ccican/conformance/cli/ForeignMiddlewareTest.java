package org.ccican.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.role.RoleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Middleware elsewhere: installed already, or by a device of the target's at a trigger. */
class ForeignMiddlewareTest {

  private static final String ALL = "@role-middleware";

  @TempDir Path folder;

  @Test
  void passesAtItsUrl() throws IOException, CommandFailed {
    try (ServedRecipe target =
        new ServedRecipe(
            folder, List.of(RoleId.MIDDLEWARE), List.of(), List.of(), Checks.unbroken())) {
      passes(target, "ATT-02.2", "ATT-12.1", "SEC-03.1", "SEC-03.2");
    }
  }

  @Test
  void passesAtATrigger() throws IOException, CommandFailed {
    try (ServedRecipe target = triggered(Checks.unbroken())) {
      passes(target, "ARCH-07.1", "ATT-02.2", "SEC-03.1", "SEC-03.2");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "middleware.nonce.copied, @id-ATT-12.1",
    "middleware.application.executed, @req-ARCH-07",
    "http.tls13, @req-SEC-03",
  })
  void failsWhereItIsBroken(String fault, String tags) throws IOException, CommandFailed {
    Checks broken = new BrokenChecks(CheckCatalogue.load().find(fault).orElseThrow());
    try (ServedRecipe target = triggered(broken)) {
      target.run(ALL + " and " + tags);

      assertThat(target.outcomes())
          .containsKey("failed")
          .doesNotContainKeys("suite-error", "inconclusive");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:1/m, middleware.url: http://127.0.0.1:1/m is asked without TLS; write",
    "https://127.0.0.1:1/m, middleware.url: no TLS at https://127.0.0.1:1/m",
  })
  void saysWhatIsWrongWithItsUrl(String url, String complaint) throws IOException {
    Path recipe = Files.writeString(folder.resolve("sut.yaml"), "middleware: {url: '" + url + "'}");

    Commands.Ended ended =
        Commands.run(
            "run",
            "--quiet",
            "--tags",
            ALL,
            "--sut",
            recipe.toString(),
            "--out",
            folder.toString());

    assertThat(ended.exit()).as(ended.out()).isEqualTo(2);
    assertThat(ended.err()).contains(complaint);
  }

  private void passes(ServedRecipe target, String... ids) throws IOException {
    Commands.Ended ended = target.run(ALL);

    assertThat(ended.exit()).as(ended.out() + ended.err()).isZero();
    Map<String, TreeSet<String>> outcomes = target.outcomes();
    assertThat(outcomes).containsOnlyKeys("passed", "inapplicable");
    assertThat(outcomes.get("passed")).contains(ids);
    assertThat(target.planned(ALL)).containsEntry("run", outcomes.get("passed"));
  }

  /** The device's recipe is that of its Broker, and it is the middleware that is judged. */
  private ServedRecipe triggered(Checks checks) throws IOException, CommandFailed {
    ServedRecipe target =
        new ServedRecipe(
            folder,
            List.of(
                RoleId.TEEP_BROKER,
                RoleId.TEEP_AGENT,
                RoleId.PLATFORM,
                RoleId.ATTESTING_ENVIRONMENT),
            List.of(),
            List.of(),
            checks);
    String device = Files.readString(target.recipe());
    String broker = device.substring(0, device.indexOf("teep-agent:"));
    Files.writeString(
        target.recipe(),
        broker.replace("teep-broker:", "middleware:")
            + "  "
            + ServedRecipe.device().replace(", ", "\n  ")
            + "\n");
    return target;
  }
}
