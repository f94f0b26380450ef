package org.ccican.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ccican.app.Serve;
import org.ccican.check.Checks;
import org.ccican.conformance.sut.SutFile;
import org.ccican.role.RoleId;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** From an address and a key to the first report, and every wrong turn on the way. */
class RecipeCommandsTest {

  private static Serve serve;

  @TempDir Path folder;

  @BeforeAll
  static void serve() throws IOException {
    serve =
        new Serve(List.of(RoleId.TAM), 0, Bytes.of(3), InstantSource.system(), Checks.unbroken());
  }

  @AfterAll
  static void end() {
    serve.close();
  }

  @Test
  void leadsFromARunningTamToItsFirstReport() throws Exception {
    Path recipe = folder.resolve("new").resolve("sut.yaml");
    Commands.Ended written =
        Commands.run("init", "--role", "tam", "--url", url(), "--out", recipe.toString());

    assertThat(written.exit()).as(written.err()).isZero();
    assertThat(written.out()).contains("still to do: put the public key in tam.pem");
    Commands.recipe(recipe.getParent(), url(), key(), "");
    Files.delete(recipe);
    assertThat(
            Commands.run(
                    "init",
                    "--role",
                    "tam",
                    "--url",
                    url(),
                    "--key",
                    "tam.pem",
                    "--out",
                    recipe.toString())
                .exit())
        .isZero();
    assertThat(Files.readAllLines(recipe)).hasSizeLessThanOrEqualTo(6);
    assertThat(Files.list(recipe.getParent())).hasSize(2);

    Commands.Ended ended =
        Commands.run(
            "run",
            "--sut",
            recipe.toString(),
            "--tags",
            "@req-TOH-05",
            "--out",
            folder.resolve("report").toString());

    assertThat(ended.exit()).as(ended.out()).isZero();
    assertThat(folder.resolve("report").resolve("report.html")).isNotEmptyFile();
  }

  @Test
  void overwritesNothingUnlessItIsTold() throws IOException {
    Path recipe = Files.writeString(folder.resolve("sut.yaml"), "mine");
    String[] words = {"init", "--role", "tam", "--url", "http://a/", "--out", recipe.toString()};

    Commands.Ended refused = Commands.run(words);

    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.complaint()).contains("is there already; --force overwrites it");
    assertThat(recipe).hasContent("mine");
    String[] forced = Arrays.copyOf(words, words.length + 1);
    forced[words.length] = "--force";
    assertThat(Commands.run(forced).exit()).isZero();
    assertThat(recipe).content().startsWith("tam:\n  url: \"http://a/\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2  | tam.url: expected a URL that begins with http://        | --role tam --url ftp://a",
        "2  | unknown field; known here: name                         | --role tom --url http://a",
        "2  | is not a way to reach the tam; ways to it: url          | --role tam --way"
            + " trigger=[x]",
        "2  | is not a way to reach the platform                      | --role platform"
            + " --way veraison=x",
        "64 | give either --url or --way                              | --role tam",
        "64 | expected WAY=VALUE                                      | --role tam --way url",
        "64 | Nobody can be asked here; give --role ROLE and --url URL| --name x",
      })
  void leavesNothingBehindWhereItCannotHelp(int exit, String complaint, String words)
      throws IOException {
    Path recipe = folder.resolve("sut.yaml");
    List<String> all = new ArrayList<>(List.of("init", "--out", recipe.toString()));
    all.addAll(List.of(words.split(" ")));

    Commands.Ended ended = Commands.run(all.toArray(String[]::new));

    assertThat(ended.exit()).as(ended.err()).isEqualTo(exit);
    assertThat(ended.err()).contains(complaint);
    assertThat(Files.list(folder)).isEmpty();
  }

  @Test
  void writesSeveralRoles() throws Exception {
    Path recipe = folder.resolve("sut.yaml");
    Commands.recipe(folder, url(), key(), "");

    Commands.Ended ended =
        Commands.run(
            "init",
            "--force",
            "--name",
            "a \"b\"",
            "--out",
            recipe.toString(),
            "--role",
            "tam",
            "--url",
            "http://a/t",
            "--role",
            "verifier",
            "--url",
            "http://a/v",
            "--key",
            "tam.pem",
            "--claim",
            "freshness=nonce",
            "--claim",
            "options=");

    assertThat(ended.exit()).as(ended.err()).isZero();
    SutFile file = SutFile.read(recipe);
    assertThat(file.name()).contains("a \"b\"");
    assertThat(file.roles()).hasSize(2);
    assertThat(file.claims().freshness()).contains(List.of("nonce"));
    assertThat(file.claims().options()).contains(List.of());
  }

  @Test
  void asksWhereSomebodyAnswers() throws Exception {
    Commands.recipe(folder, url(), key(), "");
    Path recipe = folder.resolve("asked.yaml");
    StringWriter said = new StringWriter();
    Terminal terminal =
        new Terminal(
            new BufferedReader(
                new StringReader("nobody\nverifier\n\nhttp://a/v\ntam.pem\nsev-snp, tdx\n")),
            true);

    int exit =
        new CommandLine(new InitCommand(terminal))
            .setOut(new PrintWriter(said, true))
            .execute("--out", recipe.toString());

    assertThat(exit).as(said.toString()).isZero();
    assertThat(said.toString())
        .contains("Which role does your system play?")
        .contains("That is none of them.");
    assertThat(SutFile.read(recipe).find(RoleId.VERIFIER)).isPresent();
    assertThat(SutFile.read(recipe).claims().formats()).contains(List.of("sev-snp", "tdx"));
  }

  @Test
  void explainsARecipe() throws IOException {
    Path recipe = Commands.recipe(folder, url() + "?token=secret", key(), "");

    Commands.Ended ended = Commands.run("sut", "check", recipe.toString());

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out())
        .contains("tam: the target's, by url at " + url() + "?...")
        .contains(
            "thumbprint " + serve.served().get(0).key().orElseThrow().publicKey().thumbprint())
        .contains("the recipe names no tam.uris.passport")
        .contains("they judge roles that the target does not play")
        .containsPattern("[0-9]+ of [0-9]+ scenarios will be run")
        .doesNotContain("secret");
  }

  /** What is said before a run is what the run does. */
  @Test
  void rehearsesWhatARunIsGoingToAsk() throws IOException {
    Path recipe = Commands.recipe(folder, url(), key(), "");
    String tags = "@req-TOH-05 or @req-TEEP-50 or @req-PROV-03 or @req-TEEP-146";
    Commands.Ended dry =
        Commands.run("run", "--dry-run", "--sut", recipe.toString(), "--tags", tags);
    assertThat(dry.exit()).as(dry.err()).isZero();

    Commands.run("run", "--sut", recipe.toString(), "--tags", tags, "--out", folder.toString());

    Set<String> skipped = new TreeSet<>();
    for (JsonNode each : Commands.report(folder).path("scenarios")) {
      if (each.path("outcome").textValue().equals("inapplicable")) {
        skipped.add(each.path("id").textValue());
      }
    }
    assertThat(skipped).isNotEmpty();
    assertThat(
            dry.out()
                .lines()
                .filter(line -> line.startsWith("skip  "))
                .map(line -> line.split(" +")[1])
                .collect(Collectors.toSet()))
        .isEqualTo(skipped);
  }

  @Test
  void findsNothingWrongWithWhatFits() throws IOException {
    Path recipe = Commands.recipe(folder, url(), key(), "");

    Commands.Ended ended = Commands.run("doctor", "--sut", recipe.toString());

    assertThat(ended.exit()).as(ended.out()).isZero();
    assertThat(ended.out())
        .contains("ok     tam.url: answers 200, application/teep+cbor")
        .contains("ok     tam.key: verifies the first message")
        .contains("The recipe fits the target.");
  }

  @Test
  void namesTheFieldThatIsWrong() throws IOException {
    Path closed = Commands.recipe(folder, "http://127.0.0.1:1/teep", key(), "");
    Commands.Ended unreachable = Commands.run("doctor", "--sut", closed.toString());
    assertThat(unreachable.exit()).isEqualTo(2);
    assertThat(unreachable.out())
        .contains("WRONG  tam.url: no answer from http://127.0.0.1:1/teep (connection refused)")
        .contains("nothing was held against them");

    Path late =
        Commands.recipe(
            folder, url(), key(), "  uris: {token: \"" + url().replace("teep", "nobody") + "\"}\n");
    Commands.Ended elsewhere = Commands.run("doctor", "--sut", late.toString());
    assertThat(elsewhere.exit()).isEqualTo(2);
    assertThat(elsewhere.out())
        .contains("ok     tam.key: verifies")
        .contains("WRONG  tam.uris.token: ")
        .contains("answers 404");
  }

  /** What accepts everything, or nothing, stands in for no Verifier. */
  @ParameterizedTest
  @CsvSource({"/bin/true, does not refuse what has to be refused", "/bin/false, does not accept"})
  void findsOutAProgramThatAlwaysSaysTheSame(String program, String complaint) throws IOException {
    Path recipe =
        Files.writeString(folder.resolve("sut.yaml"), "verifier:\n  command: [" + program + "]\n");

    Commands.Ended ended = Commands.run("doctor", "--sut", recipe.toString());

    assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(2);
    assertThat(ended.out()).contains("WRONG  verifier.command: ", complaint);
  }

  @Test
  void noticesAClockThatIsFarOff() throws Exception {
    Path recipe = Commands.recipe(folder, url(), key(), "");
    StringWriter said = new StringWriter();

    new SutServices(() -> InstantSource.system().instant().plus(Duration.ofHours(1)))
        .doctor(SutFile.read(recipe), new PrintWriter(said, true));

    assertThat(said.toString())
        .containsPattern("WRONG {2}tam.url: the server's clock is 3[56][0-9]{2} s behind");
  }

  private static String url() {
    return serve.served().get(0).url();
  }

  private static Bytes key() {
    return serve.served().get(0).key().orElseThrow().publicKey().toSpki();
  }
}
