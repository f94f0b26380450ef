package org.ccican.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.harrel.jsonschema.ValidatorFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ccican.conformance.sut.SutFileException;
import org.ccican.conformance.verdict.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineFileTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-03-01");

  @TempDir private Path folder;

  @Test
  void readsBackWhatItWrites() throws Exception {
    Baseline baseline =
        new Baseline(
            "known.yaml",
            List.of(
                known("X-01.1", Outcome.FAILED, "a \"reason\": # with\u00e4 \\ all", "2026-12-31"),
                known("X-01.2", Outcome.REFUSED_OTHERWISE, "yes", "")),
            List.of(
                new Baseline.Quarantined(
                    "X-02.1", "disputed", TODAY, "https://example.org/1", "known.yaml:12:5")));
    Baseline read = BaselineFile.read(written(BaselineFile.text(baseline)));
    assertThat(BaselineFile.text(read)).isEqualTo(BaselineFile.text(baseline));
    assertThat(read.failures().get(0).reason()).isEqualTo(baseline.failures().get(0).reason());
    assertThat(read.failures().get(0).until()).contains(LocalDate.parse("2026-12-31"));
    assertThat(read.failures().get(0).place()).isEqualTo("known.yaml:2:5");
    assertThat(BaselineFile.read(written(BaselineFile.text(Baseline.none()))).failures()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          - {requirement: X-01, case: X-01.1} | known.yaml:2:5: known-failures[0]: reason is missing
          - {case: X-01.1, reason: r} | known.yaml:2:5: known-failures[0]: requirement is missing
          - {requirement: X-01, case: X-01.1, reason: ''} | known-failures[0].reason: is empty
          - {requirement: X-01, case: X-01.1, reason: r, outcome: passed} | known-failures[0].outcome: expected failed,
          - {requirement: X-01, case: X-01.1, reason: r, until: tomorrow} | known.yaml:2:57: known-failures[0].until: expected a day
          - {requirement: X-01, case: X-01.1, reason: r, why: no} | unknown field
          - 7 | known.yaml:2:5: known-failures[0]: expected a mapping, found a number
          """)
  void saysWhatIsWrongAndWhere(String item, String complaint) throws IOException {
    Path file = written("known-failures:\n  " + item + "\n");
    assertThatThrownBy(() -> BaselineFile.read(file))
        .isInstanceOf(SutFileException.class)
        .hasMessageContaining(complaint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          true  | {"known-failures":[{"requirement":"X-01","case":"X-01.1","reason":"r"}]}
          true  | {"known-failures":[],"quarantine":[{"case":"X-01.1","reason":"r","until":"2026-12-31"}]}
          true  | {}
          false | {"known-failures":[{"requirement":"X-01","case":"X-01.1"}]}
          false | {"known-failures":[{"requirement":"X-01","case":"X-01.1","reason":"r","outcome":"passed"}]}
          false | {"known-failures":[{"requirement":"X-01","case":"X-01.1","reason":"r","until":"later"}]}
          false | {"known-failures":{}}
          false | {"quarantine":[{"case":"X-01.1","reason":"r"}]}
          false | {"known":[]}
          false | {"known-failures":[{"requirement":"X-01","case":"X-01.1","reason":"r","why":"no"}]}
          """)
  void takesWhatItsSchemaTakes(boolean good, String json) throws IOException {
    try (InputStream in = BaselineFile.class.getResourceAsStream("../baseline.schema.json")) {
      String schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(new ValidatorFactory().validate(schema, json).isValid()).isEqualTo(good);
    }
    boolean read = true;
    try {
      BaselineFile.read(written(json));
    } catch (SutFileException e) {
      read = false;
    }
    assertThat(read).isEqualTo(good);
  }

  @Test
  void takesNoCaseTwiceAndNoOtherList() throws IOException {
    String entry = "  - {requirement: X-01, case: X-01.1, reason: r}\n";
    assertThatThrownBy(() -> BaselineFile.read(written("known-failures:\n" + entry + entry)))
        .hasMessageContaining("known-failures[1].case: X-01.1 is there twice");
    assertThatThrownBy(() -> BaselineFile.read(written("known: []\n")))
        .hasMessageContaining("known.yaml:1:1: known: unknown field");
    assertThatThrownBy(() -> BaselineFile.read(written("quarantine:\n  - {case: X, reason: r}\n")))
        .hasMessageContaining("until is missing");
    assertThatThrownBy(() -> BaselineFile.read(folder.resolve("none.yaml")))
        .hasMessageContaining("no such file");
  }

  @Test
  void updatesWithAReasonAndKeepsOldOnes() {
    RunReport report = SampleRuns.failed();
    BaselineUpdate bare = new BaselineUpdate(Optional.empty(), Optional.empty(), "", TODAY);
    Baseline former =
        new Baseline(
            "known.yaml",
            List.of(
                known("PROV-02.2", Outcome.FAILED, "mine", ""),
                known("PROV-01.1", Outcome.FAILED, "over", "")),
            List.of());
    assertThat(bare.of(report, former).unexplained())
        .containsExactly("PROV-03.1", "ATT-01.1", "TEEP-02.1");
    BaselineUpdate.Result result =
        new BaselineUpdate(Optional.of("new"), Optional.of(TODAY), "u", TODAY).of(report, former);
    assertThat(result.unexplained()).isEmpty();
    assertThat(result.removed()).containsExactly("PROV-01.1");
    assertThat(result.baseline().failures())
        .extracting(each -> each.scenario() + " " + each.reason())
        .containsExactly("ATT-01.1 new", "PROV-02.2 mine", "PROV-03.1 new", "TEEP-02.1 new");
  }

  private static Baseline.KnownFailure known(
      String scenario, Outcome outcome, String reason, String until) {
    return new Baseline.KnownFailure(
        scenario.substring(0, scenario.indexOf('.')),
        scenario,
        outcome,
        reason,
        until.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(until)),
        "",
        "");
  }

  private Path written(String text) throws IOException {
    return Files.writeString(folder.resolve("known.yaml"), text);
  }
}
