package org.ccican.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ccican.app.ReferenceKeys;
import org.ccican.app.Serve;
import org.ccican.check.Checks;
import org.ccican.conformance.cli.HostileTam.Behaviour;
import org.ccican.conformance.report.ReportFiles;
import org.ccican.cose.Crypto;
import org.ccican.role.RoleId;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a target says harms neither whoever runs the suite nor whoever reads the report. */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileWordsTest {

  @TempDir Path top;

  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectories(top.resolve("a/b/out"));
    Files.writeString(top.resolve("words.txt"), HostileWords.TEXT);
  }

  @Test
  void ofATamAreHarmless() throws IOException {
    try (Serve honest =
            new Serve(
                List.of(RoleId.TAM), 0, Bytes.of(7), InstantSource.system(), Checks.unbroken());
        HostileTam tam =
            new HostileTam(
                honest.served().get(0).url(),
                asked -> asked.scenario().matches("[A-Z]+-.*"),
                Behaviour.WORDS)) {
      Bytes key = honest.served().get(0).key().orElseThrow().publicKey().toSpki();
      Path recipe = Commands.recipe(top, tam.url(), key, "");

      Commands.Ended ended = run(recipe, "@req-TOH-06 or @req-PROV-09 or @req-TEEP-03");

      assertThat(ended.exit()).as(ended.out()).isEqualTo(1);
      HostileWords.areHarmless(ended, folder);
      assertThat(ended.out()).contains("302");
    }
  }

  @Test
  void ofAServerThatIsNoRoleAreHarmless() throws IOException {
    try (HostileTam tam = new HostileTam("http://127.0.0.1:1", asked -> true, Behaviour.WORDS)) {
      for (String role : List.of("moc", "middleware-repository", "teep-broker", "verifier")) {
        String key = role.equals("verifier") ? ", key: key.pem" : "";
        Commands.Ended ended =
            Commands.run(
                "doctor",
                "--sut",
                recipe(role + ": {url: '" + tam.url() + "'" + key + "}\n").toString());

        assertThat(ended.exit()).as(ended.out()).isEqualTo(2);
        assertThat(ended.out()).contains(role + ".url");
        HostileWords.areHarmless(ended, folder);
      }
    }
  }

  /** On standard error, as the answer, or as both, whatever the exit code. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "cat words.txt >&2; exit 3",
        "cat words.txt >&2; exit 1",
        "cat words.txt",
        "cat words.txt; cat words.txt >&2; exit 1"
      })
  void ofAProgramAreHarmless(String script) throws IOException {
    String program = "[sh, -c, '" + script + "']";
    for (String role :
        List.of(
            "attesting-environment: {command: " + program + ", format: sev-snp}\n",
            "verifier: {command: " + program + ", key: key.pem}\n",
            "moc: {trigger: {command: " + program + "}}\n",
            "teep-agent: {trigger: {command: " + program + "}, timeouts: {response: 1 s}}\n")) {
      Path recipe = recipe(role);

      HostileWords.areHarmless(Commands.run("doctor", "--sut", recipe.toString()), folder);
      Commands.Ended ended =
          run(recipe, "@req-SNP-02 or @req-PROV-01 or @id-TEEP-33.1 or @req-ARCH-22");
      assertThat(ended.exit()).as(ended.out()).isIn(1, 2, 5, 6);
      HostileWords.areHarmless(ended, folder);
    }
  }

  /** An adapter chooses its reasons. */
  @Test
  void ofAnAdapterAreHarmless() throws IOException {
    Files.writeString(
        top.resolve("adapter.py"),
        """
        import json, sys
        words = open('words.txt', encoding='utf-8').read()
        for line in sys.stdin:
            asked = json.loads(line)
            print(json.dumps({'id': asked['id'], 'outcome': 'refused', 'reason': words}), flush=True)
        """);
    Path recipe = recipe("verifier: {adapter: [python3, adapter.py], key: key.pem}\n");

    HostileWords.areHarmless(Commands.run("doctor", "--sut", recipe.toString()), folder);
    HostileWords.areHarmless(run(recipe, "@req-SNP-02 or @req-SNP-03"), folder);
  }

  private Commands.Ended run(Path recipe, String tags) throws IOException {
    Commands.Ended ended =
        Commands.run("run", "--sut", recipe.toString(), "--tags", tags, "--out", folder.toString());
    if (Files.exists(folder.resolve(ReportFiles.JSON))) {
      for (JsonNode scenario : Commands.report(folder).path("scenarios")) {
        Commands.Ended challenge =
            Commands.run("challenge", scenario.path("id").asText(), "--report", folder.toString());
        HostileWords.areHarmless(challenge, folder);
      }
    }
    return ended;
  }

  private Path recipe(String text) throws IOException {
    Bytes key = ReferenceKeys.fixed(new Crypto()).verifier().publicKey().toSpki();
    Files.writeString(
        top.resolve("key.pem"),
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(key.toArray())
            + "\n-----END PUBLIC KEY-----\n");
    return Files.writeString(top.resolve("sut.yaml"), text);
  }
}
