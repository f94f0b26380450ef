package org.ccican.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccican.app.Serve;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.conformance.requirement.Requirement;
import org.ccican.conformance.requirement.Requirements;
import org.ccican.role.RoleId;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A TAM in another process, or as good as that, is all that a run with a recipe judges. */
class ForeignTamTest {

  private static final Bytes SEED = Bytes.of(0);

  /** What a whole session shows; faults are looked for in these, so that a row stays readable. */
  private static final String SESSION =
      Stream.of(
              "ARCH-18 PROV-03 PROV-08 PROV-09 PROV-10 SEC-01 TEEP-03 TEEP-05 TEEP-06 TEEP-08",
              "TEEP-12 TEEP-16 TOH-05 TOH-06 TOH-07 TOH-08")
          .flatMap(line -> Stream.of(line.split(" ")))
          .map(id -> "@req-" + id)
          .collect(Collectors.joining(" or "));

  @TempDir Path folder;

  @Test
  void judgesTheTamAndNobodyElse() throws IOException {
    Commands.Ended ended = judged(Checks.unbroken(), "");

    assertThat(ended.exit()).as(ended.out()).isZero();
    JsonNode report = Commands.report(folder);
    assertThat(report.path("target").path("roles")).hasSize(1);
    Map<String, TreeSet<String>> outcomes = Commands.byOutcome(report, "requirements");
    assertThat(outcomes.keySet()).containsOnly("passed", "inapplicable", "not-run");
    for (Requirement requirement : Requirements.load().all()) {
      if (!requirement.roles().contains("tam")) {
        assertThat(outcomes.get("inapplicable")).contains(requirement.id());
      }
    }
    assertThat(outcomes.get("passed")).hasSizeGreaterThan(15);
    int passed = outcomes.get("passed").size();
    assertThat(ended.out())
        .contains(passed + " of " + passed + " applicable and testable requirements passed")
        .contains(outcomes.get("inapplicable").size() + " not applicable")
        .contains("./ccican run --sut FILE --seed 00");
  }

  /** What fails beside the requirement that a fault is about follows from it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // name | exit | exit with --strict | failed | failed or blocked in consequence
        "tam.token.reuse           | 1 | 1 | TEEP-08 | TOH-05",
        "tam.token.size            | 1 | 1 | TEEP-12 | PROV-10 TEEP-16 TOH-05",
        "tam.challenge.once        | 1 | 1 | PROV-09 | ",
        "tam.attestation.appraised | 1 | 1 | SEC-01  | ",
        "cose.signature            | 1 | 1 | TEEP-03 | PROV-09",
        "http.method               | 1 | 1 | TOH-08  | ",
        "tam.http.media-type       | 0 | 1 | TOH-06  | ",
        "tam.http.no-content       | 0 | 1 | TOH-05  | ",
        "http.response.headers     | 0 | 1 | TOH-07  | ",
        // without an Update there is nothing after it
        "tam.update.sent           | 1 | 1 | ARCH-18 | PROV-03 PROV-08 PROV-09 SEC-01 TEEP-03"
            + " TEEP-08 TEEP-12 TEEP-16 TOH-05",
      })
  void findsWhatIsWrongWithIt(
      String fault, int exit, int strictExit, String failed, String consequences)
      throws IOException {
    Checks broken = new BrokenChecks(CheckCatalogue.load().find(fault).orElseThrow());

    Commands.Ended ended = judged(broken, SESSION);

    assertThat(ended.exit()).as(ended.out()).isEqualTo(exit);
    Map<String, TreeSet<String>> outcomes =
        Commands.byOutcome(Commands.report(folder), "requirements");
    assertThat(outcomes.get("failed")).contains(failed);
    Set<String> explained =
        Stream.concat(
                Stream.of(failed),
                Stream.of(consequences == null ? new String[0] : consequences.split(" ")))
            .collect(Collectors.toSet());
    assertThat(outcomes.getOrDefault("failed", new TreeSet<>())).isSubsetOf(explained);
    assertThat(outcomes.getOrDefault("blocked", new TreeSet<>())).isSubsetOf(explained);
    assertThat(outcomes).doesNotContainKeys("suite-error", "inconclusive");
    for (JsonNode scenario : Commands.report(folder).path("scenarios")) {
      if (scenario.path("outcome").textValue().equals("failed")) {
        assertThat(scenario.path("blame").path("on").textValue()).isEqualTo("target");
        String evidence = scenario.path("blame").path("evidence").textValue();
        assertThat(evidence).contains("tam.key: ");
        // what two scenarios show together is no case that somebody else can be asked
        if (!scenario.path("detail").textValue().startsWith("elsewhere in the run: ")) {
          assertThat(evidence).contains("the reference passes the same case");
        }
      }
    }
    assertThat(ended.out()).contains("put down to the target: ");
    Commands.Ended strict =
        Commands.run("judge", folder.resolve("events.jsonl").toString(), "--strict");
    assertThat(strict.exit()).isEqualTo(strictExit);
    assertThat(strict.out()).doesNotContain("report:");
  }

  @Test
  void findsATamWhoseMessagesAreNotSigned() throws IOException {
    Checks broken =
        new BrokenChecks(CheckCatalogue.load().find("tam.message.signed").orElseThrow());

    assertThat(judged(broken, "").exit()).isEqualTo(1);
    assertThat(Commands.byOutcome(Commands.report(folder), "requirements").get("failed"))
        .contains("TEEP-01", "TOH-01", "PROV-10");
  }

  @Test
  void judgesATamInAnotherProcess() throws Exception {
    Path recipe = folder.resolve("x").resolve("sut.yaml");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve",
                "tam",
                "--fault",
                "tam.http.no-content",
                "--clock",
                "--sut-out",
                recipe.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader said =
        new BufferedReader(
            new java.io.InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(said.readLine()).startsWith("{\"tam\":{\"url\":\"http://127.0.0.1:");

      Commands.Ended ended =
          Commands.run(
              "run",
              "--strict",
              "--sut",
              recipe.toString(),
              "--tags",
              "@req-TOH-05 or @req-TOH-07 or @id-TEEP-50.2",
              "--out",
              folder.toString());

      assertThat(ended.exit()).as(ended.out()).isEqualTo(1);
      assertThat(Commands.byOutcome(Commands.report(folder), "scenarios"))
          .isEqualTo(Map.of("failed", ids("TOH-05.1"), "passed", ids("TOH-07.1", "TEEP-50.2")));
    } finally {
      process.destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void removesNothingButItsOwnFilesFromTheFolder() throws IOException {
    Files.writeString(folder.resolve("events.jsonl"), "an earlier log");
    Files.writeString(folder.resolve("report.html"), "an earlier report");
    Files.writeString(folder.resolve("notes.txt"), "mine");

    assertThat(judged(Checks.unbroken(), "@req-TOH-01").exit()).isZero();
    assertThat(folder.resolve("notes.txt")).hasContent("mine");
    assertThat(folder.resolve("events.jsonl")).content().doesNotContain("earlier");
    assertThat(folder.resolve("report.html")).content().doesNotContain("an earlier report");
  }

  private static TreeSet<String> ids(String... ids) {
    return new TreeSet<>(List.of(ids));
  }

  private Commands.Ended judged(Checks checks, String tags) throws IOException {
    try (Serve serve = new Serve(List.of(RoleId.TAM), 0, SEED, InstantSource.system(), checks)) {
      Serve.Served tam = serve.served().get(0);
      Path recipe =
          Commands.recipe(folder, tam.url(), tam.key().orElseThrow().publicKey().toSpki(), "");
      return Commands.run(
          "run",
          "--sut",
          recipe.toString(),
          "--tags",
          tags.isEmpty() ? "@role-tam or not @role-tam" : tags,
          "--seed",
          "00",
          "--out",
          folder.toString());
    }
  }
}
