package org.ccican.conformance.sut;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.ccican.conformance.sut.ChildProcess.Ended;
import org.ccican.conformance.sut.ChildProcess.How;
import org.ccican.conformance.sut.ChildProcess.Limits;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a program does, its end comes, and is told apart from an answer. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ChildProcessTest {

  private static final Limits AMPLE = new Limits(Duration.ofSeconds(50), 1 << 20, 64);
  private static final Limits SHORT = new Limits(Duration.ofMillis(300), 1 << 20, 64);

  @TempDir Path folder;

  @Test
  void givesInputEnvironmentAndArgumentsAndTakesOutputAndCode() {
    Ended ended =
        ChildProcess.start(
                List.of("sh", "-c", "cat; printf %s \"$CCICAN_CASE $1\"; exit 1", "x", "a 'b' $c"),
                Map.of("CCICAN_CASE", "TEEP-01.1"),
                Bytes.utf8("in "),
                AMPLE)
            .ended()
            .join();

    assertThat(ended.with(1)).as(ended.words()).isTrue();
    assertThat(ended.output().toText()).isEqualTo("in TEEP-01.1 a 'b' $c");
    assertThat(ended.words()).isEqualTo("ended with exit code 1");
  }

  @Test
  void keepsTheEndOfWhatItComplainedAbout() {
    Ended ended =
        shell(
            "i=0; while [ $i -lt 3000 ]; do echo complaint $i >&2; i=$((i+1)); done; printf"
                + " '\\033[31m' >&2; exit 7",
            AMPLE);

    assertThat(ended.errors()).hasSize(64).contains("complaint 2999").doesNotContain("\u001b");
    assertThat(ended.words()).startsWith("ended with exit code 7; it said: ");
  }

  @Test
  void tellsASignalFromAnEnd() {
    Ended ended = shell("kill -SEGV $$", AMPLE);

    assertThat(ended.with(0) || ended.with(1)).isFalse();
    assertThat(ended.words()).startsWith("ended by signal 11");
  }

  @Test
  void endsWhatHangsWithAllThatItStarted() throws IOException {
    Path pid = folder.resolve("pid");
    Ended ended = shell("sleep 1000 & echo $! > " + pid + "; wait", SHORT);

    assertThat(ended.how()).isEqualTo(How.DEADLINE);
    assertThat(alive(pid)).isFalse();
  }

  @Test
  void endsWhatAProgramLeavesBehind() throws IOException {
    Path pid = folder.resolve("pid");
    Ended ended = shell("sleep 1000 & echo $! > " + pid + "; sleep 1; exit 0", AMPLE);

    assertThat(ended.with(0)).as(ended.words()).isTrue();
    assertThat(alive(pid)).isFalse();
  }

  @Test
  void endsWhatWritesForEver() {
    Ended ended = shell("while :; do echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; done", AMPLE);

    assertThat(ended.how()).isEqualTo(How.OUTPUT);
    assertThat(ended.output().size()).isEqualTo(AMPLE.output());
  }

  @Test
  void survivesComplaintsWithoutEnd() {
    assertThat(shell("while :; do echo aaaaaaaaaaaaaaaaaaaaaaaaa >&2; done", SHORT).how())
        .isEqualTo(How.DEADLINE);
  }

  @Test
  void mayIgnoreItsInput() {
    Ended ended =
        ChildProcess.start(List.of("true"), Map.of(), Bytes.zero(1 << 20), AMPLE).ended().join();

    assertThat(ended.with(0)).as(ended.words()).isTrue();
  }

  @Test
  void saysThatThereIsNoSuchProgram() {
    Ended ended =
        ChildProcess.start(
                List.of(folder.resolve("nowhere").toString()), Map.of(), Bytes.EMPTY, AMPLE)
            .ended()
            .join();

    assertThat(ended.how()).isEqualTo(How.NOT_STARTED);
    assertThat(ended.words()).contains("nowhere");
  }

  @Test
  void isEndedWhenItIsNotNeededAnyMore() {
    ChildProcess.Running running =
        ChildProcess.start(List.of("sleep", "1000"), Map.of(), Bytes.EMPTY, AMPLE);
    running.stop();

    assertThat(running.ended().join().how()).isEqualTo(How.STOPPED);
  }

  private static Ended shell(String script, Limits limits) {
    return ChildProcess.start(List.of("sh", "-c", script), Map.of(), Bytes.EMPTY, limits)
        .ended()
        .join();
  }

  /** A process that was killed a moment ago may still be listed. */
  private static boolean alive(Path pid) throws IOException {
    return ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
        .map(handle -> handle.onExit().completeOnTimeout(null, 20, TimeUnit.SECONDS).join() == null)
        .orElse(false);
  }
}
