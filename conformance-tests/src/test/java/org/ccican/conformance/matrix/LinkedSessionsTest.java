package org.ccican.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.check.Fault;
import org.ccican.conformance.suite.Equipment;
import org.ccican.conformance.verdict.Outcome;
import org.ccican.conformance.verdict.ScenarioJudgement;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What two sessions have in common is found, though each of them alone keeps the rule. */
class LinkedSessionsTest {

  /** The first message of every session is encrypted alike, the second is not. */
  private static final String ALIKE = "agent.encryption.fresh~off-by-one";

  private static final List<String> SESSIONS = List.of("TEEP-228.1", "TEEP-279.1");

  @TempDir Path folder;

  @Test
  void anEphemeralKeyOfAnotherSessionIsFound() throws IOException {
    Fault fault = Fault.find(CheckCatalogue.load(), ALIKE).orElseThrow();

    ScenarioJudgement judged = judged(SESSIONS, BrokenChecks.of(List.of(fault)));

    assertThat(judged.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(judged.findings().toString())
        .contains("elsewhere in the run: ephemeral key ")
        .contains("in TEEP-228.1 and TEEP-279.1");
  }

  @Test
  void sessionsOfTheReferenceHaveNothingInCommon() throws IOException {
    assertThat(judged(SESSIONS, Checks.unbroken()).outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void oneSessionAloneShowsNothing() throws IOException {
    Fault fault = Fault.find(CheckCatalogue.load(), ALIKE).orElseThrow();

    assertThat(judged(List.of("TEEP-279.1"), BrokenChecks.of(List.of(fault))).outcome())
        .isEqualTo(Outcome.PASSED);
  }

  private ScenarioJudgement judged(List<String> sessions, Checks checks) throws IOException {
    return new Trial(Equipment.load(), "test", Bytes.utf8("seed"), InstantSource.system())
        .run(sessions, checks, List.of(), 1, folder).scenarios().stream()
            .filter(each -> each.id().equals("TEEP-279.1"))
            .findFirst()
            .orElseThrow();
  }
}
