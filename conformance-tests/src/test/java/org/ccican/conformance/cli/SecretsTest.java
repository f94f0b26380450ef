package org.ccican.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ccican.app.Serve;
import org.ccican.check.Checks;
import org.ccican.conformance.cli.HostileTam.Asked;
import org.ccican.conformance.cli.HostileTam.Behaviour;
import org.ccican.conformance.report.ReportFiles;
import org.ccican.role.RoleId;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is secret in a recipe, or beside it, is neither printed nor kept. */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SecretsTest {

  private static final String PASSWORD = "Sesame-password";
  private static final String QUERY = "Sesame-query";
  private static final String HEADER = "Sesame-header";
  private static final String ARGUMENT = "Sesame-argument";

  private static Serve honest;

  @TempDir Path top;

  private final List<String> printed = new ArrayList<>();

  @BeforeAll
  static void serve() throws IOException {
    honest =
        new Serve(
            List.of(RoleId.TAM, RoleId.MOC),
            0,
            Bytes.of(7),
            InstantSource.system(),
            Checks.unbroken());
  }

  @AfterAll
  static void end() {
    honest.close();
  }

  /** Whatever the target does with them, they are nowhere in what is left. */
  @AfterEach
  void areNowhere() throws IOException {
    String basic =
        Base64.getEncoder().encodeToString(("me:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    assertThat(printed).isNotEmpty();
    assertThat(String.join("\n", printed)).doesNotContain("Sesame", basic);
    Path out = top.resolve("out");
    if (Files.exists(out)) {
      try (Stream<Path> files = Files.walk(out)) {
        for (Path each : files.filter(Files::isRegularFile).toList()) {
          assertThat(new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1))
              .as(each.toString())
              .doesNotContain("Sesame", basic);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"CLOSE, 6", "WEB_PAGE, 1", "GARBAGE, 1"})
  void ofATamAreNowhere(Behaviour behaviour, int exit) throws Exception {
    try (HostileTam tam = hostile(asked -> asked.scenario().matches("[A-Z]+-.*"), behaviour)) {
      Path recipe = tam(tam.url());

      run("sut", "check", recipe.toString());
      run("doctor", "--sut", recipe.toString());
      run("run", "--dry-run", "--sut", recipe.toString(), "--tags", "@req-TOH-06");
      assertThat(judged(recipe, "@req-TOH-06 or @req-PROV-09")).isEqualTo(exit);
      afterwards();
      assertThat(Files.readString(top.resolve("out/report.json"))).contains("127.0.0.1");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"SILENCE", "CLOSE", "NO_HTTP", "WEB_PAGE", "REDIRECT"})
  void areNotInAComplaint(String behaviour) throws Exception {
    try (HostileTam tam = hostile(asked -> true, Behaviour.valueOf(behaviour))) {
      Path recipe = tam(tam.url());

      assertThat(run("doctor", "--sut", recipe.toString()).exit()).isEqualTo(2);
      assertThat(judged(recipe, "@req-TOH-06")).isEqualTo(2);
      assertThat(String.join("", printed)).contains("tam.url");
    }
  }

  /** A program that prints what it was given. */
  @ParameterizedTest
  @ValueSource(strings = {"exit 0", "exit 1", "exit 3"})
  void ofAProgramAreNowhere(String ending) throws Exception {
    Files.writeString(top.resolve("begin.sh"), "echo \"$@\" >&2\n" + ending + "\n");
    String program = "[sh, begin.sh, --token=" + ARGUMENT + ", " + ARGUMENT + "]";
    for (String role :
        List.of(
            "moc: {trigger: {command: " + program + "}}\n",
            "teep-agent: {trigger: {command: " + program + "}, timeouts: {response: 1 s}}\n",
            "attesting-environment: {command: " + program + ", format: sev-snp}\n",
            "attesting-environment: {adapter: " + program + ", format: sev-snp}\n")) {
      Path recipe = Files.writeString(top.resolve("sut.yaml"), role);

      run("sut", "check", recipe.toString());
      run("doctor", "--sut", recipe.toString());
      judged(recipe, "@req-PROV-01 or @id-TEEP-33.1 or @req-ARCH-22");
      afterwards();
    }
  }

  @Test
  void ofATriggerAreNowhere() throws Exception {
    try (HostileTam moc = hostile(asked -> true, Behaviour.SERVER_ERROR)) {
      String url = moc.url().replace("://", "://me:" + PASSWORD + "@") + "/{case}?token=" + QUERY;
      Path recipe =
          Files.writeString(
              top.resolve("sut.yaml"),
              "moc: {trigger: {url: '" + url + "'}, headers: {X-Key: " + HEADER + "}}\n");

      run("sut", "check", recipe.toString());
      judged(recipe, "@req-PROV-01");
      afterwards();
    }
  }

  /** A recipe that is wrong is told by its place, not by what stands there. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "tam: {url: 'ftp://me:Sesame-password@tam.example/', key: tam.pem}",
        "tam: {url: 'http://me:Sesame-password@/tam', key: tam.pem}",
        "tam: {url: 'http://me:Sesame-password@tam.example:99999/', key: tam.pem}",
        "tam: {url: 'http://me:Sesame-password@tam example/', key: tam.pem}",
        "tam: {url: 'http://me:Sesame-password@tam.example/#x', key: tam.pem}",
        "tam: {url: 'http://tam.example/', key: none.pem, headers: {x: 'Sesame-header\u00e4'}}",
        "moc: {trigger: {url: 'http://me:Sesame-password@{case}/'}}",
        "moc: {trigger: {command: [begin, 7, Sesame-argument]}}",
      })
  void ofAWrongRecipeAreNowhere(String yaml) throws Exception {
    Path recipe = Files.writeString(top.resolve("sut.yaml"), yaml + "\n");

    assertThat(run("sut", "check", recipe.toString()).exit()).isEqualTo(2);
  }

  /** A private key in place of a public one is not taken, and not shown. */
  @Test
  void aPrivateKeyIsNowhere() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    String text = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
    for (String file :
        List.of(
            "-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n",
            "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\",\"d\":\"" + text + "\"}",
            text)) {
      Files.writeString(top.resolve("tam.pem"), file);
      Path recipe =
          Files.writeString(
              top.resolve("sut.yaml"), "tam: {url: 'http://127.0.0.1:1/', key: tam.pem}\n");

      Commands.Ended ended = run("sut", "check", recipe.toString());

      assertThat(ended.exit()).isEqualTo(2);
      assertThat(ended.out() + ended.err())
          .contains("tam.key")
          .doesNotContain(text.substring(0, 40), text.substring(40, 80));
    }
  }

  private static HostileTam hostile(Predicate<Asked> hostile, Behaviour behaviour)
      throws IOException {
    return new HostileTam(honest.served().get(0).url(), hostile, behaviour);
  }

  private Path tam(String url) throws IOException {
    Bytes key = honest.served().get(0).key().orElseThrow().publicKey().toSpki();
    return Commands.recipe(
        top,
        "'" + url.replace("://", "://me:" + PASSWORD + "@") + "?token=" + QUERY + "'",
        key,
        "  headers: {X-Key: " + HEADER + "}\n  timeouts: {response: 700ms}\n");
  }

  private int judged(Path recipe, String tags) {
    return run(
            "run",
            "--sut",
            recipe.toString(),
            "--tags",
            tags,
            "--out",
            top.resolve("out").toString())
        .exit();
  }

  /** What is made of a report later. */
  private void afterwards() throws IOException {
    Path out = top.resolve("out");
    if (!Files.exists(out.resolve(ReportFiles.JSON))) {
      return;
    }
    for (JsonNode each : Commands.report(out).path("scenarios")) {
      run("challenge", each.path("id").asText(), "--report", out.toString());
    }
    run(
        "judge",
        out.resolve("events.jsonl").toString(),
        "--out",
        top.resolve("out/again").toString());
    run(
        "baseline",
        "update",
        "--report",
        out.toString(),
        "--baseline",
        top.resolve("out/known.yaml").toString(),
        "--reason",
        "a test");
  }

  private Commands.Ended run(String... words) {
    Commands.Ended ended = Commands.run(words);
    printed.add(ended.out() + ended.err());
    return ended;
  }
}
