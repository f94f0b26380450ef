package org.ccican.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccican.app.Serve;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.role.RoleId;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A TAM and a device of one target that meet each other, with the suite between them. */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ForeignTogetherTest {

  private static final List<RoleId> DEVICE =
      List.of(RoleId.TEEP_BROKER, RoleId.TEEP_AGENT, RoleId.PLATFORM, RoleId.ATTESTING_ENVIRONMENT);

  /** Whole sessions, and messages that are altered, dropped, repeated and out of order. */
  private static final String SESSIONS =
      "@req-PROV-09 or @req-PROV-10 or @req-PROV-06 or @req-TEEP-08 or @req-TEEP-13 or @req-TOH-03"
          + " or @req-SUIT-04 or @req-TOH-05";

  @TempDir Path folder;

  @Test
  void passesAtBothEnds() throws IOException {
    Map<String, TreeSet<String>> outcomes =
        judged(Checks.unbroken(), Checks.unbroken(), SESSIONS, 0);

    assertThat(outcomes.keySet()).containsExactlyInAnyOrder("passed", "inapplicable");
    assertThat(outcomes.get("passed"))
        .contains("PROV-09.1", "PROV-09.2", "PROV-09.3", "PROV-09.4", "PROV-09.6")
        .contains("ARCH-18.1", "PROV-10.1", "PROV-10.2", "SUIT-04.2", "TEEP-13.1", "TOH-03.1")
        .contains("TEEP-01.recorded-tam.1", "TEEP-13.recorded-teep-agent.1")
        .contains("TOH-03.recorded-teep-broker.1");
  }

  /** Each end is broken in turn, and its own roles answer for it whoever is judged. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // broken | fault | tags | failed | put down to
        "tam    | tam.token.reuse     | @req-TEEP-08 or @req-TOH-05                | TEEP-08 | tam",
        "device | agent.success.token | @req-TEEP-13 or @req-TOH-05                | TEEP-13 |"
            + " teep-agent",
        "tam    | cose.signature      | @id-PROV-09.3                              | PROV-09 | tam",
        "device | cose.signature      | @id-PROV-09.2                              | PROV-09 |"
            + " teep-agent",
      })
  void blamesTheEndThatIsBroken(
      String broken, String fault, String tags, String failed, String role) throws IOException {
    Checks tam = broken.equals("tam") ? broken(fault) : Checks.unbroken();
    Checks device = broken.equals("device") ? broken(fault) : Checks.unbroken();

    Map<String, TreeSet<String>> outcomes = judged(tam, device, tags, 1);

    assertThat(outcomes).containsKey("failed").doesNotContainKeys("suite-error", "inconclusive");
    JsonNode report = Commands.report(folder);
    assertThat(Commands.byOutcome(report, "requirements").get("failed")).contains(failed);
    for (JsonNode scenario : report.path("scenarios")) {
      if (scenario.path("outcome").textValue().equals("failed")) {
        assertThat(scenario.path("blame").path("on").textValue()).isEqualTo("target");
        assertThat(scenario.path("blame").path("role").textValue())
            .as(scenario.path("id") + ": " + scenario.path("blame"))
            .isEqualTo(role);
      }
    }
  }

  /** What a device does not do is held against nobody, and least of all against the TAM. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sleep 1000    | inconclusive",
        "kill -SEGV $$ | blocked",
        "exit 1        | blocked",
      })
  void takesNoSilenceForAFailure(String script, String outcome) throws IOException {
    try (Serve served = serve(List.of(RoleId.TAM), Checks.unbroken())) {
      Serve.Served tam = served.served().get(0);
      Path recipe =
          Commands.recipe(folder, tam.url(), tam.key().orElseThrow().publicKey().toSpki(), "");
      String trigger =
          ": {trigger: {command: [sh, -c, '" + script + "']}, timeouts: {response: 500ms}}\n";
      Files.writeString(
          recipe,
          Files.readString(recipe)
              + "together: true\nteep-broker"
              + trigger
              + "teep-agent"
              + trigger);

      Commands.Ended ended = run("@id-ARCH-18.1");

      assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(6);
      assertThat(Commands.byOutcome(Commands.report(folder), "scenarios").keySet())
          .containsExactly(outcome);
    }
  }

  @Test
  void judgesTwoProcesses() throws Exception {
    Process tam = process("tam", "tam", "--clock");
    Process device =
        process(
            "device",
            "teep-broker",
            "teep-agent",
            "platform",
            "attesting-environment",
            "--fault",
            "broker.http.media-type");
    try {
      String recipe = "together: true\n" + awaited(tam, "tam") + awaited(device, "device");
      Files.writeString(folder.resolve("sut.yaml"), recipe);
      Files.copy(folder.resolve("tam/tam.pem"), folder.resolve("tam.pem"));
      Files.copy(
          folder.resolve("device/teep-agent-encryption.pem"),
          folder.resolve("teep-agent-encryption.pem"));
      Files.copy(folder.resolve("tam/tam-encryption.pem"), folder.resolve("tam-encryption.pem"));

      Commands.Ended ended = run("@id-TOH-03.1 or @id-PROV-10.1");

      assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(1);
      JsonNode report = Commands.report(folder);
      assertThat(Commands.byOutcome(report, "scenarios").get("passed")).contains("PROV-10.1");
      assertThat(Commands.byOutcome(report, "scenarios").get("failed"))
          .contains("TOH-03.1", "TOH-03.recorded-teep-broker.1");
      assertThat(ended.out()).contains("put down to the target's teep-broker: ");
    } finally {
      for (Process each : List.of(tam, device)) {
        each.destroy();
        assertThat(each.waitFor(30, TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  private Process process(String name, String... words) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve",
                "--sut-out",
                folder.resolve(name).resolve("sut.yaml").toString()));
    command.addAll(List.of(words));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** The recipe of a process, when it serves. */
  private String awaited(Process process, String name) throws IOException {
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    assertThat(said.readLine()).startsWith("{");
    return Files.readString(folder.resolve(name).resolve("sut.yaml")) + "\n";
  }

  @Test
  void isSaidBeforeTheRun() throws IOException {
    String recipe = folder.resolve("sut.yaml").toString();
    try (Serve tam = serve(List.of(RoleId.TAM), Checks.unbroken())) {
      Serve.Served served = tam.served().get(0);
      Commands.recipe(folder, served.url(), served.key().orElseThrow().publicKey().toSpki(), "");
      String trigger = "trigger={url: 'http://localhost:2/{case}/{tam-uri}'}";
      Commands.Ended written =
          Commands.run(
              ("init --force --together --out "
                      + recipe
                      + " --role tam --url "
                      + served.url()
                      + " --role teep-broker --way TRIGGER --role teep-agent --way TRIGGER")
                  .transform(
                      line ->
                          Stream.of(line.split(" "))
                              .map(word -> word.equals("TRIGGER") ? trigger : word)
                              .toArray(String[]::new)));

      assertThat(written.exit()).as(written.err()).isZero();
      String between =
          "together: tam | teep-agent and teep-broker: they meet each other, and the suite stands"
              + " between them";
      assertThat(Commands.run("sut", "check", recipe).out()).contains(between);
      assertThat(Commands.run("doctor", "--sut", recipe).out()).contains(between);
      assertThat(Commands.run("run", "--sut", recipe, "--dry-run").out())
          .contains(between)
          .contains("run   PROV-09.2  ")
          .contains("the target's own tam takes part, and the suite does not stand in for it");
    }
  }

  private Map<String, TreeSet<String>> judged(Checks tam, Checks device, String tags, int exit)
      throws IOException {
    try (Serve first = serve(List.of(RoleId.TAM), tam);
        Serve second = serve(DEVICE, device)) {
      recipe(first.served().get(0), second.served().get(0).trigger().orElseThrow());
      Commands.Ended ended = run(tags);
      assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(exit);
      return Commands.byOutcome(Commands.report(folder), "scenarios");
    }
  }

  private Commands.Ended run(String tags) {
    return Commands.judged(folder.resolve("sut.yaml"), tags, folder);
  }

  private void recipe(Serve.Served tam, String trigger) throws IOException {
    Path recipe =
        Commands.recipe(folder, tam.url(), tam.key().orElseThrow().publicKey().toSpki(), "");
    Files.writeString(
        recipe,
        Files.readString(recipe)
            + "together: true\n"
            + DEVICE.stream()
                .map(role -> role.id() + ": {trigger: {url: '" + trigger + "'}}\n")
                .collect(Collectors.joining()));
  }

  private static Serve serve(List<RoleId> roles, Checks checks) throws IOException {
    return new Serve(roles, 0, Bytes.of(0), InstantSource.system(), checks);
  }

  private static Checks broken(String fault) {
    return new BrokenChecks(CheckCatalogue.load().find(fault).orElseThrow());
  }
}
