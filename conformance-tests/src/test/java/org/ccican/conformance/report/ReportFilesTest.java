package org.ccican.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReportFilesTest {

  @TempDir Path folder;

  static List<RunReport> runs() {
    return List.of(
        SampleRuns.passed(),
        SampleRuns.failed(),
        SampleRuns.incomplete(),
        SampleRuns.empty(),
        SampleRuns.hostile());
  }

  @ParameterizedTest
  @MethodSource("runs")
  void readsBackWhatItWrote(RunReport run) throws IOException {
    ReportFiles.write(run, folder.resolve("made/on/the/way"));
    assertThat(ReportFiles.read(folder.resolve("made/on/the/way/report.json"))).isEqualTo(run);
  }

  @Test
  void writesThreeFilesAndLeavesNothingElse() throws IOException {
    ReportFiles.write(SampleRuns.failed(), folder);
    ReportFiles.write(SampleRuns.passed(), folder);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("report.json", "report.html", "junit.xml");
    }
    assertThat(folder.resolve("report.html")).content().contains("All testable requirements");
    assertThat(folder.resolve("junit.xml")).content().contains("failures=\"0\"");
  }

  @Test
  void writesTheSameOctetsForTheSameRun() throws IOException {
    ReportFiles.write(SampleRuns.failed(), folder.resolve("a"));
    ReportFiles.write(SampleRuns.failed(), folder.resolve("b"));
    for (String name : List.of("report.json", "report.html", "junit.xml")) {
      assertThat(folder.resolve("a").resolve(name))
          .hasSameBinaryContentAs(folder.resolve("b").resolve(name));
    }
  }

  @Test
  void keepsTheReportWhenAViewCannotBeWritten() throws IOException {
    Files.createDirectories(folder.resolve("report.html/in the way"));
    assertThatThrownBy(() -> ReportFiles.write(SampleRuns.passed(), folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("report.html")
        .hasMessageNotContaining("\n");
    assertThat(ReportFiles.read(folder.resolve("report.json"))).isEqualTo(SampleRuns.passed());
  }

  @Test
  void leavesNoViewOfAnEarlierRunBesideAReport() throws IOException {
    ReportFiles.write(SampleRuns.passed(), folder);
    Files.delete(folder.resolve("report.html"));
    Files.createDirectories(folder.resolve("report.html/in the way"));
    assertThatThrownBy(() -> ReportFiles.write(SampleRuns.failed(), folder))
        .isInstanceOf(IOException.class);
    assertThat(ReportFiles.read(folder.resolve("report.json"))).isEqualTo(SampleRuns.failed());
    assertThat(folder.resolve("junit.xml")).doesNotExist();
  }

  @Test
  void saysThatAFileIsInTheWayOfTheFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "");
    assertThatThrownBy(() -> ReportFiles.write(SampleRuns.passed(), file))
        .isInstanceOf(IOException.class)
        .hasMessage("cannot make the folder " + file + ": a file of that name is in the way");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | line 1, column 1: it is empty",
        "null | it holds null",
        "[] | line 1, column 1: the value is null or of another type than it should be",
        "{\"schema\": \"ccican-report/2\", \"new\": 1} | its schema is \"ccican-report/2\"; only",
        "{\"schema\": \"ccican-report/1\", \"schema\": \"ccican-report/1\"} | Duplicate",
        "{\"schema\": \"ccican-report/1\"} | suiteVersion: it is missing",
        "{\"schema\": 1} | schema: the value is null or of another type",
        "{\"schema\" | line 1, column 10: Unexpected end-of-input",
        "<report/> | line 1, column 1",
      })
  void saysInOneLineWhatIsWrongWithABrokenFile(String json, String said) throws IOException {
    Path file = Files.writeString(folder.resolve("broken.json"), json);
    assertThatThrownBy(() -> ReportFiles.read(file))
        .isInstanceOf(UnreadableReport.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(said)
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"passed\" : 1, | \"passed\" : 2, | the summary does not count",
        "1 of 2 testable | 2 of 2 testable | the summary does not count",
        "\"outcome\" : \"passed\" | \"outcome\" : \"perfect\" | no outcome is called \"perfect\"",
        "2026-01-15T12:00:00Z | yesterday | not an instant",
        "\"complete\" : false | \"complete\" : true | a reason for being incomplete",
        "\"requirement\" : \"PROV-02\" | \"requirement\" : \"PROV-09\" | is not listed by PROV-09",
        "\"exitCode\" : 0 | \"exitCode\" : 0.5 | exitCode",
        "\"exitCode\" : 0 | \"exitCode\" : 99999999999 | exitCode",
        "\"size\" : 59 | \"size\" : 1 | longer than its message",
        "\"size\" : 59 | \"size\" : \"59\" | scenarios[0].messages[0].size: the value is null or",
        "\"size\" : 59 | \"size\" : 59, \"length\" : 59 | messages[0].length: there is no such",
        "\"roles\" : [ | \"roles\" : [ null, | target: a list holds null",
      })
  void refusesAReportThatContradictsItself(String found, String instead, String said)
      throws IOException {
    ReportFiles.write(SampleRuns.incomplete(), folder);
    Path file = folder.resolve("report.json");
    String json = Files.readString(file);
    assertThat(json).contains(found);
    Files.writeString(file, json.replace(found, instead));
    assertThatThrownBy(() -> ReportFiles.read(file))
        .isInstanceOf(UnreadableReport.class)
        .hasMessageContaining(said)
        .hasMessageContaining("line ")
        .hasMessageNotContaining("\n");
  }

  @Test
  void refusesAFileThatIsTooLongWithoutReadingAllOfIt() throws IOException {
    Path file = folder.resolve("long.json");
    try (SeekableByteChannel sparse =
        Files.newByteChannel(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE,
            StandardOpenOption.SPARSE)) {
      sparse.position(1L << 30).write(ByteBuffer.allocate(1));
    }
    assertThatThrownBy(() -> ReportFiles.read(file))
        .isInstanceOf(UnreadableReport.class)
        .hasMessageContaining("a report has at most 67108864 octets");
  }

  @Test
  void saysThatAFileIsMissingOrNone() {
    assertThatThrownBy(() -> ReportFiles.read(folder.resolve("absent.json")))
        .isInstanceOf(UnreadableReport.class)
        .hasMessageContaining("there is no such file");
    assertThatThrownBy(() -> ReportFiles.read(folder))
        .isInstanceOf(UnreadableReport.class)
        .hasMessageContaining("not a file");
  }

  @Test
  void refusesOrReadsButNeverFallsOverDamagedOctets() throws IOException {
    ReportJson json = new ReportJson();
    byte[] whole = json.write(SampleRuns.incomplete());
    Random random = new Random(7);
    int refused = 0;
    for (int round = 0; round < 2_000; round++) {
      byte[] damaged =
          round % 4 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
      for (int flips = round % 4; flips > 0; flips--) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      }
      try {
        json.read(damaged);
      } catch (UnreadableReport e) {
        refused++;
        assertThat(e.getMessage()).doesNotContain("\n").hasSizeLessThan(1_000);
      }
    }
    assertThat(refused).isGreaterThan(500);
  }

  @Test
  void refusesNestingWithoutEnd() throws IOException {
    byte[] deep = "[".repeat(100_000).getBytes(StandardCharsets.UTF_8);
    Path file = Files.write(folder.resolve("deep.json"), deep);
    assertThatThrownBy(() -> ReportFiles.read(file)).isInstanceOf(UnreadableReport.class);
  }
}
