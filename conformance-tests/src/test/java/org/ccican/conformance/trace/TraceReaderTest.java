package org.ccican.conformance.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceReaderTest {

  private static final String END =
      """
      {"schema":"ccican-trace/1","seq":0,"scenario":"","kind":"run-end",\
      "virtual":"2026-01-01T00:00:00Z","real":"2026-01-01T00:00:00Z","complete":true}
      """;

  @Test
  void readsACompleteRun() throws Exception {
    RunTrace run = read(END);
    assertThat(run.ended()).isTrue();
    assertThat(run.cutOff()).isFalse();
    assertThat(run.scenarios()).isEmpty();
  }

  @Test
  void keepsWhatStandsBeforeACut() throws Exception {
    String log = Traces.lines().get(0) + "\n" + Traces.lines().get(6).replace(":0,", ":1,") + "\n";
    byte[] octets = log.getBytes(StandardCharsets.UTF_8);
    int first = log.indexOf('\n') + 1;
    for (int size = first + 1; size < octets.length - 1; size++) {
      RunTrace run = new TraceReader().read(new ByteArrayInputStream(octets, 0, size));
      assertThat(run.cutOff()).as("cut at %d", size).isTrue();
      assertThat(run.scenarios().get("X.1").events()).hasSize(1);
      assertThat(run.ended()).isFalse();
    }
    // Only the line feed is missing: the event is whole.
    RunTrace run = new TraceReader().read(new ByteArrayInputStream(octets, 0, octets.length - 1));
    assertThat(run.cutOff()).isFalse();
    assertThat(run.scenarios().get("X.1").events()).hasSize(2);
  }

  @Test
  void doesNotEndWithoutItsLastLine() throws Exception {
    assertThat(read("").ended()).isFalse();
    assertThat(read(END.replace("true", "false")).ended()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{",
        "{}",
        "{\"schema\":\"ccican-trace/1\"}",
        "not json",
        "\u0000",
        "{\"schema\":\"ccican-trace/1\",\"schema\":\"ccican-trace/1\"}",
        "[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]",
      })
  void namesTheLineThatIsNoEvent(String line) {
    assertThatThrownBy(() -> read(END + line + "\n" + END))
        .isInstanceOfSatisfying(
            MalformedTrace.class, refused -> assertThat(refused.line()).isEqualTo(2))
        .hasMessageStartingWith("line 2: ");
  }

  @Test
  void refusesAnotherSchemaVersionByName() {
    assertThatThrownBy(() -> read(END.replace("trace/1", "trace/2")))
        .hasMessageContaining("ccican-trace/2")
        .hasMessageContaining("ccican-trace/1");
  }

  @Test
  void refusesAFieldOfNoMeaning() {
    assertThatThrownBy(() -> read(END.replace("}", ",\"more\":1}")))
        .hasMessage("line 1: unknown field more");
  }

  @Test
  void refusesASequenceNumberThatStandsTwice() {
    assertThatThrownBy(() -> read(END + END)).hasMessageContaining("line 2: seq 0");
  }

  @Test
  void refusesALineThatIsTooLong() throws Exception {
    TraceReader reader = new TraceReader(END.length() - 1);
    assertThat(reader.read(stream(END)).ended()).isTrue();
    assertThatThrownBy(() -> reader.read(stream(END.replace("true", "true "))))
        .hasMessageContaining("line 1: longer than");
  }

  @Test
  void refusesInvalidUtf8InAWholeLine() {
    byte[] octets = END.getBytes(StandardCharsets.UTF_8);
    octets[11] = (byte) 0xff;
    assertThatThrownBy(() -> new TraceReader().read(new ByteArrayInputStream(octets)))
        .hasMessage("line 1: not UTF-8");
  }

  @Test
  void neverFailsOtherwiseOnHostileLines() throws IOException {
    byte[] log = (String.join("\n", Traces.lines()) + "\n").getBytes(StandardCharsets.UTF_8);
    Random random = new Random(1);
    int read = 0;
    for (int round = 0; round < 5_000; round++) {
      byte[] hostile = log.clone();
      for (int i = random.nextInt(4); i >= 0; i--) {
        hostile[random.nextInt(hostile.length)] = (byte) random.nextInt(256);
      }
      int size = random.nextInt(hostile.length + 1);
      try {
        new TraceReader().read(new ByteArrayInputStream(hostile, 0, size));
        read++;
      } catch (MalformedTrace refused) {
        assertThat(refused.line()).isPositive();
      }
    }
    assertThat(read).isBetween(1, 4_999);
  }

  private static RunTrace read(String log) throws IOException, MalformedTrace {
    return new TraceReader().read(stream(log));
  }

  private static ByteArrayInputStream stream(String log) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(log.getBytes(StandardCharsets.UTF_8));
    return new ByteArrayInputStream(out.toByteArray());
  }
}
