package org.ccican.conformance.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceLogTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final TraceLog log = new TraceLog(out, Traces.REAL);

  @Test
  void countsEachScenarioFromZeroAndTakesTimeFromItsClocks() {
    Instant later = Traces.NOON.plusSeconds(60);
    ScenarioLog a = log.scenario("A.1", InstantSource.fixed(Traces.NOON));
    ScenarioLog b = log.scenario("B.1", InstantSource.fixed(later));
    a.append(at -> new TraceEvent.Claimed(at, "tam", "one"));
    b.append(at -> new TraceEvent.Claimed(at, "tam", "two"));
    TraceEvent.Claimed third = a.append(at -> new TraceEvent.Claimed(at, "tam", "three"));

    assertThat(third.seq()).isEqualTo(1);
    assertThat(third.stamp().virtual()).isEqualTo(Traces.NOON);
    assertThat(third.stamp().real()).isEqualTo(Traces.REAL.instant());
    assertThat(b.trace().events().get(0).stamp().virtual()).isEqualTo(later);
    assertThat(a.trace().events()).hasSize(2).contains(third);
  }

  @Test
  void putsEveryEventOnItsWayBeforeItGoesOn() {
    List<String> calls = new ArrayList<>();
    OutputStream noted =
        new OutputStream() {
          @Override
          public void write(int octet) {
            throw new AssertionError("one write for each line");
          }

          @Override
          public void write(byte[] octets) {
            calls.add(new String(octets, StandardCharsets.UTF_8));
          }

          @Override
          public void flush() {
            calls.add("flush");
          }
        };
    ScenarioLog a = new TraceLog(noted, Traces.REAL).scenario("A.1", Traces.REAL);
    a.append(at -> new TraceEvent.ScenarioEnd(at, "passed"));
    a.append(at -> new TraceEvent.ScenarioEnd(at, "passed"));
    assertThat(calls).hasSize(4);
    assertThat(calls.get(0))
        .startsWith("{\"schema\":\"ccican-trace/1\",\"seq\":0,")
        .endsWith("}\n");
    assertThat(calls.get(1)).isEqualTo("flush");
  }

  @Test
  void fileAndMemoryHoldTheSame() {
    ScenarioLog a = log.scenario("A.1", Traces.REAL);
    for (int i = 0; i < Traces.everyKind(Traces.stamp(0, "A.1")).size(); i++) {
      int index = i;
      a.append(at -> Traces.everyKind(at).get(index));
    }
    // A lone surrogate has no octets of its own: memory must not keep what the file cannot.
    a.append(at -> new TraceEvent.Claimed(at, "tam", "\uD800 alone"));
    assertThat(Traces.read(out).scenarios().get("A.1").events()).isEqualTo(a.trace().events());
  }

  @Test
  void neverOverwritesALog(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("events.jsonl");
    TraceLog.create(file, Traces.REAL).close();
    assertThatThrownBy(() -> TraceLog.create(file, Traces.REAL))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(Files.size(file)).isZero();
  }

  @Test
  void refusesToOpenAScenarioTwice() {
    log.scenario("A.1", Traces.REAL);
    assertThatThrownBy(() -> log.scenario("A.1", Traces.REAL))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void refusesAnEventWithAStrangeStamp() {
    ScenarioLog a = log.scenario("A.1", Traces.REAL);
    Stamp strange = Traces.stamp(7, "A.1");
    assertThatThrownBy(() -> a.append(at -> new TraceEvent.RunEnd(strange, true)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(out.size()).isZero();
  }

  @Test
  void takesNothingAfterAFailedWriteOrAfterItsEnd() throws IOException {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            throw new IOException("no space left");
          }
        };
    ScenarioLog a = new TraceLog(full, Traces.REAL).scenario("A.1", Traces.REAL);
    assertThatThrownBy(() -> a.append(at -> new TraceEvent.RunEnd(at, true)))
        .isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> a.append(at -> new TraceEvent.RunEnd(at, true)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(a.trace().events()).isEmpty();

    ScenarioLog b = log.scenario("B.1", Traces.REAL);
    log.close();
    assertThatThrownBy(() -> b.append(at -> new TraceEvent.RunEnd(at, true)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void threadsNeverMixTheirLines() throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    ScenarioLog shared = log.scenario("shared", Traces.REAL);
    for (int i = 0; i < 8; i++) {
      ScenarioLog own = log.scenario("own." + i, Traces.REAL);
      Thread thread =
          new Thread(
              () -> {
                for (int k = 0; k < 50; k++) {
                  Bytes body = Bytes.zero(100 + k);
                  own.append(at -> MessageDraft.request("tam", "moc", 1, "x", body).at(at));
                  shared.append(at -> MessageDraft.request("tam", "moc", 1, "x", body).at(at));
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    RunTrace read = Traces.read(out);
    assertThat(read.scenarios()).hasSize(9);
    assertThat(read.scenarios().get("shared").events()).hasSize(400);
    assertThat(read.scenarios().get("own.3").events()).hasSize(50);
  }
}
