package org.ccican.conformance.sut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.ccican.role.RoleId;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever an adapter does, a question ends, in time, and the next one can be asked. */
@Timeout(value = 90, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AdapterTest {

  /** Answers the first question, then does as it is told by {@code $1} for a question of run. */
  private static final String LOOP =
      "while IFS= read -r q; do i=${q#*\\\"id\\\":}; i=${i%%[,\\}]*}; case $q in"
          + " *'\"op\":\"run\"'*) eval \"$1\" ;; *'\"op\":\"stop\"'*) echo"
          + " \"{\\\"id\\\":$i,\\\"outcome\\\":\\\"accepted\\\"}\"; exit 0 ;; *) echo"
          + " \"{\\\"id\\\":$i,\\\"outcome\\\":\\\"accepted\\\"}\" ;; esac; done";

  private static final AdapterQuestion RUN =
      AdapterQuestion.run("ATT-08.1", "attesting-environment", "attest")
          .octets("report-data", Bytes.zero(64));

  private static final Duration AMPLE = Duration.ofSeconds(40);

  @TempDir Path folder;

  @Test
  void asksAndUnderstands() throws ChildFailed {
    try (Adapter adapter =
        adapter(
            "printf '{\"id\":%s,\"outcome\":\"accepted\",\"body\":\"AQI=\",\"media-type\":\"a/b\"}"
                + "\\r\\n' $i")) {
      for (int time = 0; time < 3; time++) {
        AdapterAnswer answer = adapter.ask(RUN);
        assertThat(answer.outcome()).isEqualTo(AdapterAnswer.Outcome.ACCEPTED);
        assertThat(answer.body()).isEqualTo(Bytes.of(1, 2));
        assertThat(answer.mediaType()).isEqualTo("a/b");
      }
    }
  }

  @Test
  void asksInTheOrderOfTheProtocol() throws Exception {
    Path asked = folder.resolve("asked");
    try (Adapter adapter =
        new Adapter(
            new AdapterProcess.Program(
                List.of("sh", "-c", "tee " + asked + " | { " + LOOP + "; }", "x", accept()),
                folder),
            List.of("attesting-environment"),
            limits(AMPLE))) {
      adapter.ask(AdapterQuestion.of("claims"));
      adapter.ask(RUN);
    }

    assertThat(Files.readAllLines(asked))
        .hasSize(4)
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .isEqualTo(
                        "{\"op\":\"start\",\"id\":1,\"protocol\":\"ccican-adapter/1\","
                            + "\"roles\":[\"attesting-environment\"]}"),
            line -> assertThat(line).isEqualTo("{\"op\":\"claims\",\"id\":2}"),
            line -> assertThat(line).startsWith("{\"op\":\"run\",\"id\":3,\"case\":\"ATT-08.1\","),
            line -> assertThat(line).isEqualTo("{\"op\":\"stop\",\"id\":4}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // what it does when it is asked | what that is | what is said of it
        "exit 3                                | DIED    | ended with exit code 3",
        "kill -SEGV $$                         | DIED    | exit code 139",
        "exec 1>&-; sleep 1000                 | GARBLED | closed its standard output",
        "printf '{\"id\":'; exec 1>&-; sleep 1000 | GARBLED | within a line",
        "echo hello                            | GARBLED | gave no answer",
        "echo                                  | GARBLED | gave no answer",
        "echo '[]'                             | GARBLED | gave no answer",
        "printf '\\377\\376\\n'                | GARBLED | gave no answer",
        "echo '{\"id\":9,\"outcome\":\"accepted\"}' | GARBLED | answered question 9 where 2 was",
        "echo '{\"id\":2,\"outcome\":\"fine\"}' | GARBLED | no outcome of that name",
        "echo '{\"id\":2,\"outcome\":\"refused\"}' | GARBLED | refused without reason",
        "echo '{\"id\":2,\"outcome\":\"accepted\",\"more\":1}' | GARBLED | more",
        "echo '{\"id\":2,\"outcome\":\"accepted\",\"body\":\"A\"}' | GARBLED | no base64 in body",
        "echo '{\"id\":2,\"id\":2,\"outcome\":\"accepted\"}' | GARBLED | gave no answer",
        "echo out of memory >&2; exit 1        | DIED    | it says: out of memory",
      })
  void saysWhatItDidInstead(String instead, String kind, String words) {
    try (Adapter adapter = adapter(instead)) {
      assertThatThrownBy(() -> adapter.ask(RUN))
          .isInstanceOfSatisfying(
              ChildFailed.class, e -> assertThat(e.kind().name()).isEqualTo(kind))
          .hasMessageContaining(words);
    }
  }

  @Test
  void doesNotWaitForEver() {
    try (Adapter adapter = adapter("sleep 1000", Duration.ofMillis(300))) {
      assertThatThrownBy(() -> adapter.ask(RUN))
          .isInstanceOfSatisfying(
              ChildFailed.class, e -> assertThat(e.kind()).isEqualTo(ChildFailed.Kind.SILENT))
          .hasMessageContaining("did not answer within 300 ms");
    }
  }

  @Test
  void doesNotWaitForEverToBeRead() {
    AdapterQuestion large = RUN.octets("body", Bytes.zero(1 << 20));
    try (Adapter adapter =
        new Adapter(
            new AdapterProcess.Program(
                List.of(
                    "sh",
                    "-c",
                    "read -r q; echo '{\"id\":1,\"outcome\":\"accepted\"}'; exec sleep 1000"),
                folder),
            List.of("verifier"),
            limits(Duration.ofMillis(500)))) {
      assertThatThrownBy(() -> adapter.ask(large))
          .isInstanceOfSatisfying(
              ChildFailed.class, e -> assertThat(e.kind()).isEqualTo(ChildFailed.Kind.SILENT))
          .hasMessageContaining("does not read its standard input");
    }
  }

  @Test
  void takesNoLineOfAGibibyte() {
    try (Adapter adapter = adapter("head -c 1073741824 /dev/zero | tr '\\0' a")) {
      assertThatThrownBy(() -> adapter.ask(RUN)).hasMessageContaining("a line of more than 4096");
    }
  }

  @Test
  void takesNoLinesWithoutEnd() {
    try (Adapter adapter =
        adapter(accept() + "; while :; do echo '{\"id\":2,\"outcome\":\"accepted\"}'; done")) {
      assertThatThrownBy(
              () -> {
                for (int time = 0; time < Adapter.PATIENCE; time++) {
                  adapter.ask(RUN);
                }
              })
          .isInstanceOfSatisfying(
              ChildFailed.class, e -> assertThat(e.kind()).isEqualTo(ChildFailed.Kind.GARBLED));
    }
  }

  @Test
  void takesOneAnswerToAQuestion() throws ChildFailed {
    try (Adapter adapter = adapter(accept() + "; " + accept())) {
      adapter.ask(RUN);
      assertThatThrownBy(() -> adapter.ask(RUN))
          .isInstanceOfSatisfying(
              ChildFailed.class, e -> assertThat(e.kind()).isEqualTo(ChildFailed.Kind.GARBLED));
      assertThat(adapter.ask(RUN).outcome()).isEqualTo(AdapterAnswer.Outcome.ACCEPTED);
    }
  }

  @Test
  void asksOthersAndIsTold() throws ChildFailed {
    AtomicInteger calls = new AtomicInteger();
    try (Adapter adapter =
        adapter(
            asks()
                + "; IFS= read -r q; case $q in *'\"op\":\"answer\"'*'\"status\":204'*) i=3; "
                + accept()
                + ";; esac")) {
      AdapterAnswer answer =
          adapter.ask(
              RUN,
              call -> {
                calls.incrementAndGet();
                assertThat(call.to()).contains(RoleId.TAM);
                assertThat(call.method()).isEqualTo("POST");
                return HttpReply.empty(204);
              });

      assertThat(answer.outcome()).isEqualTo(AdapterAnswer.Outcome.ACCEPTED);
      assertThat(calls).hasValue(1);
    }
  }

  @Test
  void isAskedSomethingElseWhileItWaits() throws ChildFailed {
    try (Adapter adapter =
        adapter(
            asks() + "; IFS= read -r q; i=3; " + accept() + "; IFS= read -r q; i=4; " + accept())) {
      AdapterAnswer answer =
          adapter.ask(
              RUN,
              call -> {
                assertThat(asked(adapter).id()).isEqualTo(3);
                return HttpReply.empty(204);
              });

      assertThat(answer.id()).isEqualTo(4);
    }
  }

  @Test
  void asksNoOthersWithoutEnd() {
    AtomicInteger calls = new AtomicInteger();
    try (Adapter adapter =
        adapter("while :; do " + asks() + "; i=$((i+1)); IFS= read -r q; done")) {
      assertThatThrownBy(
              () ->
                  adapter.ask(
                      RUN,
                      call -> {
                        calls.incrementAndGet();
                        return HttpReply.empty(204);
                      }))
          .isInstanceOfSatisfying(
              ChildFailed.class, e -> assertThat(e.kind()).isEqualTo(ChildFailed.Kind.GARBLED))
          .hasMessageContaining("asked more than 64 times");
      assertThat(calls).hasValue(Adapter.MOST_CALLS);
    }
  }

  @Test
  void asksNobodyWhereItCanOnlyAnswer() {
    try (Adapter adapter = adapter(asks())) {
      assertThatThrownBy(() -> adapter.ask(RUN)).hasMessageContaining("asks somebody where");
    }
  }

  @Test
  void diesWhileItWaits() {
    try (Adapter adapter = adapter(asks() + "; exit 3")) {
      assertThatThrownBy(() -> adapter.ask(RUN, call -> HttpReply.empty(204)))
          .isInstanceOfSatisfying(
              ChildFailed.class, e -> assertThat(e.kind()).isEqualTo(ChildFailed.Kind.DIED))
          .hasMessageContaining("exit code 3");
    }
  }

  private static AdapterAnswer asked(Adapter adapter) {
    try {
      return adapter.ask(RUN);
    } catch (ChildFailed e) {
      throw new AssertionError(e);
    }
  }

  private static String asks() {
    return "printf '{\"id\":%s,\"outcome\":\"asks\",\"call\":{\"to\":\"tam\","
        + "\"resource\":\"teep\"}}\\n' $i";
  }

  @Test
  void takesOnlySoMuchInARun() throws ChildFailed {
    try (Adapter adapter = adapter("head -c 70000 /dev/zero >&2; " + accept())) {
      adapter.ask(RUN);
      assertThatThrownBy(
              () -> {
                for (int time = 0; time < 20; time++) {
                  adapter.ask(RUN);
                }
              })
          .isInstanceOfSatisfying(
              ChildFailed.class,
              e -> assertThat(e.kind()).isIn(ChildFailed.Kind.DIED, ChildFailed.Kind.GARBLED));
    }
  }

  @Test
  void beginsAnewAndGivesUpInTheEnd() throws ChildFailed {
    Path mark = folder.resolve("mark");
    try (Adapter adapter = adapter("if [ -f " + mark + " ]; then " + accept() + "; fi; exit 3")) {
      assertThatThrownBy(() -> adapter.ask(RUN)).hasMessageContaining("exit code 3");
      assertThat(adapter.givenUp()).isEmpty();
      write(mark);
      assertThat(adapter.ask(RUN).outcome()).isEqualTo(AdapterAnswer.Outcome.ACCEPTED);
      delete(mark);
      for (int time = 0; time < Adapter.PATIENCE; time++) {
        assertThatThrownBy(() -> adapter.ask(RUN)).isInstanceOf(ChildFailed.class);
      }
      assertThat(adapter.givenUp().orElseThrow()).contains("failed 3 times", "exit code 3");
      assertThatThrownBy(() -> adapter.ask(RUN)).hasMessageContaining("failed 3 times");
    }
  }

  @Test
  void isEndedWithAllThatItStarted() throws Exception {
    Path pid = folder.resolve("pid");
    Adapter adapter =
        adapter(
            "sleep 1000 & echo $! > " + pid + "; trap '' TERM; " + accept() + "; sleep 1000",
            Duration.ofSeconds(30));
    adapter.ask(RUN);
    adapter.close();

    long left = Long.parseLong(Files.readString(pid).strip());
    assertThat(
            ProcessHandle.of(left)
                .map(handle -> handle.onExit().orTimeout(20, TimeUnit.SECONDS).join()))
        .satisfies(gone -> assertThat(gone.map(ProcessHandle::isAlive).orElse(false)).isFalse());
  }

  @Test
  void saysThatThereIsNoSuchProgram() {
    try (Adapter adapter =
        new Adapter(
            new AdapterProcess.Program(List.of("/nowhere/adapter", "a-secret-word"), folder),
            List.of("verifier"),
            limits(AMPLE))) {
      assertThatThrownBy(() -> adapter.ask(RUN))
          .isInstanceOfSatisfying(
              ChildFailed.class, e -> assertThat(e.kind()).isEqualTo(ChildFailed.Kind.NOT_STARTED))
          .hasMessageContaining("/nowhere/adapter cannot be started")
          .hasMessageNotContaining("a-secret-word");
      assertThat(adapter.shown()).isEqualTo("/nowhere/adapter with 1 argument");
    }
  }

  @Test
  void showsNoSecretOfArgumentsAndEnvironment() {
    Redaction redaction =
        Redaction.of(
            List.of("--header", "Authorization: Bearer 0123456789"),
            Map.of("API_TOKEN", "abcdefgh", "HOME", "/home/somebody"));

    assertThat(
            redaction.shown("sent Bearer 0123456789\u001b[31m and abcdefgh\nfrom /home/somebody"))
        .isEqualTo("sent [hidden] [31m and [hidden] from /home/somebody");
  }

  @Test
  void aCommandAcceptsRefusesOrCrashes() throws ChildFailed {
    assertThat(command("cat; exit 0").accepted()).isTrue();
    assertThat(command("cat; exit 0").output()).isEqualTo(Bytes.utf8("the case"));
    assertThat(command("echo because >&2; exit 1").accepted()).isFalse();
    assertThat(command("echo because >&2; exit 1").complaint()).contains("because");
    assertThat(command("printf %s \"$CCICAN_CASE\"").output()).isEqualTo(Bytes.utf8("ATT-08.1"));
    for (String crash : List.of("exit 2", "kill -KILL $$", "exit 255", "nonexistent-program")) {
      assertThatThrownBy(() -> command(crash))
          .isInstanceOfSatisfying(
              ChildFailed.class, e -> assertThat(e.kind()).isEqualTo(ChildFailed.Kind.DIED))
          .hasMessageContaining("which is no refusal");
    }
    assertThatThrownBy(() -> command("echo $1 >&2; exit 9"))
        .hasMessageContaining(Redaction.HIDDEN)
        .hasMessageNotContaining("a-secret-word");
  }

  private static CommandCase.Result command(String script) throws ChildFailed {
    return CommandCase.run(
        List.of("sh", "-c", script, "x", "a-secret-word"),
        "ATT-08.1",
        Bytes.utf8("the case"),
        ChildProcess.Limits.of(AMPLE));
  }

  private static String accept() {
    return "printf '{\"id\":%s,\"outcome\":\"accepted\"}\\n' $i";
  }

  private Adapter adapter(String instead) {
    return adapter(instead, AMPLE);
  }

  private Adapter adapter(String instead, Duration answer) {
    return new Adapter(
        new AdapterProcess.Program(List.of("sh", "-c", LOOP, "x", instead), folder),
        List.of("attesting-environment"),
        limits(answer));
  }

  private static Adapter.Limits limits(Duration answer) {
    return new Adapter.Limits(AMPLE, answer, 4096, 1000, 1 << 20);
  }

  private static void write(Path file) {
    try {
      Files.write(file, "x".getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
