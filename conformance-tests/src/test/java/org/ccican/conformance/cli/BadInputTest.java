package org.ccican.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.ccican.app.Serve;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.role.RoleId;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user can get wrong ends in one line that says so, and in the exit code for it. */
class BadInputTest {

  private static final Bytes KEY =
      SigningKey.fromSeed(CoseAlgorithm.ESP256, Crypto.sha256(Bytes.of(1)), new Crypto())
          .publicKey()
          .toSpki();

  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    Commands.recipe(folder, "http://127.0.0.1:1/tam", KEY, "");
    write("tabs.yaml", "tam:\n\turl: x\n");
    write("open.yaml", "tam: {url: 'http://localhost/x', key: tam.pem\n");
    write("unknown.yaml", "tam: {url: 'http://localhost/x', key: tam.pem}\ntamm: {}\n");
    write("deeper.yaml", "tam:\n  url: http://localhost/x\n  key: tam.pem\n  urll: y\n");
    write("nokey.yaml", "tam:\n  url: http://localhost/x\n  key: other.pem\n");
    write("private.yaml", "tam:\n  url: http://localhost/x\n  key: private.pem\n");
    write("private.pem", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    write("agent.yaml", "teep-agent: {url: 'http://localhost/x', key: tam.pem}\n");
    write("empty.yaml", "");
    write("file", "");
    write("binary.yaml", "tam: \u0000");
    write("log.jsonl", "{\"schema\":\"ccican-trace/1\",\"kind\":\"run\"}\n");
    write("text.jsonl", "hello\n");
    Files.createDirectory(folder.resolve("events.jsonl"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run --sut tabs.yaml       | 2 | tabs.yaml:2:1: ",
        "run --sut open.yaml       | 2 | open.yaml:2:1: ",
        "run --sut unknown.yaml    | 2 | unknown.yaml:2:1: tamm: unknown field; known here: name",
        "run --sut deeper.yaml     | 2 | deeper.yaml:4:3: tam.urll: unknown field",
        "run --sut nokey.yaml      | 2 | nokey.yaml:3:8: tam.key: no such file other.pem",
        "run --sut private.yaml    | 2 | private.yaml:3:8: tam.key: private.pem holds a private"
            + " key",
        "run --sut agent.yaml      | 2 | agent.yaml:1:14: teep-agent.url: is not a way to reach the"
            + " teep-agent",
        "run --sut empty.yaml      | 2 | empty.yaml:1:1: the file is empty",
        "run --sut binary.yaml     | 2 | binary.yaml:1:6: character U+0000 is not allowed",
        "run --sut none.yaml       | 2 | none.yaml: no such file",
        "run --sut .               | 2 | is a folder",
        "run --sut sut.yaml        | 2 | tam.url: no answer from http://127.0.0.1:1/tam (connection"
            + " refused)",
        "run --tags @no-such-tag   | 5 | the tags select no scenario",
        "run --out file            | 2 | file: is no folder",
        "run --out file/report     | 2 | file/report: cannot be written (",
        "run --tags @id-TOH-01.1 --out /proc/none | 2 | /proc/none: cannot be written (",
        "serve moc --peer cook=http://x          | 64 | for option '--peer': expected one of"
            + " application-owner,",
        "serve moc --peer moc=http://x           | 64 | found moc",
        "serve moc --peer teep-agent=http://x    | 64 | found teep-agent",
        "serve moc --peer tam=localhost          | 64 | for option '--peer': expected a URL without"
            + " credentials",
        "serve moc --peer-key tam=x.pem          | 64 | for option '--peer-key': no --peer tam",
        "serve moc --peer tam=http://x/tam --peer-key tam=no.pem | 2 | no.pem cannot be read",
        "serve tam --sut-out file/x.yaml         | 2 | x.yaml: cannot be written (",
        "serve tam verifier --port 65535         | 64 | no room for 2 roles",
        "judge none.jsonl          | 2 | none.jsonl: no such file",
        "judge .                   | 2 | is no file",
        "judge text.jsonl          | 2 | text.jsonl: line 1: ",
        "judge log.jsonl           | 2 | log.jsonl: line 1: ",
        "judge log.jsonl --out file | 2 | file: is no folder",
        "appraise --format sev-snp --at 2026-01-31T12:00:00Z --trust tam.pem file | 2 | tam.pem: ",
        "appraise --format none --at 2026-01-31T12:00:00Z --trust tam.pem file    | 2 | ",
        "run --sut | 64 | Missing required parameter for option '--sut'",
        "run --loud | 64 | Unknown option: '--loud'",
        "serve tam --fault cose.signatur | 64 | the nearest is cose.signature",
      })
  void isOneLineAndAnExitCode(String line, int exit, String expected) {
    Commands.Ended ended = Commands.run(words(line));

    assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(exit);
    assertThat(ended.err().lines()).as(ended.err()).hasSize(1);
    assertThat(ended.err()).matches("(?s)(ccican|appraise): .*");
    assertThat(ended.err()).doesNotContain("\tat ", "Exception");
    assertThat(ended.err()).contains(expected == null ? "" : expected.strip());
  }

  @Test
  void wrongKeyIsTheRecipesFault() throws IOException {
    try (Serve serve = tam()) {
      Path recipe = Commands.recipe(folder, serve.served().get(0).url(), KEY, "");

      Commands.Ended ended = Commands.run("run", "--sut", recipe.toString(), "--out", out());

      assertThat(ended.exit()).isEqualTo(2);
      assertThat(ended.err().lines()).hasSize(1);
      assertThat(ended.err()).startsWith("ccican: tam.key: the TAM's first message");
      assertThat(Path.of(out())).doesNotExist();
    }
  }

  @Test
  void wrongPathIsTheRecipesFault() throws IOException {
    try (Serve serve = tam()) {
      Path recipe =
          Commands.recipe(folder, serve.served().get(0).url().replace("/teep", ""), KEY, "");

      Commands.Ended ended = Commands.run("run", "--sut", recipe.toString(), "--out", out());

      assertThat(ended.exit()).isEqualTo(2);
      assertThat(ended.err()).startsWith("ccican: tam.url: ").contains("answers 404");
    }
  }

  @Test
  void saysThatAPortIsInUse() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Commands.Ended ended =
          Commands.run("serve", "tam", "--port", String.valueOf(socket.getLocalPort()));

      assertThat(ended.exit()).isEqualTo(2);
      assertThat(ended.err().lines()).hasSize(1);
      assertThat(ended.err())
          .startsWith("ccican: port " + socket.getLocalPort() + " for tam: ")
          .contains("in use");
    }
  }

  @Test
  void doesNotReadAHugeFile() throws IOException {
    Path huge = folder.resolve("report.bin");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(1L << 30);
    }
    String[] appraise =
        words("appraise --format sev-snp --at 2026-01-31T12:00:00Z --trust tam.pem report.bin");

    for (String[] words :
        List.of(appraise, words("judge report.bin"), words("run --sut report.bin"))) {
      Commands.Ended ended = Commands.run(words);

      assertThat(ended.exit()).as(ended.err()).isEqualTo(2);
      assertThat(ended.err().lines()).hasSize(1);
    }
  }

  @Test
  void keepsAnEarlierLogThatItCannotRemove() throws IOException {
    Files.writeString(folder.resolve("events.jsonl").resolve("mine"), "");

    Commands.Ended ended =
        Commands.run("run", "--quiet", "--tags", "@id-TOH-01.1", "--out", folder.toString());

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err())
        .isEqualToIgnoringNewLines(
            "ccican: "
                + folder
                + ": cannot be written ("
                + folder.resolve("events.jsonl")
                + " is a folder)");
  }

  @Test
  void judgesWhatIsThereOfALogThatWasCutOff() throws IOException {
    assertThat(
            Commands.run(
                    "run", "--threads", "1", "--tags", "@req-TOH-01 or @req-TOH-05", "--out", out())
                .exit())
        .isZero();
    Path log = Path.of(out()).resolve("events.jsonl");
    byte[] whole = Files.readAllBytes(log);
    String text = new String(whole, StandardCharsets.UTF_8);
    int firstEnd = text.indexOf('\n', text.indexOf("\"scenario-end\"")) + 1;
    int second = text.indexOf('\n', text.indexOf("\"message\"", firstEnd)) + 20;
    Path cut = Files.write(folder.resolve("cut.jsonl"), java.util.Arrays.copyOf(whole, second));

    Commands.Ended ended = Commands.run("judge", cut.toString(), "--out", out());

    assertThat(ended.exit()).isEqualTo(6);
    assertThat(ended.out()).contains("INCOMPLETE: the log ends before the run does");
    assertThat(Commands.report(Path.of(out())).path("complete").booleanValue()).isFalse();
    assertThat(Commands.byOutcome(Commands.report(Path.of(out())), "scenarios"))
        .containsEntry("passed", new TreeSet<>(List.of(firstScenario(text))));
  }

  @Test
  void namesTheBrokenLineOfALog() throws IOException {
    assertThat(Commands.run("run", "--tags", "@req-TOH-01", "--out", out()).exit()).isZero();
    List<String> lines = new ArrayList<>(Files.readAllLines(Path.of(out(), "events.jsonl")));
    lines.set(4, lines.get(4).substring(1));
    Path broken = Files.write(folder.resolve("broken.jsonl"), lines);

    Commands.Ended ended = Commands.run("judge", broken.toString());

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.err()).startsWith("ccican: " + broken + ": line 5: ");
  }

  private static String firstScenario(String log) {
    int end = log.indexOf("\"scenario-end\"");
    String line = log.substring(log.lastIndexOf('\n', end) + 1, log.indexOf('\n', end));
    return line.replaceAll(".*\"scenario\":\"([^\"]*)\".*", "$1");
  }

  private static Serve tam() throws IOException {
    return new Serve(
        List.of(RoleId.TAM), 0, Bytes.of(0), InstantSource.system(), Checks.unbroken());
  }

  private String out() {
    return folder.resolve("out").toString();
  }

  /** File names become those in the folder. */
  private String[] words(String line) {
    List<String> words = new ArrayList<>();
    for (String word : line.strip().split(" ")) {
      boolean file = word.equals(".") || word.matches("[a-z]+(?:\\.[a-z]+)?(?:/[a-z.]+)?");
      boolean named =
          file
              && !word.matches("run|serve|judge|appraise|tam|verifier|middleware|moc")
              && !word.equals("cose.signatur")
              && !word.equals("none");
      words.add(named ? folder.resolve(word).toString() : word);
    }
    return words.toArray(String[]::new);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
