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
  void keepsADisputedTestOutUntilItsDay() throws IOException {
    Path baseline = folder.resolve("known.yaml");
    String entry =
        "quarantine:\n  - {case: TEEP-01.1, reason: disputed, until: %1$s}\n"
            + "  - {case: TEEP-01.2, reason: disputed, until: %1$s}\n";
    Files.writeString(baseline, entry.formatted("2999-12-31"));
    Commands.Ended held = run("--fault", FAULT, "--baseline", baseline.toString());
    assertThat(held.exit()).as(held.out()).isZero();
    assertThat(held.out()).contains("baseline: in quarantine: TEEP-01.1 (failed)");
    assertThat(Files.readString(folder.resolve("report/report.html"))).contains("in quarantine");
    assertThat(Files.readString(folder.resolve("report/junit.xml")))
        .contains("in quarantine (disputed): failed");
    Files.writeString(baseline, entry.formatted("2026-01-01"));
    Commands.Ended over = run("--fault", FAULT, "--baseline", baseline.toString());
    assertThat(over.exit()).isEqualTo(1);
    assertThat(over.out()).contains("expired: TEEP-01.1").contains("the quarantine is over");
  }

  @Test
  void asksNothingThatIsNewerThanTheCatalogueItIsHeldTo() throws IOException {
    Path baseline =
        Files.writeString(
            folder.resolve("known.yaml"),
            "known-failures:\n  - {requirement: TDX-01, case: TDX-01.1, reason: old hardware}\n");
    List<String> words =
        List.of("run", "--quiet", "--tags", "@req-TDX-01 or @req-TEEP-01", "--out", report());
    List<String> older = List.of("--catalogue", "1", "--baseline", baseline.toString());
    Commands.Ended ended = command(words, older);
    assertThat(ended.exit()).as(ended.out()).isZero();
    JsonNode report = Commands.report(folder.resolve("report"));
    assertThat(report.path("catalogue").textValue()).isEqualTo("1");
    assertThat(Commands.byOutcome(report, "requirements").get("inapplicable")).contains("TDX-01");
    assertThat(ended.out()).contains("--catalogue 1");
    assertThat(Files.readString(folder.resolve("report/report.html")))
        .contains("newer than version 1 of the catalogue");
    assertThat(command(words, List.of("--catalogue", "99")).exit()).isEqualTo(64);
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
