package org.ccican.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineCommandTest {

  private static final String FAULT = "tam.message.signed";

  @TempDir private Path folder;

  @Test
  void livesWithWhatIsKnownUntilItPasses() throws IOException {
    Path baseline = folder.resolve("known.yaml");
    assertThat(run("--fault", FAULT).exit()).isEqualTo(1);
    Commands.Ended unexplained = update(baseline);
    assertThat(unexplained.exit()).isEqualTo(2);
    assertThat(unexplained.complaint()).contains("--reason is missing").contains("TEEP-01.1");
    assertThat(update(baseline, "--reason", "the signer comes with release 3").exit()).isZero();
    assertThat(Files.readString(baseline)).contains("the signer comes with release 3");
    Commands.Ended known = run("--fault", FAULT, "--baseline", baseline.toString());
    assertThat(known.exit()).as(known.out()).isZero();
    assertThat(known.out()).contains("baseline: known failure: TEEP-01.1");
    JsonNode report = Commands.report(folder.resolve("report"));
    assertThat(Commands.byOutcome(report, "requirements").get("failed")).contains("TEEP-01");
    assertThat(Files.readString(folder.resolve("report/report.html"))).contains("known failure");
    assertThat(Files.readString(folder.resolve("report/junit.xml")))
        .contains("known failure (the signer comes with release 3): ")
        .contains("failures=\"0\"");
    Commands.Ended stale = run("--baseline", baseline.toString());
    assertThat(stale.exit()).isEqualTo(4);
    assertThat(stale.out())
        .contains("unexpected pass: TEEP-01.1")
        .contains("verdict:  The list of known failures is out of date");
    assertThat(update(baseline).out()).contains("0 known failures");
  }

  @Test
  void saysWhereABaselineIsWrong() throws IOException {
    Path baseline =
        Files.writeString(folder.resolve("known.yaml"), "known-failures:\n  - {case: X}\n");
    Commands.Ended ended = run("--baseline", baseline.toString());
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.complaint())
        .contains("known.yaml:2:5: known-failures[0]: requirement is missing");
  }

  @Test
  void refusesARunThatMeasuredTooLittle() {
    assertThat(run("--min-checks", "1").exit()).isZero();
    Commands.Ended ended = run("--min-checks", "5000");
    assertThat(ended.exit()).isEqualTo(5);
    assertThat(ended.out()).contains("Too little was measured");
  }

  private Commands.Ended run(String... more) {
    return command(
        List.of("run", "--quiet", "--tags", "@req-TEEP-01", "--out", report()), List.of(more));
  }

  private Commands.Ended update(Path baseline, String... more) {
    return command(
        List.of("baseline", "update", "--report", report(), "--baseline", baseline.toString()),
        List.of(more));
  }

  private static Commands.Ended command(List<String> words, List<String> more) {
    List<String> all = new ArrayList<>(words);
    all.addAll(more);
    return Commands.run(all.toArray(String[]::new));
  }

  private String report() {
    return folder.resolve("report").toString();
  }
}
