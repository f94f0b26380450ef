package org.ccican.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.conformance.verdict.ExitCode;
import org.ccican.conformance.verdict.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-03-01");
  private static final Map<String, String> CATALOGUE =
      Map.of("X-01.1", "X-01", "X-01.2", "X-01", "X-02.1#1", "X-02", "X-02.1#2", "X-02");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          failed            | failed            | known
          failed            | passed            | unexpected-pass
          failed            | inapplicable      | unmatched
          failed            | not-run           | unmatched
          failed            | refused-otherwise | otherwise
          refused-otherwise | failed            | otherwise
          refused-otherwise | refused-otherwise | known
          failed            | inconclusive      | unsettled
          inconclusive      | inconclusive      | known
          failed            | suite-error       | unsettled
          blocked           | blocked           | known
          """)
  void comparesWhatIsKnownWithWhatWasFound(String known, String found, String kind) {
    GateResult result =
        gate(failure("X-01.1", known, Optional.empty())).pass(found("X-01.1", found), CATALOGUE);
    assertThat(result.notes()).extracting(note -> note.kind().id()).containsExactly(kind);
    assertThat(result.excused().contains("X-01.1")).isEqualTo(kind.equals("known"));
    assertThat(result.exitCodes().contains(ExitCode.STALE_BASELINE))
        .isEqualTo(List.of("unexpected-pass", "unmatched").contains(kind));
  }

  @Test
  void coversNothingAfterItsLastDay() {
    assertThat(kinds(gate(failure("X-01.1", "failed", Optional.of(TODAY)))))
        .containsExactly(GateNote.Kind.KNOWN);
    assertThat(kinds(gate(failure("X-01.1", "failed", Optional.of(TODAY.minusDays(1))))))
        .containsExactly(GateNote.Kind.EXPIRED);
  }

  @Test
  void saysNothingOfWhatWasNotSelected() {
    Gate gate = gate(failure("X-01.2", "failed", Optional.empty()));
    assertThat(gate.pass(found("X-01.1", "passed"), CATALOGUE).notes()).isEmpty();
  }

  @Test
  void findsEntriesThatAreAboutNothing() {
    Gate unknown = gate(failure("X-09.1", "failed", Optional.empty()));
    GateResult result = unknown.pass(found("X-01.1", "failed"), CATALOGUE);
    assertThat(result.notes()).extracting(GateNote::kind).containsExactly(GateNote.Kind.UNMATCHED);
    assertThat(result.notes().get(0).detail()).startsWith("known.yaml:3:5: ");
    assertThat(result.exitCodes()).containsExactly(ExitCode.STALE_BASELINE);
  }

  @Test
  void excusesWhatCannotBeJudgedForAKnownFailure() {
    ScenarioResult child = child("X-01.2", "X-01.1", Outcome.BLOCKED);
    List<ScenarioResult> both =
        List.of(SampleRuns.scenario("X-01.1", "X-01", Outcome.FAILED), child);
    assertThat(gate(failure("X-01.1", "failed", Optional.empty())).pass(both, CATALOGUE).excused())
        .containsExactlyInAnyOrder("X-01.1", "X-01.2");
    assertThat(Gate.open().pass(both, CATALOGUE).excused()).isEmpty();
  }

  @Test
  void keepsAllRowsInQuarantineUntilItsDay() {
    List<ScenarioResult> rows =
        List.of(
            SampleRuns.scenario("X-02.1#1", "X-02", Outcome.FAILED),
            SampleRuns.scenario("X-02.1#2", "X-02", Outcome.PASSED));
    GateResult held = quarantine("X-02.1", TODAY).pass(rows, CATALOGUE);
    assertThat(held.excused()).containsExactlyInAnyOrder("X-02.1#1", "X-02.1#2");
    assertThat(held.exitCodes()).isEmpty();
    GateResult over = quarantine("X-02.1", TODAY.minusDays(1)).pass(rows, CATALOGUE);
    assertThat(over.excused()).isEmpty();
    assertThat(over.notes()).extracting(GateNote::kind).containsOnly(GateNote.Kind.EXPIRED);
    assertThat(quarantine("X-07.1", TODAY).pass(rows, CATALOGUE).exitCodes())
        .containsExactly(ExitCode.STALE_BASELINE);
  }

  @Test
  void refusesARunThatMeasuredTooLittle() {
    List<ScenarioResult> one = found("X-01.1", "failed");
    int checks = Gate.open().pass(one, CATALOGUE).checks();
    assertThat(checks).isPositive();
    assertThat(new Gate(Baseline.none(), checks, TODAY).pass(one, CATALOGUE).exitCodes()).isEmpty();
    assertThat(new Gate(Baseline.none(), checks + 1, TODAY).pass(one, CATALOGUE).exitCodes())
        .containsExactly(ExitCode.NOTHING_MEASURED);
  }

  @Test
  void knowsNoFailureThatIsNone() {
    assertThatThrownBy(() -> failure("X-01.1", "passed", Optional.empty()))
        .hasMessageContaining("passed is no failure");
    assertThatThrownBy(() -> failure("X-01.1", "suite-error", Optional.empty()))
        .hasMessageContaining("suite-error is no failure");
  }

  private static List<GateNote.Kind> kinds(Gate gate) {
    return gate.pass(found("X-01.1", "failed"), CATALOGUE).notes().stream()
        .map(GateNote::kind)
        .toList();
  }

  private static Gate gate(Baseline.KnownFailure entry) {
    return new Gate(new Baseline("known.yaml", List.of(entry), List.of()), 0, TODAY);
  }

  private static Gate quarantine(String scenario, LocalDate until) {
    return new Gate(
        new Baseline(
            "known.yaml",
            List.of(),
            List.of(new Baseline.Quarantined(scenario, "disputed", until, "", ""))),
        0,
        TODAY);
  }

  private static Baseline.KnownFailure failure(
      String scenario, String outcome, Optional<LocalDate> until) {
    return new Baseline.KnownFailure(
        scenario.substring(0, scenario.indexOf('.')),
        scenario,
        Outcome.find(outcome).orElseThrow(),
        "they work on it",
        until,
        "",
        "known.yaml:3:5");
  }

  private static List<ScenarioResult> found(String scenario, String outcome) {
    return List.of(
        SampleRuns.scenario(
            scenario,
            scenario.substring(0, scenario.indexOf('.')),
            Outcome.find(outcome).orElseThrow()));
  }

  private static ScenarioResult child(String id, String parent, Outcome outcome) {
    ScenarioResult plain = SampleRuns.scenario(id, id.substring(0, id.indexOf('.')), outcome);
    return new ScenarioResult(
        plain.id(),
        plain.name(),
        plain.feature(),
        plain.requirement(),
        true,
        parent,
        outcome,
        "its parent " + parent + " is failed",
        plain.expected(),
        plain.actual(),
        plain.blame(),
        plain.millis(),
        plain.expectations(),
        plain.messages());
  }
}
