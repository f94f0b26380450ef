package org.ccican.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.ccican.app.ReferenceKeys;
import org.ccican.cose.Crypto;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Traffic of the reference, captured as others would, and judged by looking on. */
class ObserveCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String URL = "http://tam.example:8080/tam";

  @TempDir Path folder;

  private Path recipe;

  @BeforeEach
  void recipe() throws IOException {
    Bytes key = ReferenceKeys.fixed(new Crypto()).tam().publicKey().toSpki();
    recipe = Commands.recipe(folder, URL, key, "");
  }

  @Test
  void anArchiveOfTheReferenceShowsNothingWrong() throws IOException {
    Path har = har(exchanges());

    Commands.Ended ended = observe(har);

    assertThat(ended.out()).contains("repeat:   ./ccican observe RECORDING --sut FILE");

    assertThat(ended.exit()).as(ended.out() + ended.err()).isZero();
    Map<String, TreeSet<String>> outcomes = outcomes();
    assertThat(outcomes.get("passed"))
        .contains("TEEP-01", "TEEP-05", "TEEP-12", "TOH-01", "TOH-05", "TOH-07");
    assertThat(ended.out()).doesNotContain("emulated");
    // one session has one token
    assertThat(outcomes.get("inapplicable")).contains("TEEP-08");
    assertThat(outcomes).doesNotContainKeys("failed", "suite-error", "inconclusive", "blocked");
    assertThat(Commands.run("judge", folder.resolve("out/events.jsonl").toString()).exit())
        .isZero();
  }

  @Test
  void theAgentAndItsBrokerShowInTheSameArchive() throws IOException {
    Commands.Ended ended =
        observe(har(exchanges()), "--role", "teep-agent", "--role", "teep-broker");

    assertThat(ended.exit()).as(ended.out() + ended.err()).isZero();
    assertThat(outcomes().get("passed"))
        .contains("TEEP-01", "TEEP-10", "TEEP-13", "TOH-02", "TOH-03", "TOH-04");
    assertThat(outcomes().get("inapplicable")).contains("TOH-07");
  }

  @Test
  void aFolderOfMessagesLeavesHttpOut() throws IOException {
    Path messages = Files.createDirectories(folder.resolve("messages"));
    int number = 1;
    for (Exchange each : exchanges()) {
      if (!each.request().isEmpty()) {
        Files.writeString(
            messages.resolve(String.format("%02d-teep-agent.hex", number++)),
            each.request().toHex());
      }
      if (!each.response().isEmpty()) {
        Files.write(
            messages.resolve(String.format("%02d-tam.cbor", number++)), each.response().toArray());
      }
    }

    Commands.Ended ended = observe(messages);

    assertThat(ended.exit()).as(ended.out() + ended.err()).isZero();
    assertThat(outcomes().get("passed")).contains("TEEP-01", "TEEP-05", "TEEP-12");
    assertThat(outcomes().get("inapplicable")).contains("TOH-01", "TOH-07");
  }

  @Test
  void sessionsWithTokensOfTheirOwnKeepTheRule() throws IOException {
    Path ran = folder.resolve("tokens");
    assertThat(
            Commands.run(
                    "run",
                    "--quiet",
                    "--seed",
                    "00",
                    "--tags",
                    "@req-TEEP-08",
                    "--out",
                    ran.toString())
                .exit())
        .isZero();

    Commands.Ended ended = observe(ran.resolve("events.jsonl"));

    assertThat(ended.exit()).as(ended.out() + ended.err()).isZero();
    assertThat(outcomes().get("passed")).contains("TEEP-08");
  }

  @Test
  void aWrongAnswerIsFoundAndNothingElse() throws IOException {
    List<Exchange> exchanges = new ArrayList<>(exchanges());
    Exchange update = exchanges.get(1);
    Bytes spoilt = update.response().flip(update.response().size() - 1, 0);
    exchanges.set(1, new Exchange(update.request(), update.status(), update.type(), spoilt));

    Commands.Ended ended = observe(har(exchanges));

    assertThat(ended.exit()).isEqualTo(1);
    assertThat(outcomes().get("failed")).containsExactly("TEEP-01");
  }

  @Test
  void whatIsNotInTheRecipeIsPassedOver() throws IOException {
    Commands.recipe(
        folder,
        "http://another.example/tam",
        ReferenceKeys.fixed(new Crypto()).tam().publicKey().toSpki(),
        "");

    Commands.Ended ended = observe(har(exchanges()));

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.complaint()).contains("none of its").contains("URL of the recipe");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nothing                                    | is no JSON",
        "{}                                         | log.entries is missing",
        "{\"log\":{\"entries\":[{\"request\":{\"url\":\"http://[\"}}]}} |"
            + " log.entries[0].request.url: is no URL",
        "{\"log\":{\"entries\":[{\"request\":{\"url\":\"http://tam.example:8080/tam\",\"method\":\"POST\"},\"response\":{\"status\":1000}}]}}"
            + " | log.entries[0].response.status",
        "{\"log\":{\"entries\":[{\"request\":{\"url\":\"http://tam.example:8080/tam\"},"
            + "\"response\":{\"status\":200,\"content\":{\"encoding\":\"base64\",\"text\":\"!\"}}}]}}"
            + " | log.entries[0].response.content.text: is no base64",
        "{\"log\":{\"entries\":[{\"request\":{\"url\":\"http://tam.example:8080/tam\"},"
            + "\"response\":{\"status\":200,\"content\":{\"text\":\"\u20ac\"}}}]}}"
            + " | octets were lost",
      })
  void aBrokenArchiveIsNamedWithItsPlace(String text, String complaint) throws IOException {
    Path har = Files.writeString(folder.resolve("traffic.har"), text);

    Commands.Ended ended = observe(har);

    assertThat(ended.exit()).as(ended.err()).isEqualTo(2);
    assertThat(ended.complaint()).contains(complaint);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void messagesOutOfTurnAreRefused() throws IOException {
    Path messages = Files.createDirectories(folder.resolve("messages"));
    Files.write(messages.resolve("01-teep-agent.cbor"), new byte[] {1});

    Commands.Ended ended = observe(messages);

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.complaint()).contains("01-teep-agent.cbor").contains("tam was due");
  }

  @Test
  void aRecordingThatIsNotThereIsSaid() {
    assertThat(observe(folder.resolve("nowhere.har")).complaint())
        .contains("nowhere.har: no such file or folder");
  }

  private Commands.Ended observe(Path recording, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "observe",
                recording.toString(),
                "--sut",
                recipe.toString(),
                "--out",
                folder.resolve("out").toString()));
    words.addAll(List.of(more));
    return Commands.run(words.toArray(String[]::new));
  }

  private Map<String, TreeSet<String>> outcomes() throws IOException {
    return Commands.byOutcome(Commands.report(folder.resolve("out")), "requirements");
  }

  /** What Broker and TAM said to each other. */
  private record Exchange(Bytes request, int status, String type, Bytes response) {}

  /** Two sessions of the reference, as its log has them. */
  private List<Exchange> exchanges() throws IOException {
    Path ran = folder.resolve("ran");
    Commands.Ended ended =
        Commands.run(
            "run", "--quiet", "--seed", "00", "--tags", "@req-PROV-10", "--out", ran.toString());
    assertThat(ended.exit()).as(ended.out()).isZero();
    List<Exchange> exchanges = new ArrayList<>();
    JsonNode asked = JSON.nullNode();
    for (String line : Files.readAllLines(ran.resolve("events.jsonl"))) {
      JsonNode event = JSON.readTree(line);
      if (event.path("kind").asText().equals("message")
          && event.path("scenario").asText().equals("PROV-10.1")
          && event.path("resource").asText().equals("teep")) {
        if (event.path("to").asText().equals("tam")) {
          asked = event;
        } else if (event.path("from").asText().equals("tam")) {
          exchanges.add(
              new Exchange(
                  Bytes.hex(asked.path("body").asText()),
                  event.path("status").asInt(),
                  event.path("mediaType").asText(),
                  Bytes.hex(event.path("body").asText())));
        }
      }
    }
    assertThat(exchanges).hasSizeGreaterThan(2);
    return exchanges;
  }

  private Path har(List<Exchange> exchanges) throws IOException {
    ObjectNode har = JSON.createObjectNode();
    ArrayNode entries = har.putObject("log").put("version", "1.2").putArray("entries");
    for (Exchange each : exchanges) {
      ObjectNode entry = entries.addObject();
      ObjectNode request = entry.putObject("request").put("method", "POST").put("url", URL);
      ArrayNode asked = request.putArray("headers");
      header(asked, "Accept", "application/teep+cbor");
      if (!each.request().isEmpty()) {
        header(asked, "Content-Type", "application/teep+cbor");
        request
            .putObject("postData")
            .put("mimeType", "application/teep+cbor")
            .put("encoding", "base64")
            .put("text", base64(each.request()));
      }
      ObjectNode response = entry.putObject("response").put("status", each.status());
      ArrayNode said = response.putArray("headers");
      if (!each.response().isEmpty()) {
        header(said, "Content-Type", each.type());
        header(said, "X-Content-Type-Options", "nosniff");
        response
            .putObject("content")
            .put("mimeType", each.type())
            .put("encoding", "base64")
            .put("text", base64(each.response()));
      }
    }
    return Files.writeString(folder.resolve("traffic.har"), har.toString());
  }

  private static void header(ArrayNode headers, String name, String value) {
    headers.addObject().put("name", name).put("value", value);
  }

  private static String base64(Bytes octets) {
    return Base64.getEncoder().encodeToString(octets.toArray());
  }
}
